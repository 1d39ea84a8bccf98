"""Sizes of themes by group: what is shown never tells who wrote a text."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.analytics.themes_sizes import published_sizes

MANY = [50, 50, 50]
rows = st.lists(st.integers(0, 30), min_size=3, max_size=3)
tables = st.lists(rows, min_size=1, max_size=6)
crowds = st.lists(st.integers(0, 12), min_size=3, max_size=3)


def test_nobody_wrote_anything():
    assert published_sizes([[0, 0]], [9, 9], 5).tolist() == [[0, 0, 0]]


def test_a_group_that_hardly_wrote_is_never_apart():
    table = published_sizes([[30, 2, 8], [30, 2, 40]], MANY, 5)

    assert table.tolist() == [[30, 0, 0, 10], [30, 0, 0, 42]]


def test_one_person_who_wrote_much_is_never_apart():
    table = published_sizes([[20, 12, 6], [9, 7, 6]], [60, 30, 1], 5)

    assert table.tolist() == [[20, 0, 0, 18], [9, 0, 0, 13]]


def test_those_hidden_with_a_few_people_are_those_who_wrote():
    """A collège that wrote nothing hides nobody."""
    table = published_sizes([[0, 20, 12, 6]], [2, 60, 30, 1], 5)

    assert table.tolist() == [[0, 20, 0, 0, 18]]


@pytest.mark.parametrize("people", [[3, 60], [0, 60]])
def test_texts_whose_writers_are_not_known_come_from_a_few(people):
    assert published_sizes([[6, 20]], people, 5).tolist() == [[0, 0, 26]]


@given(tables, crowds)
def test_themes_keep_their_sizes(counts, people):
    sizes = [sum(row) for row in counts]

    assert published_sizes(counts, people, 5).sum(axis=1).tolist() == sizes


@given(tables, crowds)
def test_no_count_shown_apart_is_under_the_threshold(counts, people):
    apart = published_sizes(counts, people, 5)[:, :-1]

    assert np.all((apart == 0) | (apart >= 5))


@given(tables, crowds)
def test_what_is_shown_together_is_a_crowd_or_the_whole_theme(counts, people):
    for row, shown in zip(counts, published_sizes(counts, people, 5), strict=True):
        assert shown[-1] == 0 or shown[-1] >= 5 or shown[-1] == sum(row)


@given(tables, crowds)
def test_no_column_is_that_of_a_few_people(counts, people):
    table = published_sizes(counts, people, 5)
    written = np.array(counts).sum(axis=0)
    never = [g for g in range(3) if written[g] and not table[:, g].any()]
    hidden_people = sum(max(people[g], 1) for g in never)

    assert all(people[g] >= 5 for g in range(3) if table[:, g].any())
    assert hidden_people >= 5 or not never or len(never) == np.count_nonzero(written)
