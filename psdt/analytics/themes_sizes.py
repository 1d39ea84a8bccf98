"""How many texts each group of people wrote in each theme, without telling who wrote which.

The texts of a theme can be read one by one, so three rules hold at once:

- a count under the threshold is shown with others;
- a group of fewer people than the threshold is never shown apart, however much they wrote:
  six texts may come from one person;
- a table is published for one grouping of the same texts only. Between two of them, the
  texts that moved would tell their group: the caller never gives two.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from psdt.analytics.disclosure import hidden_groups

Table = NDArray[np.int_]


def published_sizes(
    counts: Sequence[Sequence[int]], people: Sequence[int], threshold: int
) -> Table:
    """Return the counts that may be shown, the others added up beside them.

    A group of fewer people than the threshold is hidden everywhere, with the smallest other
    group that wrote, until those hidden are enough people. Then a group that wrote fewer
    texts than the threshold in all is, and last each count under it, in the same way.

    Parameters
    ----------
    counts : n_themes × n_groups integers
        Number of texts, of one theme at least.
    people : n_groups integers
        Number of people who may have written them.
    threshold : int
        Smallest number of texts, and of people, about which something may be said.

    Returns
    -------
    int array, shape (n_themes, n_groups + 1)
        The last column is what is shown together. Rows keep their sums.

    Examples
    --------
    The third group wrote much, but three people did: the second one is hidden with it.

    >>> published_sizes([[20, 8, 6], [9, 7, 0], [3, 1, 0]], [60, 9, 3], 5).tolist()
    [[20, 0, 0, 14], [9, 0, 0, 7], [0, 0, 0, 4]]
    """
    table = np.array(counts, dtype=np.int_)
    written = table.sum(axis=0).tolist()
    wrote = [max(n, 1) if texts else 0 for n, texts in zip(people, written, strict=True)]
    always = hidden_groups(written, threshold, hidden_groups(wrote, threshold))
    together = np.zeros(table.shape, dtype=bool)
    for row, hidden in zip(table, together, strict=True):
        hidden[list(hidden_groups(row.tolist(), threshold, always))] = True
    apart = np.where(together, 0, table)
    return np.column_stack([apart, np.where(together, table, 0).sum(axis=1)])
