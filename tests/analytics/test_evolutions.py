"""Figures over the years: hand cases, then what must always hold."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.analytics.evolutions import (
    comparable_series,
    evolution,
    gap_change,
    more_fragile,
    since_first,
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

    found = comparable_series(table)

    assert found.to_numpy().tolist() == [["A", *BERRIC], ["C", *EPCI]]
    assert comparable_series(table.head(0)).empty
    assert comparable_series(pd.concat([table, table])).to_numpy().tolist() == [
        ["A", *BERRIC],
        ["C", *EPCI],
    ]


class TestGapChange:
    def change(self, *rows, ratio=False) -> float:
        return gap_change(evolution(values(*rows), [EPCI, FRANCE]), EPCI, FRANCE, ratio=ratio)

    def test_from_the_first_to_the_last_year_that_both_have(self):
        own = several("A", EPCI, {2014: 10.0, 2016: 12.0, 2019: 13.0, 2021: 20.0})
        other = several("A", FRANCE, {2016: 11.0, 2017: 0.0, 2019: 15.0})

        assert self.change(*own, *other) == pytest.approx(-3.0)

    def test_amounts_are_compared_by_their_ratio_so_that_prices_do_not_count(self):
        own = several("A", EPCI, {2014: 18000.0, 2019: 19800.0})
        other = several("A", FRANCE, {2014: 20000.0, 2019: 22000.0})

        assert self.change(*own, *other) == pytest.approx(-200.0)
        assert self.change(*own, *other, ratio=True) == pytest.approx(0.0)
        assert np.isnan(
            self.change(*own, *several("A", FRANCE, {2014: 0.0, 2019: 1.0}), ratio=True)
        )

    def test_figures_of_two_producers_are_no_gap(self):
        own = several("A", EPCI, {2014: 10.0, 2019: 12.0})
        other = several("A", FRANCE, {2014: 10.0, 2019: 15.0}, "France Travail, demandeurs")

        assert np.isnan(self.change(*own, *other))

    def test_one_year_in_common_is_no_change(self):
        own = several("A", EPCI, {2014: 10.0, 2016: 11.0, 2019: 12.0})
        other = several("A", FRANCE, {2012: 9.0, 2014: 10.0, 2015: 15.0})

        assert np.isnan(self.change(*own, *other))

    @given(st.dictionaries(st.integers(2000, 2020), st.floats(0, 100), min_size=2))
    def test_it_is_nothing_beside_oneself_and_changes_sign_when_turned_round(self, by_year):
        other = {year: 100 - value for year, value in by_year.items()}
        frame = evolution(
            values(*several("A", EPCI, by_year), *several("A", FRANCE, other)), [EPCI, FRANCE]
        )
        one, two = (
            gap_change(frame, *pair, ratio=False) for pair in ((EPCI, FRANCE), (FRANCE, EPCI))
        )

        assert one == pytest.approx(-two)
        assert gap_change(frame, EPCI, EPCI, ratio=False) == 0


@pytest.mark.parametrize(("sens", "expected"), [(Sens.FAVORABLE, -3), (Sens.NEUTRE, 3)])
def test_a_change_is_oriented(sens, expected):
    table = values(*several("A", BERRIC, {2014: 1.0, 2018: 4.0}))

    assert more_fragile(evolution(table, [BERRIC]), sens) == {"56015": expected}
