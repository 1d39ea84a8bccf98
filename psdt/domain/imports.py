"""Imports of figures: what came, from where, by whom, and whether it still holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from psdt.domain.indicators import Niveau
from psdt.words import imports as mots

LONGUEUR_FICHIER = 200
"""Longest name of a file that is kept."""


class Etat(StrEnum):
    """What a figure of a file changes in what the démarche holds."""

    NOUVELLE = "nouvelle"
    CHANGEE = "changée"
    INCHANGEE = "inchangée"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where figures come from: a file and its layout, or what somebody typed."""

    fichier: str
    nature: str
    """The layout that was recognised, as people read it."""
    empreinte: str = ""
    """SHA-256 of the file, or of the figures that were typed, in hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UniteChangee:
    """An indicator that a file counts in another unit than the figures that would stay."""

    libelle: str
    avant: str
    apres: str
    annees: tuple[int, ...]
    """Years of the figures that would stay, one a figure, in their order."""

    @property
    def phrase(self) -> str:
        """What is wrong, and what to do."""
        return mots.unite_changee(self.libelle, self.avant, self.apres, self.annees)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reponses:
    """What a person told of a file that does not tell it."""

    niveau: Niveau | None = None
    annee: int | None = None

    def avec(self, question: str, reponse: Any) -> "Reponses":
        """Return these answers and one more."""
        return replace(self, **{question: reponse})


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAbs:
    """One import of the history."""

    id: int
    provenance: Provenance
    instant: datetime
    par: str
    """Name of who imported it, if it is known."""
    bilan: Mapping[str, int]
    """How many figures, by name of ``Etat``; how many ``indicateurs`` and ``territoires``."""
    en_vigueur: int
    """Figures of it that the démarche shows: a later import may have replaced the others."""
    annule_le: datetime | None = None
    annule_par: str = ""

    @property
    def valeurs(self) -> int:
        """How many figures it brought."""
        return sum(self.bilan.get(etat.name, 0) for etat in Etat)
