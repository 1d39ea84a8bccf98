"""The territoires, taken away: codes as texts, inhabitants where they are known."""

from datetime import date
from io import BytesIO

import openpyxl

from psdt.domain.indicators import Niveau, Territoire
from psdt.domain.territoire import Etat
from psdt.exports.territoire import HEADER, Lieux, csv, workbook
from psdt.words import classeur
from psdt.words import territoire as mots

AMBRONAY = Territoire(code="01007", nom="=Ambronay", niveau=Niveau.COMMUNE)
BRON = Territoire(code="69029", nom="Bron", niveau=Niveau.COMMUNE)
AIN = Territoire(code="01", nom="Ain", niveau=Niveau.DEPARTEMENT)


def lieux(**changed) -> Lieux:
    given = {
        "lieu": None,
        "communes": (AMBRONAY, BRON),
        "references": (AIN,),
        "chiffres": {(Niveau.COMMUNE, "01007"): 12},
        "ecartes": (),
        "habitants": {(Niveau.COMMUNE, "01007"): 2800, (Niveau.DEPARTEMENT, "01"): 663_000},
        "annee": 2022,
        "sources": ("Insee, recensement 2022",),
    }
    return Lieux(
        organisme="CIAS de test",
        demonstration=True,
        etat=Etat(**given | changed),
        jour=date(2026, 3, 12),
    )


def rows(found: Lieux) -> list[tuple]:
    book = openpyxl.load_workbook(BytesIO(workbook(found)))
    return list(book[mots.FEUILLE].iter_rows(min_row=HEADER + 1, values_only=True))


def test_communes_come_first_and_an_unknown_number_is_no_zero():
    assert rows(lieux()) == [
        ("Code", "Territoire", "Niveau", "Habitants en 2022", "Chiffres"),
        ("01007", "=Ambronay", "Commune", 2800, 12),
        ("69029", "Bron", "Commune", None, 0),
        ("01", "Ain", "Département", 663_000, 0),
    ]


def test_without_any_population_there_is_no_such_column():
    header, first, *_ = rows(lieux(habitants={}, annee=None, sources=()))

    assert header == ("Code", "Territoire", "Niveau", "Chiffres")
    assert first == ("01007", "=Ambronay", "Commune", 12)


def test_the_first_sheet_says_where_the_numbers_come_from():
    book = openpyxl.load_workbook(BytesIO(workbook(lieux())))
    said = {row[0]: row[1] for row in book[classeur.LISEZ_MOI].iter_rows(values_only=True)}

    assert "Insee, recensement 2022" in said["Habitants"]
    assert said["Chiffres"] == mots.LECTURE_CHIFFRES
    assert "Données d'exemple" in book[mots.FEUILLE].oddFooter.left.text


def test_nothing_is_a_formula():
    book = openpyxl.load_workbook(BytesIO(workbook(lieux())))
    lines = csv(lieux()).decode("utf-8-sig").splitlines()

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert lines[1] == '"01007";"\'=Ambronay";"Commune";"2800";"12"'
