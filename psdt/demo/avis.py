"""How the fictitious people answer: drawn once and for all, the same at each demonstration."""

from collections.abc import Iterable, Mapping, Sequence
from random import Random

from psdt.demo.donnees import Row
from psdt.domain.people import College
from psdt.domain.priorites import NIVEAUX

SANS_AVIS = 0.08
DISPERSION = {"fort": 0.5, "moyen": 0.85}
"""How far answers stray from the mean of a collège, in levels; « faible » makes two camps."""
CRITERES = {"gravite": 0.1, "nombre": -0.3, "capacite": -0.5, "attente": 0.2, "equite": -0.2}
"""How much higher or lower a criterion is scored than another, in levels."""


class Avis:
    """Draw answers; two objects of the same seed draw the same."""

    def __init__(self, enjeux: Mapping[str, Row], seed: int = 2031) -> None:
        self.enjeux = enjeux
        self.random = Random(seed)  # noqa: S311 (a play, not a secret)

    def ranking(self, criteres: Sequence[int]) -> list[int]:
        """Rank criteria, the most important first: most people keep an order, some upset it."""
        places = {
            critere: place + self.random.gauss(0, 1.2) for place, critere in enumerate(criteres)
        }
        return sorted(criteres, key=lambda critere: places[critere])

    def levels(
        self, college: College, enjeux: Iterable[str], criteres: Iterable[str]
    ) -> dict[tuple[str, str], int | None]:
        """Answer as one person of a collège: (enjeu, criterion) → level, or « sans avis »."""
        criteres = tuple(criteres)
        severity = self.random.gauss(0, 0.25)
        return {
            (enjeu, critere): self._level(self.enjeux[enjeu], college, critere, severity)
            for enjeu in enjeux
            for critere in criteres
        }

    def _level(self, enjeu: Row, college: College, critere: str, severity: float) -> int | None:
        if self.random.random() < SANS_AVIS:
            return None
        mean = float(enjeu[college.name.lower()]) + CRITERES[critere] + severity
        if critere == "capacite":
            mean += float(enjeu["capacite"])
        if enjeu["accord"] not in DISPERSION:
            return max(NIVEAUX) if self.random.random() < (mean - 1) / 3 else min(NIVEAUX)
        drawn = round(self.random.gauss(mean, DISPERSION[enjeu["accord"]]))
        return min(max(drawn, min(NIVEAUX)), max(NIVEAUX))
