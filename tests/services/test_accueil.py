"""The home: the step the démarche is in, and what is asked of the person."""

from datetime import date

import pytest

from psdt.domain.demarche import Etape, NatureActivite, PlanActivite
from psdt.domain.elements import Contribution, Nature
from psdt.domain.people import Actor, College, Role
from psdt.services import accueil, elements, seances
from psdt.store import demarches
from tests.conftest import NOW

BAREME = {"elements": [1], "poids": [[1, "1"]]}
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
        nature=NatureActivite.NOTATION,
        titre="Noter",
        parametres=BAREME,
        colleges=frozenset({College.ELUS}),
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


def test_nobody_sees_another_demarche(db, agent, forum):
    elements.write(db, agent, Contribution(nature=Nature.ENJEU, texte="Se déplacer"))
    with db.write() as session:
        other = demarches.add(session, "Ailleurs", "Autre CIAS", demonstration=False, now=NOW)
    stranger = Actor(id=agent.id, demarche_id=other.id, role=Role.AGENT)

    home = accueil.overview(db, stranger, today=TODAY)

    assert home.demarche.nom == "Ailleurs"
    assert home.paroles == {}
    assert not any(home.seances.values())


def test_a_forum_code_is_asked_in_its_seance_only(db, agent, invite, forum):
    later = seances.add(db, agent, Etape.PRIORITES, "Plus tard", jour=TODAY, lieu="Mairie")
    asked = [
        seances.prepare(
            db,
            agent,
            PlanActivite(
                nature=NatureActivite.NOTATION, titre="Noter", parametres=BAREME, seance_id=seance
            ),
        )
        for seance in (forum, later)
    ]
    for activite_id in asked:
        seances.open_activite(db, agent, activite_id, now=NOW)

    def asks(person):
        return {a.id for a in accueil.overview(db, person, today=TODAY).a_faire}

    assert asks(invite(Role.HABITANT, seance_id=forum)) == {asked[0]}
    assert asks(invite(Role.ELU)) == set(asked)
