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
    evolution,
    from_most_often_fragile,
    gap_classes,
    more_fragile,
    one_a_level,
    series_codes,
    since_first,
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


class TestEvolution:
    def test_figures_of_another_producer_are_not_compared(self):
        table = values(
            *several("A", BERRIC, {2014: 1.0, 2015: 2.0, 2018: 4.0}),
            ("A", BERRIC, 2019, 5.0, "Drees, enquête 2019"),
            *several("A", EPCI, {2014: 1.0, 2015: 2.0, 2018: 3.0}, "Drees, enquête"),
        )
        found = evolution(table, [BERRIC, EPCI])

        assert found["annee"].tolist() == [2014, 2015, 2018] * 2
        assert found["nom"].unique().tolist() == ["Nom 56015", "Nom 245"]
        assert evolution(table[table["annee"] > 2015], [BERRIC]).empty

    def test_lines_are_broken_where_a_year_is_missing(self):
        table = values(
            *several("A", EPCI, {2014: 1.0, 2015: 2.0, 2018: 3.0}),
            *several("A", BERRIC, {2014: 1.0, 2018: 4.0}),
        )
        assert evolution(table, [EPCI, BERRIC])["trait"].tolist() == [0, 0, 0, 0, 1]

    def test_overlapping_rounds_of_the_census_are_never_side_by_side(self):
        years = {2010: 1.0, 2015: 2.0, 2016: 2.0, 2020: 2.0, 2021: 3.0, 2022: 3.0}
        table = values(
            *several("A", BERRIC, years, CENSUS), *several("A", FRANCE, {2021: 1.0}, CENSUS)
        )
        found = evolution(table, [BERRIC, FRANCE])

        assert found["annee"].tolist() == [2010, 2016, 2022]

    def test_the_first_territoire_that_can_be_compared_gives_the_years(self):
        table = values(
            *several("A", BERRIC, {2021: 1.0}), *several("A", EPCI, {2020: 1.0, 2021: 2.0})
        )

        assert evolution(table, [BERRIC, EPCI])["nom"].unique().tolist() == ["Nom 245"]
        assert evolution(table, [BERRIC]).empty

    @given(
        st.dictionaries(st.integers(2000, 2025), st.none() | st.floats(0, 100), max_size=12),
        st.dictionaries(st.integers(2000, 2025), st.none() | st.floats(0, 100), max_size=12),
        st.sampled_from([FILOSOFI, CENSUS]),
    )
    def test_nothing_secret_is_drawn_and_years_are_far_enough(self, own, other, source):
        table = values(*several("A", BERRIC, own, source), *several("A", EPCI, other, source))
        found = evolution(table, [BERRIC, EPCI])

        gap = 5 if source == CENSUS else 1
        assert found["valeur"].notna().all()
        years = sorted(set(found["annee"]))
        assert all(b - a >= gap for a, b in pairwise(years))
        assert all(len(rows) > 1 for _, rows in found.groupby("nom"))


class TestSinceFirst:
    def test_counts_become_changes(self):
        table = values(
            *several("A", BERRIC, {2014: 50.0, 2020: 60.0}),
            *several("A", EPCI, {2014: 1000.0, 2020: 900.0}),
        )
        found = since_first(evolution(table, [BERRIC, EPCI]))

        assert found["valeur"].tolist() == pytest.approx([0, 20, 0, -10])

    def test_a_count_that_starts_at_zero_has_no_change_in_percent(self):
        table = values(*several("A", BERRIC, {2014: 0.0, 2020: 60.0}))

        assert since_first(evolution(table, [BERRIC])) is None

    def test_who_is_unknown_at_the_start_is_left_out(self):
        table = values(
            *several("A", BERRIC, {2014: 50.0, 2017: 55.0, 2020: 60.0}),
            *several("A", EPCI, {2017: 1000.0, 2020: 900.0}),
        )

        assert since_first(evolution(table, [BERRIC, EPCI]))["nom"].unique().tolist() == [
            "Nom 56015"
        ]


def test_indicators_with_a_series_are_told_from_the_others():
    table = values(
        *several("A", BERRIC, {2014: 1.0, 2018: 4.0}),
        *several("B", BERRIC, {2020: 1.0, 2021: 4.0}, CENSUS),
        *several("C", EPCI, {2014: 1.0, 2018: 4.0}),
        *several("D", BERRIC, {2014: 1.0}),
        *several("D", EPCI, {2018: 1.0}),
        *several("E", BERRIC, {2014: 1.0, 2018: None}),
        *several("F", BERRIC, {2014: 11.5}, CENSUS),
        *several("F", BERRIC, {2025: 6.0}, "France Travail, demandeurs d'emploi"),
    )

    assert series_codes(table) == ["A", "C"]
    assert series_codes(table, ["56015"]) == ["A"]
    assert series_codes(table.head(0)) == []


@pytest.mark.parametrize(("sens", "expected"), [(Sens.FAVORABLE, -3), (Sens.NEUTRE, 3)])
def test_a_change_is_oriented(sens, expected):
    table = values(*several("A", BERRIC, {2014: 1.0, 2018: 4.0}))

    assert more_fragile(evolution(table, [BERRIC]), sens) == {"56015": expected}


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
