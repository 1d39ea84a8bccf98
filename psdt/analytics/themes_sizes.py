"""How many texts each group of people wrote in each theme, without telling who wrote which."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from psdt.analytics.disclosure import hidden_groups

Table = NDArray[np.int_]


def published_sizes(counts: Sequence[Sequence[int]], threshold: int) -> Table:
    """Return the counts that may be shown, the others added up beside them.

    The texts of a theme can be read one by one: with a count under the threshold, a reader
    would know who wrote them. Such counts are shown together, with the smallest other one
    of the theme, until they reach the threshold; a group that wrote fewer texts than that in
    all is never shown apart.

    Parameters
    ----------
    counts : n_themes × n_groups integers
        Number of texts, of one theme at least.
    threshold : int
        Smallest number of texts about which something may be said.

    Returns
    -------
    int array, shape (n_themes, n_groups + 1)
        The last column is what is shown together. Rows keep their sums.

    Examples
    --------
    >>> published_sizes([[20, 2, 6], [9, 7, 0], [3, 1, 0]], 5).tolist()
    [[20, 0, 0, 8], [9, 7, 0, 0], [0, 0, 0, 4]]
    """
    table = np.array(counts, dtype=np.int_)
    always = hidden_groups(table.sum(axis=0).tolist(), threshold)
    together = np.zeros(table.shape, dtype=bool)
    for row, hidden in zip(table, together, strict=True):
        hidden[list(hidden_groups(row.tolist(), threshold, always))] = True
    apart = np.where(together, 0, table)
    return np.column_stack([apart, np.where(together, table, 0).sum(axis=1)])
