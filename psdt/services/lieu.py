"""Whose démarche it is, asked by every screen: without pandas, which phones do not load."""

from psdt.domain.people import Action, Actor
from psdt.store import demarches
from psdt.store.database import Database


def indecis(db: Database, actor: Actor) -> bool:
    """Say whether somebody has to choose which intercommunalité is compared."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    with db.read() as session:
        several = demarches.intercommunalites(session, actor.demarche_id) > 1
        return several and demarches.intercommunalite(session, actor.demarche_id) is None
