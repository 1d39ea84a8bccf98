"""Scoring enjeux and objectifs on criteria: the criteria, the levels, what may be published."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from psdt.words.criteres import CRITERES, Ancres

NIVEAUX = (1, 2, 3, 4)
"""Levels of every criterion; 4 always calls for priority. « Sans avis » is no level."""

SEUIL_PUBLICATION = 5
"""Below this number of people, a result would tell who answered what: nothing is shown."""


class Liste(StrEnum):
    """The two lists of criteria of a démarche: choosing ambitions is not choosing enjeux."""

    AMBITIONS = "Critères des ambitions"
    ENJEUX = "Critères des enjeux et des objectifs"


class Accord(StrEnum):
    """How close people's answers are to one another, in words (van der Eijk's agreement)."""

    CONSENSUS = "consensus"
    PARTAGE = "partagé"
    CLIVANT = "clivant"

    @classmethod
    def of(cls, agreement: Fraction | float) -> "Accord":
        """Return the word for an agreement, from -1 (two camps) to 1 (all alike)."""
        if agreement >= Fraction(1, 2):
            return cls.CONSENSUS
        return cls.PARTAGE if agreement >= Fraction(1, 5) else cls.CLIVANT


@dataclass(frozen=True, slots=True, kw_only=True)
class Critere:
    """One criterion: what is judged, the question asked, and the answer for each level."""

    libelle: str
    question: str
    ancres: Ancres

    def ancre(self, niveau: int) -> str:
        """Return the written answer of a level, 1 to 4."""
        return self.ancres[NIVEAUX.index(niveau)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bareme:
    """What is scored, on what, and with which weights: the frozen parameters of a notation."""

    elements: tuple[int, ...]
    """The enjeux or objectifs, in the order in which they are shown."""
    poids: Mapping[int, Fraction]
    """Criterion → weight, in the order in which they are asked; they add up to 1."""

    @classmethod
    def read(cls, parametres: Mapping[str, Any]) -> "Bareme":
        """Read the parameters of an activité of nature notation."""
        return cls(
            elements=tuple(parametres["elements"]),
            poids={critere_id: Fraction(weight) for critere_id, weight in parametres["poids"]},
        )

    def parametres(self) -> dict[str, Any]:
        """Return the parameters to freeze: plain JSON, fractions kept exact (« 11/18 »)."""
        return {
            "elements": list(self.elements),
            "poids": [[critere_id, str(weight)] for critere_id, weight in self.poids.items()],
        }


CATALOGUE: dict[str, Critere] = {
    key: Critere(libelle=libelle, question=question, ancres=ancres)
    for key, (libelle, question, ancres) in CRITERES.items()
}
"""The eleven criteria offered; a CIAS keeps some, rewords them, or writes its own."""


class Preset(StrEnum):
    """Ready-made selections of criteria, to start from."""

    IMPORTANCE_MAITRISE = "Importance et maîtrise"
    HANLON = "Hanlon"
    SANTE = "Santé"
    VIERGE = "Vierge"

    @property
    def criteres(self) -> tuple[Critere, ...]:
        """The criteria of the selection, in the order in which they are asked."""
        return tuple(CATALOGUE[key] for key in _PRESETS[self])


# Hanlon's questions (size, seriousness, what can be done), read here by our weighted mean
# and not by (A + 2B) x C. « Santé » follows the guide « Le maire et la santé »: gravity,
# what residents perceive, frequency, social impact, feasibility.
_PRESETS = {
    Preset.IMPORTANCE_MAITRISE: ("gravite", "nombre", "capacite", "faisabilite"),
    Preset.HANLON: ("nombre", "gravite", "faisabilite"),
    Preset.SANTE: ("gravite", "attente", "nombre", "aggravation", "faisabilite"),
    Preset.VIERGE: (),
}
