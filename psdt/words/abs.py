"""Words of the analyse des besoins sociaux: the explorer, its files, its sources."""

import re
from collections.abc import Sequence

from psdt.words.grammar import fine, majuscule, number
from psdt.words.lieux import INTERCOMMUNALITE, a, article, enumeration, que
from psdt.words.mesures import decimale, entre_parentheses, mesure, milliers
from psdt.words.peu import DIVERS

MILLESIME = re.compile(r"\b((?:19|20)\d\d(?:-(?:19|20)\d\d)?)\b")
MENU = "Besoins du territoire"
TITRE = "Les besoins du territoire"
PHRASES = {
    True: "Choisissez un thème, puis une commune pour la comparer à ses voisines.",
    False: "Choisissez un thème, puis un indicateur.",
}
"""By whether there are several communes."""
COMMUNE = "Commune"
TOUTES = "Toutes les communes"
THEME = "Thème"
INDICATEUR = "Indicateur"
ANNEE = "Année"
AXES = {
    "DEMOGRAPHIE": "Démographie",
    "FAMILLE": "Enfance et famille",
    "EMPLOI": "Emploi et précarité",
    "LOGEMENT": "Logement et mobilité",
    "SENIORS": "Seniors",
    "SANTE": "Santé et handicap",
    "DROITS": "Droits et numérique",
}
REPERE = "Intercommunalité"
SECRET = "Secret statistique"  # noqa: S105 (what a map shows, not a password)
MANQUE = "Non disponible"
FICHIERS = {"xlsx": "Tableau Excel", "csv": "Fichier CSV"}
FICHE = {True: "Fiche de cette commune", False: "Fiches communales"}
"""The link to the pages of the communes, by whether one is chosen."""
VIDES = {
    True: ("Aucun indicateur dans ce thème.", "Choisissez un autre thème."),
    False: (
        "Aucun indicateur pour l'instant.",
        "L'analyse des besoins sociaux s'ouvrira ici dès qu'un agent aura importé des chiffres.",
    ),
}
"""What an axis without figures says, by whether the démarche has some elsewhere."""
EXEMPLE_CHARGE = "Chiffres d'exemple chargés"
COLONNES = {
    "territoire": "Territoire",
    "niveau": "Niveau",
    "annee": "Année",
    "valeur": "Valeur",
    "ecart": "Écart à l'intercommunalité",
}
NOMBRES = ("Valeur", "Écart à l'intercommunalité")
TABLE = "Les chiffres de chaque territoire, pour l'indicateur et l'année choisis."
VOIR_SERIE = "Voir les données, année par année"
TABLE_SERIE = "Les chiffres de chaque territoire, année par année."
CARTE = "Carte des communes"
BARRES = "Barres, de la commune la plus fragile à la moins fragile"
BARRES_NEUTRES = "Barres, de la valeur la plus élevée à la plus basse"
BARRES_SEULE = "Barres de la commune, puis de plus grands territoires"
COURBES = "Courbes par année"
PAS_PAR_COMMUNE = "Ce chiffre n'est pas publié par commune."
EXPLICATION_SECRET = fine(
    "Secret statistique : le chiffre existe, mais trop peu de ménages sont concernés "
    "pour le publier. Ce n'est pas zéro."
)
SENS = {
    "défavorable": "Une valeur plus élevée signale une situation plus fragile.",
    "favorable": "Une valeur plus élevée signale une situation plus favorable.",
    "neutre": "Une valeur plus élevée n'est ni favorable ni défavorable en elle-même.",
}
PRUDENCE = milliers(
    "Une médiane ou un taux ne se moyenne pas. Deux recensements éloignés de moins de cinq ans "
    "se recouvrent : ils ne se comparent pas. Dans une commune de moins de 2 000 habitants, "
    f"quelques {DIVERS} suffisent à changer un taux."
)
FEUILLE = "Valeurs"
NOMS = ("Territoire", "Code", "Niveau", "Année", "Valeur", "Raison de l'absence", "Source")


def fiche(*, definition: str, unite: str, sens: str, sources: list[str]) -> dict[str, str]:
    """Return the lines of the first sheet of a workbook, by their heading."""
    return {
        "Définition": fine(definition),
        "Unité": milliers(unite),
        "Sens": SENS[sens],
        "Sources": f"{'. '.join(sources)}.",
        "Valeurs absentes": EXPLICATION_SECRET,
        "Prudence": PRUDENCE,
    }


def selon_communes(low: float, high: float, unite: str, places: int) -> str:
    """« de 2,4 % à 11,4 % selon les communes »."""
    ends = [mesure(value, unite, places) for value in (low, high)]
    return f"de {ends[0]} à {ends[1]} selon les communes" if ends[0] != ends[1] else ""


