"""Séances and activités: who prepares them, and what freezes when."""

from datetime import date

import pytest

from psdt.domain.demarche import Etape, NatureActivite, PlanActivite, StatutActivite
from psdt.domain.people import Actor, College, Mandat, Role
from psdt.errors import (
    AccessDeniedError,
    ActiviteCloseError,
    ActiviteInconnueError,
    ActiviteNonOuverteError,
    ActiviteOuverteError,
    ParametresManquantsError,
    SeanceInconnueError,
)
from psdt.services import seances
from tests.conftest import NOW

PLAN = PlanActivite(
    nature=NatureActivite.NOTATION,
    titre="Noter les enjeux",
    parametres={"elements": [1], "poids": [[3, "1"]]},
    colleges=frozenset({College.ELUS}),
)


@pytest.fixture
def activite_id(db, agent) -> int:
    return seances.prepare(db, agent, PLAN)


def test_seances_come_by_date(db, agent):
    for day in (20, 3):
        jour = date(2026, 10, day)
        seances.add(db, agent, Etape.FUTUR, f"Le {day}", jour=jour, lieu="Mairie")

    assert [seance.titre for seance in seances.listed(db, agent)] == ["Le 3", "Le 20"]


def test_an_activite_is_prepared_then_opened_then_closed(db, agent, activite_id):
    (prepared,) = seances.activites_of(db, agent)
    seances.open_activite(db, agent, activite_id, {"poids": [[4, "1"]]}, now=NOW)
    (opened,) = seances.activites_of(db, agent)
    seances.close_activite(db, agent, activite_id, now=NOW)
    (closed,) = seances.activites_of(db, agent)

    assert prepared.statut is StatutActivite.PREPAREE
    assert opened.statut is StatutActivite.OUVERTE
    assert opened.parametres == {"elements": [1], "poids": [[4, "1"]]}
    assert opened.colleges == {College.ELUS}
    assert (closed.statut, closed.close_le) == (StatutActivite.CLOSE, NOW)


def test_nothing_opens_twice_nor_after_the_close(db, agent, activite_id):
    seances.open_activite(db, agent, activite_id, now=NOW)
    with pytest.raises(ActiviteOuverteError):
        seances.open_activite(db, agent, activite_id, now=NOW)
    seances.close_activite(db, agent, activite_id, now=NOW)

    with pytest.raises(ActiviteCloseError, match=r"clos depuis le 12 mars 2026 à 18.h.30"):
        seances.open_activite(db, agent, activite_id, now=NOW)
    with pytest.raises(ActiviteCloseError):
        seances.close_activite(db, agent, activite_id, now=NOW)


def test_what_never_opened_does_not_close(db, agent, activite_id):
    with pytest.raises(ActiviteNonOuverteError):
        seances.close_activite(db, agent, activite_id, now=NOW)


@pytest.mark.parametrize(
    "nature", [NatureActivite.RECUEIL, NatureActivite.VOTE, NatureActivite.NOTATION]
)
def test_nothing_opens_before_it_is_known_what_it_is_about(db, agent, nature):
    activite_id = seances.prepare(db, agent, PlanActivite(nature=nature, titre="Trop tôt"))

    with pytest.raises(ParametresManquantsError, match="n'est pas prête"):
        seances.open_activite(db, agent, activite_id, {"elements": []}, now=NOW)


def test_an_unknown_activite_is_said(db, agent):
    with pytest.raises(ActiviteInconnueError):
        seances.open_activite(db, agent, 404, now=NOW)


def test_an_activite_belongs_to_a_seance_of_the_demarche(db, agent, forum):
    in_forum = PlanActivite(nature=NatureActivite.RECUEIL, titre="Objectifs", seance_id=forum)
    seances.prepare(db, agent, in_forum)

    elsewhere = PlanActivite(nature=NatureActivite.RECUEIL, titre="X", seance_id=forum + 1)
    with pytest.raises(SeanceInconnueError):
        seances.prepare(db, agent, elsewhere)


@pytest.mark.parametrize("role", [Role.ELU, Role.HABITANT])
def test_participants_open_nothing(db, invite, activite_id, role):
    with pytest.raises(AccessDeniedError):
        seances.open_activite(db, invite(role), activite_id, now=NOW)


def test_an_agent_of_another_demarche_opens_nothing(db, agent, activite_id):
    stranger = Actor(id=agent.id, demarche_id=agent.demarche_id + 1, role=Role.AGENT)

    with pytest.raises(AccessDeniedError):
        seances.open_activite(db, stranger, activite_id, now=NOW)


def test_a_mandate_gives_no_right_to_conduct(db, invite, activite_id):
    member = invite(Role.ELU, mandats=[Mandat.PRESIDENCE, Mandat.COMMISSION_PERMANENTE])

    with pytest.raises(AccessDeniedError):
        seances.open_activite(db, member, activite_id, now=NOW)
