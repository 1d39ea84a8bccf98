"""Findings of « Comparer »: the sentence over each figure, and what a cell says in words."""

from psdt.words.grammar import count, fine, majuscule, number
from psdt.words.lieux import d_article, dans, enumeration, que
from psdt.words.mesures import arrondi, decimale, signe

DEUX_ANNEES = {1: "connue ces deux années", 2: "connues ces deux années"}
"""Of one commune, or of several."""


def plus_fragile(
    sujet: tuple[str, str], que_qui: tuple[str, str], n: int, sur: int, montres: int
) -> str:
    """« À Berric, la situation est plus fragile que dans l'intercommunalité sur 3 … sur 7 ».

    ``sujet`` and ``que_qui`` are the name of a territoire and the name of its level; ``sur``
    are the indicators that can be compared, of ``montres``.
    """
    where, other = majuscule(dans(*sujet)), que(dans(*que_qui))
    if n == 0:
        on = _indicateurs(sur, sur, montres)
        return f"{where}, la situation est au moins aussi favorable {other} sur {on}"
    return f"{where}, la situation est plus fragile {other} sur {_indicateurs(n, sur, montres)}"


def au_dessus(
    sujet: tuple[str, str], que_qui: tuple[str, str], n: int, sur: int, montres: int
) -> str:
    """« À Berric, le chiffre dépasse celui de l'intercommunalité sur 2 indicateurs sur 3 »."""
    where, other = majuscule(dans(*sujet)), d_article(*que_qui)
    if n == 0:
        return f"{where}, aucun chiffre ne dépasse celui {other}"
    return f"{where}, le chiffre dépasse celui {other} sur {_indicateurs(n, sur, montres)}"


def _indicateurs(n: int, sur: int, montres: int) -> str:
    """« 3 indicateurs sur 7 », « 1 des 2 indicateurs que l'on peut comparer »."""
    if sur == montres:
        every = f"les {sur} indicateurs" if sur > 1 else "l'indicateur choisi"
        return every if n == sur else f"{count(n, 'indicateur', 'indicateurs')} sur {sur}"
    if sur == 1:
        return "le seul indicateur que l'on peut comparer"
    return f"{f'les {sur}' if n == sur else f'{n} des {sur}'} indicateurs que l'on peut comparer"


def cote_a_cote(n: int) -> str:
    """« Les communes côte à côte, sur 3 indicateurs »."""
    return f"Les communes côte à côte, sur {count(n, 'indicateur', 'indicateurs')}"


def souvent_fragile(noms: list[str], n: int, sur: int) -> str:
    """« Molac est la commune le plus souvent fragile : 6 indicateurs sur 9 »."""
    where = f"{count(n, 'indicateur', 'indicateurs')} sur {sur}"
    if len(noms) == 1:
        return fine(f"{noms[0]} est la commune le plus souvent fragile : {where}")
    if len(noms) > 3:
        return f"{len(noms)} communes sont plus fragiles que l'intercommunalité sur {where}"
    return fine(f"{enumeration(noms)} sont les communes le plus souvent fragiles : {where}")


def jamais_fragile() -> str:
    """Say that no cell is orange."""
    return "Aucune commune n'est plus fragile que l'intercommunalité sur ces indicateurs"


def combien_fragile(n: int, sur: int) -> str:
    """« plus fragile sur 5 indicateurs sur 9 », of a commune in a list."""
    if not sur:
        return "rien à comparer"
    if not n:
        return f"plus fragile sur aucun des {sur} indicateurs" if sur > 1 else "pas plus fragile"
    return f"plus fragile sur {count(n, 'indicateur', 'indicateurs')} sur {sur}"


def degre(classe: float) -> str:
    """Say a class of gap in words, for a list or for those who do not see colours."""
    if classe != classe:  # noqa: PLR0124 (NaN is the only value that differs)
        return ""
    size = ("", "un peu ", "nettement ", "très nettement ")[int(abs(classe))]
    if not classe:
        return "comme l'intercommunalité"
    return f"{size}{'plus' if classe > 0 else 'moins'} fragile"


def evolue(ou: tuple[str, str], pourcent: float, debut: int, fin: int, libelle: str) -> str:
    """« Population municipale : +18,2 % à Berric entre 2010 et 2023 »."""
    return fine(f"{libelle} : {signe(pourcent, 1)} % {dans(*ou)} entre {debut} et {fin}")


