"""The figures of an indicator, taken away."""

from datetime import date
from io import BytesIO

import openpyxl
import pandas as pd
import pytest

from psdt.domain.indicators import Axe, Indicateur, Niveau, Sens, Statut
from psdt.exports.indicateur import IndicateurEntier, csv, workbook
from psdt.words import abs as mots
from psdt.words import classeur


@pytest.fixture
def fiche() -> IndicateurEntier:
    rows = [
        ("Berric", "56015", Niveau.COMMUNE, 2021, 6.3, Statut.OK, "Insee"),
        ("=1+1", "01004", Niveau.COMMUNE, 2021, float("nan"), Statut.SECRET, "@Insee"),
    ]
    names = ["territoire", "code_territoire", "niveau", "annee", "valeur", "statut", "source"]
    return IndicateurEntier(
        organisme="CIAS",
        demonstration=True,
        indicateur=Indicateur(
            code="TX",
            libelle="=Taux",
            theme=Axe.EMPLOI,
            unite="%",
            sens=Sens.DEFAVORABLE,
            definition="Ce que c'est.",
        ),
        valeurs=pd.DataFrame(rows, columns=names, dtype=object),
        jour=date(2026, 3, 12),
    )


def test_numbers_are_numbers_and_texts_are_texts(fiche):
    book = openpyxl.load_workbook(BytesIO(workbook(fiche)))
    header, first, second = list(book[mots.FEUILLE].iter_rows(min_row=3, values_only=True))

    assert header == mots.NOMS
    assert first == ("Berric", "56015", "Commune", 2021, 6.3, None, "Insee")
    assert second[:6] == ("=1+1", "01004", "Commune", 2021, None, "secret statistique")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_the_first_sheet_says_what_the_figures_are(fiche):
    sheet = openpyxl.load_workbook(BytesIO(workbook(fiche)))[classeur.LISEZ_MOI]
    said = {row[0]: row[1] for row in sheet.iter_rows(values_only=True) if row[0]}

    assert said["Définition"] == "Ce que c'est."
    assert "plus fragile" in said["Sens"]
    assert "pas zéro" in said["Valeurs absentes"]


def test_every_direction_has_its_sentence():
    assert set(mots.SENS) == set(Sens)


def test_the_text_file_has_the_same_rows(fiche):
    lines = csv(fiche).decode("utf-8-sig").splitlines()

    assert len(lines) == 3
    assert lines[2].startswith('"\'=1+1";"01004";"Commune";"2021";"";"secret statistique"')
