"""What the ABS brings out: what a signal is about, and what it says of the situation."""

from dataclasses import dataclass
from enum import StrEnum

PETITE_COMMUNE = 2000
"""Under so many inhabitants, a few households are enough to change a rate."""


class Genre(StrEnum):
    """What a signal is about."""

    COMMUNES = "des communes se détachent"
    TERRITOIRE = "le territoire et de plus grands que lui"
    EVOLUTION = "une évolution"
    PART = "une part du total plus grande que celle des habitants"
    SOLDE = "un solde sous zéro"


class Ton(StrEnum):
    """What a signal says of the situation, in the order they are read."""

    FRAGILE = "Plus fragile"
    FORCE = "Plus favorable"
    NEUTRE = "À noter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Constat:
    """A sentence on the figures that grounds an enjeu, as it was when it was attached."""

    id: int
    enjeu_id: int
    code: str
    """Of the indicator."""
    texte: str
