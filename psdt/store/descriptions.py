"""What each import says of indicators and territoires, piled: undoing it says what was before.

The words of the CIAS are above these piles: ``psdt.store.modifications``. The caller owns the
transaction.
"""

from collections.abc import Collection, Generator, Iterable
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, delete, insert, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from psdt.domain.indicators import Axe, Indicateur, Niveau, Sens, Territoire
from psdt.store.tables import (
    DemarcheRow,
    DescriptionRow,
    IndicateurRow,
    LienRow,
    TerritoireRow,
    ValeurRow,
)

Decrite: TypeAlias = IndicateurRow | TerritoireRow
Cle: TypeAlias = str | tuple[Niveau, str]
Contenu: TypeAlias = dict[str, Any]
Piles: TypeAlias = dict[int, list[tuple[int, Contenu]]]
"""What was said of each row, by number: of which import or modification, and the words."""

ENUMS: dict[str, type[Axe | Sens]] = {"theme": Axe, "sens": Sens}
REFERENCES: dict[type[Decrite], InstrumentedAttribute[int | None]] = {
    IndicateurRow: DescriptionRow.indicateur_id,
    TerritoireRow: DescriptionRow.territoire_id,
}
LOT = 500
"""Rows asked for in one statement."""


@contextmanager
def piled(
    session: Session,
    demarche_id: int,
    import_id: int,
    indicateurs: Iterable[Indicateur],
    territoires: Iterable[Territoire],
) -> Generator[None]:
    """Remember what an import says, in the block, of indicators and territoires.

    What was said before is remembered too, the first time.
    """
    said: dict[type[Decrite], dict[Cle, Contenu]] = {
        IndicateurRow: {i.code: dit(i) for i in indicateurs},
        TerritoireRow: {(t.niveau, t.code): {"nom": t.nom} for t in territoires},
    }
    for table, contents in said.items():
        remember(session, demarche_id, table, contents)
    yield
    for table, contents in said.items():
        rows = known(session, demarche_id, table)
        now = [(rows[key].id, contenu) for key, contenu in contents.items()]
        pile(session, demarche_id, table, now, import_id=import_id)


def remember(
    session: Session, demarche_id: int, table: type[Decrite], keys: Collection[Cle]
) -> None:
    """Keep what is said of what no import described yet, unless the CIAS said it."""
    rows = {row.id: row for key, row in known(session, demarche_id, table).items() if key in keys}
    there = {*piles(session, table, rows), *_mots(session, table, rows)}
    former = [
        (number, actuel(row))
        for number, row in rows.items()
        if number not in there and not (isinstance(row, IndicateurRow) and row.modifie)
    ]
    pile(session, demarche_id, table, former)


def unpile(session: Session, demarche_id: int, import_id: int) -> None:
    """Describe again what an import described as the last one before it did.

    What only imports that are undone had brought disappears, unless something holds it: a
    figure, an enjeu that it grounds, words of the CIAS, even those that it took back. Once the
    CIAS has said which is its territoire, territoires are its own and stay.
    """
    for table, column in REFERENCES.items():
        mentioned = select(column).where(
            DescriptionRow.import_id == import_id, column.is_not(None)
        )
        ids = [number for number in session.scalars(mentioned) if number is not None]
        there = piles(session, table, ids)
        session.execute(
            delete(DescriptionRow).where(
                DescriptionRow.import_id == import_id, column.is_not(None)
            )
        )
        rows = {row.id: row for row in known(session, demarche_id, table).values()}
        alone = []
        for number in ids:
            *below, (last, contenu) = there[number]
            if not below:
                alone.append(number)
            elif last == import_id and actuel(rows[number], contenu) == contenu:
                decrire(rows[number], below[-1][1])
        session.flush()
        held = _mots(session, table, alone)
        forget(session, demarche_id, table, [number for number in alone if number not in held])


def forget(session: Session, demarche_id: int, table: type[Decrite], numbers: list[int]) -> None:
    """Delete what nothing holds any more."""
    held: list[ColumnElement[bool]]
    if table is IndicateurRow:
        figures = select(ValeurRow.annee).where(ValeurRow.indicateur_id == IndicateurRow.id)
        tied = select(LienRow.id).where(LienRow.indicateur_source_id == IndicateurRow.id)
        held = [figures.exists(), tied.exists(), IndicateurRow.modifie.is_(True)]
    else:
        figures = select(ValeurRow.annee).where(ValeurRow.territoire_id == TerritoireRow.id)
        told = select(DemarcheRow.id).where(
            DemarcheRow.id == demarche_id, DemarcheRow.lieu_code.is_not(None)
        )
        held = [figures.exists(), told.exists()]
    for some in _lots(numbers):
        session.execute(
            delete(table).where(table.id.in_(some), *(~reason for reason in held)),
            execution_options={"synchronize_session": "fetch"},
        )


