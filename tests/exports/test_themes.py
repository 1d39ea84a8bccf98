"""The sizes of the themes as files: as they are read, and no formula."""

from datetime import date
from io import BytesIO

import openpyxl
import pandas as pd

from psdt.exports.themes import HEADER, Tailles, csv, workbook
from psdt.words import classeur
from psdt.words import themes as mots

HOSTILE = "=1+1"


def tailles() -> Tailles:
    lines = pd.DataFrame({"Thème": ["Se loger", HOSTILE], "Élus": [12, "–"], "Réunis": [3, 7]})
    return Tailles(
        organisme="CIAS de test",
        demonstration=True,
        constat="« Se loger » réunit le plus d'objectifs",
        mesure="Nombre d'objectifs de chacun des 2 thèmes",
        source="Un collège de moins de 5 personnes est compté avec d'autres.",
        lignes=lines,
        jour=date(2026, 3, 12),
    )


def test_numbers_are_numbers_and_what_is_not_told_stays_a_dash():
    book = openpyxl.load_workbook(BytesIO(workbook(tailles())))
    rows = list(book[mots.MENU].iter_rows(min_row=HEADER + 1, values_only=True))

    assert rows == [("Thème", "Élus", "Réunis"), ("Se loger", 12, 3), (HOSTILE, "–", 7)]
    assert "Données d'exemple" in book[mots.MENU].oddFooter.left.text


def test_the_first_sheet_says_who_is_counted_with_others():
    sheet = openpyxl.load_workbook(BytesIO(workbook(tailles())))[classeur.LISEZ_MOI]
    said = {row[0]: row[1] for row in sheet.iter_rows(values_only=True)}

    assert said["Lecture"] == tailles().source
    assert said["Contenu"] == f"{tailles().mesure}."


def test_nothing_is_a_formula():
    book = openpyxl.load_workbook(BytesIO(workbook(tailles())))
    lines = csv(tailles()).decode("utf-8-sig").splitlines()

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert lines[1:] == ['"Se loger";"12";"3"', f'"\'{HOSTILE}";"–";"7"']
