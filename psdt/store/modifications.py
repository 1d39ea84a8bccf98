"""Descriptions that the CIAS writes, piled above those of imports: the last may be undone.

Each modification adds to the pile of an indicator what it says of it, or nothing when it puts the
first description back. An indicator shows what is on top; when that is nothing, what imports
say of it, else the application. The caller owns the transaction.
"""

from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session, aliased

from psdt.domain.catalogue import DECRIT, Modification, Passe
from psdt.domain.imports import LONGUEUR_FICHIER
from psdt.domain.indicators import Indicateur
from psdt.domain.journal import Evenement
from psdt.domain.people import Actor
from psdt.errors import (
    DescriptionChangeeError,
    IndicateurTenuError,
    ModificationInconnueError,
    UniteRevenueError,
)
from psdt.store import catalogue, descriptions, imports, journal, unites
from psdt.store import indicateurs as store
from psdt.store.tables import DescriptionRow, IndicateurRow, ModificationRow, ParticipantRow


@contextmanager
def told(session: Session, actor: Actor, event: Evenement, objet: str = "") -> Generator[None]:
    """Hold the ABS while descriptions are written; what they replace stays in the journal.

    Word for word; nothing is told when nothing has changed.
    """
    demarche_id = actor.demarche_id
    imports.hold(session, demarche_id)
    former = {i.code: i for i in store.indicateurs(session, demarche_id)}
    yield
    session.expire_all()
    now = {i.code: i for i in store.indicateurs(session, demarche_id)}
    said = {
        code: _change(former.get(code), now.get(code))
        for code in former | now
        if former.get(code) != now.get(code)
    }
    if said:
        journal.append(
            session,
            demarche_id,
            event,
            acteur_id=actor.id,
            objet=objet,
            details={"indicateurs": said},
        )


def write(
    session: Session,
    actor: Actor,
    said: Mapping[str, Indicateur | None],
    declares: Mapping[str, Indicateur],
    *,
    fichier: str = "",
) -> None:
    """Write descriptions above those that are there.

    Parameters
    ----------
    said : mapping
        What the CIAS says, by code; ``None`` puts the first description back.
    declares : mapping
        What the application says, by code.
    fichier : str
        Name of the file that says so.

    Raises ``TropDIndicateursError``.
    """
    demarche_id = actor.demarche_id
    store.bound(session, demarche_id, said)
    descriptions.remember(session, demarche_id, IndicateurRow, said)
    row = ModificationRow(
        demarche_id=demarche_id,
        fichier=fichier[:LONGUEUR_FICHIER],
        nombre=len(said),
        instant=datetime.now(UTC),
        acteur_id=actor.id,
    )
    session.add(row)
    session.flush()
    ours = [replace(i, modifie=True) for i in said.values() if i is not None]
    catalogue.describe(session, demarche_id, ours)
    rows = _indicateurs(session, demarche_id)
    now = [
        (rows[code].id, {} if i is None else descriptions.actuel(rows[code]))
        for code, i in said.items()
    ]
    descriptions.pile(session, demarche_id, IndicateurRow, now, modification_id=row.id)
    _show(session, demarche_id, [rows[code] for code, i in said.items() if i is None], declares)


def undo(
    session: Session,
    actor: Actor,
    modification_id: int,
    declares: Mapping[str, Indicateur],
    *,
    code: str | None = None,
) -> None:
    """Take a modification away, or only what it says of one indicator.

    What was written later stays. Raises ``ModificationInconnueError``, for an indicator
    ``DescriptionChangeeError`` when that is not its last modification any more,
    ``IndicateurTenuError`` for an added indicator that has figures, ``UniteRevenueError``.
    """
    demarche_id = actor.demarche_id
    row = _modification(session, demarche_id, modification_id)
    rows = _indicateurs(session, demarche_id)
    said = select(DescriptionRow.indicateur_id).where(
        DescriptionRow.modification_id == modification_id
    )
    numbers = set(session.scalars(said))
    if code is not None:
        numbers = {_last(session, rows.get(code), modification_id)}
    mixed = unites.melees(session, demarche_id)
    mine = DescriptionRow.modification_id == modification_id
    if code is not None:
        mine &= DescriptionRow.indicateur_id.in_(numbers)
    session.execute(delete(DescriptionRow).where(mine))
    _show(session, demarche_id, [one for one in rows.values() if one.id in numbers], declares)
    if session.scalar(said.limit(1)) is None:
        row.annule_le, row.annule_par = datetime.now(UTC), actor.id
    if back := [u.libelle for u in unites.melees(session, demarche_id) if u not in mixed]:
        raise UniteRevenueError(back)
    store.touch(session, demarche_id)


def fichier(session: Session, demarche_id: int, modification_id: int) -> str:
    """Return the name of a file that was taken; ``ModificationInconnueError``."""
    return _modification(session, demarche_id, modification_id).fichier


