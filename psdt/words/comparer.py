"""Words of « Comparer »: several indicators at once, seen in six ways."""

from psdt.words.grammar import count, fine, majuscule, number
from psdt.words.lieux import article, d_article, dans
from psdt.words.mesures import arrondi, complement, entre_parentheses, mesure, milliers

MENU = "Comparer"
TITRE = "Comparer les communes et les indicateurs"
PHRASE = fine(
    "Choisissez une façon de voir, puis des indicateurs. L'adresse de la page garde vos choix : "
    "vous pouvez la partager."
)
VUE = "Façon de voir"
VUES = {
    "points": "Points",
    "grille": "Grille des communes",
    "evolution": "Évolution",
    "indicateurs": "Indicateur par indicateur",
    "multiples": "Commune par commune",
    "ages": "Pyramide des âges",
}
"""The ways of seeing, in their order."""
GENRES = {
    "points": "Points, un indicateur par ligne",
    "grille": "Grille des communes et des indicateurs",
    "evolution": "Courbes par année",
    "indicateurs": "Petites courbes, une par indicateur",
    "multiples": "Petites courbes, une par commune",
    "ages": "Pyramide des âges",
}
COMMUNE = "Commune"
COMMUNES = "Communes (4 au plus)"
TOUTES = "Toutes les communes"
ENSEMBLE, TERRITOIRE = "L'intercommunalité", "Territoire"
INDICATEUR = "Indicateur"
ORDRE = "Ordre des communes"
ORDRES = {"fragile": "Les plus fragiles d'abord", "nom": "Ordre alphabétique"}
SUITE = "Voir toutes les communes"
REVENIR = "Revenir à la sélection de départ"
TABLE = "Les chiffres montrés, un par ligne."
LISTE = "Les indicateurs, commune par commune"
HOMMES, FEMMES = "Hommes", "Femmes"
SEXES = (HOMMES, FEMMES)
FICHIERS = {"xlsx": "Tableau Excel", "csv": "Fichier CSV"}
AUTRES, COMMUNES_LEGENDE = "Autres communes", "Communes"
NIVEAUX = {"EPCI": "Intercommunalité", "FRANCE": "France"}
"""Short names of levels, in a legend; others have the name of their territoire."""
ABSENCES = {"SECRET": "secret", "SANS_OBJET": "sans objet", "NON_SIGNIFICATIF": "n. s."}
MANQUE = "n. d."
"""What a cell says when nothing is known."""
COLONNES = {
    "libelle": "Indicateur",
    "territoire": "Territoire",
    "niveau": "Niveau",
    "annee": "Année",
    "texte": "Valeur",
    "ecart": "Écart à l'intercommunalité",
}
NOMBRES = ("Valeur", "Écart à l'intercommunalité")
FICHIER = (
    *("Indicateur", "Unité", "Territoire", "Code", "Niveau", "Année", "Valeur"),
    *("Écart à l'intercommunalité", "Raison de l'absence", "Source"),
)
FEUILLE = "Comparaison"
MONTRE, LECTURE = "Ce qui est montré", "À savoir"

LEGENDE = ("Moins fragile", "Comme l'intercommunalité", "Plus fragile", "secret")
"""What the colours of the grid mean, then the text of a figure under secrecy."""
CLASSES = fine(
    "Orange et gras : plus fragile que l'intercommunalité ; bleu : moins fragile. Plus la case "
    "est foncée, plus l'écart est grand à côté de ceux des autres communes."
)
EXTREMITES = fine(
    "Chaque ligne a sa propre échelle, de la valeur la plus basse à la plus élevée. "
    "Flèche orange : l'extrémité la plus fragile."
)
ECHELLES = fine(
    "Chaque petite courbe a sa propre échelle et ses années ; trait épais : le territoire choisi."
)
VIDES = {
    "rien": ("Aucun indicateur choisi.", "Choisissez-en au moins un ci-dessus."),
    "inconnus": (
        "Aucun chiffre connu pour ces indicateurs.",
        "Choisissez d'autres indicateurs ou une autre commune.",
    ),
    "serie": (
        "Pas d'évolution à montrer.",
        fine(
            "Cet indicateur n'est connu que pour une année, ou pour des années trop proches pour "
            "être comparées."
        ),
    ),
    "series": (
        "Pas d'évolution à montrer.",
        fine(
            "Ces indicateurs ne sont connus ici que pour une année, ou pour des années trop "
            "proches pour être comparées. Choisissez-en d'autres, ou un autre territoire."
        ),
    ),
    "secrets": (
        "Pas d'évolution à montrer.",
        fine(
            "Des chiffres existent, mais sont sous secret statistique : trop peu de ménages pour "
            "les publier. Les autres ne suffisent pas à montrer une évolution."
        ),
    ),
    "ages": (
        "Pas encore d'âges dans cette analyse.",
        fine(
            "Ils viennent du fichier « base-cc-evol-struct-pop » de l'Insee ou de son « dossier "
            "complet ». Un agent peut l'ajouter depuis l'écran « Importer » : la pyramide "
            "apparaîtra ici."
        ),
    ),
    "ages_lieu": (
        "Pas de pyramide pour ce territoire.",
        "Une partie de ses effectifs par âge n'est pas connue. Choisissez un autre territoire.",
    ),
    "abs": (
        "Aucun indicateur pour l'instant.",
        "La comparaison s'ouvrira ici dès qu'un agent aura importé des chiffres.",
    ),
}


