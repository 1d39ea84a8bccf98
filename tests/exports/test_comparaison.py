"""The files of a comparison: numbers as numbers, absence with its reason, no formula."""

from datetime import date
from io import BytesIO

import openpyxl
import pandas as pd

from psdt.domain.indicators import Niveau, Statut
from psdt.exports.comparaison import Releve, csv, workbook
from psdt.words import classeur
from psdt.words import comparer as mots

HOSTILE = "=1+1"


def releve(**changed) -> Releve:
    rows = [
        ("Taux", "%", HOSTILE, "56015", Niveau.COMMUNE, 2021, 12.5, 0.1 + 0.2, Statut.OK, "Insee"),
        ("Taux", "%", "Molac", "56135", Niveau.COMMUNE, 2021, None, None, Statut.SECRET, "Insee"),
    ]
    columns = ["libelle", "unite", "territoire", "code_territoire", "niveau", "annee", "valeur"]
    given = {
        "organisme": "CIAS de test",
        "demonstration": True,
        "titre": "À Berric, plus fragile",
        "sous_titre": "Un indicateur, 2021",
        "notes": ("Moins de 2 000 habitants.",),
        "lignes": pd.DataFrame(
            rows, columns=[*columns, "ecart", "statut", "source"], dtype=object
        ),
        "jour": date(2026, 3, 12),
    }
    return Releve(**given | changed)


def test_the_workbook_says_what_is_shown_and_what_to_know():
    book = openpyxl.load_workbook(BytesIO(workbook(releve())))
    first, rows = (
        book[classeur.LISEZ_MOI],
        list(book[mots.FEUILLE].iter_rows(min_row=3, values_only=True)),
    )

    assert [cell.value for cell in first["B"]][2:] == [
        "Un indicateur, 2021",
        "Moins de 2 000 habitants.",
    ]
    assert rows[0] == mots.FICHIER
    assert rows[1][5:9] == (2021, 12.5, 0.3, None)
    assert rows[2][6:9] == (None, None, str(Statut.SECRET))
    assert "Données d'exemple" in book[mots.FEUILLE].oddFooter.left.text


def test_nothing_is_a_formula():
    book = openpyxl.load_workbook(BytesIO(workbook(releve(titre=HOSTILE))))
    lines = csv(releve()).decode("utf-8-sig").splitlines()

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert f'"\'{HOSTILE}"' in lines[1]
    assert '"12,5"' in lines[1]