def passe(
    session: Session, demarche_id: int, code: str, declares: Mapping[str, Indicateur]
) -> Passe | None:
    """Return what may come back of an indicator; nothing when the CIAS wrote nothing of it."""
    mine = (IndicateurRow.demarche_id == demarche_id, IndicateurRow.code == code)
    row = session.scalar(select(IndicateurRow).where(*mine))
    ours = descriptions.ecrites(session, [row.id]).get(row.id, []) if row else []
    if row is None or not ours:
        return None
    theirs = descriptions.piles(session, IndicateurRow, [row.id]).get(row.id, [])
    first = _origine(theirs, declares.get(code))
    origin = None if first is None else _indicateur(row, first)
    *below, (last, top) = ours
    former = _indicateur(row, below[-1][1], modifie=True) if below and below[-1][1] else origin
    (derniere,) = _lues(session, demarche_id, ModificationRow.id == last)
    return Passe(derniere=derniere, remise=not top, retour=former, origine=origin)


def fichiers(session: Session, demarche_id: int) -> list[Modification]:
    """Return the files of the catalogue that were taken, the latest first."""
    return _lues(session, demarche_id, ModificationRow.fichier != "")


def _modification(session: Session, demarche_id: int, modification_id: int) -> ModificationRow:
    row = session.get(ModificationRow, modification_id)
    if row is None or row.demarche_id != demarche_id or row.annule_le is not None:
        raise ModificationInconnueError
    return row


def _lues(session: Session, demarche_id: int, which: ColumnElement[bool]) -> list[Modification]:
    by, undone_by = aliased(ParticipantRow), aliased(ParticipantRow)
    rows = (
        select(ModificationRow, by.nom, undone_by.nom)
        .outerjoin(by, by.id == ModificationRow.acteur_id)
        .outerjoin(undone_by, undone_by.id == ModificationRow.annule_par)
        .where(ModificationRow.demarche_id == demarche_id, which)
        .order_by(ModificationRow.id.desc())
    )
    tops = (
        select(func.max(DescriptionRow.modification_id).label("id"))
        .where(
            DescriptionRow.demarche_id == demarche_id, DescriptionRow.modification_id.is_not(None)
        )
        .group_by(DescriptionRow.indicateur_id)
        .subquery()
    )
    counted = select(tops.c.id, func.count()).group_by(tops.c.id)
    shown = {number: n for number, n in session.execute(counted)}  # noqa: C416 (pairs for mypy)
    return [
        Modification(
            id=row.id,
            instant=row.instant,
            par=name or "",
            fichier=row.fichier,
            nombre=row.nombre,
            en_vigueur=shown.get(row.id, 0),
            annule_le=row.annule_le,
            annule_par=undone_name or "",
        )
        for row, name, undone_name in session.execute(rows)
    ]


def _change(before: Indicateur | None, after: Indicateur | None) -> dict[str, list[str | None]]:
    """Return what changes in a description, by field: its text before, and after."""
    said = {name: (getattr(before, name, None), getattr(after, name, None)) for name in DECRIT}
    return {
        name: [None if text is None else str(text) for text in texts]
        for name, texts in said.items()
        if texts[0] != texts[1]
    }


def _indicateurs(session: Session, demarche_id: int) -> dict[str, IndicateurRow]:
    rows = descriptions.known(session, demarche_id, IndicateurRow).values()
    return {row.code: row for row in rows if isinstance(row, IndicateurRow)}


def _last(session: Session, row: IndicateurRow | None, modification_id: int) -> int:
    """Return the number of an indicator whose last modification is this one."""
    ours = descriptions.ecrites(session, [row.id]).get(row.id, []) if row else []
    if row is None or not ours or ours[-1][0] != modification_id:
        raise DescriptionChangeeError
    return row.id


def _show(
    session: Session,
    demarche_id: int,
    rows: Collection[IndicateurRow],
    declares: Mapping[str, Indicateur],
) -> None:
    """Describe indicators by what is on top of their piles; forget those with none.

    Raises ``IndicateurTenuError`` for those that something holds.
    """
    numbers = [row.id for row in rows]
    ours = descriptions.ecrites(session, numbers)
    theirs = descriptions.piles(session, IndicateurRow, numbers)
    alone: dict[int, str] = {}
    for row in rows:
        written = ours.get(row.id, [(0, {})])[-1][1]
        said = written or _origine(theirs.get(row.id, []), declares.get(row.code))
        row.modifie = False
        if said is None:
            alone[row.id] = row.libelle
        else:
            descriptions.decrire(row, said)
        row.modifie = bool(written)
    session.flush()
    descriptions.forget(session, demarche_id, IndicateurRow, list(alone))
    there = {row.id for row in _indicateurs(session, demarche_id).values()}
    if held := [libelle for number, libelle in alone.items() if number in there]:
        raise IndicateurTenuError(held)


def _origine(
    theirs: Sequence[tuple[int, descriptions.Contenu]], declared: Indicateur | None
) -> descriptions.Contenu | None:
    """Return what imports say, the last above the others, else what the application does."""
    if theirs:
        words: Iterable[descriptions.Contenu] = (said for _, said in theirs)
        return {"source": "", "calcul": ""} | {k: v for said in words for k, v in said.items()}
    return None if declared is None else descriptions.dit(declared)


def _indicateur(
    row: IndicateurRow, said: descriptions.Contenu, *, modifie: bool = False
) -> Indicateur:
    return replace(store.indicateur(row), **descriptions.lu(said), modifie=modifie)
