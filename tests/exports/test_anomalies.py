"""The list of what must be mended, as files to take away."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from psdt.exports.anomalies import FORMATS, Corrections
from psdt.words import imports as mots

LIGNES = [
    ["Indicateurs", 6, "valeur (F)", "=1+1", "« =1+1 » n'est pas un nombre."],
    ["", None, "", "", "Le fichier est vide."],
]
CORRECTIONS = Corrections(
    titre="2 corrections à faire", organisme="CIAS", jour=date(2026, 3, 12), lignes=LIGNES
)


def test_the_workbook_has_them_all_and_no_formula():
    sheet = load_workbook(BytesIO(FORMATS["xlsx"](CORRECTIONS)))[mots.ANOMALIES_FEUILLE]

    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert rows[0] == list(mots.ANOMALIES)
    assert rows[1] == LIGNES[0]
    assert [cell.data_type for cell in sheet[4]] == ["s", "n", "s", "s", "s"]
    assert rows[2][4] == "Le fichier est vide."


def test_the_text_has_them_all():
    lines = FORMATS["csv"](CORRECTIONS).decode("utf-8-sig").splitlines()

    assert len(lines) == 3
    assert '"Indicateurs";"6";"valeur (F)";"\'=1+1"' in lines[1]
