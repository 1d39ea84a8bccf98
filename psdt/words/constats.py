"""Findings on the territoire: agreement, elision, and what a figure allows one to say."""

from psdt.words.grammar import count, fine, majuscule
from psdt.words.lieux import INTERCOMMUNALITE, a, article, d_article, dans, enumeration, que
from psdt.words.mesures import arrondi, ecart, effectif, mesure, part, suffixe


def comparaison(
    value: float, reference: float, ou: tuple[str, str], unite: str, places: int
) -> str:
    """« 570 € de moins que le Morbihan », « contre 8,8 dans le Morbihan ».

    ``ou`` is the name of the reference, and the name of its level.
    """
    gap = arrondi(value - reference, places)
    if not gap:
        return f"comme {dans(*ou)}"
    if size := ecart(gap, unite, places):
        return f"{size} de {'plus' if gap > 0 else 'moins'} {que(article(*ou))}"
    return f"contre {mesure(reference, unite, places)} {dans(*ou)}"


def proportion(value: float, total: float, ou: tuple[str, str]) -> str:
    """« 33 % de l'intercommunalité »; nothing when a share means nothing."""
    return f"{part(value / total)} {d_article(*ou)}" if 0 < value <= total else ""


def combien(n: int, sur: int, oriente: bool) -> str:
    """« 8 communes sur 13 sont plus fragiles que l'intercommunalité »."""
    plural = "plus fragiles que" if oriente else "au-dessus de"
    singular = "plus fragile que" if oriente else "au-dessus de"
    if n == 0:
        return f"Aucune commune n'est {singular} {INTERCOMMUNALITE}"
    if n == sur and n > 1:
        return f"Les {n} communes sont {plural} {INTERCOMMUNALITE}"
    if n == 1:
        return f"Une commune sur {sur} est {singular} {INTERCOMMUNALITE}"
    return f"{n} communes sur {sur} sont {plural} {INTERCOMMUNALITE}"


def connues(n: int, sur: int, *, secret: bool) -> str:
    """« Connu dans 2 communes sur 13 seulement »."""
    if n:
        return f"Connu dans {count(n, 'commune', 'communes')} sur {sur} seulement"
    return f"{'Sous secret statistique' if secret else 'Inconnu'} dans {toutes(sur)}"


def toutes(n: int) -> str:
    """« les 13 communes », « la commune »."""
    return f"les {n} communes" if n > 1 else "la commune"


def aucun(annee: int, *, ailleurs: bool) -> str:
    """« Aucun chiffre connu en 2020 », « Aucun chiffre par commune en 2020 »."""
    return f"Aucun chiffre {'par commune' if ailleurs else 'connu'} en {annee}"


def partout(value: str, n: int) -> str:
    """« La même valeur dans les 13 communes : 0 % »."""
    return fine(f"La même valeur dans les {n} communes : {value}")


def seul_niveau(value: str, noms: list[str]) -> str:
    """« 12 % : Malansac », when there is nothing to compare."""
    return partout(value, len(noms)) if len(noms) > 1 else fine(f"{noms[0]} : {value}")


def seule(nom: str) -> str:
    """« Une seule commune concernée : Questembert »."""
    return fine(f"Une seule commune concernée : {nom}")


def compte_pour(nom: str, share: float) -> str:
    """« Questembert compte pour 33 % de l'intercommunalité »."""
    return f"{nom} compte pour {part(share)} de {INTERCOMMUNALITE}"


def en_tete(noms: list[str], oriente: bool) -> str:
    """« Les plus fragiles : Saint-Gravé, Molac et Pluherlin »."""
    start = "Les plus fragiles" if oriente else "Les valeurs les plus élevées"
    return fine(f"{start} : {enumeration(noms)}")


Chiffre = tuple[float, str, str]
"""A value, the name of a territoire and the name of its level."""
FOIS = {2: "double", 3: "triple", 4: "quadruple", 5: "quintuple"}
"""« du simple au double »."""
ENVIRON = 0.1
"""How far from a whole number of times one may be to say so."""


