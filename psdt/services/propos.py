"""What an agent writes in the rapport d'ABS before it is prepared."""

from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor
from psdt.domain.propos import Propos
from psdt.errors import ProposTropLongError
from psdt.store import journal
from psdt.store import propos as store
from psdt.store.database import Database


def propos(db: Database, actor: Actor) -> dict[Propos, str]:
    """Return the texts written so far."""
    actor.require(Action.EXPORTER, actor.demarche_id)
    with db.read() as session:
        return store.of_demarche(session, actor.demarche_id)


def ecrire(db: Database, actor: Actor, nature: Propos, texte: str) -> None:
    """Keep a text: what it says is data, never markup; nothing takes it out of the report.

    Raises ``ProposTropLongError`` when it would not hold on two pages.
    """
    actor.require(Action.GERER_DEMARCHE, actor.demarche_id)
    said = texte.replace("\x00", "").strip()
    if len(said) > nature.longueur:
        raise ProposTropLongError(str(nature), nature.longueur)
    with db.write() as session:
        if store.of_demarche(session, actor.demarche_id).get(nature, "") == said:
            return
        store.write(session, actor.demarche_id, nature, said)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.PROPOS_ECRIT,
            acteur_id=actor.id,
            objet=str(nature),
            details={"texte": said},
        )
