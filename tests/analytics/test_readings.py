"""What is read of an indicator: the latest figure, and the fair comparison."""

import pandas as pd
import pytest

from psdt.analytics.readings import Comparison, compare, series
from psdt.domain.indicators import Niveau, Statut

COM, EPCI, DEP, FRA = Niveau.COMMUNE, Niveau.EPCI, Niveau.DEPARTEMENT, Niveau.FRANCE
NAMES = {COM: "Berric", EPCI: "Questembert Communauté", DEP: "Morbihan", FRA: "France"}

# Niveau de vie médian (Insee, Filosofi), as the sample has it.
MEDIAN = {
    COM: {2018: 22900, 2019: 21950, 2021: 23310},
    EPCI: {2018: 20880, 2019: 21070},
    DEP: {2018: 21600, 2019: 21830},
}


def table(figures, source="Insee, Filosofi", secret=()) -> pd.DataFrame:
    rows = [
        (level, level.name, NAMES[level], year, figure, Statut.OK, source)
        for level, years in figures.items()
        for year, figure in years.items()
    ]
    rows += [(COM, "COMMUNE", "Berric", y, float("nan"), Statut.SECRET, source) for y in secret]
    columns = ["niveau", "code_territoire", "territoire", "annee", "valeur", "statut", "source"]
    return pd.DataFrame(rows, columns=columns, dtype=object).astype(
        {"annee": "int64", "valeur": "float64"}
    )


def test_a_commune_is_compared_in_the_latest_common_year_with_the_smallest_territoire():
    found = compare(table(MEDIAN), "COMMUNE")

    assert (found.lieu.annee, found.lieu.valeur) == (2021, 23310)
    assert (found.alors.annee, found.alors.valeur) == (2019, 21950)
    assert (found.reference.niveau, found.reference.valeur) == (EPCI, 21070)


def test_the_year_asked_speaks_when_both_have_it():
    found = compare(table(MEDIAN), "COMMUNE", 2018)

    assert (found.lieu.annee, found.reference.annee) == (2018, 2018)
    assert found.reference.niveau is EPCI


def test_the_latest_year_speaks_when_the_one_asked_is_not_known():
    assert compare(table(MEDIAN), "COMMUNE", 1999) == compare(table(MEDIAN), "COMMUNE")
    assert compare(table(MEDIAN), "COMMUNE", 2021).reference.annee == 2019


def test_of_references_the_one_of_the_year_asked_comes_first():
    figures = {COM: {2018: 1, 2021: 2}, EPCI: {2021: 3}, DEP: {2018: 4, 2021: 4}}

    assert compare(table(figures), "COMMUNE", 2018).reference.niveau is DEP


def test_without_a_commune_the_intercommunalite_is_read():
    found = compare(table(MEDIAN), "")

    assert (found.lieu.niveau, found.lieu.annee) == (EPCI, 2019)
    assert found.reference.nom == "Morbihan"


def test_a_larger_territoire_known_later_is_a_better_reference():
    figures = {COM: {2019: 1, 2021: 2}, EPCI: {2019: 3}, DEP: {2021: 4}}

    assert compare(table(figures), "COMMUNE").reference.niveau is DEP


def test_who_has_no_figure_lets_a_larger_territoire_speak():
    found = compare(table({DEP: {2022: 12.1}, FRA: {2022: 9.9}}, secret=[2021]), "COMMUNE")

    assert (found.lieu.nom, found.reference.nom) == ("Morbihan", "France")


def test_of_two_territoires_of_one_level_the_first_code_speaks_in_every_year():
    """An intercommunalité across two départements: one of them, always the same, is compared."""
    values = table({COM: {2019: 1, 2021: 2}, DEP: {2019: 56, 2021: 56}})
    other = values[values["niveau"] == DEP].assign(code_territoire="AILLEURS", valeur=35.0)
    for rows in ([values, other], [other, values]):
        both = pd.concat(rows)

        assert compare(both, "COMMUNE").reference.valeur == 35
        lines = series(both, "COMMUNE", larger=True)
        assert lines[lines["niveau"] == DEP]["valeur"].tolist() == [35, 35]


def test_no_common_year_is_no_comparison():
    found = compare(table({COM: {2021: 1}, EPCI: {2019: 2}}), "COMMUNE")

    assert found == Comparison(lieu=found.lieu)


@pytest.mark.parametrize("figures", [{}, {COM: {2021: 3}}])
def test_nothing_known_is_nothing(figures):
    assert compare(table(figures, secret=[2019]), "") is None


class TestSeries:
    def test_the_territoire_then_the_larger_ones(self):
        frame = series(table(MEDIAN), "COMMUNE", larger=True)

        assert frame["nom"].unique().tolist() == ["Berric", NAMES[EPCI], "Morbihan"]
        assert frame[frame["nom"] == "Berric"]["annee"].tolist() == [2018, 2019, 2021]

    def test_alone_beside_a_count(self):
        assert series(table(MEDIAN), "", larger=False)["nom"].unique().tolist() == [NAMES[EPCI]]

    def test_overlapping_censuses_are_not_compared(self):
        population = {COM: dict.fromkeys([2010, 2015, 2016, 2020, 2021, 2022, 2023], 1.0)}
        census = table(population, source="Insee, recensement")

        assert series(census, "COMMUNE", larger=True)["annee"].tolist() == [2010, 2016, 2023]

    def test_two_censuses_that_overlap_are_no_evolution(self):
        figures = {COM: {2021: 6.3, 2022: 6.2}, EPCI: {2021: 10.4, 2022: 10.1}}

        assert series(table(figures, source="RP2022"), "COMMUNE", larger=True).empty

    def test_one_year_says_nothing_even_when_others_have_more(self):
        figures = {COM: {2021: 1}, EPCI: {2019: 2, 2020: 3}}

        assert series(table(figures), "COMMUNE", larger=True).empty

    def test_a_change_of_producer_is_no_evolution(self):
        """An unemployment rate of the census and one of France Travail are two measures."""
        census = table({EPCI: {2006: 9.9, 2014: 11.5}}, source="Insee, recensement")
        agency = table({EPCI: {2025: 6.0}}, source="France Travail, demandeurs d'emploi 2025")

        frame = series(pd.concat([agency, census]), "", larger=True)
        assert frame["annee"].tolist() == [2006, 2014]
        assert series(pd.concat([census.tail(1), agency]), "", larger=True).empty

        later = table({EPCI: {2023: 6.2}}, source="France Travail, demandeurs d'emploi 2023")
        frame = series(pd.concat([census, later, agency]), "", larger=True)
        assert frame["annee"].tolist() == [2023, 2025]

    def test_a_secret_commune_leaves_the_intercommunalite(self):
        figures = {EPCI: MEDIAN[EPCI]}
        frame = series(table(figures, secret=[2019, 2021]), "COMMUNE", larger=True)

        assert frame["nom"].unique().tolist() == [NAMES[EPCI]]

    def test_nothing_is_empty_and_has_its_columns(self):
        frame = series(table({}), "", larger=True)

        assert frame.empty
        assert frame.columns.tolist() == ["niveau", "nom", "annee", "valeur"]