def separation(
    low: Chiffre, high: Chiffre, unite: str, places: int, *, egales: tuple[int, int] = (1, 1)
) -> str:
    """« 3 900 € séparent Saint-Gravé de Lauzach », « Au plus haut à Berric (4), au plus bas… ».

    ``egales`` is how many territoires have the lowest figure, and the highest: several are
    not named.
    """
    gap = high[0] - low[0]
    if size := ecart(gap, unite, places):
        verb = "sépare" if gap < 2 else "séparent"
        return f"{size} {verb} {article(*low[1:])} {d_article(*high[1:])}"
    ends = [
        f"au plus {adverb} {_ou(end, n)} ({mesure(end[0], unite, places)})"
        for adverb, end, n in (("haut", high, egales[1]), ("bas", low, egales[0]))
    ]
    said = f"{', '.join(ends)}{_fois(low[0], high[0])}"
    return fine(majuscule(said))


def _ou(end: Chiffre, n: int) -> str:
    return f"dans {n} communes" if n > 1 else dans(*end[1:])


def _fois(low: float, high: float) -> str:
    """« : du simple au triple »; nothing when it is not about a whole number of times."""
    times = high / low if low > 0 else 0.0
    if round(times) not in FOIS or abs(times - round(times)) > ENVIRON * round(times):
        return ""
    return f" : du simple au {FOIS[round(times)]}"


def detachee(lieu: Chiffre, autres: tuple[float, float], unite: str, places: int) -> str:
    """« Rochefort-en-Terre se détache : −78,7, contre −4,9 à 16,7 ailleurs »."""
    low, high = (mesure(value, unite, places) for value in autres)
    if high.endswith(suffixe(unite)) and low != high:
        low = low.removesuffix(suffixe(unite))
    there = f"{low} à {high}" if low != high else low
    return fine(
        f"{lieu[1]} se détache : {mesure(lieu[0], unite, places)}, contre {there} ailleurs"
    )


def commune(nom: str, suite: str) -> str:
    """« À Berric, 3,8 points de moins que l'intercommunalité »."""
    place = a(nom)
    return fine(f"{majuscule(place)}, {suite}")


def face(value: float, reference: float, ou: tuple[str, str], unite: str, places: int) -> str:
    """« 3,8 points de moins que l'intercommunalité », « 4,7 contre 5,1 dans… »."""
    said = comparaison(value, reference, ou, unite, places)
    return f"{mesure(value, unite, places)} {said}" if said.startswith("contre") else said


def decompte(value: float, total: float, ou: tuple[str, str], unite: str, places: int) -> str:
    """« 2 129 habitants : 8,6 % de l'intercommunalité », « −48 personnes »."""
    said = effectif(value, unite, places)
    share = proportion(value, total, ou)
    return f"{said} : {share}" if share else said


def devant(n: int, sur: int, nom: str, oriente: bool) -> str:
    """« 7 communes sont plus fragiles que Berric », among ``sur`` others."""
    if oriente:
        one, many = f"est plus fragile {que(nom)}", f"sont plus fragiles {que(nom)}"
        none = f"Aucune commune n'est plus fragile {que(nom)}"
    else:
        one, many = f"dépasse {nom}", f"dépassent {nom}"
        none = f"Aucune commune ne dépasse {nom}"
    if n == 0:
        return none
    if n == 1:
        return f"Une commune {one}"
    return f"Les {n} autres communes {many}" if n == sur else f"{n} communes {many}"


def evolution(
    ou: str,
    debut: tuple[int, float],
    fin: tuple[int, float],
    unite: str,
    places: int,
    *,
    compte: bool,
) -> str:
    """« Dans l'intercommunalité, 1 539 € de plus en 2019 qu'en 2014 »."""
    place = majuscule(ou)
    gap = arrondi(fin[1] - debut[1], places)
    if not gap:
        return f"{place}, autant en {fin[0]} qu'en {debut[0]}"
    size = (effectif if compte else ecart)(abs(gap), unite, places)
    if size:
        sign = "plus" if gap > 0 else "moins"
        return f"{place}, {size} de {sign} en {fin[0]} qu'en {debut[0]}"
    first, last = (mesure(value, unite, places) for value in (debut[1], fin[1]))
    return f"{place}, de {first} en {debut[0]} à {last} en {fin[0]}"
