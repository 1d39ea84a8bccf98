"""The signals of the ABS, as a workbook or as text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from psdt.exports import texte
from psdt.exports.workbook import Book, Column
from psdt.words import signaux as mots

HEADER = 4
"""Row of the header of the signals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaux:
    """Signals, as they are read."""

    organisme: str
    demonstration: bool
    perimetre: str
    """Which commune and which axis were looked at."""
    lignes: Sequence[Sequence[object]]
    """One a signal, in their order: what ``words.signaux.COLONNES`` says."""
    jour: date


def workbook(signaux: Signaux) -> bytes:
    """Return the workbook: one sheet, the sentences first, how to read them above."""
    book = Book(
        title=mots.TITRE,
        author=signaux.organisme,
        demonstration=signaux.demonstration,
        jour=signaux.jour,
    )
    sheet = book.sheet(mots.MENU, repeat=(HEADER, HEADER))
    book.text(sheet, 0, 0, mots.TITRE, "title")
    book.text(sheet, 1, 0, signaux.perimetre, "finding")
    book.text(sheet, 2, 0, mots.LIRE, "note")
    styles = ("strong", "text", "text", "text", "text", "text", "text", "text", "year", "text")
    widths = (16, 24, 60, 24, 24, 40, 40, 34, 9, 40)
    columns = list(map(Column, mots.COLONNES, styles, widths))
    book.table(sheet, HEADER, "Signaux", columns, signaux.lignes)
    sheet.freeze_panes(HEADER + 1, 0)
    return book.close()


def csv(signaux: Signaux) -> bytes:
    """Return one line a signal, for a spreadsheet."""
    return texte.table(mots.COLONNES, signaux.lignes)
