"""What must be mended in a file, to keep beside one's spreadsheet while mending it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from psdt.exports import texte
from psdt.exports.workbook import Book, Column
from psdt.words import imports as mots

HEADER = 2
"""Row of the header."""
WIDTHS = (20, 9, 22, 30, 90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """The list: one row an anomaly, in the order of the file."""

    titre: str
    organisme: str
    jour: date
    lignes: Sequence[Sequence[object]]
    """As ``words.imports.ANOMALIES``; nothing where the whole file is meant."""


def workbook(corrections: Corrections) -> bytes:
    """Return the list as a workbook."""
    book = Book(
        title=corrections.titre,
        author=corrections.organisme,
        jour=corrections.jour,
    )
    sheet = book.sheet(mots.ANOMALIES_FEUILLE, repeat=(HEADER, HEADER))
    book.text(sheet, 0, 0, corrections.titre, "finding")
    styles = ("text", "year", "text", "strong", "text")
    columns = list(map(Column, mots.ANOMALIES, styles, WIDTHS))
    book.table(sheet, HEADER, "Corrections", columns, corrections.lignes)
    sheet.freeze_panes(HEADER + 1, 0)
    return book.close()


def csv(corrections: Corrections) -> bytes:
    """Return one line an anomaly, for a spreadsheet."""
    return texte.table(mots.ANOMALIES, corrections.lignes)


FORMATS: dict[str, Callable[[Corrections], bytes]] = {"xlsx": workbook, "csv": csv}
