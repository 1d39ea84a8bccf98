"""French for the words Streamlit shows in English and gives no way to translate.

``psdt/ui/francais.py`` puts them in the page. Exact strings first; then patterns, as
JavaScript writes them, for strings that carry a number or a name (``$1``).
"""

from psdt.words.grammar import NBSP, fine

EXACT = {
    # the frame
    "Skip to main content": "Aller au contenu",
    "Sidebar": "Menu",
    "App pages": "Pages de l'application",
    "Expand sidebar": "Ouvrir le menu",
    "Collapse sidebar": "Fermer le menu",
    "Navigate to home page": "Revenir à l'accueil",
    "Main menu": "Menu de l'application",
    "Notifications": "Messages",
    "Close": "Fermer",
    "View less": "Voir moins",
    "view more": "voir la suite",
    "view less": "voir moins",
    "Print": "Imprimer",
    "Stop": "Arrêter",
    "Stopping...": "Arrêt…",
    "Running...": "Chargement…",
    "Loading...": "Chargement…",
    "Scroll tabs left": "Onglets précédents",
    "Scroll tabs right": "Onglets suivants",
    "Link to heading": "Lien vers ce titre",
    "Esc": "Échap",
    # the connection
    "Connecting": "Connexion",
    "Connecting to Streamlit server": "Connexion au serveur",
    "Unable to connect to Streamlit server": "Serveur injoignable",
    "Error": "Erreur",
    "Connection error": "Connexion perdue",
    "Connection timed out.": fine(
        "Le serveur ne répond pas. Vos réponses enregistrées sont conservées ; "
        "la page reviendra d'elle-même."
    ),
    "Streamlit server is not responding. Are you connected to the internet?": fine(
        "Le serveur ne répond pas. Vérifiez le wifi de ce téléphone ou de cet ordinateur. "
        "Vos réponses enregistrées sont conservées ; la page reviendra d'elle-même."
    ),
    "Is Streamlit still running? If you accidentally stopped Streamlit, "
    "just restart it in your terminal:": fine(
        "L'application est arrêtée. Relancez-la sur cet ordinateur :"
    ),
    "streamlit run yourscript.py": "psdt serve",
    "Page not found": "Page introuvable",
    "Bad message format": "Message illisible",
    "Download failed": "Le téléchargement a échoué",
    "Failed to generate file for download": fine(
        "Le fichier n'a pas pu être préparé : rechargez la page, puis recommencez."
    ),
    # lists and fields
    "Open": "Ouvrir la liste",
    "No results": "Aucun résultat",
    "No options to select": "Aucun choix possible",
    "Choose an option": "Choisissez",
    "Choose options": "Choisissez",
    "Select all": "Tout choisir",
    "Clear all": "Tout effacer",
    "Clear value": "Effacer",
    "Clear entry": "Effacer",
    "Selected values": "Choix retenus",
    "Increment": "Augmenter",
    "Decrement": "Diminuer",
    "Show password": "Montrer le mot de passe",
    "Hide password": "Cacher le mot de passe",
    "Press Enter to apply": "Entrée pour valider",
    "Press Enter to submit form": "Entrée pour envoyer",
    "Press Ctrl+Enter to apply": "Ctrl + Entrée pour valider",
    "Press Ctrl+Enter to submit form": "Ctrl + Entrée pour envoyer",
    "Press ⌘+Enter to apply": "⌘ + Entrée pour valider",
    "Press ⌘+Enter to submit form": "⌘ + Entrée pour envoyer",
    "Choose date": "Choisir une date",
    "Clear date": "Effacer la date",
    "Previous month": "Mois précédent",
    "Next month": "Mois suivant",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": fine(
        "Flèches pour changer de date, Entrée pour choisir, Échap pour fermer."
    ),
    "Clear time": "Effacer l'heure",
    "file upload": "choix d'un fichier",
    "Error:": fine("Refusé :") + NBSP,  # before the reason, in another text
    "Upload": "Choisir un fichier",
    "Add files": "Ajouter des fichiers",
    "add icon": "ajouter",
    "Drag and drop a file here": "Déposez un fichier ici",
    "Drag and drop files here": "Déposez des fichiers ici",
    # tables and charts
    "Fullscreen": "Plein écran",
    "Close fullscreen": "Quitter le plein écran",
    "Download as CSV": "Télécharger en CSV",
    "Search": "Chercher",
    "Close Search": "Fermer la recherche",
    "Next Result": "Résultat suivant",
    "Previous Result": "Résultat précédent",
    "Show/hide columns": "Choisir les colonnes",
    "Clear selection": "Effacer la sélection",
    "Dataframe column menu": "Menu de la colonne",
    "Sort ascending": "Trier du plus petit au plus grand",
    "Sort descending": "Trier du plus grand au plus petit",
    "Pin column": "Figer la colonne",
    "Unpin column": "Libérer la colonne",
    "Hide column": "Masquer la colonne",
    "Autosize": "Ajuster la largeur",
    "Statistics": "Statistiques",
    "Add row": "Ajouter une ligne",
    "Delete row(s)": "Supprimer la ligne",
    "empty": "vide",
    "No data": "Aucune donnée",
    "Show data": "Voir les données",
    "Show chart": "Voir le graphique",
    "Download as PNG": "Télécharger en PNG",
    "Copy to clipboard": "Copier",
    "Copy column name": "Copier le nom de la colonne",
    "Pagination": "Pages",
    "Previous page": "Page précédente",
    "Next page": "Page suivante",
}

