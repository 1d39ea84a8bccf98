"""Weights of criteria: the published table is in tests/references, properties are here."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.analytics.weights import equal, from_points, from_rankings, rank_order_centroid

# Barron and Barrett, « Decision quality using ranked attribute weights », Management
# Science 42, 1996, table of the rank-order-centroid weights.
BARRON_BARRETT = {
    2: [0.7500, 0.2500],
    5: [0.4567, 0.2567, 0.1567, 0.0900, 0.0400],
    7: [0.3704, 0.2276, 0.1561, 0.1085, 0.0728, 0.0442, 0.0204],
}


@pytest.mark.parametrize("n", BARRON_BARRETT)
def test_agrees_with_the_published_table(n):
    assert [float(weight) for weight in rank_order_centroid(n)] == pytest.approx(
        BARRON_BARRETT[n], abs=6e-5
    )


@pytest.mark.parametrize("weights", [equal, rank_order_centroid])
def test_there_is_no_weight_without_a_criterion(weights):
    with pytest.raises(ValueError, match="0 criteria"):
        weights(0)


@pytest.mark.parametrize(
    ("weights", "answers", "message"),
    [
        pytest.param(from_rankings, [], "0 criteria", id="no-ranking"),
        pytest.param(from_rankings, [[1, 2, 2]], "ranks 1 to 3", id="a-tie"),
        pytest.param(from_rankings, [[1, 2], [1]], "ranks 1 to 2", id="a-criterion-forgotten"),
        pytest.param(from_points, [], "one line a person", id="nobody"),
        pytest.param(from_points, [[1, 2], [1]], "one column a criterion", id="ragged"),
        pytest.param(from_points, [[0, 0]], "gives some", id="no-point"),
        pytest.param(from_points, [[11, -1]], "negative", id="a-negative-number"),
    ],
)
def test_refuses_answers_that_mean_nothing(weights, answers, message):
    with pytest.raises(ValueError, match=message):
        weights(answers)


def test_one_person_counts_as_much_as_another_whatever_the_points_given():
    assert from_points([[9, 1], [1, 9]]) == from_points([[9, 1], [10, 90]])


@given(st.integers(1, 12))
def test_a_criterion_ranked_higher_weighs_more(n):
    weights = rank_order_centroid(n)

    assert sum(weights) == sum(equal(n)) == 1
    assert list(weights) == sorted(set(weights), reverse=True)


groups = st.integers(2, 6).flatmap(
    lambda n: st.lists(st.permutations(range(1, n + 1)), min_size=1, max_size=8)
)


@given(groups, st.randoms())
def test_the_order_of_people_changes_nothing(rankings, random):
    shuffled = random.sample(rankings, len(rankings))

    assert from_rankings(shuffled) == from_rankings(rankings)
    assert from_points(shuffled) == from_points(rankings)


@given(groups)
def test_weights_of_a_group_add_up_to_one(rankings):
    assert sum(from_rankings(rankings)) == sum(from_points(rankings)) == 1


@given(groups, st.integers(2, 5))
def test_a_group_of_twins_weighs_as_one_of_them(rankings, times):
    assert from_rankings(rankings * times) == from_rankings(rankings)


def test_opposite_rankings_give_equal_weights():
    assert from_rankings([[1, 2], [2, 1]]) == (Fraction(1, 2), Fraction(1, 2))
