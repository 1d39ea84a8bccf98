"""Inviting people: who they are in the démarche, and the code that lets them in."""

from collections.abc import Iterable
from datetime import datetime

from psdt.domain.journal import Evenement
from psdt.domain.people import EQUIPE, Action, Actor, Mandat, Role
from psdt.errors import AccessDeniedError
from psdt.services.access import draw, fingerprint
from psdt.store import access as store
from psdt.store import demarches, journal
from psdt.store.database import Database


def invite(
    db: Database,
    actor: Actor,
    role: Role,
    *,
    nom: str | None = None,
    mandats: Iterable[Mandat] = (),
    seance_id: int | None = None,
) -> tuple[Actor, str]:
    """Add a person; return them, and the token of their QR code, which nobody can read again.

    Those who run the démarche have an account instead: a code lost would open everything.
    """
    actor.require(Action.REMETTRE_CODES, actor.demarche_id)
    if role in EQUIPE:
        raise AccessDeniedError
    token = draw()
    with db.write() as session:
        demarches.check_seance(session, actor.demarche_id, seance_id)
        person = store.add_participant(
            session, actor.demarche_id, role, nom=nom, mandats=mandats, seance_id=seance_id
        )
        store.add_code(session, actor.demarche_id, person, fingerprint(token))
        journal.append(session, actor.demarche_id, Evenement.CODE_REMIS, acteur_id=actor.id)
        invited = store.get_actor(session, person)
    assert invited is not None  # noqa: S101 (just added)
    return invited, token


def revoke(db: Database, actor: Actor, participant_id: int, *, now: datetime) -> None:
    """Make a person's codes useless, wherever they are used."""
    with db.write() as session:
        person = store.get_actor(session, participant_id)
        actor.require(Action.REMETTRE_CODES, person.demarche_id if person else 0)
        store.revoke_codes(session, participant_id, now=now)
        journal.append(session, actor.demarche_id, Evenement.CODE_REVOQUE, acteur_id=actor.id)
