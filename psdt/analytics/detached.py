"""The figure that is far from all the others."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

ASSEZ = 5
"""Fewer figures are not a crowd that one may be away from."""


def detached(values: Sequence[float] | pd.Series) -> int | None:
    """Return the place of the figure that is farther from the others than they are apart.

    Parameters
    ----------
    values : sequence of float, or Series
        Known figures, in any order.

    Returns
    -------
    int, or None
        ``None`` when the figures follow one another, or are fewer than ``ASSEZ``. There are
        never two: the gap to one end is among those of the others, seen from the other end.

    Examples
    --------
    >>> detached([14.6, 28.6, 45.4, 94.0, 228.1]), detached([2.4, 5.0, 6.1, 8.3, 11.4])
    (4, None)
    """
    figures = np.asarray(values, dtype=float)
    if len(figures) < ASSEZ:
        return None
    order = np.argsort(figures, kind="stable")
    ends = figures[order]
    above = (ends[-1] - ends[-2], ends[-2] - ends[0], order[-1])
    below = (ends[1] - ends[0], ends[-1] - ends[1], order[0])
    return next((int(place) for gap, others, place in (above, below) if gap > others), None)
