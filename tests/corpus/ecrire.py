"""Write small workbooks and texts, with whatever is wrong in them."""

import csv
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter

ENTETE = ("code", "libelle", "theme", "territoire", "annee", "valeur", "unite", "source")
SOURCE = "Chiffres inventés"
LIGNES = [
    [code, libelle, theme, commune, annee, premiere + pas * rang, unite, SOURCE]
    for code, libelle, theme, unite, premiere, pas in (
        ("MEN", "Ménages", "Démographie", "ménages", 820, 15),
        ("LOG_VAC", "Logements vacants", "Logement", "%", 6.5, 0.5),
    )
    for rang, (commune, annee) in enumerate(
        (commune, annee) for commune in ("Berric", "Larré", "Le Cours") for annee in (2016, 2021)
    )
]
"""Two indicators, three communes, two years: the first value is 820, the seventh 6,5 %."""


@dataclass(frozen=True)
class Pourcent:
    """A number that a spreadsheet shows as a percentage: 0.125 for « 12,5 % »."""

    valeur: float


@dataclass(frozen=True)
class Formule:
    """A formula and its last result."""

    texte: str
    resultat: Any = 0


def avec(*cells: Any, colonne: str = "valeur", debut: int = 0) -> list[list[Any]]:
    """Return the rows with other cells in a column, from a row on."""
    rows = [list(ligne) for ligne in LIGNES]
    for ligne, cell in zip(rows[debut:], cells, strict=False):
        ligne[ENTETE.index(colonne)] = cell
    return rows


def xlsx(
    lignes: Iterable[Sequence[Any]] = LIGNES,
    *,
    entete: Sequence[Any] = ENTETE,
    feuille: str = "Indicateurs",
    debut: int = 0,
    finir: Callable[[Any, Any], None] | None = None,
) -> bytes:
    """Return a workbook; ``finir(book, sheet)`` may still change it."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False, "nan_inf_to_errors": True})
    percent = book.add_format({"num_format": "0.0%"})
    date = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet(feuille)
    for row, cells in enumerate([entete, *lignes], debut):
        for column, cell in enumerate(cells):
            if isinstance(cell, Pourcent):
                sheet.write_number(row, column, cell.valeur, percent)
            elif isinstance(cell, Formule):
                sheet.write_formula(row, column, cell.texte, None, cell.resultat)
            elif hasattr(cell, "year"):
                sheet.write_datetime(row, column, cell, date)
            else:
                sheet.write(row, column, cell)
    if finir:
        finir(book, sheet)
    book.close()
    return out.getvalue()


def texte(
    lignes: Iterable[Sequence[Any]] = LIGNES,
    *,
    entete: Sequence[Any] = ENTETE,
    separateur: str = ";",
    encodage: str = "utf-8",
    guillemets: int = csv.QUOTE_MINIMAL,
) -> bytes:
    """Return a CSV, with the line ends of Excel."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=separateur, quoting=guillemets)
    writer.writerow(entete)
    writer.writerows(lignes)
    return out.getvalue().encode(encodage)


def ods(
    lignes: Iterable[Sequence[Any]] = LIGNES,
    *,
    entete: Sequence[Any] = ENTETE,
    feuille: str = "Indicateurs",
    ensuite: str = "",
    manifeste: str = "",
) -> bytes:
    """Return a workbook of LibreOffice; ``ensuite`` is XML after the rows."""
    rows = "".join(
        f"<table:table-row>{''.join(map(_case_ods, cells))}</table:table-row>"
        for cells in [entete, *lignes]
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="{escape(feuille)}">{rows}{ensuite}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    listed = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f"{manifeste}</m:manifest>"
    )
    return archive(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.encode(),
            "META-INF/manifest.xml": listed.encode(),
        }
    )


def _case_ods(cell: Any) -> str:
    if isinstance(cell, Pourcent):
        shown = f"{100 * cell.valeur:g} %".replace(".", ",")
        return (
            f'<table:table-cell office:value-type="percentage" office:value="{cell.valeur}">'
            f"<text:p>{shown}</text:p></table:table-cell>"
        )
    if isinstance(cell, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{cell}">'
            f"<text:p>{cell}</text:p></table:table-cell>"
        )
    if cell is None:
        return "<table:table-cell/>"
    return (
        '<table:table-cell office:value-type="string">'
        f"<text:p>{escape(cell)}</text:p></table:table-cell>"
    )


def archive(membres: dict[str, bytes], methode: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", methode) as target:
        for name, content in membres.items():
            target.writestr(name, content)
    return out.getvalue()


def parties(contenu: bytes) -> dict[str, bytes]:
    """Return the members of an archive."""
    with zipfile.ZipFile(BytesIO(contenu)) as source:
        return {name: source.read(name) for name in source.namelist()}


def reecrire(contenu: bytes, membre: str, comment: Callable[[str], str]) -> bytes:
    """Return an archive where a member says something else."""
    members = parties(contenu)
    changed = comment(members[membre].decode())
    assert changed != members[membre].decode(), f"nothing to change in {membre}"
    return archive({**members, membre: changed.encode()})


def retoucher(contenu: bytes, membre: str, avant: str, apres: str) -> bytes:
    """Return an archive where a piece of a member is another one."""
    return reecrire(contenu, membre, lambda content: content.replace(avant, apres))


def ajouter(contenu: bytes, membre: str, ajoute: bytes) -> bytes:
    """Return an archive with one more member."""
    return archive({**parties(contenu), membre: ajoute})


def gonfler(contenu: bytes, membre: str, motif: bytes, fois: int, marque: str) -> bytes:
    """Return an archive where a pattern is repeated before a mark of a member.

    The pattern is never held in memory as many times.
    """
    members = parties(contenu)
    head, tail = members.pop(membre).split(marque.encode(), 1)
    out = BytesIO()
    block, blocks = motif * 1_000, fois // 1_000
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
        with target.open(membre, "w", force_zip64=True) as part:
            part.write(head)
            for _ in range(blocks):
                part.write(block)
            part.write(marque.encode() + tail)
    return out.getvalue()
