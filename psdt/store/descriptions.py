"""What each import says of indicators and territoires, piled: undoing it says what was before.

The caller owns the transaction.
"""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, delete, insert, select
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
        IndicateurRow: {i.code: _dit(i) for i in indicateurs},
        TerritoireRow: {(t.niveau, t.code): {"nom": t.nom} for t in territoires},
    }
    for table, contents in said.items():
        rows = _known(session, demarche_id, table)
        ours = {row.id: row for key, row in rows.items() if key in contents}
        piles = _piles(session, table, ours)
        former = [(number, _actuel(row)) for number, row in ours.items() if number not in piles]
        _add(session, demarche_id, None, table, former)
    yield
    for table, contents in said.items():
        rows = _known(session, demarche_id, table)
        now = [(rows[key].id, contenu) for key, contenu in contents.items()]
        _add(session, demarche_id, import_id, table, now)


def unpile(session: Session, demarche_id: int, import_id: int) -> None:
    """Describe again what an import described as the last one before it did.

    What only imports that are undone had brought disappears, unless something holds it: a
    figure, an enjeu that it grounds, words of the CIAS. Once the CIAS has said which is its
    territoire, territoires are its own and stay.
    """
    for table, column in REFERENCES.items():
        mentioned = select(column).where(
            DescriptionRow.import_id == import_id, column.is_not(None)
        )
        ids = [number for number in session.scalars(mentioned) if number is not None]
        piles = _piles(session, table, ids)
        session.execute(
            delete(DescriptionRow).where(
                DescriptionRow.import_id == import_id, column.is_not(None)
            )
        )
        rows = {row.id: row for row in _known(session, demarche_id, table).values()}
        alone = []
        for number in ids:
            *below, (last, contenu) = piles[number]
            if not below:
                alone.append(number)
            elif last == import_id and _actuel(rows[number], contenu) == contenu:
                _decrire(rows[number], below[-1][1])
        session.flush()
        _forget(session, demarche_id, table, alone)


def _forget(session: Session, demarche_id: int, table: type[Decrite], numbers: list[int]) -> None:
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


def _known(
    session: Session, demarche_id: int, table: type[Decrite]
) -> dict[Cle, IndicateurRow | TerritoireRow]:
    """Return the indicators or the territoires of a démarche, as the base has them now."""
    rows: Iterable[Decrite] = session.scalars(
        select(table).where(table.demarche_id == demarche_id),
        execution_options={"populate_existing": True},
    )
    return {
        row.code if isinstance(row, IndicateurRow) else (row.niveau, row.code): row for row in rows
    }


def _piles(
    session: Session, table: type[Decrite], numbers: Iterable[int]
) -> dict[int, list[tuple[int, Contenu]]]:
    """Return what was said of each, the last import at the end; 0 is what came before any."""
    column = REFERENCES[table]
    piles: dict[int, list[tuple[int, Contenu]]] = {}
    for some in _lots(numbers):
        rows = select(column, DescriptionRow.import_id, DescriptionRow.contenu)
        for number, origin, contenu in session.execute(rows.where(column.in_(some))):
            piles.setdefault(number or 0, []).append((origin or 0, contenu))
    return {number: sorted(pile, key=lambda said: said[0]) for number, pile in piles.items()}


def _add(
    session: Session,
    demarche_id: int,
    import_id: int | None,
    table: type[Decrite],
    said: list[tuple[int, Contenu]],
) -> None:
    if said:
        name = REFERENCES[table].key
        common = {"demarche_id": demarche_id, "import_id": import_id}
        rows = [common | {name: number, "contenu": contenu} for number, contenu in said]
        session.execute(insert(DescriptionRow), rows)


def _dit(indicateur: Indicateur) -> Contenu:
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


def _actuel(row: Decrite, like: Contenu | None = None) -> Contenu:
    """Return what the base says of a row, or the part of it that ``like`` says too."""
    names: tuple[str, ...] = ("nom",)
    if isinstance(row, IndicateurRow):
        names = ("libelle", "theme", "unite", "sens", "definition", "source", "calcul")
    return {
        name: getattr(row, name).name if name in ENUMS else getattr(row, name)
        for name in names
        if like is None or name in like
    }


def _decrire(row: Decrite, contenu: Contenu) -> None:
    """Describe a row, unless the CIAS did it itself."""
    if isinstance(row, IndicateurRow) and row.modifie:
        return
    for name, text in contenu.items():
        setattr(row, name, ENUMS[name][text] if name in ENUMS else text)


def _lots(numbers: Iterable[int]) -> Iterable[list[int]]:
    rest = iter(numbers)
    return iter(lambda: list(islice(rest, LOT)), [])