def detail(reste: str, annee: int, *, ailleurs: str = "", compare: str = "", en: int = 0) -> str:
    """Return the small line under a key figure.

    « 570 € de moins que le Morbihan (2019) », « habitants (2023) ». ``reste`` is what the
    figure leaves unsaid of its unit; ``ailleurs`` says where, when it is not the territoire
    one looks at; ``en`` is the year of the comparison.
    """
    said = ", ".join(filter(None, (reste, ailleurs)))
    if compare and en == annee:
        return f"{', '.join(filter(None, (said, compare)))} ({annee})"
    text = f"{said} ({annee})" if said else f"en {annee}"
    return fine(f"{text} ; en {en}, {compare}") if compare else text


def sous_titre(libelle: str, unite: str, annee: int, suite: str = "") -> str:
    """« Part des logements vacants (%), 2022. Orange : plus fragile que… »."""
    text = entre_parentheses(libelle, unite)
    text = text if str(annee) in libelle else f"{text}, {annee}"
    return f"{text}. {suite}" if suite else text


def orange(nom: str, niveau: str) -> str:
    """« Orange : plus fragile que l'intercommunalité. », what the colour of the bars means."""
    return fine(f"Orange : plus fragile {que(article(nom, niveau))}.")


def extremes(n: int) -> str:
    """« Sur 90 communes, les deux bouts de la liste ; toutes sont dans les données. »."""
    return fine(f"Sur {n} communes, les deux bouts de la liste ; toutes sont dans les données.")


def sans_reference(annee: int, autre: int | None) -> str:
    """« Pas de valeur publiée pour l'intercommunalité en 2021 : choisissez 2019… »."""
    text = f"Pas de valeur publiée pour {INTERCOMMUNALITE} en {annee}"
    return fine(f"{text} : choisissez {autre} pour comparer." if autre else f"{text}.")


def prudence(noms: Sequence[str], seuil: int, quoi: str = "") -> str:
    """« À Caden, moins de 2 000 habitants : quelques logements suffisent à changer ce chiffre. ».

    Without ``quoi``, of several indicators.
    """
    place = enumeration([a(nom) for nom in noms])
    few = f"{majuscule(place)}, moins de {number(seuil)} habitants"
    some, what = (quoi, "ce chiffre") if quoi else (DIVERS, "un taux")
    return fine(f"{few} : quelques {some} suffisent à changer {what}.")


def classe(low: float, high: float, unite: str, places: int) -> str:
    """« 6,1 à 7,3 % », « 0 % »."""
    if low == high:
        return mesure(low, unite, places)
    return f"{decimale(low, places)} à {mesure(high, unite, places)}"


RECENSEMENTS = "Les recensements trop proches, qui se recouvrent, ne sont pas comparés."
EUROS = fine("Montants de chaque année : la hausse des prix n'en est pas retirée.")


def periode(libelle: str, unite: str, annees: list[int], *, recensement: bool, euros: bool) -> str:
    """« Niveau de vie médian (€ par an), 2014-2019. Montants de chaque année… ».

    Says why some years are left out, and that amounts of several years are not those of
    equal prices.
    """
    text = f"{entre_parentheses(libelle, unite)}, {annees[0]}-{annees[-1]}"
    notes = [RECENSEMENTS] * recensement + [EUROS] * euros
    return ". ".join([text, " ".join(notes)]) if notes else text


def definition(text: str) -> str:
    """« Définition : … »; nothing when the file gave none."""
    return fine(f"Définition : {text}") if text else ""


def par_periode(noms: list[str]) -> list[str]:
    """Say once the sources that only their year tells apart.

    Examples
    --------
    >>> par_periode(["Insee, recensement 2010", "Cnaf, 2024", "Insee, recensement 2021"])
    ['Insee, recensement 2010 à 2021', 'Cnaf, 2024']
    """
    groups: dict[tuple[str, ...], list[str]] = {}
    for nom in noms:
        before, *rest = MILLESIME.split(nom)
        alike = (before, rest[1]) if len(rest) == 2 else (nom,)
        groups.setdefault(alike, []).append(rest[0] if len(rest) == 2 else "")
    return [_periode(alike, sorted(years)) for alike, years in groups.items()]


def _periode(alike: tuple[str, ...], years: list[str]) -> str:
    if len(alike) == 1:
        return alike[0]
    span = years[0] if len(years) == 1 else f"{years[0][:4]} à {years[-1][-4:]}"
    return span.join(alike)


def source(noms: list[str], *, secret: bool) -> str:
    """« Source : Insee, recensement 2022. »."""
    if not noms:
        return EXPLICATION_SECRET if secret else ""
    start = "Sources" if len(noms) > 1 else "Source"
    text = f"{start} : {' ; '.join(noms)}."
    return fine(f"{text} {EXPLICATION_SECRET}" if secret else text)


def alt(genre: str, titre: str, sous_titre: str) -> str:
    """Return what a figure shows, for those who do not see it."""
    return fine(f"{genre} : {sous_titre}. {titre}.").replace("..", ".")
