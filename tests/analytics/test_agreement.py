"""Van der Eijk's agreement: published cases are in tests/references, properties are here."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.analytics.agreement import agreement


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param([0, 0, 7, 0], Fraction(1), id="all-alike"),
        pytest.param([7, 0, 0, 7], Fraction(-1), id="two-camps"),
        pytest.param([3, 3, 3, 3], Fraction(0), id="spread-evenly"),
        pytest.param([0, 5, 5, 0], Fraction(2, 3), id="two-neighbours"),
        pytest.param([0, 1, 8, 1], Fraction(4, 5), id="one-peak"),
        pytest.param([4, 0, 0, 1], Fraction(1, 5), id="one-against-four"),
    ],
)
def test_reads_a_distribution_as_one_would(counts, expected):
    assert agreement(counts) == expected


@pytest.mark.parametrize("counts", [[0, 0, 0], [1, -1, 2], [3, 4]])
def test_refuses_counts_that_mean_nothing(counts):
    with pytest.raises(ValueError, match="three levels at least"):
        agreement(counts)


distributions = st.lists(st.integers(0, 20), min_size=3, max_size=7).filter(any)


@given(distributions)
def test_stays_between_two_camps_and_unanimity(counts):
    assert -1 <= agreement(counts) <= 1


@given(distributions)
def test_the_direction_of_the_scale_changes_nothing(counts):
    assert agreement(counts[::-1]) == agreement(counts)


@given(distributions, st.integers(2, 9))
def test_only_shares_matter(counts, times):
    assert agreement([n * times for n in counts]) == agreement(counts)


@given(st.integers(3, 7), st.data())
def test_only_one_level_is_full_agreement(n, data):
    level = data.draw(st.integers(0, n - 1))

    assert agreement([9 if i == level else 0 for i in range(n)]) == 1


@given(distributions)
def test_one_more_answer_at_the_peak_never_lowers_it(counts):
    peak = counts.index(max(counts))
    more = [n + (i == peak) for i, n in enumerate(counts)]

    assert agreement(more) >= agreement(counts)
