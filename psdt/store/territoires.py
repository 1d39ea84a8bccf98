"""Which territoires a démarche compares, and their outlines. The caller owns the transaction."""

import re
from collections.abc import Collection, Mapping

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from psdt.domain.indicators import Niveau, Territoire
from psdt.store import indicateurs as store
from psdt.store.tables import TerritoireRow, ValeurRow

OFFICIEL = re.compile(r"\d{5}|2[AB]\d{3}")
"""The code of a commune; one that came by its name alone has another."""


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
    """Give their outlines to communes, by their code."""
    for code, contour in contours.items():
        session.execute(
            update(TerritoireRow)
            .where(
                TerritoireRow.demarche_id == demarche_id,
                TerritoireRow.niveau == Niveau.COMMUNE,
                TerritoireRow.code == code,
            )
            .values(contour=contour)
        )
    store.touch(session, demarche_id)
