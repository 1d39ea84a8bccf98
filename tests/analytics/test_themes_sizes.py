"""Sizes of themes by group: what is shown never tells who wrote a text."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from psdt.analytics.themes_sizes import published_sizes

rows = st.lists(st.integers(0, 30), min_size=3, max_size=3)
tables = st.lists(rows, min_size=1, max_size=6)


def test_nobody_wrote_anything():
    assert published_sizes([[0, 0]], 5).tolist() == [[0, 0, 0]]


def test_a_group_that_hardly_wrote_is_never_apart():
    table = published_sizes([[30, 2, 8], [30, 2, 40]], 5)

    assert table.tolist() == [[30, 0, 0, 10], [30, 0, 0, 42]]


@given(tables)
def test_themes_keep_their_sizes(counts):
    assert published_sizes(counts, 5).sum(axis=1).tolist() == [sum(row) for row in counts]


@given(tables)
def test_no_count_shown_apart_is_under_the_threshold(counts):
    apart = published_sizes(counts, 5)[:, :-1]

    assert np.all((apart == 0) | (apart >= 5))


@given(tables)
def test_what_is_shown_together_is_a_crowd_or_the_whole_theme(counts):
    for row, shown in zip(counts, published_sizes(counts, 5), strict=True):
        assert shown[-1] == 0 or shown[-1] >= 5 or shown[-1] == sum(row)
