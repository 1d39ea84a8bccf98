"""What is published never speaks of fewer than five people, however it is combined."""

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from psdt.analytics.disclosure import hidden_groups, published_group, published_total


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        pytest.param([15, 40, 12, 6], set(), id="all-large"),
        pytest.param([15, 40, 12, 4], {2, 3}, id="a-small-one-hides-the-smallest-other"),
        pytest.param([15, 40, 2, 1], {0, 2, 3}, id="two-small-ones-that-stay-under-the-threshold"),
        pytest.param([15, 40, 3, 4], {2, 3}, id="two-small-ones-that-reach-the-threshold"),
        pytest.param([15, 0, 0, 2], {0, 3}, id="an-empty-group-hides-nobody"),
        pytest.param([15, 0, 0, 0], set(), id="one-group-alone"),
        pytest.param([2, 1, 0, 0], {0, 1}, id="too-few-in-all"),
    ],
)
def test_hides_as_many_groups_as_it_takes(sizes, hidden):
    assert hidden_groups(sizes, 5) == hidden


def test_no_opinion_hides_a_group_in_one_cell_only():
    """Six élus and six habitants; on the second criterion two élus only answered."""
    counts = np.zeros((2, 1, 2, 4), dtype=int)
    counts[:, 0, 0, 3] = 6
    counts[0, 0, 1, 3] = 2
    counts[1, 0, 1, 0] = 6

    shown = [published_group(counts, group, 5).sum(axis=-1).tolist() for group in (0, 1)]

    assert published_total(counts, 5).sum(axis=-1).tolist() == [[12, 8]]
    assert shown == [[[6, 0]], [[6, 0]]]  # 8 - 6 would give the two élus back


def test_a_group_hidden_as_a_whole_is_hidden_everywhere():
    counts = np.full((2, 3, 2, 4), 5)

    assert not published_group(counts, 1, 5, already={1}).any()


def test_a_cell_under_the_threshold_is_not_in_the_total():
    counts = np.ones((1, 1, 2, 4), dtype=int)
    counts[0, 0, 1] = [2, 1, 1, 1]

    assert published_total(counts, 5).tolist() == [[[0, 0, 0, 0], [2, 1, 1, 1]]]


def subsets(items):
    return chain.from_iterable(combinations(items, k) for k in range(len(items) + 1))


def assert_nobody_is_singled_out(total, shown):
    """Whatever shown groups are taken off the total, nobody or five people remain."""
    remainders = {total - sum(part) for part in subsets(shown)}
    assert all(rest == 0 or rest >= 5 for rest in remainders)


@given(st.lists(st.integers(0, 12), min_size=1, max_size=5).filter(lambda s: sum(s) >= 5))
def test_no_subtraction_gives_a_small_group_back(sizes):
    hidden = hidden_groups(sizes, 5)
    shown = [size for i, size in enumerate(sizes) if i not in hidden]

    assert all(size == 0 or size >= 5 for size in shown)
    assert_nobody_is_singled_out(sum(sizes), shown)


@given(arrays.arrays(np.int64, (3, 2, 2, 4), elements=st.integers(0, 4)))
def test_nor_does_any_cell_of_any_table(counts):
    people = counts.sum(axis=-1).max(axis=(1, 2)).tolist()
    hidden = hidden_groups(people, 5)
    total = published_total(counts, 5).sum(axis=-1)
    groups = [published_group(counts, g, 5, hidden).sum(axis=-1) for g in range(len(counts))]

    for cell in np.ndindex(total.shape):
        if total[cell]:
            assert_nobody_is_singled_out(int(total[cell]), [int(g[cell]) for g in groups])
        assert all(g[cell] == 0 or g[cell] >= 5 for g in groups)
