"""People, accounts, codes and sessions. The caller owns the transaction; secrets arrive hashed."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from psdt.domain.people import Actor, Mandat, Role
from psdt.store.tables import CodeRow, CompteRow, MandatRow, ParticipantRow, SessionRow
from psdt.store.upsert import upsert


def add_participant(
    session: Session,
    demarche_id: int,
    role: Role,
    *,
    nom: str | None = None,
    mandats: Iterable[Mandat] = (),
    seance_id: int | None = None,
) -> int:
    """Add a person and return its id."""
    row = ParticipantRow(demarche_id=demarche_id, role=role, nom=nom, seance_id=seance_id)
    session.add(row)
    session.flush()
    session.add_all(
        MandatRow(demarche_id=demarche_id, participant_id=row.id, nature=mandat)
        for mandat in mandats
    )
    return row.id


def get_actor(session: Session, participant_id: int) -> Actor | None:
    """Return a person as somebody who acts, or ``None``."""
    row = session.get(ParticipantRow, participant_id)
    if row is None:
        return None
    mandats = session.scalars(
        select(MandatRow.nature).where(MandatRow.participant_id == participant_id)
    )
    return Actor(
        id=row.id,
        demarche_id=row.demarche_id,
        role=row.role,
        mandats=frozenset(mandats),
        seance_id=row.seance_id,
    )


def first_with(
    session: Session, demarche_id: int, role: Role, mandat: Mandat | None
) -> Actor | None:
    """Return the first person of a démarche with this role, and with or without a mandate."""
    people = select(ParticipantRow.id).where(
        ParticipantRow.demarche_id == demarche_id, ParticipantRow.role == role
    )
    mandated = select(MandatRow.participant_id)
    if mandat is None:
        people = people.where(ParticipantRow.id.not_in(mandated))
    else:
        people = people.where(ParticipantRow.id.in_(mandated.where(MandatRow.nature == mandat)))
    found = session.scalar(people.order_by(ParticipantRow.id).limit(1))
    return None if found is None else get_actor(session, found)


def add_account(
    session: Session, demarche_id: int, participant_id: int, identifiant: str, hashed: str
) -> None:
    """Let a person sign in with a password."""
    session.add(
        CompteRow(
            demarche_id=demarche_id,
            participant_id=participant_id,
            identifiant=identifiant,
            mot_de_passe=hashed,
        )
    )
    session.flush()


def find_account(session: Session, identifiant: str) -> tuple[int, str] | None:
    """Return the person and the password hash of an account, or ``None``."""
    row = session.scalar(select(CompteRow).where(CompteRow.identifiant == identifiant))
    return None if row is None else (row.participant_id, row.mot_de_passe)


def change_password(session: Session, participant_id: int, hashed: str) -> None:
    """Replace a password; the browsers that used the former one are signed out."""
    session.get_one(CompteRow, participant_id).mot_de_passe = hashed
    session.execute(delete(SessionRow).where(SessionRow.participant_id == participant_id))


def add_code(session: Session, demarche_id: int, participant_id: int, fingerprint: str) -> None:
    """Give a person a code."""
    session.add(
        CodeRow(demarche_id=demarche_id, participant_id=participant_id, empreinte=fingerprint)
    )


def find_code(session: Session, fingerprint: str) -> tuple[int, int] | None:
    """Return the code and its participant, unless it is unknown or revoked."""
    row = session.execute(
        select(CodeRow.id, CodeRow.participant_id).where(
            CodeRow.empreinte == fingerprint, CodeRow.revoque_le.is_(None)
        )
    ).one_or_none()
    return None if row is None else (row.id, row.participant_id)


def revoke_codes(session: Session, participant_id: int, *, now: datetime) -> None:
    """Make a person's codes useless, and sign out the browser that holds one."""
    codes = session.scalars(select(CodeRow).where(CodeRow.participant_id == participant_id))
    for code in codes:
        code.revoque_le = code.revoque_le or now
    session.execute(delete(SessionRow).where(SessionRow.participant_id == participant_id))


def open_session(
    session: Session,
    actor: Actor,
    fingerprint: str,
    *,
    expires: datetime,
    code_id: int | None = None,
) -> None:
    """Make this browser somebody; a code moves here from the browser that had it."""
    upsert(
        session,
        SessionRow,
        key=["empreinte"] if code_id is None else ["code_id"],
        empreinte=fingerprint,
        demarche_id=actor.demarche_id,
        participant_id=actor.id,
        code_id=code_id,
        expire_le=expires,
    )


def find_session(session: Session, fingerprint: str, *, now: datetime) -> Actor | None:
    """Return the person behind a session that is open and not expired."""
    found = session.scalar(
        select(SessionRow.participant_id).where(
            SessionRow.empreinte == fingerprint, SessionRow.expire_le > now
        )
    )
    return None if found is None else get_actor(session, found)


def close_session(session: Session, fingerprint: str) -> None:
    """Forget a session, if there is one."""
    session.execute(delete(SessionRow).where(SessionRow.empreinte == fingerprint))


def forget_expired(session: Session, *, now: datetime) -> None:
    """Forget the sessions that nobody can use any more."""
    session.execute(delete(SessionRow).where(SessionRow.expire_le <= now))
