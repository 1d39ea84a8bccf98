"""What figures that somebody types have in common."""

from dataclasses import dataclass

from psdt.domain.indicators import Indicateur

LONGUEUR_SOURCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Saisie:
    """The indicator, the year and the source of the figures of a grid."""

    indicateur: Indicateur
    """Without a code, it is a new one."""
    annee: int
    source: str
