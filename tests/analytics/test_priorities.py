"""The priority table, put together from scores, ranks and agreement."""

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from psdt.analytics.priorities import prioritise

WEIGHTS = [Fraction(3, 4), Fraction(1, 4)]
COUNTS = np.array(
    [
        [[0, 0, 0, 6], [6, 0, 0, 0]],  # urgent and out of reach: everybody says so
        [[3, 0, 0, 3], [0, 6, 0, 0]],  # two camps on the first criterion
        [[0, 0, 0, 0], [0, 0, 0, 0]],  # nobody has an opinion
        [[0, 0, 0, 6], [6, 0, 0, 0]],
    ]
)


@pytest.fixture
def result():
    return prioritise(COUNTS, WEIGHTS, items=[7, 8, 9, 10], criteria=[1, 2])


def test_equal_scores_share_a_rank_and_no_answer_has_none(result):
    assert result.table["rang"].tolist() == [1, 3, pd.NA, 1]
    assert result.table["score"].round(6).tolist()[:2] == [75.0, round(37.5 + 25 / 3, 6)]


def test_agreement_is_read_criterion_by_criterion(result):
    assert result.table["accord"].tolist()[:2] == [1.0, -0.5]
    assert np.isnan(result.table["accord"].iloc[2])


def test_a_cell_says_its_mean_its_agreement_and_who_chose_what(result):
    assert result.cells.loc[(8, 1)].to_dict() == {
        "moyenne": 2.5,
        "points": 37.5,
        "accord": -1.0,
        "reponses": 6,
        "niveau_1": 3,
        "niveau_2": 0,
        "niveau_3": 0,
        "niveau_4": 3,
    }


def test_a_cell_without_answers_says_nothing(result):
    assert result.cells.loc[9].isna().all().all()


def test_what_each_criterion_brings_adds_up_to_the_score(result):
    points = result.cells["points"].unstack().sum(axis=1)

    assert points[[7, 8, 10]].tolist() == result.table["score"].dropna().tolist()


def test_a_missing_criterion_leaves_its_weight_to_the_others():
    counts = COUNTS[:1].copy()
    counts[0, 0] = 0
    cells = prioritise(counts, WEIGHTS, items=[7], criteria=[1, 2]).cells

    assert np.isnan(cells.loc[(7, 1), "points"])
    assert cells.loc[(7, 2), "points"] == 0.0


def test_no_item_is_an_empty_table():
    result = prioritise(np.zeros((0, 2, 4), dtype=int), WEIGHTS, items=[], criteria=[1, 2])

    assert result.table.empty
    assert result.cells.empty
