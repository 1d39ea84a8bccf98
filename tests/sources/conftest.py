"""Small files, written for each test."""

from io import BytesIO

import openpyxl
import pytest

from psdt.domain.indicators import COLONNES

LIGNE = ("POP", "Population", "Démographie", "Berric", 2021, 2109, "habitants", "Insee")


def ecrire(rows, *, feuille="Indicateurs", entete=COLONNES, finish=None) -> bytes:
    """Return the bytes of a workbook; ``finish`` may still change its sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = feuille
    for row in (entete, *rows):
        sheet.append(row)
    if finish:
        finish(sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def ligne():
    """Return a row of the template, with other values: ``ligne(annee=2016)``."""

    def ligne(**changed) -> list:
        return [changed.get(column, value) for column, value in zip(COLONNES, LIGNE, strict=True)]

    return ligne
