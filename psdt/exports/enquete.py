"""The answers to a questionnaire, as a workbook or as text: only what may be shown of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from psdt.domain.enquetes import Resultat
from psdt.exports import texte
from psdt.exports.workbook import Book, Column
from psdt.words import locales as mots

HEADER = 2
"""Row of the header of the answers."""
STYLES = ("strong", "text", "integer", "percent", "integer", "text", "text")
WIDTHS = (44, 40, 12, 10, 14, 44, 40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Depouillement:
    """One questionnaire, and what may be shown of each of its questions."""

    organisme: str
    demonstration: bool
    enquete: str
    annee: int
    resultats: Sequence[Resultat]
    jour: date


def workbook(found: Depouillement) -> bytes:
    """Return the workbook: « Lisez-moi », then one row an answer."""
    title = mots.questionnaire(found.enquete, found.annee)
    book = Book(
        title=title,
        author=found.organisme,
        demonstration=found.demonstration,
        jour=found.jour,
    )
    sources = dict.fromkeys(one.source for one in found.resultats)
    book.read_me(title, mots.lisez_moi(len(found.resultats), list(sources)).items(), labels=26)
    sheet = book.sheet(mots.FEUILLE, repeat=(HEADER, HEADER))
    book.text(sheet, 0, 0, title, "finding")
    columns = list(map(Column, mots.COLONNES_FICHIER, STYLES, WIDTHS))
    book.table(sheet, HEADER, "Reponses", columns, list(_rows(found)))
    sheet.freeze_panes(HEADER + 1, 1)
    sheet.activate()
    return book.close()


def csv(found: Depouillement) -> bytes:
    """Return one line an answer, for a spreadsheet."""
    return texte.table(mots.COLONNES_FICHIER, _rows(found))


def _rows(found: Depouillement) -> Iterator[list[object]]:
    for one in found.resultats:
        notes = mots.prudences(fragile=one.fragile, multiple=one.multiple)
        said: list[tuple[str, int | None, float | None, list[str]]] = [
            (mots.modalites(part.modalites), part.effectif, round(part.part, 4), notes)
            for part in one.parts
        ]
        several = [mots.PLUSIEURS] if one.multiple else []
        said += [(nom, None, None, [mots.NON_MONTRE, *several]) for nom in one.tues]
        for nom, effectif, part, remarques in said or [("", None, None, [mots.TROP_PEU])]:
            yield [
                one.question,
                nom or None,
                effectif,
                part,
                one.repondants if one.dit_combien else None,
                " ".join(remarques) or None,
                one.source,
            ]
