"""The way in: accounts, codes, sessions, and who is behind a cookie.

``web`` sets the cookie and ``ui`` reads it; neither knows the other, both call this.
Those who call these functions are nobody yet, or the person who keeps the machine.
"""

import hmac
import secrets
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from psdt.domain.journal import Evenement
from psdt.domain.people import Actor, Mandat, Role
from psdt.errors import (
    CodeInconnuError,
    CompteExistantError,
    CompteInconnuError,
    DejaInstalleError,
    DemonstrationSeuleError,
    IdentifiantsError,
    MotDePasseError,
    PasDeDemarcheError,
)
from psdt.services.throttle import Throttle
from psdt.store import access as store
from psdt.store import demarches, journal
from psdt.store.database import Database
from psdt.store.keys import server_key

COOKIE = "psdt_session"
SESSION_LIFE = timedelta(hours=12)
PASSWORD_LENGTH = 12

hasher = PasswordHasher()  # argon2id, 64 MiB a hash
two_at_a_time = BoundedSemaphore(2)  # two hundred tries must not take 12 GiB
wrong_tries = Throttle(60)


class Profil(StrEnum):
    """Who may come in with one click, in the demonstration only."""

    AGENT = "agent"
    ELU = "elu"
    COMMISSION = "commission"
    HABITANT = "habitant"


DEMONSTRATION: dict[Profil, tuple[Role, Mandat | None]] = {
    Profil.AGENT: (Role.AGENT, None),
    Profil.ELU: (Role.ELU, None),
    Profil.COMMISSION: (Role.ELU, Mandat.COMMISSION_PERMANENTE),
    Profil.HABITANT: (Role.HABITANT, None),
}


def install(
    db: Database, nom: str, organisme: str, *, demonstration: bool = False, now: datetime
) -> int:
    """Prepare the one démarche of an empty base, and return its id."""
    with db.write() as session:
        if demarches.latest(session) is not None:
            raise DejaInstalleError
        demarche = demarches.add(session, nom, organisme, demonstration=demonstration, now=now)
        journal.append(session, demarche.id, Evenement.DEMARCHE_CREEE, acteur_id=None)
    return demarche.id


def check_password(password: str) -> None:
    """Raise ``MotDePasseError`` for a password too short to be chosen."""
    if len(password) < PASSWORD_LENGTH:
        raise MotDePasseError(PASSWORD_LENGTH)


def add_account(
    db: Database, identifiant: str, password: str, *, nom: str, role: Role = Role.AGENT
) -> Actor:
    """Add an agent or an animateur, who signs in with a password."""
    hashed = _hash(password)
    with db.write() as session:
        demarche = demarches.latest(session)
        if demarche is None:
            raise PasDeDemarcheError
        if store.find_account(session, _same(identifiant)) is not None:
            raise CompteExistantError(identifiant)
        person = store.add_participant(session, demarche.id, role, nom=nom)
        store.add_account(session, demarche.id, person, _same(identifiant), hashed)
        journal.append(session, demarche.id, Evenement.COMPTE_AJOUTE, acteur_id=person)
    return Actor(id=person, demarche_id=demarche.id, role=role)


def change_password(db: Database, identifiant: str, password: str) -> None:
    """Give an account another password, and sign out the browsers that used the former one."""
    hashed = _hash(password)
    with db.write() as session:
        account = store.find_account(session, _same(identifiant))
        actor = account and store.get_actor(session, account[0])
        if not actor:
            raise CompteInconnuError(identifiant)
        store.change_password(session, actor.id, hashed)
        event = Evenement.MOT_DE_PASSE_CHANGE
        journal.append(session, actor.demarche_id, event, acteur_id=actor.id)


def first_agent(db: Database) -> Actor:
    """Return the agent in whose name the person who keeps the machine acts."""
    with db.read() as session:
        demarche = demarches.latest(session)
        actor = demarche and store.first_with(session, demarche.id, Role.AGENT, None)
    if not actor:
        raise PasDeDemarcheError
    return actor


def sign_in_account(db: Database, identifiant: str, password: str, *, now: datetime) -> str:
    """Check a password; return the session's identifier, for the cookie."""
    wrong_tries.check(now)
    with db.read() as session:
        account = store.find_account(session, _same(identifiant))
        actor = account and store.get_actor(session, account[0])
    if not _matches(account[1] if account else None, password) or not actor:
        wrong_tries.count(now)
        raise IdentifiantsError
    return _open(db, actor, now=now)


def sign_in_code(db: Database, token: str, *, now: datetime) -> str:
    """Move a code to a new session; return the session's identifier, for the cookie."""
    session_id = draw()
    with db.write() as session:
        found = store.find_code(session, fingerprint(token))
        actor = found and store.get_actor(session, found[1])
        if not found or not actor:
            raise CodeInconnuError
        store.open_session(
            session,
            actor,
            fingerprint(session_id),
            expires=now + SESSION_LIFE,
            code_id=found[0],
        )
    return session_id


def sign_in_demonstration(db: Database, profil: Profil, *, now: datetime) -> str:
    """Come in with one click, on a base that is marked as a demonstration and nowhere else."""
    role, mandat = DEMONSTRATION[profil]
    with db.read() as session:
        demarche = demarches.latest(session)
        if demarche is None or not demarche.demonstration:
            raise DemonstrationSeuleError
        actor = store.first_with(session, demarche.id, role, mandat)
    if actor is None:
        raise DemonstrationSeuleError
    return _open(db, actor, now=now)


def is_empty(db: Database) -> bool:
    """Say whether nothing was prepared yet: there is nobody to sign in."""
    with db.read() as session:
        return demarches.latest(session) is None


def is_demonstration(db: Database) -> bool:
    """Say whether the base holds the démarche of a demonstration."""
    with db.read() as session:
        demarche = demarches.latest(session)
    return demarche is not None and demarche.demonstration


def identify(db: Database, session_id: str | None, *, now: datetime) -> Actor | None:
    """Return the person behind a cookie; ``None`` when it is forged, expired or signed out."""
    if session_id is None:
        return None
    with db.read() as session:
        return store.find_session(session, fingerprint(session_id), now=now)


def sign_out(db: Database, session_id: str | None) -> None:
    """Close the session. The browser may keep its cookie: it opens nothing any more."""
    if session_id is not None:
        with db.write() as session:
            store.close_session(session, fingerprint(session_id))


def draw() -> str:
    """Return a new secret of 128 bits."""
    return secrets.token_urlsafe(16)


def fingerprint(secret: str) -> str:
    """Return what the base keeps of a secret."""
    return hmac.digest(server_key(), secret.encode(), "sha256").hex()


def _open(db: Database, actor: Actor, *, now: datetime) -> str:
    session_id = draw()
    with db.write() as session:
        store.forget_expired(session, now=now)
        store.open_session(session, actor, fingerprint(session_id), expires=now + SESSION_LIFE)
    return session_id


def _same(identifiant: str) -> str:
    return identifiant.strip().casefold()


def _hash(password: str) -> str:
    check_password(password)
    with two_at_a_time:
        return hasher.hash(password)


def _matches(hashed: str | None, password: str) -> bool:
    """Compare with a hash, taking as long when there is no such account."""
    with two_at_a_time:
        try:
            hasher.verify(hashed or _nobody(), password)
        except VerifyMismatchError:
            return False
    return hashed is not None


@cache
def _nobody() -> str:
    """Return a hash that no password matches, as costly to check as that of an account."""
    return hasher.hash(draw())