def choisir(n: int, maximum: int) -> str:
    """« Choisir les indicateurs (8 sur 12 au plus) »."""
    return f"Choisir les indicateurs ({n} sur {maximum} au plus)"


def lieu(nom: str, niveau: str) -> str:
    """Return a name for a legend: « Intercommunalité », « Morbihan », « France »."""
    return NIVEAUX.get(niveau, nom)


def absence(statut: str) -> str:
    """Return why a cell is empty, from the name of a statut."""
    return ABSENCES.get(statut, MANQUE)


def indicateurs(n: int, annees: list[int]) -> str:
    """« 8 indicateurs, de 2019 à 2024 »."""
    low, high = min(annees), max(annees)
    when = f"{low}" if low == high else f"de {low} à {high}"
    return f"{count(n, 'indicateur', 'indicateurs')}, {when}"


def grille(n: int, communes: int, annees: list[int]) -> str:
    """« 13 communes et 8 indicateurs, de 2019 à 2024 »."""
    return f"{count(communes, 'commune', 'communes')} et {indicateurs(n, annees)}"


def periode(libelle: str, unite: str, debut: int, fin: int) -> str:
    """« Niveau de vie médian (€ par an), 2014-2019 »."""
    return f"{entre_parentheses(libelle, unite)}, {debut}-{fin}"


def variation(libelle: str, debut: int, fin: int) -> str:
    """« Population municipale, évolution depuis 2010, en %, 2010-2023 »."""
    return fine(f"{libelle} : évolution depuis {debut}, en %, {debut}-{fin}")


def multiples(texte: str, oriente: bool, montrees: int, sur: int) -> str:
    """Say what the small charts are, and their order."""
    order = (
        "les plus fragiles d'abord" if oriente else "des valeurs les plus élevées aux plus basses"
    )
    rest = f" ; {montrees} communes sur {sur}" if montrees < sur else ""
    return fine(
        f"{texte}. Même échelle partout ; trait pointillé : l'intercommunalité ; {order}{rest}."
    )


def depart(annee: int, texte: str) -> str:
    """« 2014 : 19 530 € », where a small line starts."""
    return fine(f"{annee} : {texte}")


def panneau(libelle: str, unite: str, *, variation: bool) -> str:
    """Return the name of a small picture: what is measured, and its unit if figures lack it."""
    if variation:
        return milliers(f"{libelle} (évolution)")
    rest = complement(unite, libelle)
    return milliers(f"{libelle} ({rest})" if rest else libelle)


def series(n: int, annees: list[int]) -> str:
    """« 8 indicateurs, de 2010 à 2023. Chaque petite courbe a sa propre échelle… »."""
    return fine(f"{indicateurs(n, annees)}. {ECHELLES}")


def plus_fragile_qu_avant(que_qui: tuple[str, str] | None) -> str:
    """Say what orange means, beside a larger territoire or by itself."""
    if que_qui is None:
        return fine("Orange : plus fragile que la première année.")
    return fine(
        f"Orange : plus fragile qu'avant, par rapport à la situation {d_article(*que_qui)} les "
        "mêmes années ; ces indicateurs viennent d'abord."
    )


def pyramide(ou: tuple[str, str], annee: int, habitants: float) -> str:
    """« Population par âge et par sexe à Berric en 2021, en % de ses 2 109 habitants »."""
    people = f"{number(int(arrondi(habitants)))} habitants"
    return fine(f"Population par âge et par sexe {dans(*ou)} en {annee}, en % des {people}")


def contour(nom: str, niveau: str) -> str:
    """« Trait noir : le Morbihan »."""
    return fine(f"Trait noir : {article(nom, niveau)}")


def part(value: float) -> str:
    """« 9,0 % », a share in the pyramid."""
    return mesure(value, "%", 1)


def tranche(ages: str) -> str:
    """« Moins de 15 ans » from « de moins de 15 ans », « 15 à 29 ans » from « de 15 à 29 ans »."""
    return majuscule(ages.removeprefix("de "))


def egales(n: int) -> str:
    """« 3 communes », that have the same figure at an end of a scale."""
    return count(n, "commune", "communes")
