"""A small forum: objectifs on four subjects, written by three collèges."""

from psdt.domain.demarche import NatureActivite, PlanActivite
from psdt.domain.elements import Contribution, Nature
from psdt.domain.people import College, Role
from psdt.services import elements, seances
from tests.conftest import NOW

SUBJECTS = {
    "Transports et déplacements": (
        *("un bus le soir", "des bus le samedi", "la navette du marché"),
        *("un bus pour la gare", "des trains à l'heure", "un minibus à la demande"),
    ),
    "Accès aux soins": (
        *("un médecin au bourg", "trouver un médecin", "des dentistes"),
        *("un médecin pour les enfants", "des infirmières", "la maison de santé"),
    ),
    "Logement": (
        *("des loyers moins chers", "des logements à louer", "rénover les logements"),
        *("loger les apprentis", "un logement pour chacun", "louer les logements vacants"),
    ),
    "Petite enfance": (
        *("une place en crèche", "garder les bébés", "la crèche plus tôt"),
        *("des assistantes maternelles", "une crèche à horaires décalés", "la halte-garderie"),
    ),
}
TEXTS = [text for texts in SUBJECTS.values() for text in texts]
INVITED = (College.HABITANTS, College.PARTENAIRES, College.FINANCEURS)
WRITERS = (Role.HABITANT, Role.HABITANT, Role.PARTENAIRE)


def write_objectifs(db, agent, invite, texts=TEXTS) -> list[int]:
    """Write objectifs at a forum, two in three by habitants; return their ids."""
    plan = PlanActivite(
        nature=NatureActivite.RECUEIL,
        titre="Objectifs",
        parametres={"natures": ["OBJECTIF"]},
        colleges=frozenset(INVITED),
    )
    activite_id = seances.prepare(db, agent, plan)
    seances.open_activite(db, agent, activite_id, now=NOW)
    people = [invite(role) for role in WRITERS]
    return [
        elements.contribute(
            db,
            people[number % len(people)],
            Contribution(nature=Nature.OBJECTIF, texte=text, activite_id=activite_id),
        )
        for number, text in enumerate(texts)
    ]
