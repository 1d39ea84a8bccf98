"""The priority table, put together from scores, ranks and agreement."""

from fractions import Fraction

import numpy as np
import pandas as pd

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


def table() -> pd.DataFrame:
    return prioritise(COUNTS, WEIGHTS, items=[7, 8, 9, 10], criteria=[1, 2]).table


def test_equal_scores_share_a_rank_and_no_answer_has_none():
    assert table()["rang"].tolist() == [1, 3, pd.NA, 1]
    assert table()["score"].round(6).tolist()[:2] == [75.0, round(100 * 0.75 / 2 + 25 / 3, 6)]


def test_agreement_is_read_criterion_by_criterion():
    assert table()["accord"].tolist()[:2] == [1.0, -0.5]
    assert np.isnan(table()["accord"].iloc[2])


def test_tables_by_cell_carry_the_identifiers():
    result = prioritise(COUNTS, WEIGHTS, items=[7, 8, 9, 10], criteria=[1, 2])

    assert result.means.loc[8].tolist() == [2.5, 2.0]
    assert result.answers.loc[9].tolist() == [0, 0]
    assert result.agreements.loc[8].tolist() == [-1.0, 1.0]
    assert result.means.loc[9].isna().all()
    assert result.criteria_agreement[2] == 1.0


def test_no_item_is_an_empty_table():
    result = prioritise(np.zeros((0, 2, 4), dtype=int), WEIGHTS, items=[], criteria=[1, 2])

    assert result.table.empty
    assert result.means.shape == (0, 2)
