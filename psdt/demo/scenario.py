"""The five steps of the fictitious démarche, in their order."""

from datetime import UTC, datetime

from psdt.demo import donnees as lues
from psdt.demo import enquete, signaux
from psdt.demo.avis import Avis
from psdt.demo.notations import Notations
from psdt.demo.paroles import Recit
from psdt.demo.scene import Scene
from psdt.demo.troupe import add_agent, invite
from psdt.services import access, health, import_abs
from psdt.words.grammar import fine


def play() -> None:
    """Play the démarche on the database of the settings, which must be empty.

    Raises ``DejaInstalleError`` on a base that holds a démarche.
    """
    db, now = health.prepare(), datetime.now(UTC)
    donnees = lues.read()
    nom, organisme = fine(donnees.demarche["nom"]), donnees.demarche["organisme"]
    access.install(db, nom, organisme, demonstration=True, now=now)
    scene = Scene(db=db, agent=add_agent(db), donnees=donnees, now=now)
    scene.add_seances()
    import_abs.import_sample(db, scene.agent)
    scene.choose_territoire()
    enquete.type_in(scene)
    troupe = invite(scene)
    recit = Recit(scene, troupe)
    recit.play()
    signaux.attach(recit)
    Notations(scene, troupe, Avis(donnees.avis)).play(recit.enjeux("FO"), recit.enjeux("S5"))
