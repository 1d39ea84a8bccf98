"""Démarches and their séances. The caller owns the transaction."""

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from psdt.domain.demarche import Demarche, Etape, Seance
from psdt.domain.indicators import Niveau
from psdt.errors import PasDeDemarcheError, SeanceInconnueError
from psdt.store.tables import DemarcheRow, SeanceRow, TerritoireRow


def add(
    session: Session, nom: str, organisme: str, *, demonstration: bool, now: datetime
) -> Demarche:
    """Add a démarche and return it."""
    row = DemarcheRow(nom=nom, organisme=organisme, demonstration=demonstration, creee_le=now)
    session.add(row)
    session.flush()
    return _demarche(row)


def get(session: Session, demarche_id: int) -> Demarche:
    """Return one démarche, or raise ``PasDeDemarcheError``."""
    row = session.get(DemarcheRow, demarche_id)
    if row is None:
        raise PasDeDemarcheError
    return _demarche(row)


def latest(session: Session) -> Demarche | None:
    """Return the démarche that was prepared last, if any."""
    row = session.scalar(select(DemarcheRow).order_by(DemarcheRow.id.desc()).limit(1))
    return None if row is None else _demarche(row)


def version_abs(session: Session, demarche_id: int) -> str:
    """Return the mark of the ABS as it is now; none before its first figure."""
    found = select(DemarcheRow.version_abs).where(DemarcheRow.id == demarche_id)
    return session.scalar(found) or ""


def lieu(session: Session, demarche_id: int) -> tuple[Niveau, str] | None:
    """Return level and code of the territoire whose démarche it is, if somebody said it."""
    row = session.get_one(DemarcheRow, demarche_id)
    if row.lieu_niveau is None or row.lieu_code is None:
        return None
    return row.lieu_niveau, row.lieu_code


def intercommunalites(session: Session, demarche_id: int) -> int:
    """Return how many intercommunalités a démarche compares."""
    found = select(func.count()).where(
        TerritoireRow.demarche_id == demarche_id,
        TerritoireRow.niveau == Niveau.EPCI,
        TerritoireRow.membre.is_(True),
    )
    return session.scalar(found) or 0


def set_lieu(session: Session, demarche_id: int, niveau: Niveau, code: str) -> None:
    """Say whose démarche it is."""
    row = session.get_one(DemarcheRow, demarche_id)
    row.lieu_niveau, row.lieu_code = niveau, code


def add_seance(
    session: Session, demarche_id: int, etape: Etape, titre: str, *, jour: date, lieu: str
) -> int:
    """Add a séance and return its id."""
    row = SeanceRow(demarche_id=demarche_id, etape=etape, titre=titre, jour=jour, lieu=lieu)
    session.add(row)
    session.flush()
    return row.id


def seances(session: Session, demarche_id: int) -> list[Seance]:
    """Return the séances of a démarche, by date."""
    rows = select(SeanceRow).where(SeanceRow.demarche_id == demarche_id)
    return [_seance(row) for row in session.scalars(rows.order_by(SeanceRow.jour, SeanceRow.id))]


def check_seance(session: Session, demarche_id: int, seance_id: int | None) -> None:
    """Raise ``SeanceInconnueError`` for a séance of another démarche, or of none."""
    if seance_id is not None:
        row = session.get(SeanceRow, seance_id)
        if row is None or row.demarche_id != demarche_id:
            raise SeanceInconnueError


def _demarche(row: DemarcheRow) -> Demarche:
    return Demarche(
        id=row.id, nom=row.nom, organisme=row.organisme, demonstration=row.demonstration
    )


def _seance(row: SeanceRow) -> Seance:
    return Seance(
        id=row.id,
        demarche_id=row.demarche_id,
        etape=row.etape,
        titre=row.titre,
        jour=row.jour,
        lieu=row.lieu,
    )
