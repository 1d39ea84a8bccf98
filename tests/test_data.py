"""The sample ABS: real figures, none lost and none made up."""

import json
import re
from collections import Counter

import openpyxl
import pytest

from psdt.domain.indicators import COLONNES, COLONNES_EN_PLUS, Axe, Niveau, Sens
from psdt.settings import app_dir

DATA = app_dir() / "data"


@pytest.fixture(scope="module")
def sheets() -> dict[str, list[dict]]:
    """The sheets of the workbook, as lists of rows by column name."""
    book = openpyxl.load_workbook(DATA / "abs_sample.xlsx")
    tables = {}
    for name in ("Indicateurs", "Territoires", "Sources"):
        header, *rows = book[name].iter_rows(values_only=True)
        tables[name] = [dict(zip(header, row, strict=True)) for row in rows]
    return tables


@pytest.fixture(scope="module")
def rows(sheets) -> list[dict]:
    return sheets["Indicateurs"]


def test_has_every_value_and_every_suppressed_cell(rows):
    kinds = Counter("valeur" if isinstance(row["valeur"], float | int) else "s" for row in rows)

    assert kinds == {"valeur": 1339, "s": 708}
    assert {row["valeur"] for row in rows if isinstance(row["valeur"], str)} == {"s"}
    assert len({row["code"] for row in rows}) == 63
    assert len({(r["code"], r["niveau"], r["code_territoire"], r["annee"]) for r in rows}) == 2047


def test_each_row_is_complete_and_in_the_words_of_the_domain(rows):
    assert tuple(rows[0]) == COLONNES + COLONNES_EN_PLUS
    for row in rows:
        assert all(value not in {None, ""} for value in row.values())
        assert isinstance(row["code_territoire"], str)
        for enum, column in ((Axe, "theme"), (Niveau, "niveau"), (Sens, "sens")):
            assert row[column] in list(enum)


@pytest.mark.parametrize(
    ("code", "territoire", "annee", "valeur"),
    [
        ("POP_MUN", "Questembert Communauté", 2023, 24757),
        ("POP_TCAM_2016_2022", "Questembert Communauté", 2022, 0.83),
        ("SOLDE_NAT", "Questembert Communauté", 2024, -65),
        ("MED_NIV_VIE", "Questembert Communauté", 2019, 21070),
        ("MED_NIV_VIE", "Saint-Gravé", 2021, 20040),
        ("MED_NIV_VIE", "Lauzach", 2021, 23940),
        ("TX_CHOM_1564", "Rochefort-en-Terre", 2022, 14.8),
        ("TX_LOG_VACANTS", "Caden", 2022, 11.4),
        ("GINI", "France métropolitaine", 2019, 0.292),
        ("TX_PAUVRETE_60", "Questembert", 2021, 10),
        ("TX_PAUVRETE_60", "Berric", 2021, "s"),
        ("PART_75P", "Morbihan", 2022, 12.1),
    ],
)
def test_telling_figures_are_those_that_were_published(rows, code, territoire, annee, valeur):
    key = {"code": code, "territoire": territoire, "annee": annee}

    assert [row["valeur"] for row in rows if key.items() <= row.items()] == [valeur]


def test_an_indicator_says_the_same_thing_on_all_its_rows(rows):
    said = {
        (r["code"], r["libelle"], r["theme"], r["unite"], r["sens"], r["definition"]) for r in rows
    }

    assert len(said) == 63


def test_a_definition_says_what_is_measured_and_not_where_or_when(rows):
    years = {"POP_TCAM_2016_2022", "POP_TCAM_2015_2021", "SOLDE_NAT_2016_2021"}
    for row in rows:
        assert "par département" not in row["definition"]
        assert "13 communes" not in row["definition"]
        assert row["code"] in years or not re.search(r"\b(19|20)\d\d\b", row["definition"])


def test_income_from_work_includes_unemployment_benefits(rows):
    """Insee: PACT = PTSA + PCHO + PBEN; in 2019, 73.5 = 65.1 + 2.9 + 5.5 in the metropolis."""
    said = {row["definition"] for row in rows if row["code"] == "PART_REV_ACT"}

    assert ["indemnités de chômage" in text for text in said] == [True]


def test_each_territoire_and_each_source_is_told(sheets):
    told = {(t["niveau"], t["code"]) for t in sheets["Territoires"]}

    assert told == {(r["niveau"], r["code_territoire"]) for r in sheets["Indicateurs"]}
    assert sum(source["valeurs"] for source in sheets["Sources"]) == 1339
    assert sum(source["sous_secret"] for source in sheets["Sources"]) == 708
    assert all("Licence Ouverte" in source["licence"] for source in sheets["Sources"])


def test_every_commune_has_its_outline(sheets):
    outlines = json.loads((DATA / "communes.geojson").read_text("utf-8"))["features"]
    communes = {t["code"] for t in sheets["Territoires"] if t["niveau"] == "Commune"}

    assert {outline["properties"]["code"] for outline in outlines} == communes
    assert {outline["geometry"]["type"] for outline in outlines} <= {"Polygon", "MultiPolygon"}
