"""Scoring enjeux on criteria: what is kept, and what is refused."""

import threading
from dataclasses import replace

import pytest

from psdt.domain.demarche import NatureActivite, PlanActivite
from psdt.domain.elements import Contribution, Nature
from psdt.domain.people import Role
from psdt.domain.priorites import Bareme
from psdt.errors import (
    AccessDeniedError,
    ActiviteCloseError,
    ActiviteInconnueError,
    ActiviteNonOuverteError,
    CollegeNonInviteError,
    ElementInconnuError,
)
from psdt.services import elements, notation, seances
from psdt.store import activites
from tests import notation as scene
from tests.conftest import NOW


@pytest.fixture
def bareme(db, agent) -> Bareme:
    """Two enjeux and three criteria."""
    return scene.scored(db, agent)


@pytest.fixture
def activite(db, agent, bareme) -> int:
    """An open notation for the élus."""
    return scene.opened(db, agent, bareme)


@pytest.fixture
def place(bareme) -> tuple[int, int]:
    """The first question: the first enjeu on the first criterion."""
    return bareme.elements[0], next(iter(bareme.poids))


def test_the_questions_come_enjeu_after_enjeu(db, invite, activite, bareme):
    grille = notation.grille(db, invite(), activite)

    assert list(grille.enjeux.values()) == list(scene.ENJEUX)
    assert list(grille.criteres.values()) == list(scene.PRESET.criteres)
    assert grille.questions == [(e, c) for e in bareme.elements for c in bareme.poids]
    assert (grille.answered(), grille.start()) == (0, 0)


def test_a_note_replaces_the_earlier_one(db, invite, activite, place):
    elue = invite()

    notation.noter(db, elue, activite, *place, 1)
    notation.noter(db, elue, activite, *place, 4)

    assert notation.grille(db, elue, activite).notes == {place: 4}


def test_without_opinion_is_an_answer_and_nothing_is_not(db, invite, activite, place):
    elue = invite()

    notation.noter(db, elue, activite, *place, None)
    grille = notation.grille(db, elue, activite)

    assert grille.notes == {place: None}
    assert (grille.answered(), grille.start()) == (1, 1)


def test_a_person_resumes_at_the_first_question_left(db, invite, activite, bareme):
    elue, (first, second), n = invite(), bareme.elements, len(bareme.poids)
    for critere in bareme.poids:
        notation.noter(db, elue, activite, second, critere, 2)

    half = notation.grille(db, elue, activite)
    for critere in bareme.poids:
        notation.noter(db, elue, activite, first, critere, None)
    done = notation.grille(db, elue, activite)

    assert (half.start(), half.start(first), half.start(second)) == (0, 0, n)
    assert (half.answered(), half.answered(first), half.answered(second)) == (n, 0, n)
    assert (done.start(), done.start(first), done.start(second)) == (2 * n, 0, n)


def test_each_person_has_their_own_answers(db, invite, activite, place):
    first, second = invite(), invite()

    notation.noter(db, first, activite, *place, 1)
    notation.noter(db, second, activite, *place, 3)

    assert notation.grille(db, first, activite).notes == {place: 1}
    assert notation.grille(db, second, activite).notes == {place: 3}


def test_two_taps_at_once_leave_one_note(db, invite, activite, place):
    elue = invite()
    taps = [
        threading.Thread(target=notation.noter, args=(db, elue, activite, *place, niveau))
        for niveau in (1, 2, 3, 4)
    ]

    for tap in taps:
        tap.start()
    for tap in taps:
        tap.join()

    notes = notation.grille(db, elue, activite).notes
    assert list(notes) == [place]
    assert notes[place] in {1, 2, 3, 4}


def test_no_note_after_the_close_and_those_of_before_stay(db, agent, invite, activite, place):
    elue = invite()
    notation.noter(db, elue, activite, *place, 2)
    seances.close_activite(db, agent, activite, now=NOW)

    with pytest.raises(ActiviteCloseError):
        notation.noter(db, elue, activite, *place, 3)

    grille = notation.grille(db, elue, activite)
    assert grille.notes == {place: 2}
    assert not grille.ouverte


def test_a_note_cannot_land_after_a_close_that_was_first(db, invite, activite, place):
    """The close holds the row: the note waits for it, then is refused."""
    elue = invite()
    refused = []

    def tap():
        try:
            notation.noter(db, elue, activite, *place, 3)
        except ActiviteCloseError as error:
            refused.append(error)

    phone = threading.Thread(target=tap)
    with db.write() as session:
        activites.take(session, activite)
        phone.start()
        phone.join(timeout=0.2)
        waiting = phone.is_alive()
        activites.close(session, activite, now=NOW)
    phone.join()

    assert waiting
    assert refused
    assert notation.grille(db, elue, activite).notes == {}


@pytest.mark.parametrize("role", [Role.AGENT, Role.ANIMATEUR])
def test_those_who_run_the_seance_do_not_score(db, agent, activite, place, role):
    person = replace(agent, role=role)

    with pytest.raises(AccessDeniedError):
        notation.noter(db, person, activite, *place, 3)
    with pytest.raises(AccessDeniedError):
        notation.grille(db, person, activite)


def test_a_college_that_is_not_asked_is_refused(db, invite, activite, place):
    habitante = invite(Role.HABITANT)

    with pytest.raises(CollegeNonInviteError):
        notation.noter(db, habitante, activite, *place, 3)
    assert notation.ouvertes(db, habitante) == []


def test_another_demarche_is_refused(db, invite, activite, place):
    stranger = replace(invite(), demarche_id=99)

    with pytest.raises(AccessDeniedError):
        notation.noter(db, stranger, activite, *place, 3)
    with pytest.raises(AccessDeniedError):
        notation.grille(db, stranger, activite)


def test_an_enjeu_or_a_criterion_of_elsewhere_is_refused(db, agent, invite, activite, place):
    elue = invite()
    other = elements.write(db, agent, Contribution(nature=Nature.ENJEU, texte="Un autre enjeu"))

    for enjeu, critere in [(other, place[1]), (place[0], 999), (999, place[1])]:
        with pytest.raises(ElementInconnuError):
            notation.noter(db, elue, activite, enjeu, critere, 3)


def test_a_notation_that_is_not_open_takes_nothing(db, agent, invite, bareme, place):
    elue, prepared = invite(), scene.prepare(db, agent, bareme)

    with pytest.raises(ActiviteNonOuverteError):
        notation.noter(db, elue, prepared, *place, 3)
    with pytest.raises(ActiviteNonOuverteError):
        notation.grille(db, elue, prepared)
    assert notation.ouvertes(db, elue) == []


def test_another_kind_of_activite_is_refused(db, agent, invite, place):
    vote = seances.prepare(
        db,
        agent,
        PlanActivite(nature=NatureActivite.VOTE, titre="Voter", parametres={"criteres": [1]}),
    )
    seances.open_activite(db, agent, vote, now=NOW)

    with pytest.raises(ActiviteInconnueError):
        notation.grille(db, invite(), vote)
    with pytest.raises(ActiviteInconnueError):
        notation.noter(db, invite(), 999, *place, 3)


def test_open_notations_are_offered_to_those_they_ask(db, invite, activite):
    assert [found.id for found in notation.ouvertes(db, invite())] == [activite]


@pytest.mark.parametrize("niveau", [0, 5, -1])
def test_a_level_that_does_not_exist_is_a_mistake_of_ours(db, invite, activite, place, niveau):
    with pytest.raises(ValueError, match="niveau"):
        notation.noter(db, invite(), activite, *place, niveau)