def plus_fragiles(n: int, connues: int, sur: int, debut: int, fin: int) -> str:
    """« La situation est plus fragile en 2019 qu'en 2014 dans 4 communes sur 13 ».

    ``connues`` are the communes known in both years, of the ``sur`` that are drawn.
    """
    when = f"plus fragile en {fin} qu'en {debut}"
    if n == 0:
        return f"Dans {_aucune(connues, sur)} la situation n'est {when}"
    return f"La situation est {when} dans {_combien(n, connues, sur)}"


def augmente(n: int, connues: int, sur: int, debut: int, fin: int) -> str:
    """« Le chiffre augmente entre 2010 et 2023 dans 11 communes sur 13 »."""
    when = f"entre {debut} et {fin}"
    if n == 0:
        return f"Le chiffre n'augmente dans {_aucune(connues, sur)} {when}"
    return f"Le chiffre augmente {when} dans {_combien(n, connues, sur)}"


def sans_bouts(debut: int, fin: int) -> str:
    """« Aucune commune n'est connue à la fois en 2006 et en 2022 »."""
    return f"Aucune commune n'est connue à la fois en {debut} et en {fin}"


def _aucune(connues: int, sur: int) -> str:
    return "aucune commune" if connues == sur else f"aucune commune {DEUX_ANNEES[1]}"


def _combien(n: int, connues: int, sur: int) -> str:
    """Return how many communes, of those known in both years."""
    if connues == sur:
        every = n == sur and n > 1
        return f"les {sur} communes" if every else f"{count(n, 'commune', 'communes')} sur {sur}"
    if connues == 1:
        return f"la seule commune {DEUX_ANNEES[1]}"
    start = f"les {n}" if n == connues else f"{n} des {connues}"
    return f"{start} communes {DEUX_ANNEES[2]}"


def bouge(
    sujet: tuple[str, str],
    que_qui: tuple[str, str] | None,
    combien: tuple[int, int],
    sur: int,
    montres: int,
) -> str:
    """« À Berric, la situation se fragilise par rapport à celle du Morbihan sur 3 … sur 8 ».

    ``combien`` are the indicators on which it became more fragile, then less fragile, of the
    ``sur`` that can be compared, of ``montres``; without ``que_qui``, the situation is compared
    with what it was. What became more fragile is what is said, when there is any.
    """
    where = f"{majuscule(dans(*sujet))}, la situation"
    beside = f" par rapport à celle {d_article(*que_qui)}" if que_qui else ""
    worse, better = combien
    if worse or better:
        verb = "se fragilise" if worse else "s'améliore"
        return f"{where} {verb}{beside} sur {_indicateurs(worse or better, sur, montres)}"
    return f"{where} n'a pas bougé{beside} sur {_indicateurs(sur, sur, montres)}"


def augmentent(sujet: tuple[str, str], n: int, sur: int) -> str:
    """« À Berric, le chiffre augmente sur 3 indicateurs sur 5 », of neutral ones."""
    where = f"{majuscule(dans(*sujet))}, le chiffre"
    if n:
        return f"{where} augmente sur {_indicateurs(n, sur, sur)}"
    if sur == 1:
        return f"{where} n'augmente pas sur {_indicateurs(1, 1, 1)}"
    return f"{where} n'augmente sur aucun des {sur} indicateurs"


def mouvement(pas: float) -> str:
    """Say under the name of an indicator how the situation moved, from a change oriented."""
    if not pas:
        return "comme avant"
    return "plus fragile qu'avant" if pas > 0 else "moins fragile qu'avant"


def seniors(part: float, reference: float | None, ou: tuple[str, str] | None) -> str:
    """« Les 60 ans et plus sont 34 % de la population, 5 points de plus que le Morbihan »."""
    own = f"Les 60 ans et plus sont {decimale(part, 0)} % de la population"
    if reference is None or ou is None:
        return fine(own)
    gap = int(arrondi(part) - arrondi(reference))
    if not gap:
        return fine(f"{own}, comme {dans(*ou)}")
    size = f"{number(abs(gap))} {'point' if abs(gap) < 2 else 'points'}"
    return fine(f"{own}, {size} de {'plus' if gap > 0 else 'moins'} {que(dans(*ou))}")
