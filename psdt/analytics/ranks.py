"""Ranks with ties: two values share a rank only when they are exactly equal."""

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction


def ranks(values: Sequence[Fraction | None]) -> list[int | None]:
    """Return the rank of each value: 1 for the greatest, no rank where there is no value.

    Ties share the better rank and the next ranks are skipped (1, 2, 2, 4). Values are
    exact fractions: a rank never hangs on a rounding.

    Examples
    --------
    >>> ranks([Fraction(1, 3), Fraction(2, 3), None, Fraction(2, 6), Fraction(0)])
    [2, 1, None, 2, 4]
    """
    known = sorted(value for value in values if value is not None)
    return [None if v is None else len(known) - bisect_right(known, v) + 1 for v in values]
