"""Which territoires a démarche compares, and their outlines. The caller owns the transaction."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from psdt.domain.indicators import Niveau, Territoire
from psdt.store import indicateurs as store
from psdt.store.tables import TerritoireRow, ValeurRow

OFFICIEL = re.compile(r"\d{5}|2[AB]\d{3}")
"""The code of a commune; one that came by its name alone has another."""
SANS = ""
"""What is kept of a commune that had no outline."""


def known(session: Session, demarche_id: int) -> list[Territoire]:
    """Return all the territoires that a démarche ever had, those it no longer compares too."""
    rows = select(TerritoireRow).where(TerritoireRow.demarche_id == demarche_id)
    return [
        Territoire(code=row.code, nom=row.nom, niveau=row.niveau, contour=row.contour)
        for row in session.scalars(rows.order_by(TerritoireRow.id))
    ]


def figures(session: Session, demarche_id: int) -> dict[tuple[Niveau, str], int]:
    """Return how many figures there are of each territoire, by level and code."""
    counted = (
        select(ValeurRow.territoire_id, func.count().label("n"))
        .where(ValeurRow.demarche_id == demarche_id)
        .group_by(ValeurRow.territoire_id)
        .subquery()  # joined first, each figure would look for its territoire
    )
    rows = select(TerritoireRow.niveau, TerritoireRow.code, counted.c.n).join(
        counted, counted.c.territoire_id == TerritoireRow.id
    )
    return {(niveau, code): n for niveau, code, n in session.execute(rows)}


def keep(
    session: Session,
    demarche_id: int,
    lieux: Collection[Territoire],
    recodes: Mapping[str, str],
) -> None:
    """Make these the territoires compared; the others stay, with their figures, aside.

    ``recodes`` are the codes of communes that were known by their name alone → official ones.
    """
    of_demarche = TerritoireRow.demarche_id == demarche_id
    for former, code in recodes.items():
        session.execute(
            update(TerritoireRow)
            .where(
                of_demarche,
                TerritoireRow.niveau == Niveau.COMMUNE,
                TerritoireRow.code == former,
            )
            .values(code=code)
        )
    ids = store.save_territoires(session, demarche_id, lieux)
    ours = {ids[lieu.niveau, lieu.code] for lieu in lieux}
    session.execute(update(TerritoireRow).where(of_demarche).values(membre=False))
    session.execute(update(TerritoireRow).where(TerritoireRow.id.in_(ours)).values(membre=True))
    store.touch(session, demarche_id)


def outline(session: Session, demarche_id: int, contours: Mapping[str, str]) -> None:
    """Give their outlines to communes, by their code; those that all of them had are kept.

    The same file brought again changes nothing: what was before it is still what comes back.
    """
    present = {
        t.code: t.contour for t in known(session, demarche_id) if t.niveau is Niveau.COMMUNE
    }
    if all(present.get(code) == contour for code, contour in contours.items()):
        return
    _communes(session, demarche_id, contour_avant=func.coalesce(TerritoireRow.contour, SANS))
    for code, contour in contours.items():
        _communes(session, demarche_id, TerritoireRow.code == code, contour=contour)
    store.touch(session, demarche_id)


def former_outlines(session: Session, demarche_id: int) -> int | None:
    """Return how many communes had an outline before a file gave some; none when none did."""
    rows = select(TerritoireRow.contour, TerritoireRow.contour_avant).where(
        TerritoireRow.demarche_id == demarche_id,
        TerritoireRow.niveau == Niveau.COMMUNE,
        TerritoireRow.membre.is_(True),
        TerritoireRow.contour_avant.is_not(None),
    )
    found = list(session.execute(rows))
    changed = any((contour or SANS) != former for contour, former in found)
    return sum(bool(former) for _, former in found) if changed else None


def restore_outlines(session: Session, demarche_id: int) -> None:
    """Put back the outlines that communes had before the last file."""
    _communes(
        session,
        demarche_id,
        TerritoireRow.contour_avant.is_not(None),
        contour=func.nullif(TerritoireRow.contour_avant, SANS),
        contour_avant=None,
    )
    store.touch(session, demarche_id)


def _communes(
    session: Session, demarche_id: int, *which: ColumnElement[bool], **values: Any
) -> None:
    ours = (TerritoireRow.demarche_id == demarche_id, TerritoireRow.niveau == Niveau.COMMUNE)
    session.execute(update(TerritoireRow).where(*ours, *which).values(**values))
