"""Figures over the years that may be compared: of one producer, never of overlapping rounds.

What is given is what the ensemble of a démarche holds, as in ``psdt.analytics.comparisons``.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from psdt.analytics.indicators import SIGN, of_one_producer
from psdt.domain.indicators import Niveau, Sens, Statut, ecart_minimal, producteur


def evolution(values: pd.DataFrame, lieux: Sequence[tuple[Niveau, str]]) -> pd.DataFrame:
    """Return the figures of some territoires over the years that may be compared.

    Parameters
    ----------
    values : DataFrame
        One indicator.
    lieux : sequence of (level, code)
        The territoires, in the order of the picture; the first has to be known.

    Returns
    -------
    DataFrame
        ``niveau``, ``code_territoire``, ``nom``, ``annee``, ``valeur``, ``source`` and ``trait``
        (int), by territoire in the order asked, then year. Years are those of the first one
        that has two of them, far enough from one another and of one producer
        (`of_one_producer`); a territoire known in fewer than two of them is left out, and so
        are its figures of another producer. Within a territoire, ``trait`` changes where the
        line must be broken: a year of the picture is missing between two figures. Empty when
        nothing can be compared.
    """
    known = values[values["statut"].to_numpy() == Statut.OK]
    places: dict[tuple[Niveau, str], list[int]] = {lieu: [] for lieu in lieux}
    for row, lieu in enumerate(zip(known["niveau"], known["code_territoire"], strict=True)):
        if lieu in places:
            places[lieu].append(row)
    found = [known.iloc[places[lieu]] for lieu in lieux]
    years = next(
        (kept for rows in found if len(kept := of_one_producer(rows)["annee"].tolist()) > 1), []
    )
    parts = [of_one_producer(rows[rows["annee"].isin(years)]) for rows in found]
    parts = [rows.assign(trait=_strokes(rows, years)) for rows in parts if len(rows) > 1]
    frame: pd.DataFrame = pd.concat(parts) if parts else known.head(0).assign(trait=0)
    columns = ["niveau", "code_territoire", "territoire", "annee", "valeur", "source", "trait"]
    return frame[columns].rename(columns={"territoire": "nom"}).reset_index(drop=True)


def since_first(frame: pd.DataFrame) -> pd.DataFrame | None:
    """Return an `evolution` of counts as changes since its first year, in %.

    Counts of a village and of a département then have the same scale. Territoires unknown in
    the first year are left out; ``None`` when a first count is not positive.
    """
    first = frame[frame["annee"] == frame["annee"].min()]
    base = first.set_index(["niveau", "code_territoire"])["valeur"]
    if not (base > 0).all() or base.empty:
        return None
    keys = pd.MultiIndex.from_frame(frame[["niveau", "code_territoire"]])
    starts = pd.Series(base.reindex(keys).to_numpy(), index=frame.index)
    changed = frame.assign(valeur=100 * (frame["valeur"] / starts - 1))
    kept: pd.DataFrame = changed[starts.notna()].reset_index(drop=True)
    return kept


def comparable_series(values: pd.DataFrame) -> pd.DataFrame:
    """Return which indicators are known in two comparable years, territoire by territoire.

    Returns
    -------
    DataFrame
        ``code``, ``niveau`` and ``code_territoire``, one row each, in the order of ``values``;
        both years are of one producer, as in an `evolution`.
    """
    one = ["code", "niveau", "code_territoire"]
    known = values[values["statut"].to_numpy() == Statut.OK]
    if known.empty:
        return pd.DataFrame(columns=one)
    number, texts = pd.factorize(known["source"])
    makers = pd.factorize(np.array([producteur(text) for text in texts], dtype=object))[0]
    gaps = np.array([ecart_minimal(text) for text in texts])
    made = known.assign(producteur=makers[number], ecart=gaps[number])
    by_place = made.groupby([*one, "producteur"], sort=False)
    years = by_place["annee"]
    wide: pd.Series = (years.max() - years.min()) >= by_place["ecart"].max()
    found: pd.DataFrame = wide[wide].index.to_frame(index=False)[one].drop_duplicates()
    return found


def more_fragile(frame: pd.DataFrame, sens: Sens) -> Mapping[str, float]:
    """Return, by code of commune, the change from the first to the last year of a picture.

    Oriented: positive when the situation became more fragile; of a neutral indicator, when
    the figure grew. Communes that are not known in both years are left out. ``frame`` is an
    `evolution`.
    """
    sign = SIGN[sens] or 1
    communes = frame[frame["niveau"].to_numpy() == Niveau.COMMUNE]
    first, last = (
        communes[communes["annee"] == annee].set_index("code_territoire")["valeur"]
        for annee in (frame["annee"].min(), frame["annee"].max())
    )
    changes: pd.Series = (sign * (last - first)).dropna()
    return {str(code): float(change) for code, change in changes.items()}


def gap_change(
    frame: pd.DataFrame, own: tuple[Niveau, str], other: tuple[Niveau, str], *, ratio: bool
) -> float:
    """Return how much further a territoire is from another one than it was at first.

    From the first to the last year that both have in an `evolution`, when one producer made
    all four figures; NaN otherwise.

    Parameters
    ----------
    frame : DataFrame
        An `evolution`.
    own, other : (level, code)
        Who moves, and what it is compared with.
    ratio : bool
        Compare by a ratio, in %, and not by a difference: prices rise everywhere, and the
        gap between two amounts with them.

    Examples
    --------
    >>> frame = pd.DataFrame(
    ...     {
    ...         "niveau": [Niveau.EPCI, Niveau.EPCI, Niveau.FRANCE, Niveau.FRANCE],
    ...         "code_territoire": ["E", "E", "F", "F"],
    ...         "annee": [2014, 2019, 2014, 2019],
    ...         "valeur": [10.0, 14.0, 20.0, 21.0],
    ...         "source": "Insee",
    ...     }
    ... )
    >>> gap_change(frame, (Niveau.EPCI, "E"), (Niveau.FRANCE, "F"), ratio=False)
    3.0
    """
    one, other_one = _by_year(frame, own), _by_year(frame, other)
    shared = sorted(one.keys() & other_one.keys())
    if len(shared) < 2:
        return float("nan")
    (start, by), (end, at) = ((one[year], other_one[year]) for year in (shared[0], shared[-1]))
    if len({producteur(source) for _, source in (start, by, end, at)}) > 1:
        return float("nan")
    if not ratio:
        return (end[0] - at[0]) - (start[0] - by[0])
    if not (by[0] > 0 and at[0] > 0):
        return float("nan")
    return 100 * (end[0] / at[0] - start[0] / by[0])


def _by_year(frame: pd.DataFrame, lieu: tuple[Niveau, str]) -> dict[int, tuple[float, str]]:
    """Return the figures of a territoire and their source, by year."""
    names = ("niveau", "code_territoire", "annee", "valeur", "source")
    rows = zip(*(frame[name].tolist() for name in names), strict=True)
    return {
        year: (value, source)
        for niveau, code, year, value, source in rows
        if (niveau, code) == lieu
    }


def _strokes(rows: pd.DataFrame, years: Sequence[int]) -> list[int]:
    """Return the part of the line of each year: a missing year breaks it."""
    places = [years.index(year) for year in rows["annee"]]
    strokes = [0] * len(rows)
    for i in range(1, len(rows)):
        strokes[i] = strokes[i - 1] + (places[i] - places[i - 1] > 1)
    return strokes
