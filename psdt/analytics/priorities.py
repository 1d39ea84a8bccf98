"""The priority table of a notation: from the levels chosen to scores, ranks and agreement."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import numpy as np
import pandas as pd

from psdt.analytics.agreement import agreement
from psdt.analytics.ranks import ranks
from psdt.analytics.scores import Counts, level_means, weighted_mean, weighted_scores


@dataclass(frozen=True, slots=True, kw_only=True)
class Priorities:
    """The same answers, item by item and cell by cell, in the order given."""

    table: pd.DataFrame
    """One row an item: ``rang`` (Int64, absent when there is no score), ``score`` (0 to 100),
    ``accord`` (-1 to 1: weighted mean of the agreement on each criterion)."""
    cells: pd.DataFrame
    """One row an item and a criterion: ``moyenne`` (1 to n_levels), ``points`` (what the
    criterion brings to the score), ``accord`` (-1 to 1), ``reponses`` (people), ``niveau_1``,
    ``niveau_2``… (people). Nothing anywhere when nobody answered."""


def prioritise(
    counts: Counts, weights: Sequence[Fraction], items: Sequence[int], criteria: Sequence[int]
) -> Priorities:
    """Score and rank items on weighted criteria, with how much people agree.

    The agreement on an item is the weighted mean of that on each criterion, never that of
    all answers poured together: people who all find it urgent and all find it out of reach
    agree.

    Parameters
    ----------
    counts : int array, shape (n_items, n_criteria, n_levels)
        Number of people who chose each level, from the lowest.
    weights : n_criteria fractions
        None negative.
    items, criteria : identifiers
        Labels of the rows of the tables.
    """
    means, scores = level_means(counts), weighted_scores(counts, weights)
    agreements = [
        [agreement(cell) if any(cell) else None for cell in row] for row in counts.tolist()
    ]
    table = pd.DataFrame(
        {
            "rang": pd.array(ranks(scores), dtype="Int64"),
            "score": _floats(scores),
            "accord": _floats([weighted_mean(row, weights) for row in agreements]),
        },
        index=pd.Index(items),
    )
    levels = counts.reshape(-1, counts.shape[-1])
    people = {f"niveau_{n}": _people(chosen) for n, chosen in enumerate(levels.T, start=1)}
    columns = {
        "moyenne": _floats([mean for row in means for mean in row]),
        "points": _floats([p for row in means for p in _points(row, weights, levels.shape[1])]),
        "accord": _floats([value for row in agreements for value in row]),
        "reponses": _people(levels.sum(axis=1)),
        **people,
    }
    index = pd.MultiIndex.from_tuples(list(product(items, criteria)), names=["item", "critere"])
    cells = pd.DataFrame(columns, index=index)
    cells.loc[cells["reponses"].eq(0), ["reponses", *people]] = pd.NA
    return Priorities(table=table, cells=cells)


def _points(
    means: Sequence[Fraction | None], weights: Sequence[Fraction], n_levels: int
) -> list[Fraction | None]:
    known = sum((w for m, w in zip(means, weights, strict=True) if m is not None), Fraction(0))
    return [
        None if mean is None or not known else 100 * weight * (mean - 1) / (n_levels - 1) / known
        for mean, weight in zip(means, weights, strict=True)
    ]


def _floats(values: Sequence[Fraction | None]) -> list[float]:
    return [np.nan if value is None else float(value) for value in values]


def _people(counts: Counts) -> pd.api.extensions.ExtensionArray:
    return pd.array(counts, dtype="Int64")
