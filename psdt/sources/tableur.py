"""Read a workbook (.xlsx) with openpyxl, one row at a time, within bounds."""

import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from itertools import repeat
from typing import Any
from zipfile import ZipFile

import openpyxl
from openpyxl.utils.cell import range_boundaries

from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.cellules import Cellule
from psdt.sources.grille import (
    MAX_COLONNES,
    MAX_LIGNES,
    MAX_LIGNES_VIDES,
    MAX_MEMBRES,
    MAX_OCTETS_DECOMPRESSES,
    MAX_RATIO,
    TROP_DE_COLONNES,
    TROP_DE_LIGNES,
    Classeur,
    Ligne,
    Trou,
)
from psdt.words import fichiers as mots

MAGIE = b"PK\x03\x04"
FUSION = re.compile(rb'<mergeCell [^>]*ref="([A-Z]+\d+:[A-Z]+\d+)"')
FORMULE = re.compile(rb"<f[ >/]")
DECOR = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
"""What a number format shows as it is: a « % » in quotes multiplies nothing."""


def ouvrir(nom: str, contenu: bytes) -> Classeur:
    """Return a workbook whose sheets can be read safely."""
    archive = ZipFile(BytesIO(contenu))
    _refuse(archive, nom)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of every style it does not know
        book = openpyxl.load_workbook(BytesIO(contenu), read_only=True, data_only=True)
    if not book.worksheets:  # some producers' files: openpyxl finds no sheet in them
        detail = mots.SANS_FEUILLE
        raise IllisibleError(Anomalie(genre=Genre.FORMAT_INCONNU, lu=nom, detail=detail))

    def lecteur(feuille: str) -> list[Ligne]:
        sheet = book[feuille]
        xml = archive.read(sheet._worksheet_path)  # noqa: SLF001 (no public way to it)
        formulas = None
        if FORMULE.search(xml):
            formulas = openpyxl.load_workbook(BytesIO(contenu), read_only=True)[feuille]
        lignes = list(_lignes(sheet, formulas))
        _etendre(lignes, FUSION.findall(xml))
        return lignes

    return Classeur(nom, tuple(sheet.title for sheet in book.worksheets), lecteur)


def _refuse(archive: ZipFile, nom: str) -> None:
    """Raise ``IllisibleError`` for what must not even be parsed."""
    membres = archive.infolist()
    bombe = any(
        membre.file_size > 1 << 20 and membre.file_size > MAX_RATIO * max(membre.compress_size, 1)
        for membre in membres
    )
    total = sum(membre.file_size for membre in membres)
    if bombe or len(membres) > MAX_MEMBRES or total > MAX_OCTETS_DECOMPRESSES:
        detail = mots.mega(MAX_OCTETS_DECOMPRESSES >> 20)
        raise IllisibleError(Anomalie(genre=Genre.FICHIER_TROP_GROS, lu=nom, detail=detail))

    noms = archive.namelist()
    if any(name.lower().endswith("vbaproject.bin") for name in noms):
        raise IllisibleError(Anomalie(genre=Genre.MACRO_REFUSEE, lu=nom))
    if "xl/workbook.xml" not in noms:
        detail = mots.AUTRE_ARCHIVE
        raise IllisibleError(Anomalie(genre=Genre.FORMAT_INCONNU, lu=nom, detail=detail))
    for name in noms:
        if name.endswith((".xml", ".rels")):
            with archive.open(name) as member:
                if b"<!DOCTYPE" in member.read(4096):  # entities that expand without end
                    raise IllisibleError(Anomalie(genre=Genre.FICHIER_ABIME, lu=nom))


def _lignes(sheet: Any, formulas: Any) -> Iterator[Ligne]:
    """Yield the rows that are not blank; ``formulas`` is the same sheet, with its formulas."""
    n, last = 0, 0
    for numero, values in enumerate(_valeurs(sheet, formulas), 1):
        if len(values) > MAX_COLONNES:
            raise _trop_grande(sheet.title, TROP_DE_COLONNES)
        if all(value is None for value in values):
            if numero - last > MAX_LIGNES_VIDES:
                raise _trop_grande(sheet.title, mots.LOIN)
            continue
        n, last = n + 1, numero
        if n > MAX_LIGNES + 1:
            raise _trop_grande(sheet.title, TROP_DE_LIGNES)
        yield Ligne(numero, values)


def _valeurs(sheet: Any, formulas: Any) -> Iterator[list[Cellule | Trou]]:
    """Yield the values of every row, blank ones too."""
    sheet.reset_dimensions()  # the declared ones may lie
    if formulas is None:
        yield from ([_valeur(cell) for cell in cells] for cells in sheet.iter_rows())
        return
    formulas.reset_dimensions()
    for cells, written in zip(sheet.iter_rows(), formulas.iter_rows(), strict=True):
        yield [
            Trou.FORMULE if cell.value is None and formula.data_type == "f" else _valeur(cell)
            for cell, formula in zip(cells, written, strict=True)
        ]


def _valeur(cell: Any) -> Cellule | Trou:
    """Return the value of a cell; a percentage format makes 0.125 the « 12,5 % » people see."""
    value = cell.value
    if isinstance(value, float) and "%" in DECOR.sub("", cell.number_format):
        return round(value * 100, 10)
    return value  # type: ignore[no-any-return]


def _etendre(lignes: list[Ligne], fusions: list[bytes]) -> None:
    """Repeat the value of cells merged downwards: a spreadsheet keeps only the first."""
    by_number = {ligne.numero: ligne for ligne in lignes}
    for fusion in fusions:
        left, top, right, bottom = range_boundaries(fusion.decode())
        first = by_number.get(top)
        if left != right or first is None:
            continue
        for ligne in lignes:
            if top < ligne.numero <= bottom:
                ligne.cellules.extend(repeat(None, left - len(ligne.cellules)))
                ligne.cellules[left - 1] = first[left - 1]


def _trop_grande(feuille: str, detail: str) -> IllisibleError:
    return IllisibleError(
        Anomalie(genre=Genre.FEUILLE_TROP_GRANDE, feuille=feuille, detail=detail)
    )
