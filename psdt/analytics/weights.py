"""Weights of criteria, from what each person says of them, as exact fractions.

Whatever the way of asking, one person counts as much as another: each answer becomes
weights that add up to 1, and the group's weights are the mean of those.
"""

from collections.abc import Sequence
from fractions import Fraction


def equal(n: int) -> tuple[Fraction, ...]:
    """Return the same weight for each of ``n`` criteria; ``ValueError`` if there is none."""
    if n < 1:
        raise ValueError(f"no weight for {n} criteria")
    return (Fraction(1, n),) * n


def rank_order_centroid(n: int) -> tuple[Fraction, ...]:
    """Return the weights of ``n`` criteria of which only the order is known, heaviest first.

    They are the centre of all the weights that respect the order: the one at rank i
    weighs (1/i + 1/(i+1) + ... + 1/n) / n.

    Raises
    ------
    ValueError
        If there is no criterion.

    Notes
    -----
    Source: W. Edwards and F. H. Barron, « SMARTS and SMARTER », *Organizational Behavior
    and Human Decision Processes* 60, 1994.

    Examples
    --------
    >>> [str(weight) for weight in rank_order_centroid(3)]
    ['11/18', '5/18', '1/9']
    """
    if n < 1:
        raise ValueError(f"no weight for {n} criteria")
    inverses = [Fraction(1, k) for k in range(1, n + 1)]
    return tuple(sum(inverses[i:], Fraction(0)) / n for i in range(n))


def from_rankings(rankings: Sequence[Sequence[int]]) -> tuple[Fraction, ...]:
    """Return the group's weights, when each person ranked the criteria.

    Parameters
    ----------
    rankings : shape (n_people, n_criteria)
        Rank given by each person to each criterion: 1 for the most important, no tie.

    Returns
    -------
    tuple of n_criteria fractions
        Mean over people of the rank-order-centroid weights; they add up to 1.

    Raises
    ------
    ValueError
        If nobody answered, or if a line is not an order of all the criteria.

    Examples
    --------
    >>> [str(weight) for weight in from_rankings([[1, 2], [1, 2], [2, 1]])]
    ['7/12', '5/12']
    """
    n = len(rankings[0]) if rankings else 0
    by_rank = dict(enumerate(rank_order_centroid(n), start=1))
    if any(sorted(ranking) != list(by_rank) for ranking in rankings):
        raise ValueError(f"a ranking must hold each of the ranks 1 to {n} once")
    return _mean([[by_rank[rank] for rank in ranking] for ranking in rankings])


def from_points(points: Sequence[Sequence[int]]) -> tuple[Fraction, ...]:
    """Return the group's weights, when each person shared points between the criteria.

    Parameters
    ----------
    points : shape (n_people, n_criteria)
        Points given by each person to each criterion, none negative. Somebody who gave
        fewer points than allowed still counts for one person.

    Returns
    -------
    tuple of n_criteria fractions
        Mean over people of the shares of their points; they add up to 1.

    Raises
    ------
    ValueError
        If nobody answered, if lines differ in length, or if somebody gave no point.

    Examples
    --------
    >>> [str(weight) for weight in from_points([[8, 2], [5, 5]])]
    ['13/20', '7/20']
    """
    if not points or len({len(row) for row in points}) > 1:
        raise ValueError("points: one line a person, one column a criterion")
    if any(min(row) < 0 or sum(row) == 0 for row in points):
        raise ValueError("points: each person gives some, never a negative number")
    return _mean([[Fraction(given, sum(row)) for given in row] for row in points])


def _mean(weights: Sequence[Sequence[Fraction]]) -> tuple[Fraction, ...]:
    return tuple(sum(column, Fraction(0)) / len(weights) for column in zip(*weights, strict=True))