def known(session: Session, demarche_id: int, table: type[Decrite]) -> dict[Cle, Decrite]:
    """Return the indicators or the territoires of a démarche, as the base has them now."""
    rows: Iterable[Decrite] = session.scalars(
        select(table).where(table.demarche_id == demarche_id),
        execution_options={"populate_existing": True},
    )
    return {
        row.code if isinstance(row, IndicateurRow) else (row.niveau, row.code): row for row in rows
    }


def piles(session: Session, table: type[Decrite], numbers: Iterable[int]) -> Piles:
    """Return what imports said of each, the last at the end; 0 is what came before any."""
    column = REFERENCES[table]
    rows = select(column, DescriptionRow.import_id, DescriptionRow.contenu)
    return _empilees(
        session, rows.where(DescriptionRow.modification_id.is_(None)), column, numbers
    )


def ecrites(session: Session, numbers: Iterable[int]) -> Piles:
    """Return what the CIAS wrote of indicators, the last at the end, by modification.

    Nothing at all is written where it put back what imports say.
    """
    column, by = DescriptionRow.indicateur_id, DescriptionRow.modification_id
    rows = select(column, by, DescriptionRow.contenu).where(by.is_not(None))
    return _empilees(session, rows, column, numbers)


def _mots(session: Session, table: type[Decrite], numbers: Iterable[int]) -> set[int]:
    """Return those of which the CIAS wrote words: it may have taken them back, and want them."""
    if table is not IndicateurRow:
        return set()
    ours = ecrites(session, numbers)
    return {number for number, pile in ours.items() if any(contenu for _, contenu in pile)}


def _empilees(
    session: Session,
    rows: Select[int | None, int | None, Contenu],
    column: InstrumentedAttribute[int | None],
    numbers: Iterable[int],
) -> Piles:
    found: Piles = {}
    for some in _lots(numbers):
        for row in session.execute(rows.where(column.in_(some))):
            number, origin, contenu = row
            found.setdefault(number or 0, []).append((origin or 0, contenu))
    return {number: sorted(pile, key=lambda said: said[0]) for number, pile in found.items()}


def pile(
    session: Session,
    demarche_id: int,
    table: type[Decrite],
    said: list[tuple[int, Contenu]],
    **origin: int,
) -> None:
    """Add what is said of rows, by number, to their piles; ``origin`` is the column of whom."""
    if said:
        name = REFERENCES[table].key
        common = {"demarche_id": demarche_id, **origin}
        rows = [common | {name: number, "contenu": contenu} for number, contenu in said]
        session.execute(insert(DescriptionRow), rows)


def dit(indicateur: Indicateur) -> Contenu:
    """Return what an import says of an indicator: what it leaves unsaid stays as it was."""
    said = {
        "libelle": indicateur.libelle,
        "theme": indicateur.theme.name,
        "unite": indicateur.unite,
        "sens": indicateur.sens.name,
        "definition": indicateur.definition,
    }
    optional = {"source": indicateur.source, "calcul": indicateur.calcul}
    return said | {name: text for name, text in optional.items() if text}


def actuel(row: Decrite, like: Contenu | None = None) -> Contenu:
    """Return what the base says of a row, or the part of it that ``like`` says too."""
    names: tuple[str, ...] = ("nom",)
    if isinstance(row, IndicateurRow):
        names = ("libelle", "theme", "unite", "sens", "definition", "source", "calcul")
    return {
        name: getattr(row, name).name if name in ENUMS else getattr(row, name)
        for name in names
        if like is None or name in like
    }


def decrire(row: Decrite, contenu: Contenu) -> None:
    """Describe a row, unless the CIAS did it itself."""
    if isinstance(row, IndicateurRow) and row.modifie:
        return
    for name, said in lu(contenu).items():
        setattr(row, name, said)


def lu(contenu: Contenu) -> dict[str, Any]:
    """Return what is said, its axis and its direction as the domain knows them."""
    return {n: ENUMS[n][text] if n in ENUMS else text for n, text in contenu.items()}


def _lots(numbers: Iterable[int]) -> Iterable[list[int]]:
    rest = iter(numbers)
    return iter(lambda: list(islice(rest, LOT)), [])
