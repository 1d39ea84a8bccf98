"""Compare the figures of territoires: with a reference, with one another, over time.

Medians and rates are never averaged nor summed here: the figure of a larger territoire is
the one its producer publishes, or is missing. What is missing or secret stays apart from
zero: it is NaN, and in no class.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from psdt.domain.indicators import Sens, ecart_minimal, producteur

MAX_DECIMALS = 3
MOST = 0.9
"""Share of the figures of the best year from which a year is as good."""
SIGN = {Sens.DEFAVORABLE: 1, Sens.FAVORABLE: -1, Sens.NEUTRE: 0}
"""Whether a higher value means a more fragile situation."""
LIKE = 0.25
"""Share of the usual gap of the communes under which two figures are taken as alike."""


def widest_year(coverage: pd.DataFrame) -> pd.DataFrame:
    """Return, for each indicator, the latest year known for most territoires.

    Parameters
    ----------
    coverage : DataFrame
        Columns ``code``, ``annee`` (int) and ``connus`` (int), how many figures are known.

    Returns
    -------
    DataFrame, index ``code``
        ``annee`` and ``connus``, of the latest year whose figures are ``MOST`` of those of the
        best year: one figure more is no reason to go back in time.
    """
    best = coverage.groupby("code")["connus"].transform("max")
    wide = coverage[coverage["connus"] >= MOST * best].sort_values("annee", kind="stable")
    return wide.groupby("code", sort=False)[["annee", "connus"]].last()


def usual_gap(communes: pd.Series, reference: float) -> float:
    """Return how far communes usually are from a reference: the median of their gaps.

    Half of the largest gap when most communes are just at the reference; zero without any
    gap, or when nothing is known. In the indicator's own unit.

    Examples
    --------
    >>> usual_gap(pd.Series([10.0, 9.0, 12.0, 16.0]), 10.0)
    1.5
    """
    sizes = (communes - reference).abs().round(9).dropna()
    if sizes.empty:
        return 0.0
    return float(sizes.median()) or float(sizes.max()) / 2


def gaps(values: pd.Series, reference: float, sens: Sens, usual: float) -> pd.DataFrame:
    """Compare values with the published value of a reference.

    A gap of a few people is no fragility: what is closer to the reference than a quarter of
    the usual gap of the communes is like it, here as in `comparisons.gap_classes`.

    Parameters
    ----------
    values : Series of float
        One value a territoire, NaN when it is not known.
    reference : float
        Value of the reference, NaN when none is published.
    sens : Sens
        What a higher value means.
    usual : float
        How far communes usually are from one another, as `usual_gap` says.

    Returns
    -------
    DataFrame, index of ``values``
        - ``ecart`` : float, value minus reference, in the indicator's own unit.
        - ``fragile`` : bool, whether the situation is more fragile than the reference;
          never when the indicator is neutral or something is missing.
    """
    ecart = values - reference
    apart = ecart.abs().round(9) >= LIKE * usual
    return pd.DataFrame({"ecart": ecart, "fragile": apart & (SIGN[sens] * ecart > 0)})


def is_more_fragile(value: float, reference: float, sens: Sens, usual: float) -> bool:
    """Say of one territoire what `gaps` says of several.

    Examples
    --------
    >>> is_more_fragile(6.6, 6.5, Sens.DEFAVORABLE, usual=3.0)
    False
    >>> is_more_fragile(8.3, 6.5, Sens.DEFAVORABLE, usual=3.0)
    True
    """
    return bool(gaps(pd.Series([value]), reference, sens, usual)["fragile"].iloc[0])


def from_most_fragile(values: pd.Series, sens: Sens) -> pd.Series:
    """Return the values that are known, from the most fragile to the least.

    Of a neutral indicator, from the highest to the lowest. Equal values keep their order.
    """
    return values.dropna().sort_values(ascending=SIGN[sens] < 0, kind="stable")


def classes(values: pd.Series, n: int = 5) -> tuple[pd.Series, list[tuple[float, float]]]:
    """Cut values into classes of about the same size, for a map.

    Equal values share a class, so there may be fewer classes than asked.

    Parameters
    ----------
    values : Series of float
        NaN is in no class.
    n : int
        Most classes wanted.

    Returns
    -------
    Series of Int64
        Class of each value, from 0 for the lowest; missing where the value is.
    list of (float, float)
        Lowest and highest value met in each class.

    Raises
    ------
    ValueError
        If ``n`` is not positive.
    """
    if n < 1:
        raise ValueError(f"classes: {n}")
    known = values.dropna()
    if known.empty:
        return pd.Series(pd.NA, index=values.index, dtype="Int64"), []
    cuts = np.unique(np.quantile(known, np.arange(1, n) / n, method="inverted_cdf"))
    raw = np.searchsorted(cuts, known, side="left")
    numbers = np.unique(raw, return_inverse=True)[1]
    found = pd.Series(numbers, index=known.index, dtype="Int64").reindex(values.index)
    by_class = known.groupby(numbers)
    return found, list(zip(by_class.min(), by_class.max(), strict=True))


def comparable_years(years: Iterable[int], gap: int) -> list[int]:
    """Return the years that may be compared: the latest, then each far enough before.

    Figures of the census are means over five years: two years closer than that share
    surveys, and their difference says little.

    Examples
    --------
    >>> comparable_years([2010, 2015, 2016, 2020, 2021, 2022, 2023], gap=5)
    [2010, 2016, 2023]
    """
    kept: list[int] = []
    for year in sorted(set(years), reverse=True):
        if not kept or kept[-1] - year >= gap:
            kept.append(year)
    return kept[::-1]


def of_one_producer(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of a territoire that make an evolution, the earliest first.

    Two producers do not measure the same thing, even under one name: an unemployment rate of
    the census and one of France Travail, say. Of those with two years far enough from one
    another (`comparable_years`), the one of the latest year is kept; when none has two, the
    one of the latest year, alone.

    Parameters
    ----------
    rows : DataFrame
        Known figures of one indicator for one territoire: ``annee``, ``source`` and others.
    """
    makers = rows["source"].map(producteur)
    found = []
    for maker in makers.unique():
        own = rows[makers == maker]
        gap = max(map(ecart_minimal, own["source"].unique()))
        kept = own[own["annee"].isin(comparable_years(own["annee"], gap))]
        found.append((len(kept) > 1, int(kept["annee"].max()), kept))
    if not found:
        return rows
    best: pd.DataFrame = max(found, key=lambda one: one[:2])[2]
    return best.sort_values("annee")


def decimals(values: Sequence[float] | pd.Series) -> int:
    """Return how many decimals all these values need, at most three.

    Examples
    --------
    >>> decimals([12.0, 7.5]), decimals([0.246]), decimals([])
    (1, 3, 0)
    """
    known = np.asarray(values, dtype=float)
    known = known[np.isfinite(known)]
    for places in range(MAX_DECIMALS):
        if np.allclose(known, np.round(known, places), rtol=0, atol=1e-9):
            return places
    return MAX_DECIMALS
