"""Weighted scores on fixed bounds: worked by hand, then their properties."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from psdt.analytics.ranks import ranks
from psdt.analytics.scores import level_means, weighted_mean, weighted_scores

WEIGHTS = [Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)]


def test_a_score_can_be_checked_with_a_pencil():
    """Means 3, 2 and 4: (2/3 x 1/2 + 1/3 x 1/3 + 1 x 1/6) = 11/18, hence 61.1 out of 100."""
    counts = np.array([[[0, 1, 1, 1], [0, 3, 0, 0], [0, 0, 0, 3]]])

    assert level_means(counts) == [[3, 2, 4]]
    assert weighted_scores(counts, WEIGHTS) == [Fraction(1100, 18)]


def test_no_opinion_is_missing_not_zero():
    """The second criterion has no answer: its weight goes to the two others."""
    counts = np.array([[[0, 1, 1, 1], [0, 0, 0, 0], [0, 0, 0, 3]]])

    assert level_means(counts)[0][1] is None
    assert weighted_scores(counts, WEIGHTS) == [
        100 * (Fraction(2, 3) * 3 + Fraction(1) * 1) / 4  # weights 3/6 and 1/6
    ]


def test_an_item_nobody_judged_has_no_score():
    assert weighted_scores(np.zeros((1, 3, 4), dtype=int), WEIGHTS) == [None]


def test_a_criterion_of_no_weight_does_not_make_a_score():
    counts = np.array([[[0, 0, 0, 0], [0, 0, 0, 5]]])

    assert weighted_scores(counts, [Fraction(1), Fraction(0)]) == [None]


@pytest.mark.parametrize(
    ("counts", "weights", "message"),
    [
        pytest.param(np.full((1, 1, 4), -1), [Fraction(1)], "none negative", id="negative"),
        pytest.param(np.ones((1, 1, 1), int), [Fraction(1)], "two levels", id="one-level"),
        pytest.param(np.ones((1, 1, 4), int), [Fraction(-1)], "none may be", id="weight"),
        pytest.param(np.ones((1, 2, 4), int), [Fraction(1)], "shorter", id="too-few-weights"),
    ],
)
def test_refuses_what_means_nothing(counts, weights, message):
    with pytest.raises(ValueError, match=message):
        weighted_scores(counts, weights)


def test_a_mean_of_nothing_is_nothing():
    assert weighted_mean([], []) is None


@st.composite
def notations(draw):
    """Answers of a few people: an array (people, items, criteria), 0 for « sans avis »."""
    shape = draw(st.tuples(st.integers(1, 8), st.integers(2, 6), st.integers(1, 4)))
    return draw(arrays.arrays(np.int64, shape, elements=st.integers(0, 4)))


def tally(answers):
    levels = np.arange(1, 5)
    return (answers[..., None] == levels).sum(axis=0)


@st.composite
def weighted(draw):
    answers = draw(notations())
    n = answers.shape[2]
    points = draw(st.lists(st.integers(0, 9), min_size=n, max_size=n).filter(any))
    return answers, [Fraction(point, sum(points)) for point in points]


@given(weighted())
def test_agrees_with_the_definition_written_plainly(case):
    answers, weights = case
    expected = []
    for item in range(answers.shape[1]):
        terms = []
        for criterion, weight in enumerate(weights):
            given_levels = [Fraction(int(a)) for a in answers[:, item, criterion] if a]
            if given_levels and weight:
                mean = sum(given_levels) / len(given_levels)
                terms.append((weight, (mean - 1) / 3))
        total = sum(w for w, _ in terms)
        expected.append(100 * sum(w * part for w, part in terms) / total if terms else None)

    assert weighted_scores(tally(answers), weights) == expected


@given(weighted(), st.randoms())
def test_the_order_of_people_changes_nothing(case, random):
    answers, weights = case
    order = random.sample(range(len(answers)), len(answers))

    assert weighted_scores(tally(answers[order]), weights) == weighted_scores(
        tally(answers), weights
    )


@given(weighted(), st.data())
def test_removing_an_item_never_reorders_the_others(case, data):
    answers, weights = case
    gone = data.draw(st.integers(0, answers.shape[1] - 1))
    scores = weighted_scores(tally(answers), weights)
    kept = weighted_scores(tally(np.delete(answers, gone, axis=1)), weights)

    assert kept == [score for i, score in enumerate(scores) if i != gone]


@given(weighted(), st.integers(1, 4))
def test_all_alike_is_a_tie(case, level):
    answers, weights = case
    scores = weighted_scores(tally(np.full_like(answers, level)), weights)

    assert ranks(scores) == [1] * answers.shape[1]
    assert scores[0] == Fraction(100 * (level - 1), 3)


@given(weighted(), st.data())
def test_a_better_answer_never_lowers_a_score(case, data):
    answers, weights = case
    person, item, criterion = (data.draw(st.integers(0, n - 1)) for n in answers.shape)
    assume(answers[person, item, criterion] in {1, 2, 3})
    better = answers.copy()
    better[person, item, criterion] += 1
    before, after = (weighted_scores(tally(a), weights)[item] for a in (answers, better))

    assert (before is None and after is None) or before <= after


@given(weighted())
def test_scores_stay_between_0_and_100(case):
    answers, weights = case

    assert all(s is None or 0 <= s <= 100 for s in weighted_scores(tally(answers), weights))
