"""Comparing indicators: hand cases, then what must always hold."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.analytics.ages import counts, latest_shared, shares
from psdt.analytics.comparisons import (
    coverage,
    from_most_often_fragile,
    gap_classes,
    one_a_level,
    year_shown,
)
from psdt.domain.indicators import Niveau, Sens, Statut

COLUMNS = (
    *("code", "niveau", "code_territoire", "territoire", "annee", "valeur", "statut", "source"),
)
BERRIC, EPCI, FRANCE = (Niveau.COMMUNE, "56015"), (Niveau.EPCI, "245"), (Niveau.FRANCE, "F")
FILOSOFI, CENSUS = "Insee, Filosofi", "Insee, recensement"


def values(*rows) -> pd.DataFrame:
    """Rows: indicator, place, year, value or None under secrecy, source."""
    found = [
        (
            code,
            *lieu,
            f"Nom {lieu[1]}",
            annee,
            valeur,
            OK if valeur is not None else SECRET,
            source,
        )
        for code, lieu, annee, valeur, source in rows
    ]
    frame = pd.DataFrame(found, columns=COLUMNS, dtype=object)
    return frame.astype({"annee": "int64", "valeur": "float64"})


OK, SECRET = Statut.OK, Statut.SECRET


def several(code, lieu, by_year, source=FILOSOFI) -> list[tuple]:
    return [(code, lieu, annee, valeur, f"{source} {annee}") for annee, valeur in by_year.items()]


class TestYearShown:
    def known(self, *rows) -> pd.DataFrame:
        return pd.DataFrame(rows, columns=["annee", "communes", "niveaux"])

    def test_the_latest_year_known_for_most_communes(self):
        assert (
            year_shown(self.known((2019, 13, 1), (2021, 13, 1), (2022, 3, 1)), count=False) == 2021
        )

    def test_an_older_year_that_larger_territoires_publish_is_preferred_if_it_is_recent(self):
        assert year_shown(self.known((2019, 13, 4), (2021, 13, 0)), count=False) == 2019
        assert year_shown(self.known((2014, 13, 4), (2021, 13, 0)), count=False) == 2021

    def test_what_is_never_known_by_commune_has_its_latest_year(self):
        assert year_shown(self.known((2018, 0, 3), (2022, 0, 3)), count=False) == 2022

    @given(
        st.dictionaries(
            st.integers(1990, 2025),
            st.tuples(st.integers(0, 20), st.integers(0, 4)),
            min_size=1,
        ),
        st.booleans(),
    )
    def test_it_is_always_a_year_known_for_most_communes(self, years, count):
        rows = self.known(*((annee, *known) for annee, known in years.items()))
        found = year_shown(rows, count=count)

        assert years[found][0] >= 0.9 * max(communes for communes, _ in years.values())


def test_coverage_counts_communes_and_levels_apart():
    table = values(
        *several("A", BERRIC, {2019: 1.0, 2021: 2.0, 2022: None}),
        *several("A", (Niveau.COMMUNE, "56009"), {2019: 1.0}),
        *several("A", EPCI, {2019: 1.0}),
        *several("A", (Niveau.EPCI, "246"), {2019: 1.0}),
        *several("A", FRANCE, {2019: 1.0}),
    )

    assert coverage(table).to_numpy().tolist() == [["A", 2019, 2, 2], ["A", 2021, 1, 0]]


def test_one_larger_territoire_a_level_is_kept():
    table = values(
        *several("A", BERRIC, {2019: 1.0}),
        *several("A", (Niveau.EPCI, "246"), {2019: 1.0}),
        *several("A", EPCI, {2019: 1.0}),
    )

    assert one_a_level(table)["code_territoire"].tolist() == ["56015", "245"]
    assert list(one_a_level(table.head(0)).columns) == list(COLUMNS)


class TestGapClasses:
    def test_orange_is_fragile_whatever_the_direction(self):
        own = pd.Series([8.0, 9.9, 12.0, np.nan])

        worse = gap_classes(own, 10.0, Sens.DEFAVORABLE)
        better = gap_classes(own, 10.0, Sens.FAVORABLE)

        assert worse.tolist()[:3] == [-2.0, -0.0, 2.0] or worse.tolist()[:3] == [-1.0, 0.0, 1.0]
        assert better.tolist()[:3] == (-worse).tolist()[:3]
        assert np.isnan(worse[3])

    def test_a_neutral_indicator_or_no_reference_says_nothing(self):
        own = pd.Series([8.0, 12.0])

        assert gap_classes(own, 10.0, Sens.NEUTRE).isna().all()
        assert gap_classes(own, float("nan"), Sens.DEFAVORABLE).isna().all()

    def test_the_same_figure_everywhere_is_like_the_reference(self):
        assert gap_classes(pd.Series([3.0, 3.0]), 3.0, Sens.DEFAVORABLE).tolist() == [0, 0]

    def test_when_most_are_alike_those_who_differ_still_show(self):
        own = pd.Series([0.0, 0.0, 0.0, 4.0])

        assert gap_classes(own, 0.0, Sens.DEFAVORABLE).tolist() == [0, 0, 0, 3]

    @given(
        st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30),
        st.floats(-1e6, 1e6),
        st.sampled_from([Sens.DEFAVORABLE, Sens.FAVORABLE]),
    )
    def test_a_class_never_contradicts_the_gap(self, own, reference, sens):
        found = gap_classes(pd.Series(own), reference, sens)
        sign = 1 if sens is Sens.DEFAVORABLE else -1

        assert found.between(-3, 3).all()
        for value, step in zip(own, found, strict=True):
            assert step * sign * (value - reference) >= 0
        order = np.argsort([sign * value for value in own], kind="stable")
        assert all(found[a] <= found[b] for a, b in pairwise(order))


def test_the_most_often_fragile_comes_first_and_what_is_unknown_is_not_counted():
    classes = pd.DataFrame(
        {"A": [0.0, 3.0, 1.0, np.nan], "B": [1.0, -1.0, 1.0, 2.0]}, index=list("wxyz")
    )

    found = from_most_often_fragile(classes)

    assert found.index.tolist() == ["y", "x", "z", "w"]
    assert found.loc["z"].tolist() == [1, 1]


CODES = {"H0": ("0", "h"), "F0": ("0", "f"), "H9": ("9", "h"), "F9": ("9", "f")}


class TestAges:
    def table(self, lieu, annee, *people) -> pd.DataFrame:
        rows = zip(CODES, people, strict=True)
        return values(*((code, lieu, annee, count, CENSUS) for code, count in rows))

    def test_shares_are_of_the_whole_population(self):
        found = counts(self.table(BERRIC, 2021, 20.0, 10.0, 30.0, 40.0), CODES)
        ((key, table),) = found.items()

        assert key == (*BERRIC, 2021)
        assert shares(table).to_numpy().tolist() == [[20, 10], [30, 40]]
        assert shares(table).index.tolist() == ["0", "9"]

    def test_a_territoire_with_a_secret_class_has_no_pyramid(self):
        assert counts(self.table(BERRIC, 2021, 20.0, None, 30.0, 40.0), CODES) == {}
        assert counts(self.table(BERRIC, 2021, 0.0, 0.0, 0.0, 0.0), CODES) == {}

    def test_the_latest_year_and_the_smallest_larger_territoire_that_has_it(self):
        known = {(*BERRIC, 2016): 1, (*BERRIC, 2021): 1, (*EPCI, 2016): 1, (*FRANCE, 2021): 1}

        assert latest_shared(known, BERRIC, [EPCI, FRANCE]) == (2021, FRANCE)
        assert latest_shared(known, EPCI, [FRANCE]) == (2016, None)
        assert latest_shared(known, (Niveau.COMMUNE, "x"), [EPCI]) is None

    def test_a_missing_count_is_no_zero(self):
        with pytest.raises(ValueError, match="missing"):
            shares(pd.DataFrame({"h": [1.0, np.nan]}))

    @given(st.lists(st.floats(0, 1e6), min_size=14, max_size=14).filter(lambda p: sum(p) > 1e-3))
    def test_shares_add_up(self, people):
        table = pd.DataFrame({"h": people[:7], "f": people[7:]})

        assert shares(table).to_numpy().sum() == pytest.approx(100)
