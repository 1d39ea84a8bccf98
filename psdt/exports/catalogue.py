"""The catalogue of indicators as a file to edit and bring back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from psdt.domain.indicators import Indicateur
from psdt.exports import texte
from psdt.exports.workbook import Book, Column
from psdt.words import catalogue_ecran as mots

WIDTHS = (26, 44, 30, 22, 14, 70, 34, 50)
STYLES = ("text", "strong", "text", "text", "text", "text", "text", "text")
HEADER = 0
"""Row of the header: the first, so that any program finds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Indicators, and whose they are."""

    organisme: str
    indicateurs: tuple[Indicateur, ...]
    jour: date


def workbook(catalogue: Catalogue) -> bytes:
    """Return the workbook: « Lisez-moi », then one row an indicator."""
    book = Book(
        title=mots.TITRE_CLASSEUR,
        author=catalogue.organisme,
        jour=catalogue.jour,
    )
    book.read_me(mots.TITRE_CLASSEUR, mots.MODE_D_EMPLOI.items(), labels=28)
    sheet = book.sheet(mots.FEUILLE, repeat=(HEADER, HEADER))
    columns = list(map(Column, mots.NOMS, STYLES, WIDTHS))
    book.table(sheet, HEADER, "Catalogue", columns, _rows(catalogue.indicateurs))
    sheet.freeze_panes(HEADER + 1, 2)
    sheet.activate()
    return book.close()


def csv(catalogue: Catalogue) -> bytes:
    """Return one line an indicator, for a spreadsheet."""
    return texte.table(mots.NOMS, _rows(catalogue.indicateurs))


def _rows(indicateurs: Iterable[Indicateur]) -> list[list[object]]:
    return [
        [i.code, i.libelle, str(i.theme), i.unite, str(i.sens), i.definition, i.source, i.calcul]
        for i in indicateurs
    ]
