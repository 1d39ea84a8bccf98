"""Words of the suggested themes, on screen and on the command line."""

from collections.abc import Mapping, Sequence
from typing import Any

from psdt.words.grammar import NBSP, count, fine

REUNIS = "Collèges réunis"

EXTRAIT = 100
"""Longest piece of an objectif repeated in a list."""


def rapport(themes: Sequence[Mapping[str, Any]], centraux: Sequence[str], aside: list[int]) -> str:
    """Return the themes of a file as a text to read; ``centraux`` are their central texts."""
    total = sum(len(theme["membres"]) for theme in themes) + len(aside)
    lines = [f"{objectifs(total)}, {count(len(themes), 'thème suggéré', 'thèmes suggérés')}."]
    for number, (theme, central) in enumerate(zip(themes, centraux, strict=True), 1):
        lines += [
            "",
            f"{number}. {theme['titre']} ({objectifs(len(theme['membres']))})",
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
