"""How the fictitious people answer: drawn once and for all, the same at each demonstration."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from random import Random

from psdt.demo.donnees import Row
from psdt.domain.people import College
from psdt.domain.priorites import NIVEAUX

SEED = 2031
SANS_AVIS = 0.08
DISPERSION = {"fort": 0.5, "moyen": 0.85}
"""How far answers stray from the mean of a collège, in levels; « faible » makes two camps."""
CRITERES = {"gravite": 0.1, "nombre": -0.3, "capacite": -0.5, "attente": 0.2, "equite": -0.2}
"""How much higher or lower a criterion is scored than another, in levels."""
LOW, HIGH = min(NIVEAUX), max(NIVEAUX)


class Avis:
    """Draw answers: two objects draw the same, in the same order of calls."""

    def __init__(self, enjeux: Mapping[str, Row]) -> None:
        self._enjeux = enjeux
        self._random = Random(SEED)  # noqa: S311 (a play, not a secret)

    def ranking(self, criteres: Sequence[int]) -> list[int]:
        """Rank criteria, the most important first: people roughly keep the order given."""
        places = {
            critere: place + self._random.gauss(0, 1.6) for place, critere in enumerate(criteres)
        }
        return sorted(criteres, key=places.__getitem__)

    def levels(
        self, college: College, enjeux: Iterable[str], criteres: Iterable[str]
    ) -> Iterator[tuple[str, str, int | None]]:
        """Answer as one person of a collège: enjeu, criterion, level or « sans avis »."""
        severity = self._random.gauss(0, 0.25)
        asked = tuple(criteres)
        for enjeu in enjeux:
            for critere in asked:
                yield enjeu, critere, self._level(self._enjeux[enjeu], college, critere, severity)

    def _level(self, enjeu: Row, college: College, critere: str, severity: float) -> int | None:
        if self._random.random() < SANS_AVIS:
            return None
        mean = float(enjeu[college.name.lower()]) + CRITERES[critere] + severity
        if critere == "capacite":
            mean += float(enjeu["capacite"])
        spread = DISPERSION.get(enjeu["accord"])
        if spread is None:
            return HIGH if self._random.random() < (mean - LOW) / (HIGH - LOW) else LOW
        return min(max(round(self._random.gauss(mean, spread)), LOW), HIGH)
