"""The way back from a wrong file of outlines: those it replaced are kept, and come back."""

from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor
from psdt.errors import ContoursInchangesError
from psdt.store import imports, journal
from psdt.store import territoires as store
from psdt.store.database import Database


def former(db: Database, actor: Actor) -> int | None:
    """Return how many communes had an outline before the last file, if one may go back there."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.read() as session:
        return store.former_outlines(session, actor.demarche_id)


def restore(db: Database, actor: Actor) -> None:
    """Put back the outlines that the last file replaced; that file may be brought again.

    Raises ``ContoursInchangesError`` when no file replaced any.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.write() as session:
        imports.hold(session, actor.demarche_id)
        back = store.former_outlines(session, actor.demarche_id)
        if back is None:
            raise ContoursInchangesError
        store.restore_outlines(session, actor.demarche_id)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.CONTOURS_REPRIS,
            acteur_id=actor.id,
            objet="",
            details={"communes": back},
        )
