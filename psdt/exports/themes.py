"""The sizes of the suggested themes, as a workbook or as text: what the screen tells of them."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from psdt.exports import texte
from psdt.exports.workbook import Book, Column
from psdt.words import themes as mots

HEADER = 2
"""Row of the header of the themes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tailles:
    """How many objectifs each theme holds, as people read it."""

    organisme: str
    demonstration: bool
    constat: str
    mesure: str
    source: str
    lignes: pd.DataFrame
    """One row a theme: its title, then numbers; a dash for one that is told with others."""
    jour: date


def workbook(tailles: Tailles) -> bytes:
    """Return the workbook: « Lisez-moi », then one row a theme, numbers as numbers."""
    book = Book(
        title=mots.TITRE,
        author=tailles.organisme,
        demonstration=tailles.demonstration,
        jour=tailles.jour,
    )
    said = mots.lisez_moi(tailles.mesure, tailles.source)
    book.read_me(tailles.constat, said.items())
    sheet = book.sheet(mots.MENU, repeat=(HEADER, HEADER))
    book.text(sheet, 0, 0, tailles.constat, "finding")
    first, *others = map(str, tailles.lignes.columns)
    columns = [Column(first, "strong", 60), *(Column(name, "integer", 16) for name in others)]
    book.table(sheet, HEADER, "Themes", columns, _rows(tailles))
    sheet.freeze_panes(HEADER + 1, 1)
    sheet.activate()
    return book.close()


def csv(tailles: Tailles) -> bytes:
    """Return one line a theme, for a spreadsheet."""
    return texte.table(list(map(str, tailles.lignes.columns)), _rows(tailles))


def _rows(tailles: Tailles) -> list[list[object]]:
    return tailles.lignes.astype(object).to_numpy().tolist()
