"""The template: what the application gives, it reads."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from psdt.domain.indicators import COLONNES, COLONNES_EN_PLUS, Axe, Niveau, Territoire
from psdt.exports.modele_indicateurs import modele
from psdt.words import modele_indicateurs as mots
from tests.sources.tables import lu, refus, valeurs

BERRIC = Territoire(code="01004", nom="Berric", niveau=Niveau.COMMUNE)


def filled(*rows) -> bytes:
    book = load_workbook(BytesIO(modele("CIAS", [BERRIC], jour=date(2026, 3, 12))))
    sheet = book[mots.FEUILLE_INDICATEURS]
    for i, row in enumerate(rows, start=2):
        for j, value in enumerate(row, start=1):
            sheet.cell(i, j, value)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_empty_it_says_that_it_is():
    (anomalie,) = refus("modele.xlsx", modele("CIAS", [], jour=date(2026, 3, 12)))

    assert anomalie.genre == "aucune_ligne"


def test_filled_it_is_read():
    theme, niveau = str(Axe.EMPLOI), str(Niveau.COMMUNE)
    row = ("TX", "Taux", theme, "Berric", 2023, 12.5, "%", "Caf", "01004", niveau, "neutre", "")

    tableau = lu("modele.xlsx", filled(row))

    assert valeurs(tableau) == {("TX", "01004", 2023): 12.5}
    assert tableau.indicateurs[0].theme is Axe.EMPLOI
    assert tableau.remarques == ()


def test_its_columns_offer_what_is_read():
    book = load_workbook(BytesIO(modele("CIAS", [BERRIC], jour=date(2026, 3, 12))))
    sheet, lists = book[mots.FEUILLE_INDICATEURS], book[mots.FEUILLE_LISTES]

    assert [cell.value for cell in sheet[1]] == [*COLONNES, *COLONNES_EN_PLUS]
    offered = {str(rule.sqref)[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert offered["C"] == "Listes!$A$2:$A$8"
    assert {lists.cell(row, 1).value for row in range(2, 9)} == {str(axe) for axe in Axe}
    assert lists["D2"].value == "Berric"
    assert sheet["I2"].number_format == "General"  # set on the column, so that it costs nothing
    assert sheet.column_dimensions["I"].number_format == "@"
