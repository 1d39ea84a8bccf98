"""What may be published about groups without giving away what a few people answered.

A group under the threshold is hidden. Alone, it would come back by subtracting the others
from the total: so the smallest other group is hidden with it, and the next one, until those
hidden together reach the threshold. What remains computable by any sum or difference of what
is shown then always speaks of that many people at least, or of nobody.

The rule holds twice: for groups as a whole, then for each cell (an item on a criterion),
where « sans avis » may leave a large group with few answers.
"""

from collections.abc import Collection, Sequence

import numpy as np

from psdt.analytics.scores import Counts


def hidden_groups(
    sizes: Sequence[int], threshold: int, already: Collection[int] = ()
) -> frozenset[int]:
    """Return the positions of the groups to hide, beside a total that is shown.

    Parameters
    ----------
    sizes : n_groups integers
        Number of people who answered in each group.
    threshold : int
        Smallest number of people about whom something may be said.
    already : positions
        Groups that are hidden anyway.

    Examples
    --------
    Three habitants out of 15, 3, 9 and 12: the group of 9 is hidden with them. If nobody
    is left out, nothing is.

    >>> sorted(hidden_groups([15, 3, 9, 12], 5)), sorted(hidden_groups([15, 0], 5))
    ([1, 2], [])
    """
    hidden = {i for i, size in enumerate(sizes) if 0 < size < threshold} | set(already)
    others = sorted(set(range(len(sizes))) - hidden, key=lambda i: sizes[i])
    for position in others:
        if sizes[position] and 0 < sum(sizes[i] for i in hidden) < threshold:
            hidden.add(position)
    return frozenset(hidden)


def published_total(counts: Counts, threshold: int) -> Counts:
    """Return the counts of all groups together, cells under the threshold emptied.

    Parameters
    ----------
    counts : int array, shape (n_groups, n_items, n_criteria, n_levels)
        Number of people of each group who chose each level.
    threshold : int
        Smallest number of answers that may be shown.

    Returns
    -------
    int array, shape (n_items, n_criteria, n_levels)
        An emptied cell is all zeros: for what is computed next, nobody answered it.
    """
    total: Counts = counts.sum(axis=0)
    return np.where(total.sum(axis=-1, keepdims=True) >= threshold, total, 0)


def published_group(
    counts: Counts, group: int, threshold: int, already: Collection[int] = ()
) -> Counts:
    """Return the counts of one group, cells that must not be shown emptied.

    Parameters
    ----------
    counts : int array, shape (n_groups, n_items, n_criteria, n_levels)
        Number of people of each group who chose each level.
    group : int
        Position of the group.
    threshold : int
        Smallest number of answers that may be shown.
    already : positions
        Groups that are hidden as a whole: one of them is emptied everywhere.

    Returns
    -------
    int array, shape (n_items, n_criteria, n_levels)
    """
    answers = counts.sum(axis=-1)
    hidden = [
        [group in hidden_groups(answers[:, i, j].tolist(), threshold, already) for j in columns]
        for columns, i in ((range(answers.shape[2]), i) for i in range(answers.shape[1]))
    ]
    shape = (*answers.shape[1:], 1)
    return np.where(np.array(hidden, dtype=bool).reshape(shape), 0, counts[group])
