"""The home: the step the démarche is in, and what is asked of the person."""

from datetime import date

import pytest

from psdt.domain.demarche import Etape, NatureActivite, PlanActivite
from psdt.domain.elements import Contribution, Nature
from psdt.domain.people import Actor, College, Role
from psdt.errors import AccessDeniedError
from psdt.services import accueil, elements, seances
from tests.conftest import NOW

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("today", "etape"),
    [
        (date(2026, 1, 1), Etape.ABS),
        (date(2026, 3, 11), Etape.FUTUR),
        (TODAY, Etape.FORUM),
        (date(2027, 1, 1), Etape.FORUM),
    ],
)
def test_the_step_is_that_of_the_last_seance_held(db, agent, forum, today, etape):
    seances.add(db, agent, Etape.FUTUR, "Futur", jour=date(2026, 2, 1), lieu="Mairie")

    assert accueil.overview(db, agent, today=today).etape is etape


def test_asks_only_what_is_open_to_the_college(db, agent, invite):
    plan = PlanActivite(
        nature=NatureActivite.NOTATION, titre="Noter", colleges=frozenset({College.ELUS})
    )
    asked = seances.prepare(db, agent, plan)
    seances.prepare(db, agent, plan)  # not open yet
    seances.open_activite(db, agent, asked, now=NOW)

    def asks(person):
        return [a.id for a in accueil.overview(db, person, today=TODAY).a_faire]

    assert asks(invite(Role.ELU)) == [asked]
    assert asks(invite(Role.HABITANT)) == asks(agent) == []


def test_counts_what_was_said(db, agent):
    elements.write(db, agent, Contribution(nature=Nature.ENJEU, texte="Se déplacer"))

    assert accueil.overview(db, agent, today=TODAY).paroles == {"ENJEU": 1}


def test_an_empty_demarche_has_a_home(db, agent):
    home = accueil.overview(db, agent, today=TODAY)

    assert home.etape is Etape.ABS
    assert (home.demarche.organisme, home.demarche.demonstration) == ("CIAS de test", False)


def test_nobody_sees_another_demarche(db, agent):
    stranger = Actor(id=1, demarche_id=agent.demarche_id, role=Role.HABITANT)
    assert accueil.overview(db, stranger, today=TODAY)

    elsewhere = Actor(id=1, demarche_id=agent.demarche_id + 1, role=Role.HABITANT)
    with pytest.raises(AccessDeniedError):
        elements.set_aside(
            db,
            elsewhere,
            elements.write(db, agent, Contribution(nature=Nature.ENJEU, texte="X")),
            "Y",
        )
