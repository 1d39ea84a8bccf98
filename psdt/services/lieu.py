"""Whose démarche it is, asked by every screen: without pandas, which phones do not load."""

from psdt.domain.people import Action, Actor
from psdt.store import demarches
from psdt.store.database import Database


def indecis(db: Database, actor: Actor) -> bool:
    """Say whether somebody has to choose the intercommunalité of the actor's démarche."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    with db.read() as session:
        said = demarches.lieu(session, actor.demarche_id)
        return said is None and demarches.intercommunalites(session, actor.demarche_id) > 1
