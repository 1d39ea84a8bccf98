"""Words of the way in: the home page for nobody in particular, sign-in, QR codes, incidents."""

from psdt.words.grammar import fine

PRODUIT = "Projet social de territoire"
ACCUEIL = "Accueil"

BIENVENUE = fine(
    "De l'analyse des besoins sociaux aux objectifs priorisés : les élus, les habitants et les "
    "partenaires construisent ici, étape par étape, le projet social de leur territoire."
)
CHEMIN = fine(
    "Vous participez à une séance ? Scannez le code QR qui vous a été remis : "
    "il ouvre ce que l'on vous propose aujourd'hui, sans compte et sans nom."
)
VIDE = fine("Rien n'est encore préparé sur cette base.")
VIDE_CONSEIL = fine(
    "La personne qui installe l'application lance « psdt init » sur cette machine, "
    "ou « psdt demo » pour une démonstration."
)
EQUIPE = fine("Vous préparez ou animez la démarche ?")
SE_CONNECTER = "Se connecter"

DEMONSTRATION = fine("Démonstration : entrez en un clic")
DEMONSTRATION_TEXTE = fine(
    "Données d'exemple : un CIAS fictif, des personnes et des paroles inventées, sur les chiffres "
    "publics de treize communes du Morbihan."
)
PROFILS = {
    "agent": ("Agent du CIAS", "prépare, anime, télécharge"),
    "elu": ("Élue ou élu", "explore les besoins, note les enjeux"),
    "commission": ("Commission permanente", "revoit les thèmes suggérés"),
    "habitant": ("Habitante ou habitant", "note depuis son téléphone"),
}

PERDUE = fine(
    "Vous n'êtes plus connecté : votre session a été fermée depuis un autre onglet, ou a pris "
    "fin. Ce que vous veniez de demander n'a pas été fait. Connectez-vous de nouveau."
)
SORTIR = "Ce n'est pas moi"
SORTIE = fine("C'est fait : cet appareil n'est plus connecté.")

ENTREE = "Vous êtes invité à participer"
ENTREE_TEXTE = fine(
    "Ce code est personnel : il s'utilise sur un téléphone à la fois, "
    "et ne donne ni votre nom ni votre adresse."
)
ENTRER = "Participer"

CONNEXION = "Se connecter"
CONNEXION_TEXTE = fine("Pour les agents et les animateurs de la démarche.")
IDENTIFIANT = "Adresse électronique"
MOT_DE_PASSE = "Mot de passe"
RETOUR = "Revenir à l'accueil"
AILLEURS = fine("Cette demande vient d'un autre site : ouvrez d'abord l'accueil de l'application.")


def incident(number: str) -> str:
    """« L'application a rencontré une difficulté (incident 3F2A1C)… »."""
    return fine(
        f"L'application a rencontré une difficulté (incident {number}). Ce que vous aviez "
        "enregistré est gardé. Rechargez la page ; si cela revient, donnez ce numéro à "
        "la personne qui administre l'application."
    )
