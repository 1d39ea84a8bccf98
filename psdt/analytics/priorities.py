"""The priority table of a notation: from the levels chosen to scores, ranks and agreement."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pandas as pd

from psdt.analytics.agreement import agreement
from psdt.analytics.ranks import ranks
from psdt.analytics.scores import Counts, level_means, weighted_mean, weighted_scores


@dataclass(frozen=True, slots=True, kw_only=True)
class Priorities:
    """The same items and criteria, in the order given, seen in four ways."""

    table: pd.DataFrame
    """One row an item: ``rang`` (Int64, absent when no score), ``score`` (0 to 100) and
    ``accord`` (-1 to 1: weighted mean of the agreement on each criterion)."""
    means: pd.DataFrame
    """Items × criteria: mean level, 1 to n_levels."""
    answers: pd.DataFrame
    """Items × criteria: number of answers, « sans avis » left out."""
    agreements: pd.DataFrame
    """Items × criteria: van der Eijk's agreement, -1 to 1."""
    criteria_agreement: pd.Series
    """Criteria: plain mean over items of the agreement."""


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
        Labels of the rows and columns of the tables.
    """
    agreements = [
        [agreement(cell) if any(cell) else None for cell in row] for row in counts.tolist()
    ]
    scores = weighted_scores(counts, weights)
    table = pd.DataFrame(
        {
            "rang": pd.array(ranks(scores), dtype="Int64"),
            "score": _floats(scores),
            "accord": _floats([weighted_mean(row, weights) for row in agreements]),
        },
        index=pd.Index(items),
    )

    def by_cell(values: Sequence[Sequence[Fraction | None]]) -> pd.DataFrame:
        rows = np.array([_floats(row) for row in values]).reshape(len(items), len(criteria))
        return pd.DataFrame(rows, index=table.index, columns=pd.Index(criteria))

    by_criterion = by_cell(agreements)
    return Priorities(
        table=table,
        means=by_cell(level_means(counts)),
        answers=pd.DataFrame(counts.sum(axis=-1), index=table.index, columns=pd.Index(criteria)),
        agreements=by_criterion,
        criteria_agreement=by_criterion.mean(),
    )


def _floats(values: Sequence[Fraction | None]) -> list[float]:
    return [np.nan if value is None else float(value) for value in values]
