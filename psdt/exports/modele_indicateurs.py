"""The template to fill with one's own figures: empty, with its lists of choices."""

from collections.abc import Sequence
from datetime import date

from xlsxwriter.worksheet import Worksheet

from psdt.domain.indicators import COLONNES, COLONNES_EN_PLUS, Axe, Niveau, Sens, Territoire
from psdt.exports.workbook import Book
from psdt.words import modele_indicateurs as mots

LIGNES = 5_000
"""Rows that have the lists of choices."""
WIDTHS = {"code": 18, "libelle": 40, "theme": 34, "territoire": 24, "source": 40, "definition": 60}
TEXTES = ("code", "code_territoire")
"""Columns that stay text: « 01004 » keeps its zero."""


def modele(organisme: str, territoires: Sequence[Territoire], *, jour: date) -> bytes:
    """Return the template; the territoires of the démarche, if any, are offered as a list."""
    book = Book(title=mots.MODELE_TITRE, author=organisme, jour=jour)
    book.read_me(mots.MODELE_TITRE, mots.LISEZ_MOI)
    sheet = book.sheet(mots.FEUILLE_INDICATEURS, repeat=(0, 0))
    columns = (*COLONNES, *COLONNES_EN_PLUS)
    for place, name in enumerate(columns):
        look = book.style("code" if name in TEXTES else "text")
        sheet.set_column(place, place, WIDTHS.get(name, 16), look)
        book.text(sheet, 0, place, name, "header")
    sheet.freeze_panes(1, 1)
    lists = {
        "theme": [str(axe) for axe in Axe],
        "niveau": [str(niveau) for niveau in Niveau],
        "sens": [str(sens) for sens in Sens],
        "territoire": [lieu.nom for lieu in territoires],
    }
    ranges = _listes(book, lists)
    for name, source in ranges.items():
        _choices(sheet, columns.index(name), source)
    _years(sheet, columns.index("annee"))
    sheet.activate()
    return book.close()


def _listes(book: Book, lists: dict[str, list[str]]) -> dict[str, str]:
    """Write the choices on a sheet of their own, and return the range of each column."""
    sheet = book.sheet(mots.FEUILLE_LISTES)
    ranges = {}
    for place, ((name, choices), title) in enumerate(zip(lists.items(), mots.LISTES, strict=True)):
        sheet.set_column(place, place, 44)
        book.text(sheet, 0, place, title, "label")
        for row, choice in enumerate(choices, start=1):
            book.text(sheet, row, place, choice, "text")
        if choices:
            letter = "ABCD"[place]
            ranges[name] = f"={mots.FEUILLE_LISTES}!${letter}$2:${letter}${len(choices) + 1}"
    return ranges


def _choices(sheet: Worksheet, place: int, source: str) -> None:
    """Offer a list; another value only warns: a territoire may be new."""
    sheet.data_validation(
        *(1, place, LIGNES, place),
        {
            "validate": "list",
            "source": source,
            "error_type": "warning",
            "error_title": mots.CHOIX_TITRE,
            "error_message": mots.CHOIX_AIDE,
        },
    )


def _years(sheet: Worksheet, place: int) -> None:
    sheet.data_validation(
        *(1, place, LIGNES, place),
        {
            "validate": "integer",
            "criteria": "between",
            "minimum": 1900,
            "maximum": 2100,
            "error_title": mots.ANNEE_TITRE,
            "error_message": mots.ANNEE_AIDE,
        },
    )
