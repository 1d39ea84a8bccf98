"""The fiche communale as a workbook: the page first, as it is read, then all the figures."""

import re
from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from psdt.exports import comparaison
from psdt.exports.comparaison import Releve
from psdt.exports.fiche import FicheCommunale, Ligne
from psdt.exports.workbook import HEADING, Book, Measure, height
from psdt.words import fiche as mots
from psdt.words.grammar import NNBSP

LIBELLE, FIGURE = 58, 19
"""Widths of the columns, in characters."""
DIT = re.compile(rf"([−-]?)([\d{NNBSP}]+)(?:,(\d+))?(\D*)")
"""« −1 250,5 € »: sign, whole part, decimals, unit."""


def workbook(fiche: FicheCommunale, releve: Releve) -> bytes:
    """Return the workbook: « Fiche », « Lisez-moi », then one row a value of ``releve``."""
    book = Book(
        title=f"{mots.TITRE} : {fiche.nom}",
        author=releve.organisme,
        demonstration=releve.demonstration,
        jour=releve.jour,
    )
    sheet = book.sheet(mots.TITRE)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)
    sheet.set_row(0, HEADING)
    sheet.set_column(0, 0, LIBELLE)
    sheet.set_column(1, len(fiche.colonnes), FIGURE)
    book.text(sheet, 0, 0, fiche.nom, "title")
    book.text(sheet, 1, 0, fiche.population, "finding")
    row = 3
    for title, sentences in (
        (mots.RESSORTS["fragilites"], fiche.fragilites or (mots.CALME["fragilites"],)),
        (mots.RESSORTS["forces"], fiche.forces or (mots.CALME["forces"],)),
    ):
        book.text(sheet, row, 0, title, "axis")
        row = _sentences(book, sheet, row + 1, sentences, len(fiche.colonnes)) + 1
    headers = (mots.INDICATEUR, *fiche.colonnes)
    for x, header in enumerate(headers):
        book.text(sheet, row, x, header, "figure header" if x else "header")
    sheet.set_row(row, height(headers, [LIBELLE, *[FIGURE - 4] * len(fiche.colonnes)]))
    row += 1
    for theme in fiche.themes:
        for x in range(len(fiche.colonnes) + 1):
            book.text(sheet, row, x, "" if x else theme.nom, "axis")
        for ligne in theme.lignes:
            row += 1
            _ligne(book, sheet, row, ligne)
        row += 1
    legende = (mots.LEGENDE.format(fiche.repere),) if fiche.repere else ()
    _sentences(book, sheet, row + 1, (*legende, *fiche.notes), len(fiche.colonnes))
    comparaison.write(book, releve)
    sheet.activate()
    return book.close()


def _sentences(
    book: Book, sheet: Worksheet, row: int, sentences: Sequence[str], columns: int
) -> int:
    """Write each sentence across the columns, and return the row after them."""
    width = LIBELLE + FIGURE * columns
    for n, sentence in enumerate(sentences, start=row):
        sheet.merge_range(n, 0, n, columns, "", book.style("paragraph"))
        book.text(sheet, n, 0, sentence, "paragraph")
        sheet.set_row(n, height([sentence], [width]))
    return row + len(sentences)


def _ligne(book: Book, sheet: Worksheet, row: int, ligne: Ligne) -> None:
    """Write an indicator: figures as numbers, reasons of absence as words."""
    book.text(sheet, row, 0, ligne.libelle, "text")
    for x, (texte, connu) in enumerate(zip(ligne.textes, ligne.connus, strict=True), start=1):
        value = mesure(texte) if connu else texte
        style = "fragile" if ligne.fragile and x == 1 else "figure"
        book.cell(sheet, row, x, value, style if connu else "absent")
    sheet.set_row(
        row, height([ligne.libelle, *ligne.textes], [LIBELLE, *[FIGURE] * len(ligne.textes)])
    )


def mesure(texte: str) -> Measure | str:
    """Return the number that a text shows, with its decimals and its unit; else the text.

    « −1 250,5 € » is -1250.5, with one decimal, in « € ».
    """
    found = DIT.fullmatch(texte)
    if found is None:
        return texte
    sign, whole, decimals, unit = found.groups()
    value = float(f"{whole.replace(NNBSP, '')}.{decimals or 0}")
    return Measure(-value if sign else value, len(decimals or ""), unit)
