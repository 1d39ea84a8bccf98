"""Scoring on a phone, as a person does it: with a thumb, twice too fast, and a bad network."""

import pytest

from psdt.services import access, notation, seances
from psdt.words import acces
from psdt.words import interface as pieces
from psdt.words import notation as mots
from tests import notation as scene
from tests.conftest import NOW

PAGE = "participer/noter"


@pytest.fixture(scope="module")
def bareme(world):
    return scene.scored(world.db, world.agent)


@pytest.fixture
def activite(world, bareme):
    """An open notation, closed after the test: only one is open at a time."""
    number = scene.opened(world.db, world.agent, bareme)
    yield number
    if number in {open_.id for open_ in notation.ouvertes(world.db, world.actor(world.session()))}:
        seances.close_activite(world.db, world.agent, number, now=NOW)


@pytest.fixture
def elue(world) -> str:
    """The session of an élue."""
    return world.session()


@pytest.fixture
def answers(world, elue, activite):
    """Read in the base what the élue answered, whoever she is connected as by now."""
    person = world.actor(elue)
    return lambda: list(notation.grille(world.db, person, activite).notes.values())


def box(page, number):
    """The boxes, from 0; the last one is « Sans avis »."""
    return page.get_by_test_id("stRadioOption").nth(number)


def tap_box(page, number):
    box(page, number).tap()
    page.get_by_text(pieces.ENREGISTREE).wait_for()


def tap_next(page):
    page.get_by_role("button", name=pieces.SUIVANT).tap()
    page.get_by_text(pieces.ENREGISTREE).wait_for(state="detached")


def test_taps_are_kept_and_the_page_resumes_where_it_stopped(visit, elue, answers):
    page = visit(elue, phone=True).open(PAGE)
    tap_box(page, 0)
    tap_next(page)
    tap_box(page, 4)

    page = visit(elue, phone=True).open(PAGE)

    assert answers() == [1, None]
    assert page.get_by_text("Question 3 sur 3").is_visible()
    page.get_by_role("button", name=pieces.PRECEDENT).tap()
    page.get_by_text(pieces.ENREGISTREE).wait_for()
    assert box(page, 4).get_attribute("data-selected") == "true"


def test_the_boxes_are_made_for_thumbs_and_fit_the_screen(visit, elue, activite):
    visitor = visit(elue, phone=True)
    page = visitor.open(PAGE)

    sizes = [box(page, number).bounding_box() for number in range(5)]

    assert min(size["height"] for size in sizes) >= 54
    assert min(size["width"] for size in sizes) >= 340
    assert (
        page.locator(".psdt-question h2").evaluate("e => getComputedStyle(e).fontSize") == "30px"
    )
    assert page.get_by_role("button", name=pieces.SUIVANT).bounding_box()["y"] < 780


def test_tapping_twice_records_once_and_skips_nothing(visit, elue, answers):
    page = visit(elue, phone=True).open(PAGE)

    box(page, 2).dblclick()
    page.get_by_text(pieces.ENREGISTREE).wait_for()
    page.get_by_role("button", name=pieces.SUIVANT).dblclick()
    page.get_by_text(pieces.ENREGISTREE).wait_for(state="detached")
    page.get_by_role("button", name=pieces.SUIVANT).tap(force=True)  # the third is late
    page.wait_for_timeout(500)

    assert page.get_by_text("Question 2 sur 3").is_visible()
    assert answers() == [3]


def test_an_answer_and_the_next_button_in_one_breath_lose_nothing(visit, elue, answers):
    page = visit(elue, phone=True).open(PAGE)
    tap_box(page, 0)

    box(page, 3).tap(no_wait_after=True)
    page.get_by_role("button", name=pieces.SUIVANT).tap()
    page.get_by_text("Question 2 sur 3").wait_for()

    assert answers() == [4]


def test_a_new_question_is_read_from_its_first_word(visit, elue, activite):
    page = visit(elue, phone=True).open(PAGE)
    page.set_viewport_size({"width": 360, "height": 480})
    tap_box(page, 4)
    tap_next(page)
    page.wait_for_function("document.activeElement.tagName === 'H2'")

    assert page.get_by_test_id("stMain").evaluate("main => main.scrollTop") == 0


def test_after_the_last_question_everything_can_be_changed(visit, elue, answers, bareme):
    page = visit(elue, phone=True).open(PAGE)
    for _ in range(scene.N_QUESTIONS - 1):
        tap_box(page, 1)
        tap_next(page)
    tap_box(page, 1)
    page.get_by_role("button", name=pieces.TERMINER).tap()
    page.get_by_text(mots.MERCI).wait_for()

    page.locator(f".st-key-revoir-{bareme.elements[0]} button").tap()
    page.get_by_text("Question 1 sur 3").wait_for()
    tap_box(page, 3)
    page.wait_for_timeout(300)

    assert answers()[0] == 4
    assert len(answers()) == scene.N_QUESTIONS


def test_a_close_in_the_middle_is_one_sentence_and_loses_nothing(world, visit, elue, activite):
    person = world.actor(elue)
    page = visit(elue, phone=True).open(PAGE)
    tap_box(page, 1)

    seances.close_activite(world.db, world.agent, activite, now=NOW)
    box(page, 3).tap()
    page.get_by_test_id("stAlert").first.wait_for()
    page.get_by_test_id("stRadioOption").first.wait_for(state="detached")

    assert page.get_by_text("n'a pas été enregistrée").count() == 1
    assert list(notation.grille(world.db, person, activite).notes.values()) == [2]


def test_a_phone_signed_out_elsewhere_records_nothing_more(world, visit, elue, answers):
    page = visit(elue, phone=True).open(PAGE)

    access.sign_out(world.db, elue)
    box(page, 1).tap()
    page.get_by_text(acces.CHEMIN).wait_for()

    assert page.get_by_text(acces.PERDUE).is_visible()
    assert page.get_by_test_id("stAlert").count() == 2
    assert answers() == []


def test_the_phone_loads_no_chart(visit, elue, activite):
    visitor = visit(elue, phone=True)
    page = visitor.open(PAGE)

    names = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")

    assert names
    assert not [name for name in names if "lotly" in name or "Vega" in name]


def test_the_desk_scores_with_the_keyboard_alone(visit, elue, answers):
    page = visit(elue).open(PAGE)

    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.get_by_text(pieces.ENREGISTREE).wait_for()
    page.get_by_role("button", name=pieces.SUIVANT).focus()
    page.keyboard.press("Enter")
    page.get_by_text("Question 2 sur 3").wait_for()

    assert answers() == [1]


def test_nobody_finds_the_page(visit, activite):
    page = visit(phone=True).open(PAGE)

    assert page.get_by_text(acces.CHEMIN).is_visible()
    assert page.get_by_test_id("stRadioOption").count() == 0
