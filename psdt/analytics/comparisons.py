"""Compare indicators side by side: which year of each, how far from a reference.

What is given is what the ensemble of a démarche holds: one row a value, ``code``, ``niveau``,
``code_territoire``, ``territoire``, ``annee``, ``valeur``, ``statut`` and ``source``. Nothing is
averaged: the figure of a larger territoire is the one that is published, or is missing.
"""

import numpy as np
import pandas as pd

from psdt.analytics.indicators import LIKE, SIGN, usual_gap
from psdt.domain.indicators import Niveau, Sens, Statut

MOST = 0.9
"""A year is known for most communes when it is for nine tenths of what the best year is."""
RECENT = 3
"""Years before the latest among which the one published for the most levels is taken."""
USUAL = (LIKE, 1.0, 2.0)
"""Limits of the classes of gaps, in usual gaps of the communes."""


def coverage(values: pd.DataFrame) -> pd.DataFrame:
    """Count the figures known, by indicator and year.

    Returns
    -------
    DataFrame
        ``code``, ``annee``, ``communes`` (how many have a figure) and ``niveaux`` (how many
        larger levels do); a year without any known figure has no row.
    """
    known = values[values["statut"].to_numpy() == Statut.OK]
    communal = pd.Series(known["niveau"].to_numpy() == Niveau.COMMUNE, index=known.index)
    keys = ["code", "annee"]
    counts = known.assign(communes=communal).groupby(keys, sort=False)["communes"].sum()
    larger = known[~communal].drop_duplicates([*keys, "niveau"]).groupby(keys).size()
    frame: pd.DataFrame = counts.to_frame().assign(niveaux=larger).fillna({"niveaux": 0})
    return frame.astype("int64").reset_index()


def year_shown(counts: pd.DataFrame, *, count: bool) -> int:
    """Return the year in which an indicator is compared.

    The latest known for most communes; for what is no count, a year up to ``RECENT`` years
    older is preferred when more larger territoires publish it: one cannot compare with
    nothing.

    Parameters
    ----------
    counts : DataFrame
        The rows of `coverage` of one indicator, at least one.
    count : bool
        Whether it counts things: a larger territoire then says nothing.

    Examples
    --------
    >>> known = pd.DataFrame(
    ...     {"annee": [2014, 2019, 2021], "communes": [13, 13, 13], "niveaux": [4, 4, 0]}
    ... )
    >>> year_shown(known, count=False), year_shown(known, count=True)
    (2019, 2021)
    """
    widest = counts[counts["communes"] >= MOST * counts["communes"].max()]
    if count:
        return int(widest["annee"].max())
    recent = widest[widest["annee"] >= widest["annee"].max() - RECENT]
    best = recent[recent["niveaux"] == recent["niveaux"].max()]
    return int(best["annee"].max())


def one_a_level(values: pd.DataFrame, own: tuple[Niveau, str] | None = None) -> pd.DataFrame:
    """Keep the communes, and one larger territoire a level.

    ``own``, a level and a code, at its level when it is there; elsewhere the first one, in
    the order of codes.
    """
    lieux = list(zip(values["niveau"], values["code_territoire"], strict=True))
    first: dict[Niveau, str] = {}
    for niveau, code in lieux:
        first[niveau] = min(first.get(niveau, code), code)
    if own in lieux:
        first |= dict([own])
    one = [niveau is Niveau.COMMUNE or first[niveau] == code for niveau, code in lieux]
    kept: pd.DataFrame = values[np.array(one, dtype=bool)]
    return kept


def gap_classes(values: pd.Series, reference: float, sens: Sens) -> pd.Series:
    """Say how far values are from a published reference, on the side that is fragile or not.

    The measure is the usual gap of the communes (`usual_gap`). Under a quarter of it, a
    commune is like the reference.

    Parameters
    ----------
    values : Series of float
        One value a commune, NaN when it is not known.
    reference : float
        NaN when none is published: there is no class then.
    sens : Sens
        A neutral indicator has no class.

    Returns
    -------
    Series of float
        From -3 (much less fragile) to 3 (much more fragile), 0 like the reference, NaN when
        nothing can be said.

    Examples
    --------
    >>> gap_classes(pd.Series([10.0, 9.0, 12.0, 16.0]), 10.0, Sens.DEFAVORABLE).tolist()
    [0.0, -1.0, 2.0, 3.0]
    """
    oriented: pd.Series = SIGN[sens] * (values - reference)
    if sens is Sens.NEUTRE or oriented.isna().all():
        return pd.Series(np.nan, index=values.index)
    sizes, usual = oriented.abs().round(9), usual_gap(values, reference)
    steps = np.sum([sizes >= limit * usual for limit in USUAL], axis=0)
    classes: pd.Series = (oriented.gt(0) * 1.0 - oriented.lt(0)) * steps
    return classes.where(oriented.notna())


def from_most_often_fragile(classes: pd.DataFrame) -> pd.DataFrame:
    """Count how often each commune is more fragile than the reference.

    Parameters
    ----------
    classes : DataFrame
        Communes × indicators, as `gap_classes` gives them.

    Returns
    -------
    DataFrame, index of the communes, the most often fragile first
        ``fragile`` and ``connus``, int: in how many indicators, and of how many that can be
        compared. Of equal counts, the largest gaps come first, then the order given.
    """
    frame = pd.DataFrame(
        {
            "fragile": (classes > 0).sum(axis=1),
            "connus": classes.notna().sum(axis=1),
            "ampleur": classes.clip(lower=0).sum(axis=1),
        }
    )
    ordered = frame.sort_values(["fragile", "ampleur"], ascending=False, kind="stable")
    return ordered[["fragile", "connus"]]
