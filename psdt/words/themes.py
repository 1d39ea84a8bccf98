"""Words of the suggested themes, on screen and on the command line."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from psdt.words.grammar import NBSP, count, fine, moment, number

MENU = "Thèmes"
TITRE = "Thèmes suggérés"
EN_COURS = fine("Lecture des objectifs et recherche des thèmes, quelques secondes…")
AUCUN = "Aucun objectif à regrouper pour l'instant."
AUCUN_CONSEIL = fine(
    "Les thèmes se cherchent dans les objectifs écrits au forum : ouvrez-en le recueil."
)
CONSEIL = fine("La version qui se détache le mieux.")
AUTRE = fine("L'autre version, à comparer.")
RENOMMER = "Renommer"
NOUVEAU_TITRE = "Nouveau titre"
A_CLASSER = "À classer"
A_CLASSER_AIDE = fine("Rien ne les rattache à un thème : la commission les place.")
DEPLACER = "Déplacer un objectif"
DANS = "Il est dans"
OBJECTIF = "Objectif, les moins sûrs d'abord"
VERS = "Le mettre dans"
VALIDER = "Déplacer"
ANNULER = "Annuler ce déplacement"
REVENIR = "Revenir aux suggestions"
REVENIR_AIDE = fine("Le brouillon est gardé : vous pourrez le reprendre.")
ANCIENS = "Brouillons gardés"
REPRENDRE = "Reprendre"
REUNIS = "Collèges réunis"
AVEC_D_AUTRES = "–"
THEME = "Thème"
OBJECTIFS = "Objectifs"
ALT = fine("Barres : le nombre d'objectifs de chaque thème")
ALT_COLLEGES = fine("Barres : le nombre d'objectifs de chaque thème, découpé par collège")
SOURCE = fine(
    "Source : objectifs écrits par les participants. Le détail par collège n'est montré que pour "
    "les premiers thèmes retenus, avant toute correction : comparer deux versions dirait qui a "
    "écrit les objectifs déplacés."
)
SOURCE_COLLEGES = fine(
    "Source : objectifs écrits par les participants. Un collège de moins de 5 personnes, ou qui "
    "a moins de 5 objectifs dans un thème, est compté avec d'autres pour ne désigner personne. "
    "Ce détail disparaît dès qu'un objectif est déplacé."
)
FICHIERS = {"xlsx": "Tableau Excel", "csv": "Fichier CSV"}
TABLE = "Les thèmes, et le nombre d'objectifs de chacun."
SUITE = 200
"""Objectifs listed at most under a theme; the file of the forum has them all."""
COURT = 40
"""Letters of an objectif that a list of choices shows whole on a phone."""
EXTRAIT = 100
"""Longest piece of an objectif repeated in a list."""


def introduction(n: int) -> str:
    """Say what is shown, and that nothing is decided."""
    return fine(
        f"{number(n)} objectifs du forum, rapprochés par leurs mots et par leur sens. Ce sont des "
        "suggestions : la commission en retient une, puis la corrige. Un objectif « à relire » "
        "pourrait aller dans un autre thème."
    )


def version(k: int) -> str:
    """« 7 thèmes »."""
    return count(k, "thème", "thèmes")


def retenir(k: int) -> str:
    """« Retenir ces 7 thèmes comme brouillon »."""
    return f"Retenir {'ce' if k == 1 else 'ces'} {version(k)} comme brouillon"


def brouillon(k: int, cree_le: datetime) -> str:
    """« Brouillon de 7 thèmes, retenu le 12 mars 2026 à 18 h 30 »."""
    return f"Brouillon de {version(k)}, retenu le {moment(cree_le)}"


def surete(nets: int, a_relire: int) -> str:
    """« 31 nets, 7 à relire »."""
    if not a_relire:
        return "tous nets"
    return f"{count(nets, 'net', 'nets')}, {number(a_relire)} à{NBSP}relire"


def lire(n: int) -> str:
    """« Lire les 38 objectifs »."""
    return "Lire l'objectif" if n == 1 else f"Lire les {number(n)}{NBSP}objectifs"


def suite(n: int) -> str:
    """Say how many more there are."""
    return fine(f"… et {objectifs(n)} de plus.")


def choix(texte: str, *, a_relire: bool) -> str:
    """Return an objectif in a list of choices, marked when its place is not sure."""
    return f"{extrait(texte)} (à{NBSP}relire)" if a_relire else extrait(texte)


def lisez_moi(mesure: str, source: str) -> dict[str, str]:
    """Return the lines of the first sheet of a file, by their label."""
    return {"Contenu": f"{mesure}.", "Lecture": source}


def mesure(k: int, *, par_college: bool) -> str:
    """Say what the figure counts."""
    des = "du thème" if k == 1 else f"de chacun des {version(k)}"
    who = ", selon le collège qui les a écrits" if par_college else ""
    return f"Nombre d'objectifs {des}{who}"


def constat(tailles: Sequence[tuple[str, int]], total: int) -> str:
    """Return the finding of the figure: which theme gathers most of the objectifs."""
    most = max((n for _, n in tailles), default=0)
    if not total:
        return fine("Plus aucun objectif à ranger : tous ont été écartés ou fusionnés")
    if not most:
        return f"Aucun objectif n'est dans un thème, {number(total)} à classer"
    best = [f"« {titre} »" for titre, n in tailles if n == most]
    verb = "réunit" if len(best) == 1 else "réunissent chacun"
    names = " et ".join(best) if len(best) < 3 else f"{len(best)} thèmes"
    return fine(f"{names} {verb} le plus d'objectifs : {most} sur {total}")


def rapport(themes: Sequence[Mapping[str, Any]], centraux: Sequence[str], aside: list[int]) -> str:
    """Return the themes of a file as a text to read; ``centraux`` are their central texts."""
    total = sum(len(theme["membres"]) for theme in themes) + len(aside)
    lines = [f"{objectifs(total)}, {count(len(themes), 'thème suggéré', 'thèmes suggérés')}."]
    for rank, (theme, central) in enumerate(zip(themes, centraux, strict=True), 1):
        lines += [
            "",
            f"{rank}. {theme['titre']} ({objectifs(len(theme['membres']))})",
            f"   Mots-clés : {', '.join(theme['mots'])}",
            f"   Au cœur : « {extrait(central)} »",
            f"   Lignes : {_lignes(theme['membres'])}",
        ]
    if aside:
        lines += ["", f"À classer ({objectifs(len(aside))}) : lignes {_lignes(aside)}"]
    return fine("\n".join(lines))


def objectifs(n: int) -> str:
    """« 12 objectifs »."""
    return count(n, "objectif", "objectifs", none=f"aucun{NBSP}objectif")


def extrait(texte: str) -> str:
    """Return the beginning of an objectif, on one line."""
    line = " ".join(texte.split())
    return line if len(line) <= EXTRAIT else f"{line[:EXTRAIT].rstrip()}…"


def _lignes(rangs: Sequence[int]) -> str:
    return ", ".join(map(str, rangs))