PATTERNS = (
    (r"^day, (.+)$", "jour, $1"),
    (r"^month, (.+)$", "mois, $1"),
    (r"^year, (.+)$", "année, $1"),
    (r"^(Fullscreen|Close fullscreen): (.+)$", "Plein écran : $2"),
    (r"^Download as CSV: (.+)$", "Télécharger en CSV : $1"),
    (r"^Shortcut Esc$", "Raccourci Échap"),
    (r"^Shortcut (.+)$", "Raccourci $1"),
    (r"^Search: (.+)$", "Chercher : $1"),
    (r"^Show/hide columns: (.+)$", "Choisir les colonnes : $1"),
    (r"^View (\d+) more$", "Voir $1 de plus"),
    (r"^(\d+) more$", "$1 de plus"),
    (r"^(\d+)\s?MB per file(.*)$", "$1 Mo au plus par fichier$2"),
    (r"^(\d+)(?:\.0)?\s?B$", "$1 o"),
    (r"^(\d+)\.(\d)\s?KB$", "$1,$2 ko"),
    (r"^(\d+)\.(\d)\s?MB$", "$1,$2 Mo"),
    (
        r"^File must be (\d+)(?:\.0)?\s?MB or smaller\.?$",
        fine(
            "Ce fichier est trop gros : $1 Mo au plus. L'aide, juste en dessous, donne la "
            "commande pour les gros fichiers."
        ),
    ),
    (r"^(.+) files are not allowed\.?$", "Les fichiers $1 ne sont pas acceptés."),
    (r"^Remove (.+)$", "Retirer $1"),
    (r"^Help for (.+)$", "Aide : $1"),
    (r"^Upload (.+)$", "Choisir un fichier : $1"),
    (r"^You can only select up to (\d+) options?\. Remove an option first\.$", "$1 choix au plus"),
    (
        r"^You have requested page (.+), but .*$",
        "La page $1 n'existe pas, ou ne vous est pas ouverte.",
    ),
    (
        r"^The page that you have requested does not seem to exist.*$",
        "Cette page n'existe pas, ou ne vous est pas ouverte.",
    ),
    (r"^Connection failed with status (\d+).*$", "Le serveur a répondu par l'erreur $1."),
)
