"""How each level of territoire looks: its colour and its shape never change meaning."""

from dataclasses import dataclass

from psdt.charts.theme import INK, SEQUENCE, THEMES
from psdt.domain.indicators import Niveau


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a territoire: what tells it from another one even without colours."""

    colour: str
    symbol: str
    dash: str = "solid"


NIVEAUX = {
    Niveau.COMMUNE: Look(THEMES[0], "circle"),
    Niveau.EPCI: Look(THEMES[2], "diamond", "dot"),
    Niveau.DEPARTEMENT: Look(THEMES[4], "square", "dash"),
    Niveau.REGION: Look(THEMES[5], "triangle-up", "dashdot"),
    Niveau.FRANCE: Look(THEMES[3], "triangle-down", "longdash"),
}
COMMUNES = (
    NIVEAUX[Niveau.COMMUNE],
    Look(THEMES[6], "x"),
    Look(SEQUENCE[2], "circle-open"),
    Look(INK, "square-open"),
)
"""Several communes beside one another, in the order they were chosen."""
AUTRES = "#B7C0C5"
"""Communes that are only there as a background."""
