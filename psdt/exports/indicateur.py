"""All the figures of an indicator, as a workbook or as text."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from psdt.domain.indicators import Indicateur, Statut
from psdt.exports import texte
from psdt.exports.workbook import Book, Column
from psdt.words import abs as mots
from psdt.words.mesures import entre_parentheses

HEADER = 2
"""Row of the header of the data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicateurEntier:
    """One indicator and all that is known of it."""

    organisme: str
    demonstration: bool
    indicateur: Indicateur
    valeurs: pd.DataFrame
    """One row a value: ``territoire``, ``code_territoire``, ``niveau``, ``annee``, ``valeur``,
    ``statut``, ``source``."""
    jour: date


def workbook(entier: IndicateurEntier) -> bytes:
    """Return the workbook: « Lisez-moi », then one row a value, numbers as numbers."""
    indicateur = entier.indicateur
    book = Book(
        title=indicateur.libelle,
        author=entier.organisme,
        demonstration=entier.demonstration,
        jour=entier.jour,
    )
    lines = mots.fiche(
        definition=indicateur.definition,
        unite=indicateur.unite,
        sens=indicateur.sens,
        sources=list(dict.fromkeys(entier.valeurs["source"])),
    )
    book.read_me(indicateur.libelle, lines.items())

    sheet = book.sheet(mots.FEUILLE, repeat=(HEADER, HEADER))
    book.text(sheet, 0, 0, entre_parentheses(indicateur.libelle, indicateur.unite), "finding")
    styles = ("strong", "text", "text", "year", "figure", "text", "text")
    widths = (28, 16, 20, 9, 14, 22, 60)
    columns = list(map(Column, mots.NOMS, styles, widths))
    book.table(sheet, HEADER, "Valeurs", columns, _rows(entier))
    sheet.freeze_panes(HEADER + 1, 1)
    sheet.activate()
    return book.close()


def csv(entier: IndicateurEntier) -> bytes:
    """Return one line a value, for a spreadsheet."""
    return texte.table(mots.NOMS, _rows(entier))


def _rows(entier: IndicateurEntier) -> list[list[object]]:
    columns = ("territoire", "code_territoire", "niveau", "annee", "valeur", "statut", "source")
    rows = zip(*(entier.valeurs[column] for column in columns), strict=True)
    return [
        [
            territoire,
            code,
            str(niveau),
            annee,
            None if pd.isna(valeur) else valeur,
            None if statut is Statut.OK else str(statut),
            source,
        ]
        for territoire, code, niveau, annee, valeur, statut, source in rows
    ]
