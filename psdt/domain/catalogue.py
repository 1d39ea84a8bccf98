"""The catalogue of indicators: what is known of each."""

from dataclasses import dataclass
from datetime import datetime

from psdt.domain.indicators import Indicateur

DECRIT = ("libelle", "theme", "unite", "sens", "definition", "source", "calcul")
"""What is said of an indicator, by field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entree:
    """One indicator of the catalogue."""

    indicateur: Indicateur
    declare: bool
    """Whether the application knows it by itself: its first description can be put back."""
    chiffres: int = 0
    annees: tuple[int, int] | None = None
    """First and last years of its figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Modification:
    """One change of descriptions by the CIAS: typed, or a file of the catalogue."""

    id: int
    instant: datetime
    par: str
    """Name of who made it, if it is known."""
    fichier: str = ""
    """Name of the file; nothing when it was typed."""
    nombre: int = 1
    """How many indicators it described."""
    en_vigueur: int = 1
    """How many of them still have its words."""
    annule_le: datetime | None = None
    annule_par: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passe:
    """What may come back of the description of an indicator."""

    derniere: Modification
    remise: bool
    """Whether the last modification put the first description back."""
    retour: Indicateur | None
    """What undoing the last modification gives; none when that takes the indicator away."""
    origine: Indicateur | None
    """What imports say of it, else the application; none when the CIAS added it itself."""
