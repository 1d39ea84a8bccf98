"""Ranks with ties."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from psdt.analytics.ranks import ranks

values = st.lists(st.none() | st.fractions(max_denominator=6), max_size=10)


def test_ties_share_the_better_rank_and_the_next_is_skipped():
    assert ranks([Fraction(3), Fraction(7), Fraction(3), Fraction(1)]) == [2, 1, 2, 4]


def test_a_tenth_of_a_billionth_is_not_a_tie():
    close = Fraction(1, 3) + Fraction(1, 10**10)

    assert ranks([Fraction(1, 3), close, Fraction(2, 6)]) == [2, 1, 2]


def test_nothing_has_no_rank():
    assert ranks([]) == []
    assert ranks([None, Fraction(0)]) == [None, 1]


@given(values)
def test_a_rank_is_one_more_than_the_number_of_greater_values(values):
    expected = [
        None if v is None else 1 + sum(w > v for w in values if w is not None) for v in values
    ]

    assert ranks(values) == expected


@given(values, st.randoms())
def test_the_order_of_items_changes_nothing(values, random):
    order = random.sample(range(len(values)), len(values))

    assert ranks([values[i] for i in order]) == [ranks(values)[i] for i in order]
