"""The territoires of a démarche, as a workbook or as text: communes, then what is around them."""

from dataclasses import dataclass
from datetime import date

from psdt.domain.territoire import Etat
from psdt.exports import texte
from psdt.exports.workbook import Book, Column
from psdt.words import territoire as mots

HEADER = 2
"""Row of the header of the territoires."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lieux:
    """The territoires of a démarche, and what the map of its communes shows."""

    organisme: str
    demonstration: bool
    etat: Etat
    jour: date


def workbook(lieux: Lieux) -> bytes:
    """Return the workbook: « Lisez-moi », then one row a territoire, numbers as numbers."""
    etat = lieux.etat
    title = mots.titre_carte(etat.peuplement)
    book = Book(
        title=mots.TITRE,
        author=lieux.organisme,
        demonstration=lieux.demonstration,
        jour=lieux.jour,
    )
    book.read_me(title, mots.lisez_moi(etat.sources).items())
    sheet = book.sheet(mots.FEUILLE, repeat=(HEADER, HEADER))
    book.text(sheet, 0, 0, title, "finding")
    styles = ("code", "strong", "text", *(["integer"] if etat.annee else []), "integer")
    widths = (14, 36, 20, *([14] if etat.annee else []), 12)
    columns = list(map(Column, mots.colonnes_fichier(etat.annee), styles, widths))
    book.table(sheet, HEADER, "Territoires", columns, _rows(etat))
    sheet.freeze_panes(HEADER + 1, 2)
    sheet.activate()
    return book.close()


def csv(lieux: Lieux) -> bytes:
    """Return one line a territoire, for a spreadsheet."""
    return texte.table(mots.colonnes_fichier(lieux.etat.annee), _rows(lieux.etat))


def _rows(etat: Etat) -> list[list[object]]:
    rows: list[list[object]] = []
    for lieu in (*etat.communes, *etat.references):
        key = (lieu.niveau, lieu.code)
        people: list[object] = [etat.habitants.get(key)] if etat.annee else []
        said = [lieu.code, lieu.nom, str(lieu.niveau)]
        rows.append([*said, *people, etat.chiffres.get(key, 0)])
    return rows
