"""What people say: who may say it, when, and that nothing is lost."""

import threading
from dataclasses import replace

import pytest

from psdt.domain.demarche import NatureActivite, PlanActivite
from psdt.domain.elements import Contribution, Nature, NatureLien, StatutElement
from psdt.domain.people import Actor, College, Mandat, Role
from psdt.errors import (
    AccessDeniedError,
    ActiviteCloseError,
    ActiviteInconnueError,
    CollegeNonInviteError,
    ElementInconnuError,
    MotifManquantError,
    SeanceInconnueError,
    TexteError,
)
from psdt.services import access, elements, participants, seances
from psdt.store import activites
from psdt.store import elements as store
from tests.conftest import NOW, PASSWORD


@pytest.fixture
def recueil(db, agent, forum) -> int:
    plan = PlanActivite(
        nature=NatureActivite.RECUEIL,
        titre="Écrire des objectifs",
        seance_id=forum,
        parametres={"natures": ["OBJECTIF"]},
        colleges=frozenset({College.HABITANTS, College.PARTENAIRES}),
    )
    activite_id = seances.prepare(db, agent, plan)
    seances.open_activite(db, agent, activite_id, now=NOW)
    return activite_id


@pytest.fixture
def enjeu(db, agent) -> int:
    return elements.write(db, agent, Contribution(nature=Nature.ENJEU, texte="Se déplacer"))


def objectif(recueil, texte="Un bus le samedi"):
    return Contribution(nature=Nature.OBJECTIF, texte=texte, activite_id=recueil)


def test_keeps_the_words_and_the_college_of_their_author(db, agent, invite, recueil, enjeu):
    elements.contribute(db, invite(Role.HABITANT), objectif(recueil), rattache_a=enjeu)

    (said,) = elements.listed(db, agent, Nature.OBJECTIF)
    assert (said.texte, said.college) == ("Un bus le samedi", None)  # a list never tells whose
    with db.read() as session:
        assert store.get(session, said.id).college is College.HABITANTS
        ties = store.targets(session, agent.demarche_id, NatureLien.RATTACHE)
    assert ties == {said.id: enjeu}


@pytest.mark.parametrize("texte", ["", "   ", "x" * 1001])
def test_refuses_a_text_that_cannot_be_kept(db, invite, recueil, texte):
    with pytest.raises(TexteError):
        elements.contribute(db, invite(Role.HABITANT), objectif(recueil, texte))


def test_refuses_those_who_are_not_asked(db, invite, agent, recueil):
    with pytest.raises(CollegeNonInviteError):
        elements.contribute(db, invite(Role.ELU), objectif(recueil))
    with pytest.raises(AccessDeniedError):
        elements.contribute(db, agent, objectif(recueil))


def test_refuses_after_the_close(db, agent, invite, recueil):
    seances.close_activite(db, agent, recueil, now=NOW)

    with pytest.raises(ActiviteCloseError):
        elements.contribute(db, invite(Role.HABITANT), objectif(recueil))


@pytest.mark.parametrize("activite_id", [None, 404])
def test_refuses_outside_an_activite(db, invite, activite_id):
    with pytest.raises(ActiviteInconnueError):
        elements.contribute(db, invite(Role.HABITANT), objectif(activite_id))


@pytest.mark.parametrize("nature", [Nature.ENJEU, Nature.CRITERE])
def test_refuses_what_the_recueil_does_not_collect(db, agent, invite, recueil, nature):
    said = Contribution(nature=nature, texte="Se déplacer", activite_id=recueil)

    with pytest.raises(ActiviteInconnueError):
        elements.contribute(db, invite(Role.HABITANT), said)
    assert elements.listed(db, agent, nature) == []


def test_the_seance_is_that_of_the_recueil(db, invite, recueil, forum):
    said = replace(objectif(recueil), seance_id=forum + 40)

    element = elements.contribute(db, invite(Role.HABITANT), said)

    with db.read() as session:
        assert store.get(session, element).seance_id == forum


def test_an_objectif_answers_to_an_enjeu_that_stands(db, agent, invite, recueil, enjeu):
    value = elements.write(db, agent, Contribution(nature=Nature.VALEUR, texte="Écoute"))
    aside = elements.write(db, agent, Contribution(nature=Nature.ENJEU, texte="Les routes"))
    elements.set_aside(db, agent, aside, "Voirie")

    for wrong in (value, aside):
        with pytest.raises(ElementInconnuError):
            elements.contribute(db, invite(Role.HABITANT), objectif(recueil), rattache_a=wrong)


def test_a_statement_belongs_to_a_seance_of_the_demarche(db, agent, forum):
    said = Contribution(nature=Nature.ENJEU, texte="Se déplacer", seance_id=forum + 40)

    with pytest.raises(SeanceInconnueError):
        elements.write(db, agent, said)


