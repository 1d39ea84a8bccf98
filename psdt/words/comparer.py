"""Words of « Comparer »: several indicators at once, seen in five ways."""

from psdt.words.grammar import count, fine, number
from psdt.words.lieux import article, dans, enumeration
from psdt.words.mesures import arrondi, entre_parentheses, mesure

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
    "multiples": "Commune par commune",
    "ages": "Pyramide des âges",
}
"""The ways of seeing, in their order."""
GENRES = {
    "points": "Points, un indicateur par ligne",
    "grille": "Grille des communes et des indicateurs",
    "evolution": "Courbes par année",
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
MONTRE, LECTURE, SOURCES = "Ce qui est montré", "À savoir", "Sources"

LEGENDE = ("Moins fragile", "Comme l'intercommunalité", "Plus fragile", "secret")
"""What the colours of the grid mean, then the text of a figure under secrecy."""
CLASSES = fine(
    "Orange et gras : plus fragile que l'intercommunalité ; bleu : moins fragile. Plus la case "
    "est foncée, plus l'écart est grand à côté de ceux des autres communes."
)
PAS_CLASSEMENT = fine(
    "Ce n'est pas un classement : les indicateurs n'ont pas le même poids et tous ne sont pas "
    "connus partout."
)
NON_COLORES = "Sans couleur, car une valeur plus élevée n'y est ni meilleure ni pire"
ABSENTS_GRILLE = fine(
    "« secret » : trop peu de ménages pour publier ; « n. d. » : non disponible."
)
EXTREMITES = fine(
    "Chaque ligne a sa propre échelle, de la valeur la plus basse à la plus élevée. "
    "Flèche orange : l'extrémité la plus fragile."
)
RECENSEMENTS = fine(
    "Deux recensements éloignés de moins de cinq ans se recouvrent : ils ne sont pas comparés."
)
EUROS = fine("Montants de chaque année : la hausse des prix n'en est pas retirée.")
AUTRE_SOURCE = fine(
    "D'autres chiffres existent, d'une autre source : elle ne mesure pas la même chose, ils ne "
    "sont pas comparés."
)
INTERRUPTION = fine("Trait interrompu : une année n'est pas publiée, ou est secrète.")
PETITES = fine("Moins de {seuil} habitants, où quelques ménages suffisent à changer un taux : ")
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


def annees(connues: list[int]) -> str:
    """Say which year each indicator is of."""
    if len(set(connues)) == 1:
        return f"Chiffres de {connues[0]}."
    return fine(
        "Chaque indicateur est montré à la dernière année connue de la plupart des communes et "
        f"publiée pour les comparer : de {min(connues)} à {max(connues)}. Ces années ne sont pas "
        "les mêmes : on compare des territoires, pas des indicateurs."
    )


def indicateurs(n: int, annees: list[int]) -> str:
    """« 8 indicateurs, de 2019 à 2024 »."""
    low, high = min(annees), max(annees)
    when = f"{low}" if low == high else f"de {low} à {high}"
    return f"{count(n, 'indicateur', 'indicateurs')}, {when}"


def grille(n: int, communes: int, annees: list[int]) -> str:
    """« 13 communes et 8 indicateurs, de 2019 à 2024 »."""
    return f"{count(communes, 'commune', 'communes')} et {indicateurs(n, annees)}"


def petites(noms: list[str], seuil: int) -> str:
    """Say the caution that small communes ask for, naming them when they are few."""
    who = enumeration(noms) if len(noms) <= 6 else f"{len(noms)} communes"
    return fine(f"{PETITES.format(seuil=number(seuil))}{who}.")


def sans_chiffre(libelles: list[str]) -> str:
    """« Sans aucun chiffre connu : Taux de pauvreté. »."""
    return fine(f"Sans aucun chiffre connu : {enumeration(libelles)}.")


def absents(nom: str, raisons: list[str]) -> str:
    """« À savoir pour Molac : taux de pauvreté (secret statistique). »."""
    return fine(f"Sans chiffre pour {nom} : {enumeration(raisons)}.")


def raison(libelle: str, statut: str) -> str:
    """« Taux de pauvreté (secret statistique) »."""
    return f"{libelle} ({statut})"


def effectifs(libelles: list[str]) -> str:
    """Say that counts are shown of communes only."""
    return fine(
        f"{enumeration(libelles)} : des nombres, qui grandissent avec le territoire. Seules les "
        "communes y sont montrées."
    )


def non_colores(libelles: list[str]) -> str:
    """Say which columns have no colour, and why."""
    return fine(f"{NON_COLORES} : {enumeration(libelles)}.")


def sans_reference(libelles: list[str]) -> str:
    """Say which columns have no colour because nothing is published to compare with."""
    return fine(f"Sans valeur publiée pour l'intercommunalité : {enumeration(libelles)}.")


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


def _majuscule(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"


def tranche(ages: str) -> str:
    """« Moins de 15 ans » from « de moins de 15 ans », « 15 à 29 ans » from « de 15 à 29 ans »."""
    return _majuscule(ages.removeprefix("de "))


def sans_annees(noms: list[str]) -> str:
    """Say which territoires have no figure in the years of the picture."""
    who = enumeration(noms) if len(noms) <= 6 else f"{len(noms)} territoires"
    return fine(f"Sans chiffres comparables sur ces années : {who}.")


def millesimes(nom: str, annees: list[str]) -> str:
    """« Insee, Filosofi 2014 à 2021 » from a name and the years at the end of sources."""
    years = sorted({annee.strip() for annee in annees if annee.strip()})
    if not years:
        return nom
    return f"{nom} {years[0]}" if len(years) == 1 else f"{nom} {years[0]} à {years[-1]}"
