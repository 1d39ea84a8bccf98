"""A closed notation, for the tests that read its table."""

from psdt.domain.people import COLLEGES, Role
from psdt.services import seances
from psdt.store import access
from psdt.store import notation as store
from tests import notation as scene
from tests.conftest import NOW

HIGH, LOW = 4, 1


def answered(db, agent, groups, *, enjeux=scene.ENJEUX) -> int:
    """Let people score, all at once, and return the id of the notation, still open.

    ``groups`` is role → list of people; each person is what they answer to each enjeu: a
    level for all criteria, or a list of one level (or ``None``) a criterion.
    """
    bareme = scene.scored(db, agent, enjeux)
    colleges = [COLLEGES[role] for role in groups]
    activite = scene.opened(db, agent, bareme, colleges=colleges)
    ids = {"activite_id": activite, "demarche_id": agent.demarche_id}
    with db.write() as session:
        for role, answers in groups.items():
            for answer in answers:
                person = access.add_participant(session, agent.demarche_id, role)
                for place, level in _notes(bareme, answer):
                    store.save(session, place, level, participant_id=person, **ids)
    return activite


def _notes(bareme, answer):
    for enjeu, levels in zip(bareme.elements, answer, strict=False):
        each = levels if isinstance(levels, list) else [levels] * len(bareme.poids)
        for critere, level in zip(bareme.poids, each, strict=True):
            yield (enjeu, critere), level


def closed(db, agent, groups, **what) -> int:
    """Let people score, close, and return the id of the notation."""
    activite = answered(db, agent, groups, **what)
    seances.close_activite(db, agent, activite, now=NOW)
    return activite


def six_elus(first=HIGH, second=LOW) -> dict:
    """Six élus who all say the same: the first enjeu is the priority."""
    return {Role.ELU: [(first, second)] * 6}