def test_no_objectif_lands_after_the_close(postgres_db):
    """On PostgreSQL, writers do not queue: the close waits for those who hold the recueil."""
    db, agent, habitant, recueil = recueil_ouvert(postgres_db)
    entered, leave = threading.Event(), threading.Event()

    def write():
        with db.write() as session:
            activites.hold(session, recueil)
            entered.set()
            leave.wait(5)

    writer = threading.Thread(target=write)
    writer.start()
    entered.wait(5)
    closer = threading.Thread(
        target=seances.close_activite, args=(db, agent, recueil), kwargs={"now": NOW}
    )
    closer.start()
    closer.join(0.5)
    waited = closer.is_alive()
    elements.contribute(db, habitant, objectif(recueil))  # holds it together with the other
    leave.set()
    writer.join(5)
    closer.join(5)

    assert waited
    with pytest.raises(ActiviteCloseError):
        elements.contribute(db, habitant, objectif(recueil))


def recueil_ouvert(db):
    access.install(db, "Projet social", "CIAS", now=NOW)
    agent = access.add_account(db, "agent@exemple.fr", PASSWORD, nom="Agent")
    plan = PlanActivite(
        nature=NatureActivite.RECUEIL, titre="Écrire", parametres={"natures": ["OBJECTIF"]}
    )
    recueil = seances.prepare(db, agent, plan)
    seances.open_activite(db, agent, recueil, now=NOW)
    habitant, _ = participants.invite(db, agent, Role.HABITANT)
    return db, agent, habitant, recueil


def test_a_wrong_enjeu_keeps_nothing(db, agent, invite, recueil):
    with pytest.raises(ElementInconnuError):
        elements.contribute(db, invite(Role.HABITANT), objectif(recueil), rattache_a=404)

    assert elements.listed(db, agent, Nature.OBJECTIF) == []


def test_rewording_keeps_what_it_comes_from(db, agent, enjeu):
    other = elements.write(db, agent, Contribution(nature=Nature.ENJEU, texte="Aller au marché"))
    better = Contribution(nature=Nature.ENJEU, texte="Se déplacer sans voiture")

    final = elements.write(db, agent, better, from_=(enjeu, other))

    with db.read() as session:
        ties = store.targets(session, agent.demarche_id, NatureLien.REFORMULE)
    assert ties == {enjeu: final, other: final}
    assert len(elements.listed(db, agent, Nature.ENJEU)) == 3


def test_setting_aside_keeps_the_words_and_the_reason(db, invite, enjeu):
    member = invite(Role.ELU, mandats=[Mandat.COMMISSION_PERMANENTE])

    elements.set_aside(db, member, enjeu, " Relève de la Région ")

    assert elements.listed(db, member, Nature.ENJEU) == []
    with db.read() as session:
        kept = store.get(session, enjeu)
    assert (kept.texte, kept.statut) == ("Se déplacer", StatutElement.ECARTE)
    assert kept.motif == "Relève de la Région"


def test_merging_keeps_both_and_says_which_speaks(db, agent, enjeu):
    other = elements.write(db, agent, Contribution(nature=Nature.ENJEU, texte="Plus de cars"))

    elements.merge(db, agent, other, enjeu, "Même demande")

    assert [said.id for said in elements.listed(db, agent, Nature.ENJEU)] == [enjeu]
    with db.read() as session:
        kept = store.get(session, other)
        ties = store.targets(session, agent.demarche_id, NatureLien.FUSIONNE)
    assert (kept.statut, kept.motif, ties) == (
        StatutElement.FUSIONNE,
        "Même demande",
        {other: enjeu},
    )


def test_merging_into_itself_or_nothing_keeps_all_as_it_was(db, agent, enjeu):
    for into in (enjeu, 404):
        with pytest.raises(ElementInconnuError):
            elements.merge(db, agent, enjeu, into, "Parce que")

    assert len(elements.listed(db, agent, Nature.ENJEU)) == 1


def test_setting_aside_and_merging_want_a_reason(db, agent, enjeu):
    other = elements.write(db, agent, Contribution(nature=Nature.ENJEU, texte="Plus de cars"))
    with pytest.raises(MotifManquantError):
        elements.set_aside(db, agent, enjeu, "  ")
    with pytest.raises(MotifManquantError):
        elements.merge(db, agent, other, enjeu, "")


def test_only_the_commission_and_the_agents_set_aside(db, agent, invite, enjeu):
    stranger = Actor(id=agent.id, demarche_id=agent.demarche_id + 1, role=Role.AGENT)
    for person in (invite(Role.ELU), stranger):
        with pytest.raises(AccessDeniedError):
            elements.set_aside(db, person, enjeu, "Parce que")
        with pytest.raises(AccessDeniedError):
            elements.merge(db, person, enjeu, enjeu, "Parce que")
