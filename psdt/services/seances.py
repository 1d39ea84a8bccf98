"""Séances and their activités: preparing, opening, closing."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from psdt.domain.demarche import (
    Activite,
    Etape,
    NatureActivite,
    PlanActivite,
    Seance,
    check_parameters,
)
from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor
from psdt.store import activites, demarches, journal
from psdt.store.database import Database


def add(db: Database, actor: Actor, etape: Etape, titre: str, *, jour: date, lieu: str) -> int:
    """Add a séance to the actor's démarche and return its id."""
    actor.require(Action.GERER_DEMARCHE, actor.demarche_id)
    with db.write() as session:
        seance = demarches.add_seance(
            session, actor.demarche_id, etape, titre, jour=jour, lieu=lieu
        )
        event = Evenement.SEANCE_AJOUTEE
        journal.append(session, actor.demarche_id, event, acteur_id=actor.id, objet=titre)
    return seance


def listed(db: Database, actor: Actor) -> list[Seance]:
    """Return the séances of the actor's démarche, by date."""
    actor.require(Action.VOIR_DEMARCHE, actor.demarche_id)
    with db.read() as session:
        return demarches.seances(session, actor.demarche_id)


def prepare(db: Database, actor: Actor, plan: PlanActivite) -> int:
    """Prepare an activité of the actor's démarche and return its id."""
    actor.require(Action.CONDUIRE_SEANCE, actor.demarche_id)
    with db.write() as session:
        demarches.check_seance(session, actor.demarche_id, plan.seance_id)
        return activites.add(session, actor.demarche_id, plan)


def open_activite(
    db: Database,
    actor: Actor,
    activite_id: int,
    parametres: Mapping[str, Any] | None = None,
    *,
    now: datetime,
) -> None:
    """Open an activité; ``parametres`` complete those prepared, and freeze with them."""
    with db.write() as session:
        activite = activites.take(session, activite_id)
        actor.require(Action.CONDUIRE_SEANCE, activite.demarche_id)
        activite.check_preparing()
        frozen = {**activite.parametres, **(parametres or {})}
        check_parameters(activite.nature, frozen)
        activites.open_(session, activite_id, frozen, now=now)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.ACTIVITE_OUVERTE,
            acteur_id=actor.id,
            objet=activite.titre,
            details={"activite": activite_id, "methode": activite.methode, "parametres": frozen},
        )


def close_activite(db: Database, actor: Actor, activite_id: int, *, now: datetime) -> None:
    """Close an activité: no more answers, results from now on."""
    with db.write() as session:
        activite = activites.take(session, activite_id)
        actor.require(Action.CONDUIRE_SEANCE, activite.demarche_id)
        activite.check_open()
        activites.close(session, activite_id, now=now)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.ACTIVITE_CLOSE,
            acteur_id=actor.id,
            objet=activite.titre,
            details={"activite": activite_id},
        )


def activites_of(
    db: Database, actor: Actor, nature: NatureActivite | None = None
) -> list[Activite]:
    """Return the activités of the actor's démarche, of one kind or of all, latest first."""
    actor.require(Action.VOIR_DEMARCHE, actor.demarche_id)
    with db.read() as session:
        return activites.of_demarche(session, actor.demarche_id, nature)
