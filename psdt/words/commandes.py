"""Words of the command line."""

from psdt.words.grammar import fine

AIDE = fine("Installer, servir et entretenir l'application « Projet social de territoire ».")
SERVE = fine("Servir l'application.")
PORT = fine("Port d'écoute.")
ADRESSE = fine("Adresse d'écoute ; 0.0.0.0 pour tout le réseau, derrière un serveur https.")
DEMO = fine(
    "Jouer une démarche fictive entière sur une base à part, puis l'ouvrir sur ce poste seulement."
)
PREPARER = fine("Préparer la démonstration sans l'ouvrir.")
DEMO_EN_COURS = fine("Préparation de la démonstration, quelques secondes…")
AGENT_DE_DEMO = "Agent de la démonstration"
DEMO_PRETE = fine("La démonstration est prête.")
DEMO_DEJA_LA = fine("La démonstration était déjà prête : rien n'a été changé.")

INIT = fine("Préparer une base vide : la démarche, et le compte du premier agent.")
ORGANISME = fine("Nom du CIAS ou du CCAS")
DEMARCHE = fine("Nom de la démarche, par exemple « Projet social 2027-2032 »")
IDENTIFIANT = fine("Adresse électronique de l'agent")
MOT_DE_PASSE = fine("Mot de passe, 12 caractères au moins")
CONFIRMATION = fine("Le même, une seconde fois")
INIT_FAIT = fine("C'est prêt. Ouvrez l'application avec « psdt serve », puis connectez-vous.")

AGENT = fine("Ajouter un agent, ou lui redonner un mot de passe.")
ANIMATEUR = fine("Ajouter un animateur plutôt qu'un agent.")
REINIT = fine("Changer le mot de passe d'un compte qui existe, et fermer ses sessions.")
COMPTE_AJOUTE = fine("Compte ajouté.")
MOT_DE_PASSE_CHANGE = fine("Mot de passe changé ; les sessions ouvertes ont été fermées.")

BACKUP = fine("Copier la base sans arrêter l'application, et vérifier la copie.")
COPIE = fine("Copie à créer ; n'écrase jamais un fichier.")
RESTORE = fine("Remettre une copie à la place de la base, qui est gardée à côté.")
A_RESTAURER = fine("Copie faite par « psdt backup ».")

IMPORT_ABS = fine(
    "Reprendre dans un fichier de l'Insee ou de la Cnaf, même de toute la France, les chiffres du "
    "territoire de la démarche et de ce à quoi il se compare."
)
FICHIER_NATIONAL = fine("Fichier csv, ou zip tel que téléchargé.")
EPCI = fine(
    "Code (SIREN) de l'intercommunalité, neuf chiffres ; inutile quand l'écran « Territoire » la "
    "dit."
)
COMMUNES = fine(
    "Liste de ses communes, si la démarche ne les a pas encore : la « composition communale » de "
    "l'Insee, ou un tableau de codes et de noms."
)
VERIFIER = fine("Dire ce que le fichier donne, sans rien garder.")
LECTURE = fine("Lecture du fichier")
IMPORTE = fine("Les chiffres sont dans la démarche.")
DEJA_IMPORTE = fine(
    "Ce fichier a déjà été importé et rien n'a changé depuis : il n'y avait rien à faire."
)
RIEN_GARDE = fine("Rien n'a été gardé.")

SUGGEST = fine("Regrouper les objectifs d'un fichier en thèmes suggérés. Rien n'est gardé.")
OBJECTIFS = fine(
    "Classeur xlsx, xls, ods, csv ou texte, avec une colonne « objectif » ou une ligne par texte."
)
K = fine("Nombre de thèmes ; sans lui, le meilleur de 6 et 7.")
CHECK_ABS = fine("Contrôler un fichier d'indicateurs : ce qui y est lu, ou ce qui est à corriger.")
CHECK_OBJECTIFS = fine(
    "Contrôler un fichier d'objectifs : ce qui y est lu, ou ce qui est à corriger."
)
INDICATEURS = fine("Classeur xlsx, xls ou ods, ou fichier csv.")
EN_JSON = fine("Écrire du JSON, pour un autre programme.")


def adresse(address: str, port: int) -> str:
    """« L'application s'ouvre sur http://127.0.0.1:8501 (Ctrl+C pour l'arrêter). »."""
    return f"L'application s'ouvre sur http://{address}:{port} (Ctrl+C pour l'arrêter)."


ABANDON = fine("Abandonné : rien n'a été changé.")


def mal_ecrite(commande: str) -> str:
    """« Cette commande est mal écrite : « psdt serve --help » dit comment l'écrire. »."""
    return fine(f"Cette commande est mal écrite : « {commande} --help » dit comment l'écrire.")


def disque(fichier: str, cause: str) -> str:
    """« Impossible de lire ou d'écrire /donnees (Permission denied)… »."""
    return fine(
        f"Impossible de lire ou d'écrire {fichier} ({cause}) : vérifiez le disque, les droits "
        "et PSDT_DATA_DIR."
    )


def copie(fichier: str, kio: int, cle: str) -> str:
    """« Copie vérifiée : psdt.db (64 Kio). »; the key is not in it, and must be kept."""
    return fine(
        f"Copie vérifiée : {fichier} ({kio} Kio). Gardez aussi, à part, la clé {cle} : "
        "sans elle, les codes déjà imprimés ne s'ouvrent plus."
    )


JOURNAL_ALTERE = fine(
    "Attention : le journal de cette base a été modifié en dehors de l'application. La copie est "
    "fidèle à la base ; comparez-la avec les copies précédentes pour savoir depuis quand."
)


def restauree(fichier: str, avant: str) -> str:
    """« psdt.db est en place. Les données d'avant sont gardées dans … »."""
    return fine(f"{fichier} est en place. Les données d'avant sont gardées dans {avant}.")
