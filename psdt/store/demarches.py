"""Démarches and their séances. The caller owns the transaction."""

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from psdt.domain.demarche import Demarche, Etape, Seance
from psdt.domain.indicators import Niveau
from psdt.errors import PasDeDemarcheError, SeanceInconnueError
from psdt.store.tables import DemarcheRow, DescriptionRow, SeanceRow, TerritoireRow


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


def lieu_connu(session: Session, demarche_id: int) -> tuple[Niveau, str] | None:
    """Return whose démarche it is: as somebody said, else the only territoire it can be.

    A commune that is alone is that of a CCAS; else it is the intercommunalité that speaks.
    """
    said = lieu(session, demarche_id)
    communes = [code for code, _ in _arrivees(session, demarche_id, Niveau.COMMUNE)]
    if said is None and len(communes) == 1:
        return Niveau.COMMUNE, communes[0]
    speaks = None if said else intercommunalite(session, demarche_id)
    return (Niveau.EPCI, speaks) if speaks else said


def intercommunalite(session: Session, demarche_id: int) -> str | None:
    """Return the code of the intercommunalité that speaks among those of a démarche, if one does.

    That of the démarche when somebody said it; else the only one, or the one that was there
    alone before the others: a neighbour that a later import brings does not silence it.
    """
    said = lieu(session, demarche_id)
    if said is not None and said[0] is Niveau.EPCI:
        return said[1]
    found = _arrivees(session, demarche_id, Niveau.EPCI)
    alone = found and (len(found) == 1 or found[0][1] < found[1][1])
    return found[0][0] if alone else None


def intercommunalites(session: Session, demarche_id: int) -> int:
    """Return how many intercommunalités a démarche compares."""
    return len(_arrivees(session, demarche_id, Niveau.EPCI))


def _arrivees(session: Session, demarche_id: int, niveau: Niveau) -> list[tuple[str, int]]:
    """Return the territoires of a level, and the first import in force that brought each.

    Ordered by import; 0 is what came before any import.
    """
    first = func.coalesce(func.min(func.coalesce(DescriptionRow.import_id, 0)), 0)
    rows = (
        select(TerritoireRow.code, first)
        .outerjoin(DescriptionRow, DescriptionRow.territoire_id == TerritoireRow.id)
        .where(
            TerritoireRow.demarche_id == demarche_id,
            TerritoireRow.niveau == niveau,
            TerritoireRow.membre.is_(True),
        )
        .group_by(TerritoireRow.code)
        .order_by(first)
    )
    return [(code, number) for code, number in session.execute(rows)]


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
