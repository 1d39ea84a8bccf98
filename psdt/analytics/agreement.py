"""Agreement between people on an ordered scale (van der Eijk's A).

A spread in the sense of variance says the same of « everybody in the middle, a few apart »
and of « two camps »; this one tells them apart, and does not pretend that levels are
numbers. 1: everybody chose the same level. 0: the levels were chosen evenly, there is no
agreement to speak of. -1: two camps, at both ends.

Source: C. van der Eijk, « Measuring agreement in ordered rating scales », *Quality and
Quantity* 35, 2001.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations


def agreement(counts: Sequence[int]) -> Fraction:
    """Return van der Eijk's A of one distribution, exactly.

    The distribution is peeled into layers, each flat on the levels it covers. The
    agreement of a layer is known (`_layer`); A is their mean, weighted by the
    number of answers in each.

    Parameters
    ----------
    counts : n_levels integers
        Number of people who chose each level, in the order of the scale.

    Returns
    -------
    Fraction
        From -1 to 1.

    Raises
    ------
    ValueError
        If nobody answered, if a count is negative, or for fewer than three levels.

    Examples
    --------
    >>> str(agreement([0, 1, 8, 1])), str(agreement([5, 0, 0, 5]))
    ('4/5', '-1')
    """
    left = [int(count) for count in counts]
    total = sum(left)
    if len(left) < 3 or min(left) < 0 or total == 0:
        raise ValueError(f"counts: {left}, three levels at least and one answer")
    result = Fraction(0)
    while any(left):
        pattern = [count > 0 for count in left]
        height = min(count for count in left if count)
        result += Fraction(height * sum(pattern), total) * _layer(pattern)
        left = [count - height if count else 0 for count in left]
    return result


def _layer(pattern: Sequence[bool]) -> Fraction:
    """Return the agreement of a flat distribution on the levels that are true.

    Triples of levels that go (1, 1, 0) or (0, 1, 1) speak for one peak, (1, 0, 1) for
    two. The fewer levels covered, the stronger either way.
    """
    n, covered = len(pattern), sum(pattern)
    triples = list(combinations(pattern, 3))
    one_peak = triples.count((True, True, False)) + triples.count((False, True, True))
    two_peaks = triples.count((True, False, True))
    unimodality = Fraction(1)
    if one_peak + two_peaks:
        unimodality = Fraction(
            (n - 2) * one_peak - (n - 1) * two_peaks, (n - 2) * (one_peak + two_peaks)
        )
    return unimodality * (1 - Fraction(covered - 1, n - 1))
