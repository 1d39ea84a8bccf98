"""The figures of an indicator, laid out to be compared: a row a year, a column a territoire."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from psdt.domain.indicators import Niveau, Statut, ecart_minimal, producteur

Place = tuple[Niveau, str]
"""Level and code of a territoire."""
Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

CAP = 4.0
"""A gap counts for four usual gaps at most: one extreme figure does not outrank everything."""
FEW = 5
"""Under so many figures, communes say nothing of what gap is usual between them."""
TENTH = 0.1
"""What is then taken for a usual gap: a tenth of the reference."""
FLOOR = 0.02
"""A usual gap is never taken for less than this share of the reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One indicator; NaN where no figure is known."""

    annees: NDArray[np.int64]
    """Years with any row, the earliest first: shape (Y,)."""
    communes: Floats
    """Shape (Y, N), in the order of the communes asked for."""
    secrets: NDArray[np.bool_]
    """Where a figure of a commune exists and is withheld: shape (Y, N)."""
    plus_grands: tuple[Place, ...]
    """One territoire a level, the smallest level first: the one that speaks for it."""
    reperes: Floats
    """Shape (Y, L), a column for each of ``plus_grands``."""
    ecart: int
    """Years that must separate two figures for a difference to mean something."""
    producteurs: tuple[Numbers, Numbers]
    """Who publishes each figure of ``communes`` and of ``reperes``: a number, −1 for none."""


def laid_out(
    valeurs: pd.DataFrame, communes: Sequence[str], lieu: Place | None = None
) -> dict[str, Figures]:
    """Lay out figures by indicator.

    Parameters
    ----------
    valeurs : DataFrame
        ``code``, ``niveau``, ``code_territoire``, ``annee``, ``valeur``, ``statut``, ``source``;
        the order of the rows does not matter.
    communes : sequence of str
        Codes of the communes of the démarche; others are left out.
    lieu : (Niveau, str), optional
        The territoire of the démarche: it speaks for its level. Otherwise, and for the other
        levels, the first in the order of codes that has a figure speaks.

    Returns
    -------
    dict of str to Figures
        By code of indicator, sorted.
    """
    places = [(Niveau.COMMUNE, code) for code in communes]
    column, larger = _columns(valeurs, places)
    valeurs, column = valeurs[column >= 0], column[column >= 0]
    row, codes = pd.factorize(valeurs["code"], sort=True)
    year, years = pd.factorize(valeurs["annee"], sort=True)
    known = (valeurs["statut"] == Statut.OK).to_numpy()
    secret = (valeurs["statut"] == Statut.SECRET).to_numpy()
    shape = (len(codes), len(years), len(places) + len(larger))
    cube, hidden = np.full(shape, np.nan), np.zeros(shape, dtype=bool)
    cube[row, year, column] = np.where(known, valeurs["valeur"].to_numpy(dtype=float), np.nan)
    hidden[row, year, column] = secret
    number, makers, between = _sources(valeurs["source"])
    made = np.full(shape, -1, dtype=np.int64)
    made[row, year, column] = np.where(known, makers[number], -1)
    met = np.zeros(shape[:2], dtype=bool)
    met[row, year] = True
    gaps = np.ones(len(codes), dtype=np.int64)
    np.maximum.at(gaps, row, between[number])
    n = len(places)
    found = {}
    for i, code in enumerate(codes):
        speaking = _speaking(np.isfinite(cube[i, :, n:]).any(axis=0), larger, lieu)
        of_years = met[i]
        found[str(code)] = Figures(
            annees=np.asarray(years, dtype=np.int64)[of_years],
            communes=cube[i, of_years, :n],
            secrets=hidden[i, of_years, :n],
            plus_grands=tuple(larger[j] for j in speaking),
            reperes=cube[i][of_years][:, [n + j for j in speaking]],
            ecart=int(gaps[i]),
            producteurs=(
                made[i, of_years, :n],
                made[i][of_years][:, [n + j for j in speaking]],
            ),
        )
    return found


def spread(values: Floats, reference: float) -> float:
    """Return how far from one another territoires usually are, without the extreme ones.

    The median absolute deviation, scaled to be a standard deviation for normal values. When
    more than half of the values are equal it is zero, and the interquartile range speaks, then
    the mean deviation. Under ``FEW`` values, or when all are equal, a tenth of the largest of
    the values and the reference speaks; NaN when all of them are zero.

    Parameters
    ----------
    values : array of float
        NaN is left out.
    reference : float
        What the values are compared with.

    References
    ----------
    P. Rousseeuw and C. Croux, « Alternatives to the Median Absolute Deviation », JASA 88, 1993.

    Examples
    --------
    >>> round(spread(np.array([1.0, 2.0, 3.0, 4.0, 90.0]), 2.0), 4)
    1.4826
    >>> spread(np.array([10.0, 12.0]), 20.0)
    2.0
    """
    known = values[np.isfinite(values)]
    size = max(np.abs(known).max(initial=0.0), abs(reference))
    if not size > 0:
        return float("nan")
    least = FLOOR * abs(reference)
    if len(known) >= FEW:
        away = np.abs(known - np.median(known))
        for usual in (_median, _quartiles, _mean):  # the first one is enough nearly always
            found = usual(known, away)
            if found > 1e-9 * size:
                return max(found, least)
    return float(TENTH * size)


def _median(_: Floats, away: Floats) -> float:
    return float(1.4826 * np.median(away))


def _quartiles(known: Floats, _: Floats) -> float:
    low, high = np.quantile(known, [0.25, 0.75])
    return float((high - low) / 1.349)


def _mean(_: Floats, away: Floats) -> float:
    return float(1.2533 * away.mean())


def _columns(valeurs: pd.DataFrame, places: list[Place]) -> tuple[NDArray[np.int64], list[Place]]:
    """Return the column of each row, −1 for a commune not asked for, and the larger places."""
    level, levels = pd.factorize(valeurs["niveau"])
    code, codes = pd.factorize(valeurs["code_territoire"])
    pair = level.astype(np.int64) * len(codes) + code
    number, pairs = pd.factorize(pair)
    met: list[Place] = [
        (levels[int(p) // len(codes)], str(codes[int(p) % len(codes)])) for p in pairs
    ]
    order = list(Niveau)
    larger = sorted(
        (place for place in met if place[0] is not Niveau.COMMUNE),
        key=lambda place: (order.index(place[0]), place[1]),
    )
    column = {place: n for n, place in enumerate([*places, *larger])}
    columns = np.array([column.get(place, -1) for place in met], dtype=np.int64)
    return columns[number], larger


def _speaking(known: NDArray[np.bool_], larger: list[Place], lieu: Place | None) -> list[int]:
    """Return the columns of the territoires that speak for their level."""
    first: dict[Niveau, int] = {}
    for j, place in enumerate(larger):
        if known[j] and (place[0] not in first or place == lieu):
            first[place[0]] = j
    return list(first.values())


def _sources(sources: pd.Series) -> tuple[NDArray[np.intp], Numbers, Numbers]:
    """Return the number of the source of each row; of each source, its producer and its gap."""
    number, texts = pd.factorize(sources)
    makers = pd.factorize(np.array([producteur(text) for text in texts], dtype=object))[0]
    gaps = np.array([ecart_minimal(text) for text in texts], dtype=np.int64)
    return number, makers.astype(np.int64), gaps
