"""What « Comparer » shows, as a workbook or as text: one row a value."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from psdt.domain.indicators import Statut
from psdt.exports import texte
from psdt.exports.workbook import Book, Column, Measure
from psdt.words import comparer as mots
from psdt.words.mesures import milliers

HEADER = 2
"""Row of the header of the data."""
STYLES = ("strong", "text", "text", "text", "text", "year", "figure", "figure", "text", "text")
FIGURES, FINEST = (6, 7), 3
"""Columns of figures, and most decimals shown."""
WIDTHS = (40, 22, 26, 14, 18, 11, 14, 22, 22, 50)


@dataclass(frozen=True, slots=True, kw_only=True)
class Releve:
    """All that a comparison shows."""

    organisme: str
    demonstration: bool
    titre: str
    sous_titre: str
    notes: tuple[str, ...]
    lignes: pd.DataFrame
    """One row a value: ``libelle``, ``unite``, ``territoire``, ``code_territoire``, ``niveau``,
    ``annee``, ``valeur``, ``ecart``, ``statut``, ``source``."""
    jour: date


def workbook(releve: Releve) -> bytes:
    """Return the workbook: « Lisez-moi », then one row a value, numbers as numbers."""
    book = Book(
        title=releve.titre,
        author=releve.organisme,
        demonstration=releve.demonstration,
        jour=releve.jour,
    )
    write(book, releve).activate()
    return book.close()


def write(book: Book, releve: Releve) -> Worksheet:
    """Add « Lisez-moi », then the sheet of the data, which is returned."""
    lines = [(mots.MONTRE, releve.sous_titre)]
    lines += [(mots.LECTURE, note) for note in releve.notes]
    book.read_me(releve.titre, lines)
    sheet = book.sheet(mots.FEUILLE, repeat=(HEADER, HEADER))
    book.text(sheet, 0, 0, releve.titre, "finding")
    columns = list(map(Column, mots.FICHIER, STYLES, WIDTHS))
    book.table(sheet, HEADER, "Comparaison", columns, _measured(_rows(releve)))
    sheet.freeze_panes(HEADER + 1, 1)
    return sheet


def csv(releve: Releve) -> bytes:
    """Return one line a value, for a spreadsheet."""
    return texte.table(mots.FICHIER, _rows(releve))


def _measured(rows: list[list[object]]) -> list[list[object]]:
    """Return the same rows, the figures of an indicator with as many decimals as its finest."""
    places: dict[object, int] = {}
    for row in rows:
        found = (_decimals(row[x]) for x in FIGURES)
        places[row[0]] = max(places.get(row[0], 0), *found)
    return [
        [_measure(cell, places[row[0]]) if x in FIGURES else cell for x, cell in enumerate(row)]
        for row in rows
    ]


def _measure(value: object, places: int) -> Measure:
    return Measure(value if isinstance(value, float) else None, places)


def _decimals(value: object) -> int:
    """Return how many decimals a number has, a few at most."""
    if not isinstance(value, float) or value.is_integer():
        return 0
    return min(len(f"{value:.9f}".rstrip("0").partition(".")[2]), FINEST)


def _rows(releve: Releve) -> list[list[object]]:
    names = (
        *("libelle", "unite", "territoire", "code_territoire", "niveau", "annee"),
        *("valeur", "ecart", "statut", "source"),
    )
    rows = zip(*(releve.lignes[name] for name in names), strict=True)
    return [
        [
            libelle,
            milliers(unite),
            territoire,
            code,
            str(niveau),
            annee,
            None if pd.isna(valeur) else float(valeur),
            None if pd.isna(ecart) else round(float(ecart), 9),
            None if statut is Statut.OK else str(statut),
            source,
        ]
        for libelle, unite, territoire, code, niveau, annee, valeur, ecart, statut, source in rows
    ]
