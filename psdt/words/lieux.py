"""Names of territoires in a French sentence: « du Cours », « à Berric », « que le Morbihan »."""

import re
import unicodedata

VOYELLE = re.compile(r"[aeiouyàâäæéèêëîïôöœùûü]|h[eéèêiy]", re.IGNORECASE)
CONTRACTES = {"le": ("du", "au"), "les": ("des", "aux"), "la": ("de la", "à la")}
INTERCOMMUNALITE = "l'intercommunalité"

LES = (
    *("Alpes-de-Haute-Provence", "Alpes-Maritimes", "Ardennes", "Bouches-du-Rhône"),
    *("Côtes-d'Armor", "Deux-Sèvres", "Hautes-Alpes", "Hautes-Pyrénées", "Hauts-de-Seine"),
    *("Landes", "Pyrénées-Atlantiques", "Pyrénées-Orientales", "Vosges", "Yvelines"),
    *("Hauts-de-France", "Pays de la Loire"),
)
LE = (
    *("Bas-Rhin", "Calvados", "Cantal", "Cher", "Doubs", "Finistère", "Gard", "Gers"),
    *("Haut-Rhin", "Jura", "Loir-et-Cher", "Loiret", "Lot", "Lot-et-Garonne"),
    *("Maine-et-Loire", "Morbihan", "Nord", "Pas-de-Calais", "Puy-de-Dôme", "Rhône"),
    *("Tarn", "Tarn-et-Garonne", "Territoire de Belfort", "Val-d'Oise", "Val-de-Marne"),
    *("Var", "Vaucluse", "Centre-Val de Loire", "Grand Est"),
)
SANS_ARTICLE = ("Paris", "Mayotte", "La Réunion", "Saint-Pierre-et-Miquelon")
EN = (
    *("Charente-Maritime", "Corse-du-Sud", "Côte-d'Or", "Eure-et-Loir", "Haute-Corse"),
    *("Haute-Garonne", "Haute-Loire", "Haute-Marne", "Haute-Saône", "Haute-Savoie"),
    *("Haute-Vienne", "Ille-et-Vilaine", "Indre-et-Loire", "Loir-et-Cher", "Loire-Atlantique"),
    *("Lot-et-Garonne", "Maine-et-Loire", "Meurthe-et-Moselle", "Saône-et-Loire"),
    *("Seine-Maritime", "Seine-Saint-Denis", "Seine-et-Marne", "Tarn-et-Garonne"),
    *("Ardèche", "Ariège", "Charente", "Corrèze", "Dordogne", "Essonne", "Gironde", "Isère"),
    *("Lozère", "Mayenne", "Moselle", "Savoie", "Vendée"),
    *("Alsace", "Corse", "Guadeloupe", "Guyane", "Martinique", "Centre-Val de Loire"),
)
"""« En », not « dans »: those in « -et- », those of two feminine words, those of usage."""


def _cle(nom: str) -> str:
    """Return a name as files write it: in capitals, without accents, with another apostrophe."""
    folded = unicodedata.normalize("NFKD", nom.casefold().replace("\u2019", "'"))
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


ARTICLES = {
    _cle(nom): article
    for article, noms in (("les", LES), ("le", LE), ("", SANS_ARTICLE))
    for nom in noms
}
"""Départements and régions that are neither « la » nor « l' »."""
AVEC_EN = frozenset(map(_cle, EN))
A_LA = "reunion"
"""« La Réunion » without its article, as files sort it."""


def de(nom: str) -> str:
    """« de Berric », « d'Allaire », « du Cours », « des Fougerêts », « de La Vraie-Croix »."""
    return _contracte(nom, 0) or (f"d'{nom}" if VOYELLE.match(nom) else f"de {nom}")


def a(nom: str) -> str:
    """« à Berric », « au Cours », « aux Fougerêts », « à La Vraie-Croix »."""
    return _contracte(nom, 1) or f"à {nom}"


def que(groupe: str) -> str:
    """« que le Morbihan », « qu'Allaire »."""
    return f"qu'{groupe}" if VOYELLE.match(groupe) else f"que {groupe}"


def article(nom: str, niveau: str) -> str:
    """Return a name as the subject of a sentence.

    « Berric », « l'intercommunalité », « le Morbihan », « la Bretagne », « l'Ain ».
    ``niveau`` is the name of a level of the domain.
    """
    if niveau == "COMMUNE":
        return nom
    if niveau == "EPCI":
        return INTERCOMMUNALITE
    said = _article(nom)
    return f"{said}{nom}" if said == "l'" else f"{said} {nom}".strip()


def d_article(nom: str, niveau: str) -> str:
    """« de Berric », « de l'intercommunalité », « du Morbihan », « de la Bretagne »."""
    said = "" if niveau in {"COMMUNE", "EPCI"} else _article(nom)
    if said in CONTRACTES:
        return f"{CONTRACTES[said][0]} {nom}"
    return de(nom) if niveau == "COMMUNE" else _elide("de", article(nom, niveau))


def dans(nom: str, niveau: str) -> str:
    """« à Berric », « dans l'intercommunalité », « dans le Morbihan », « en Ille-et-Vilaine ».

    An unknown région is feminine: « en Bretagne »; an unknown département is « dans ».
    """
    if niveau == "COMMUNE":
        return a(nom)
    said = "l'" if niveau == "EPCI" else _article(nom)
    if niveau != "EPCI" and _cle(nom) == A_LA:
        return f"à la {nom}"
    if not said:
        return f"à {nom}"
    wide = niveau == "FRANCE" or (niveau == "REGION" and said in {"la", "l'"})
    if wide or (niveau != "EPCI" and _cle(nom) in AVEC_EN):
        return f"en {nom}"
    return f"dans {article(nom, niveau)}"


def enumeration(noms: list[str]) -> str:
    """« Berric », « Berric et Larré », « Berric, Larré et Molac »."""
    *first, last = noms
    return f"{', '.join(first)} et {last}" if first else last


def _article(nom: str) -> str:
    """Return the article of a département, a région or a country."""
    if (known := _cle(nom)) in ARTICLES:
        return ARTICLES[known]
    return "l'" if VOYELLE.match(nom) else "la"


def _contracte(nom: str, place: int) -> str:
    """Return « du Cours » or « au Cours » for a name that brings its own article."""
    first, _, rest = nom.partition(" ")
    if rest and first in {"Le", "Les"}:
        return f"{CONTRACTES[first.lower()][place]} {rest}"
    return ""


def _elide(word: str, groupe: str) -> str:
    return f"{word[:-1]}'{groupe}" if VOYELLE.match(groupe) else f"{word} {groupe}"
