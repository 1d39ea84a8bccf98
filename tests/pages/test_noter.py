"""The page where enjeux are scored."""

import pytest

from psdt.domain.people import College, Role
from psdt.services import access, notation, seances
from psdt.words import interface as pieces
from psdt.words import notation as mots
from tests import notation as scene
from tests.conftest import NOW

PAGE = "participer/noter"


@pytest.fixture
def bareme(db, agent):
    return scene.scored(db, agent)


@pytest.fixture
def activite(db, agent, bareme) -> int:
    """An open notation for the élus: two enjeux, three criteria."""
    return scene.opened(db, agent, bareme)


@pytest.fixture
def question(bareme) -> tuple[int, int]:
    """The first question."""
    return bareme.elements[0], next(iter(bareme.poids))


def key(question) -> str:
    return f"note-{question[0]}-{question[1]}"


def answers(db, session_id, activite):
    person = access.identify(db, session_id, now=NOW)
    return notation.grille(db, person, activite).notes


def drawn(page) -> str:
    return " ".join(block.proto.body for block in page.get("html"))


def test_a_tap_is_recorded_at_once(visit, join, db, activite, question):
    session_id = join()
    page = visit(PAGE, session_id)

    assert page.button(key="psdt-on").disabled
    page.radio(key=key(question)).set_value(3).run()

    assert not page.exception
    assert answers(db, session_id, activite) == {question: 3}
    assert pieces.ENREGISTREE in drawn(page)
    assert not page.button(key="psdt-on").disabled


def test_without_opinion_is_recorded_as_such(visit, join, db, activite, question):
    session_id = join()

    visit(PAGE, session_id).radio(key=key(question)).set_value(0).run()

    assert answers(db, session_id, activite) == {question: None}


def test_the_boxes_carry_the_written_answers(visit, join, activite, question):
    boxes = visit(PAGE, join()).radio(key=key(question))

    critere = scene.PRESET.criteres[0]
    assert [text.replace("\\", "") for text in boxes.options] == [*critere.ancres, mots.SANS_AVIS]
    assert boxes.value is None


def test_the_page_resumes_at_the_first_question_left(visit, join, db, activite, question, bareme):
    session_id = join()
    person = access.identify(db, session_id, now=NOW)
    notation.noter(db, person, activite, *question, 2)

    page = visit(PAGE, session_id)

    assert "Question 2 sur 3" in drawn(page)
    page.button(key="psdt-back").click().run()
    assert page.radio(key=key(question)).value == 2


def test_answers_given_elsewhere_show_at_the_next_tap(visit, join, db, activite, question):
    session_id = join()
    page = visit(PAGE, session_id)
    person = access.identify(db, session_id, now=NOW)

    notation.noter(db, person, activite, *question, 4)
    page.run()

    assert page.radio(key=key(question)).value == 4


def test_from_the_first_question_to_the_last(visit, join, db, activite, bareme):
    session_id = join()
    page = visit(PAGE, session_id)

    for enjeu in bareme.elements:
        for critere in bareme.poids:
            page.radio(key=key((enjeu, critere))).set_value(1).run()
            page.button(key="psdt-on").click().run()

    assert page.success[0].value == mots.MERCI
    assert len(answers(db, session_id, activite)) == scene.N_QUESTIONS
    page.button(key=f"revoir-{bareme.elements[1]}").click().run()
    assert scene.ENJEUX[1] in drawn(page)


def test_a_question_can_be_passed_and_found_again(visit, join, activite, bareme):
    page = visit(PAGE, join())

    for _ in range(scene.N_QUESTIONS):
        page.button(key="psdt-pass").click().run()

    assert mots.reponses(0, scene.N_QUESTIONS) in drawn(page)
    page.button[0].click().run()
    assert "Question 1 sur 3" in drawn(page)


def test_a_tap_after_the_close_is_one_sentence(visit, join, db, agent, activite, question):
    session_id = join()
    page = visit(PAGE, session_id)
    page.radio(key=key(question)).set_value(2).run()
    seances.close_activite(db, agent, activite, now=NOW)

    page.radio(key=key(question)).set_value(4).run()

    assert len(page.error) == 1
    assert answers(db, session_id, activite) == {question: 2}
    assert not page.radio


def test_a_closed_notation_says_so(visit, join, db, agent, activite):
    seances.close_activite(db, agent, activite, now=NOW)

    page = visit(PAGE, join(), activite=activite)

    assert page.info[0].value == mots.close(NOW)
    assert not page.error


def test_a_tap_after_signing_out_elsewhere_records_nothing(visit, join, db, activite, question):
    session_id = join()
    person = access.identify(db, session_id, now=NOW)
    page = visit(PAGE, session_id)

    access.sign_out(db, session_id)
    page.radio(key=key(question)).set_value(3).run()

    assert notation.grille(db, person, activite).notes == {}


def test_nothing_open_is_a_sentence(visit, join, agent):
    page = visit(PAGE, join())

    assert page.text[0].value == mots.AUCUNE
    assert not page.exception


def test_several_open_notations_are_a_choice(visit, join, db, agent, bareme, activite):
    other = scene.opened(db, agent, bareme, titre="Noter *encore*")

    page = visit(PAGE, join())

    labels = {link.proto.label: link.proto.query_string for link in page.get("page_link")}
    assert labels[r"Noter \*encore\*"] == f"activite={other}"
    assert not page.radio


@pytest.mark.parametrize("address", ["", "99999", "-1", "un", "²", "9" * 30])
def test_an_address_that_names_no_notation_is_a_sentence(visit, join, activite, address):
    page = visit(PAGE, join(), activite=address)

    assert not page.exception
    assert len(page.error) == 1


def test_a_college_that_is_not_asked_reads_why(visit, join, db, agent, bareme):
    number = scene.opened(db, agent, bareme, colleges=[College.HABITANTS])

    page = visit(PAGE, join(), activite=number)

    assert "autres participants" in page.error[0].value


@pytest.mark.parametrize("role", [None, Role.AGENT, Role.ANIMATEUR])
def test_only_participants_find_the_page(visit, join, activite, role):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit(PAGE, join(role) if role else None)
