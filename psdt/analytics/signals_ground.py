"""The territoire whose figures are searched: who its people are, and whose figures speak."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from psdt.analytics.signals_figures import FEW, Figures, Floats, Numbers, Place, spread
from psdt.domain.indicators import Niveau
from psdt.domain.signaux import PETITE_COMMUNE, Genre, Ton

CONTEXT = 0.5
"""Weight of a figure that is only published for a larger territoire."""
SPAN = 5
"""Years of an evolution, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that stands out."""

    code: str
    genre: Genre
    ton: Ton
    annee: int
    lieux: tuple[Place, ...]
    """Whom it is about, the farthest first."""
    valeurs: tuple[float, ...]
    """Their figures in ``annee``."""
    reperes: tuple[tuple[Place, float], ...] = ()
    """What they are compared with in ``annee``; the first one counts."""
    debut: int | None = None
    """First year of an evolution."""
    alors: tuple[float, ...] = ()
    """In ``debut``: the figure of the territoire, then of the first of ``reperes`` if any."""
    depuis: int | None = None
    """Earliest year since which the gap has had the same sign."""
    robuste: float = 0.0
    """The largest gap in usual gaps, positive when higher than the reference."""
    connus: int = 0
    """Communes whose figure is known in ``annee``."""
    caches: int = 0
    """Communes whose figure is withheld in ``annee``."""
    force: float = 0.0
    """What findings are ranked by."""


class Ground:
    """The communes of a démarche, their inhabitants, and its territoire.

    Parameters
    ----------
    communes : sequence of str
        Codes.
    habitants : Series, index code of commune
        Inhabitants, where they are known.
    lieu : (Niveau, str), optional
        The territoire of the démarche.
    """

    def __init__(
        self, communes: Sequence[str], habitants: "pd.Series[float]", lieu: Place | None
    ) -> None:
        self.communes = list(communes)
        self.lieu = lieu
        self.habitants: Floats = np.asarray(habitants.reindex(self.communes), dtype=np.float64)
        self.sure: Floats = np.ones(len(self.communes))
        small = self.habitants < PETITE_COMMUNE
        self.sure[small] = np.sqrt(self.habitants[small] / PETITE_COMMUNE)
        """Weight of a gap of each commune: a rate moves as the root of the population."""

    def place(self, n: int | np.intp) -> Place:
        """Return a commune by its column."""
        return Niveau.COMMUNE, self.communes[n]

    def subject(self, figures: Figures) -> Place | None:
        """Return the territoire of the démarche, or the smallest larger one with figures."""
        lieu = self.lieu
        if lieu is not None and lieu[0] is Niveau.COMMUNE and lieu[1] in self.communes:
            column = figures.communes[:, self.communes.index(lieu[1])]
            if np.isfinite(column).any():
                return lieu
        return figures.plus_grands[0] if figures.plus_grands else None

    def own(self, figures: Figures, lieu: Place) -> tuple[Floats, Numbers, int]:
        """Return the figures of a territoire over the years, and their producers.

        Then the first territoire larger than it.
        """
        communal, larger = figures.producteurs
        if lieu[0] is Niveau.COMMUNE:
            n = self.communes.index(lieu[1])
            return figures.communes[:, n], communal[:, n], 0
        level = figures.plus_grands.index(lieu)
        return figures.reperes[:, level], larger[:, level], level + 1

    def near(self, lieu: Place) -> float:
        """Return the weight of a territoire: figures of a larger one are only a context."""
        expected = self.lieu[0] if self.lieu else Niveau.EPCI
        return 1.0 if lieu[0] in {expected, Niveau.COMMUNE} else CONTEXT

    def usual(self, figures: Figures, year: int, reference: float) -> float:
        """Return the usual gap between communes, in the year nearest to that one."""
        known = np.isfinite(figures.communes).sum(axis=1)
        years = np.flatnonzero(known >= FEW)
        if not len(years):
            return spread(np.array([]), reference)
        away = np.abs(figures.annees[years] - figures.annees[year])
        nearest = years[np.lexsort((-figures.annees[years], away))[0]]
        return spread(figures.communes[nearest], reference)


def ton(sign: float) -> Ton:
    """Return what a gap says, by its sign once a positive one is unfavourable."""
    return Ton.NEUTRE if not sign else Ton.FRAGILE if sign > 0 else Ton.FORCE


def references(figures: Figures, year: int, level: int) -> tuple[tuple[Place, float], ...]:
    """Return what is known in a year, from a level up."""
    return tuple(
        (figures.plus_grands[j], float(figures.reperes[year, j]))
        for j in range(level, len(figures.plus_grands))
        if np.isfinite(figures.reperes[year, j])
    )
