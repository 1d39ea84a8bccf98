"""What is read of an indicator for one territoire: its latest figure, and against which.

A territoire is compared with a larger one in a year known for both; when it has no figure
at all, the smallest larger territoire that has one speaks instead, and says so.
"""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from psdt.analytics.indicators import of_one_producer
from psdt.domain.indicators import Niveau, Statut

LEVELS = list(Niveau)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One figure."""

    niveau: Niveau
    nom: str
    annee: int
    valeur: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The figure of a territoire, and the one it shares with a larger territoire."""

    lieu: Reading
    alors: Reading | None = None
    """Its figure in the year of the comparison."""
    reference: Reading | None = None


def compare(
    values: pd.DataFrame, commune: str | None, annee: int | None = None
) -> Comparison | None:
    """Read an indicator for a commune, or for the intercommunalité when none is named.

    Parameters
    ----------
    values : DataFrame
        One indicator: ``niveau``, ``code_territoire``, ``territoire``, ``annee``, ``valeur``,
        ``statut``.
    commune : str, optional
        Code of a commune.
    annee : int, optional
        The year that speaks when it is known; the latest otherwise.

    Returns
    -------
    Comparison, or None
        ``None`` when no territoire has a figure. The reference is the one of the year asked,
        or else of the latest common year and, of those, the smallest. When a level has several
        territoires (two départements, say), the first one in the order of codes that has a
        figure speaks.
    """
    found: dict[Niveau, dict[str, dict[int, Reading]]] = {}
    columns = ("niveau", "code_territoire", "territoire", "annee", "valeur", "statut")
    for niveau, code, nom, year, valeur, statut in zip(
        *(values[column] for column in columns), strict=True
    ):
        if statut is Statut.OK and (niveau is not Niveau.COMMUNE or code == commune):
            reading = Reading(niveau=niveau, nom=nom, annee=year, valeur=valeur)
            found.setdefault(niveau, {}).setdefault(code, {})[year] = reading
    levels = {niveau: by_code[min(by_code)] for niveau, by_code in found.items()}
    present = [niveau for niveau in LEVELS if niveau in levels]
    if not present:
        return None
    own, *larger = (levels[niveau] for niveau in present)
    lieu = own[_nearest(own.keys(), annee)]
    shared = [
        (year == annee, year, -order)
        for order, other in enumerate(larger)
        if (common := own.keys() & other.keys()) and (year := _nearest(common, annee))
    ]
    if not shared:
        return Comparison(lieu=lieu)
    _, year, order = max(shared)
    return Comparison(lieu=lieu, alors=own[year], reference=larger[-order][year])


def _nearest(years: Collection[int], annee: int | None) -> int:
    """Return the year asked when it is one of these, else the latest."""
    return annee if annee is not None and annee in years else max(years)


def series(values: pd.DataFrame, commune: str | None, *, larger: bool) -> pd.DataFrame:
    """Return the figures over the years of a territoire, then of larger ones.

    Parameters
    ----------
    values : DataFrame
        One indicator, as for `compare`, with ``source``.
    commune : str, optional
        Code of a commune; the intercommunalité otherwise.
    larger : bool
        Whether larger territoires are wanted too: not beside a count.

    Returns
    -------
    DataFrame
        ``niveau``, ``nom``, ``annee``, ``valeur``, sorted by level then year; one territoire a
        level, the first in the order of codes, as for `compare`. Years that overlap are left
        out, those of another producer too (`of_one_producer`), and territoires with fewer than
        two years. Empty when no evolution can be shown
        for the first territoire.
    """
    concerned = (values["niveau"] != Niveau.COMMUNE) | (values["code_territoire"] == commune)
    known = values[(values["statut"] == Statut.OK) & concerned]
    parts = []
    for niveau in LEVELS:
        rows = known[known["niveau"] == niveau]
        rows = rows[rows["code_territoire"] == rows["code_territoire"].min()]
        rows = of_one_producer(rows)
        if len(rows) >= 2:
            parts.append(rows)
        elif not parts and len(rows):
            break  # the territoire that counts has one year: the others say nothing of it
    kept = parts if larger else parts[:1]
    frame = pd.concat(kept) if kept else known.head(0)
    columns = {"niveau": "niveau", "territoire": "nom", "annee": "annee", "valeur": "valeur"}
    return frame[list(columns)].rename(columns=columns).reset_index(drop=True)


def annual_rate(start: float, end: float, years: int) -> float:
    """Return the growth a year that leads from one figure to another, in percent.

    Raises
    ------
    ValueError
        If a figure is not positive, or if no year passed.

    Examples
    --------
    >>> round(annual_rate(100.0, 121.0, 2), 6)
    10.0
    """
    if start <= 0 or end <= 0 or years <= 0:
        raise ValueError(f"annual_rate: {start}, {end}, {years}")
    rate: float = 100 * ((end / start) ** (1 / years) - 1)
    return rate
