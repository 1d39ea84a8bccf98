"""Weighted scores on fixed bounds, from the number of people who chose each level.

The bounds of the scale are those of the question, never the best and worst of the items at
hand: adding or removing an item cannot reorder the others. « Sans avis » is in no count:
it is a missing answer, not a zero.
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]


def level_means(counts: Counts) -> list[list[Fraction | None]]:
    """Return the mean level of each item on each criterion, exactly.

    Parameters
    ----------
    counts : int array, shape (n_items, n_criteria, n_levels)
        Number of people who chose each level, from the lowest, which is 1.

    Returns
    -------
    list, shape (n_items, n_criteria)
        Fractions from 1 to n_levels; ``None`` where nobody answered.

    Raises
    ------
    ValueError
        If a count is negative, or if the scale has fewer than two levels.
    """
    if counts.shape[-1] < 2 or (counts < 0).any():
        raise ValueError("counts: two levels at least, none negative")
    totals = counts.sum(axis=-1).tolist()
    sums = (counts @ np.arange(1, counts.shape[-1] + 1)).tolist()
    return [
        [Fraction(total, n) if n else None for total, n in zip(row, answers, strict=True)]
        for row, answers in zip(sums, totals, strict=True)
    ]


def weighted_scores(counts: Counts, weights: Sequence[Fraction]) -> list[Fraction | None]:
    """Return the score of each item, from 0 to 100.

    It is 100 times the weighted mean, over the criteria that were answered, of
    (mean level - 1) / (number of levels - 1).

    Parameters
    ----------
    counts : int array, shape (n_items, n_criteria, n_levels)
        Number of people who chose each level, from the lowest.
    weights : n_criteria fractions
        None negative; only their proportions matter.

    Returns
    -------
    list of n_items fractions
        ``None`` for an item that was answered on no criterion that weighs.

    Examples
    --------
    Two criteria of which the first weighs twice as much; nobody answers the second one for
    the second item.

    >>> counts = np.array([[[0, 0, 0, 5], [5, 0, 0, 0]], [[0, 5, 0, 0], [0, 0, 0, 0]]])
    >>> [str(score) for score in weighted_scores(counts, [Fraction(2, 3), Fraction(1, 3)])]
    ['200/3', '100/3']
    """
    width = counts.shape[-1] - 1
    means = (weighted_mean(row, weights) for row in level_means(counts))
    return [None if mean is None else 100 * (mean - 1) / width for mean in means]


def weighted_mean(
    values: Sequence[Fraction | None], weights: Sequence[Fraction]
) -> Fraction | None:
    """Return the weighted mean of the values there are; ``None`` when none weighs.

    Raises
    ------
    ValueError
        If a weight is negative, or if there is not one weight a value.
    """
    if any(weight < 0 for weight in weights):
        raise ValueError("weights: none may be negative")
    known = [(v, w) for v, w in zip(values, weights, strict=True) if v is not None and w]
    total = sum((weight for _, weight in known), Fraction(0))
    return sum((v * w for v, w in known), Fraction(0)) / total if known else None
