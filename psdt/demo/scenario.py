"""The five steps of the fictitious démarche, in their order."""

from datetime import UTC, datetime

from psdt.demo import donnees as lues
from psdt.demo.avis import Avis
from psdt.demo.notations import Notations
from psdt.demo.paroles import Recit
from psdt.demo.scene import Scene
from psdt.demo.troupe import add_agent, invite
from psdt.domain.demarche import NatureActivite, StatutActivite
from psdt.errors import DemonstrationInterrompueError, DemonstrationSeuleError
from psdt.services import abs as besoins
from psdt.services import access, health, seances
from psdt.settings import data_dir
from psdt.store.database import Database
from psdt.words.grammar import fine


def play() -> bool:
    """Play the démarche on the database of the settings; ``False`` when it was there already.

    Raises ``DejaInstalleError`` on a base that holds a real démarche, and
    ``DemonstrationInterrompueError`` on one where the play was cut short.
    """
    db, now = health.prepare(), datetime.now(UTC)
    if not access.is_demonstration(db):
        _play(db, now)
        return True
    if not _is_whole(db, now):
        raise DemonstrationInterrompueError(str(data_dir()))
    return False


def _play(db: Database, now: datetime) -> None:
    donnees = lues.read()
    nom, organisme = fine(donnees.demarche["nom"]), donnees.demarche["organisme"]
    access.install(db, nom, organisme, demonstration=True, now=now)
    scene = Scene(db=db, agent=add_agent(db), donnees=donnees, now=now)
    scene.add_seances()
    besoins.import_sample(db, scene.agent)
    troupe = invite(scene)
    recit = Recit(scene, troupe)
    recit.play()
    Notations(scene, troupe, Avis(donnees.avis)).play(recit.enjeux("FO"), recit.enjeux("S5"))


def _is_whole(db: Database, now: datetime) -> bool:
    """Say whether the last act was played: the notation that stays open."""
    try:
        session_id = access.sign_in_demonstration(db, access.Profil.AGENT, now=now)
    except DemonstrationSeuleError:
        return False
    agent = access.identify(db, session_id, now=now)
    access.sign_out(db, session_id)
    return agent is not None and any(
        activite.statut is StatutActivite.OUVERTE
        for activite in seances.activites_of(db, agent, NatureActivite.NOTATION)
    )
