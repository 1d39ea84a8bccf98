"""Activités. The caller owns the transaction: nothing here commits."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from psdt.domain.demarche import Activite, NatureActivite, PlanActivite, StatutActivite
from psdt.domain.people import College
from psdt.errors import ActiviteInconnueError
from psdt.store.tables import ActiviteRow


def add(session: Session, demarche_id: int, plan: PlanActivite) -> int:
    """Add an activité in preparation and return its id."""
    row = ActiviteRow(
        demarche_id=demarche_id,
        seance_id=plan.seance_id,
        nature=plan.nature,
        titre=plan.titre,
        consigne=plan.consigne,
        methode=plan.methode,
        parametres=dict(plan.parametres),
        colleges=sorted(college.name for college in plan.colleges),
        statut=StatutActivite.PREPAREE,
    )
    session.add(row)
    session.flush()
    return row.id


def get(session: Session, activite_id: int) -> Activite:
    """Return one activité, or raise ``ActiviteInconnueError``."""
    return _activite(session.get(ActiviteRow, activite_id))


def hold(session: Session, activite_id: int) -> Activite:
    """Return one activité that nobody else changes before the end of this transaction.

    An answer checked while the activité is open cannot then arrive after its results;
    those who answer hold it together.
    """
    return _activite(session.get(ActiviteRow, activite_id, with_for_update={"read": True}))


def take(session: Session, activite_id: int) -> Activite:
    """Return one activité, to change it: whoever holds it has finished before."""
    return _activite(session.get(ActiviteRow, activite_id, with_for_update=True))


def of_demarche(
    session: Session, demarche_id: int, nature: NatureActivite | None = None
) -> list[Activite]:
    """Return the activités of a démarche, of one kind or of all, latest first."""
    rows = select(ActiviteRow).where(ActiviteRow.demarche_id == demarche_id)
    if nature is not None:
        rows = rows.where(ActiviteRow.nature == nature)
    return [_activite(row) for row in session.scalars(rows.order_by(ActiviteRow.id.desc()))]


def open_(
    session: Session, activite_id: int, parametres: Mapping[str, Any], *, now: datetime
) -> None:
    """Start taking answers, with these parameters for good."""
    row = session.get_one(ActiviteRow, activite_id)
    row.parametres = dict(parametres)
    row.statut = StatutActivite.OUVERTE
    row.ouverte_le = now


def close(session: Session, activite_id: int, *, now: datetime) -> None:
    """Stop taking answers."""
    row = session.get_one(ActiviteRow, activite_id)
    row.statut = StatutActivite.CLOSE
    row.close_le = now


def _activite(row: ActiviteRow | None) -> Activite:
    if row is None:
        raise ActiviteInconnueError
    return Activite(
        id=row.id,
        demarche_id=row.demarche_id,
        seance_id=row.seance_id,
        nature=row.nature,
        titre=row.titre,
        consigne=row.consigne,
        methode=row.methode,
        parametres=row.parametres,
        colleges=frozenset(College[name] for name in row.colleges),
        statut=row.statut,
        ouverte_le=row.ouverte_le,
        close_le=row.close_le,
    )
