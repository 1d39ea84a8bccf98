"""The catalogue of indicators: what is known of each."""

from dataclasses import dataclass

from psdt.domain.indicators import Indicateur


@dataclass(frozen=True, slots=True, kw_only=True)
class Entree:
    """One indicator of the catalogue."""

    indicateur: Indicateur
    declare: bool
    """Whether the application knows it by itself: its first description can be put back."""
    chiffres: int = 0
    annees: tuple[int, int] | None = None
    """First and last years of its figures."""
