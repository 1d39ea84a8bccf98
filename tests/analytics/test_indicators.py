"""Comparing territoires: what must hold whatever the figures."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.analytics.comparisons import gap_classes
from psdt.analytics.indicators import (
    classes,
    comparable_years,
    decimals,
    from_most_fragile,
    gaps,
    usual_gap,
    widest_year,
)
from psdt.domain.indicators import Sens

value = st.floats(-1e6, 1e6) | st.integers(-3, 3).map(float)
maybe = value | st.just(np.nan)
columns = st.lists(maybe, max_size=40).map(lambda values: pd.Series(values, dtype=float))

# Unemployment of 15-64 in 2022, census, in % (Insee): three communes and their intercommunalité.
CHOMAGE = pd.Series({"Berric": 6.3, "Rochefort-en-Terre": 14.8, "Larré": np.nan})


def test_gaps_are_in_the_unit_of_the_indicator():
    result = gaps(CHOMAGE, 10.1, Sens.DEFAVORABLE, usual=4.0)

    assert result["ecart"].round(1).to_dict() == {
        "Berric": -3.8,
        "Rochefort-en-Terre": 4.7,
        "Larré": pytest.approx(np.nan, nan_ok=True),
    }
    assert result["fragile"].tolist() == [False, True, False]


def test_without_a_published_reference_nothing_is_called_fragile():
    assert not gaps(CHOMAGE, np.nan, Sens.DEFAVORABLE, usual=4.0)["fragile"].any()


def test_a_gap_far_under_the_usual_one_is_no_fragility():
    # Vacant dwellings in 2022, census, in % (Insee): Larré is at 6.6, its intercommunalité at 6.5.
    vacants = pd.Series({"Berric": 2.4, "Larré": 6.6, "Saint-Gravé": 8.3, "Caden": 11.4})

    usual = usual_gap(vacants, 6.5)
    found = gaps(vacants, 6.5, Sens.DEFAVORABLE, usual)["fragile"]

    assert usual == pytest.approx(2.95)
    assert found.to_dict() == {"Berric": False, "Larré": False, "Saint-Gravé": True, "Caden": True}


def test_the_usual_gap_of_what_is_alike_or_unknown():
    assert usual_gap(pd.Series([3.0, 3.0, 5.0]), 3.0) == 1.0
    assert usual_gap(pd.Series([3.0, 3.0]), 3.0) == 0.0
    assert usual_gap(pd.Series([np.nan]), 3.0) == 0.0
    assert usual_gap(pd.Series([3.0]), np.nan) == 0.0


@given(columns, value, st.sampled_from(Sens))
def test_a_commune_is_fragile_here_when_it_is_in_the_grid(values, reference, sens):
    usual = usual_gap(values, reference)

    found = gaps(values, reference, sens, usual)["fragile"]

    assert (found == (gap_classes(values, reference, sens) > 0)).all()


@given(columns, value)
def test_turning_the_direction_turns_the_verdict(values, reference):
    high, low, neutral = (
        gaps(values, reference, sens, usual=0.0)["fragile"]
        for sens in (Sens.DEFAVORABLE, Sens.FAVORABLE, Sens.NEUTRE)
    )

    assert not (high & low).any()
    assert not neutral.any()
    assert ((high | low) == (values.notna() & (values != reference))).all()


@given(columns, st.sampled_from(Sens))
def test_the_most_fragile_come_first_and_none_is_made_up(values, sens):
    ordered = from_most_fragile(values, sens)

    assert sorted(ordered.index) == values.dropna().index.tolist()
    steps = np.diff(ordered)
    assert (steps >= 0).all() if sens is Sens.FAVORABLE else (steps <= 0).all()


class TestClasses:
    def test_five_classes_of_about_the_same_size(self):
        found, bounds = classes(pd.Series(range(13), dtype=float))

        assert found.value_counts().sort_index().tolist() == [3, 3, 2, 3, 2]
        assert bounds == [(0, 2), (3, 5), (6, 7), (8, 10), (11, 12)]

    def test_one_value_everywhere_is_one_class(self):
        found, bounds = classes(pd.Series([0.0] * 13))

        assert found.tolist() == [0] * 13
        assert bounds == [(0, 0)]

    def test_nothing_known_is_no_class(self):
        found, bounds = classes(pd.Series([np.nan, np.nan]))

        assert found.isna().all()
        assert bounds == []

    def test_refuses_no_class(self):
        with pytest.raises(ValueError, match="classes"):
            classes(CHOMAGE, 0)

    @given(columns, st.integers(1, 7))
    def test_properties(self, values, n):
        found, bounds = classes(values, n)

        assert found.index.equals(values.index)
        assert (found.isna() == values.isna()).all()
        assert len(bounds) <= n
        assert set(found.dropna()) == set(range(len(bounds)))
        assert all(low <= high for low, high in bounds)
        assert all(a[1] < b[0] for a, b in pairwise(bounds))
        for class_, known in zip(found.dropna(), values.dropna(), strict=True):
            assert bounds[class_][0] <= known <= bounds[class_][1]

    @given(st.lists(st.integers(0, 10**6), unique=True, min_size=5, max_size=60))
    def test_distinct_values_fill_classes_evenly(self, values):
        found, bounds = classes(pd.Series(values, dtype=float))

        assert len(bounds) == 5
        sizes = found.value_counts()
        assert sizes.max() - sizes.min() <= 1


@given(st.sets(st.integers(1900, 2099), max_size=30), st.integers(1, 6))
def test_years_compared_never_overlap(years, gap):
    kept = comparable_years(years, gap)

    assert set(kept) <= years
    assert kept == sorted(kept)
    assert all(b - a >= gap for a, b in pairwise(kept))
    if years:
        assert kept[-1] == max(years)
        assert kept[0] - min(years) < gap


def test_the_latest_year_known_for_most_communes():
    coverage = pd.DataFrame(
        [("MED", 2019, 13), ("MED", 2021, 13), ("MED", 2022, 3), ("TX", 2008, 1)],
        columns=["code", "annee", "connus"],
    )

    assert widest_year(coverage).to_dict("index") == {
        "TX": {"annee": 2008, "connus": 1},
        "MED": {"annee": 2021, "connus": 13},
    }
    assert widest_year(coverage.head(0)).empty


def test_one_figure_more_is_no_reason_to_go_back_in_time():
    coverage = pd.DataFrame({"code": "TX", "annee": [2022, 2017, 2023], "connus": [85, 88, 60]})

    assert widest_year(coverage).to_dict("index") == {"TX": {"annee": 2022, "connus": 85}}


@given(st.lists(st.integers(-(10**6), 10**6), max_size=10), st.integers(0, 3))
def test_no_more_decimals_than_the_figures_have(numbers, places):
    assert decimals([n / 10**places for n in numbers]) <= places
