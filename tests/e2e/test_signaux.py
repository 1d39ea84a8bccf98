"""From what stands out to the enjeu it grounds, then to the big screen, with the keyboard."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from psdt.services import access, rattachements, signaux
from psdt.services.access import Profil
from psdt.words import interface
from psdt.words import signaux as mots

PAGE, BIG = "abs/signaux", "abs/presenter"
SIZES = [(1920, 1080), (1366, 900)]
FITS = """() => {
  const main = document.querySelector("[data-testid='stMain']");
  return main.scrollHeight <= main.clientHeight;
}"""
PARTS = "h2, .main-svg, button"
PLACES = """parts => parts.map(part => {
  const box = part.getBoundingClientRect();
  return [part.tagName, box.x, box.y, box.width, box.height];
})"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(
    "[data-testid='stMain'] :is(h1, h2, p), [data-testid='stMain'] svg text")]
  .filter(e => e.checkVisibility() && e.textContent.trim())
  .map(e => parseFloat(getComputedStyle(e).fontSize)))"""


@pytest.fixture(scope="module")
def world(demo_world):
    return demo_world


def test_a_sentence_is_attached_then_projected(world, visit):
    session_id = access.sign_in_demonstration(world.db, Profil.AGENT, now=datetime.now(UTC))
    visitor = visit(session_id)
    page = visitor.open(PAGE)
    signal = signaux.signaux(world.db, world.agent)[0]
    before = rattachements.constats(world.db, world.agent)

    page.get_by_role("button", name=mots.RATTACHER).first.click()
    choose = page.get_by_role("button", name=mots.VALIDER, exact=True)
    choose.click()
    expect(choose).to_have_count(0)
    visitor.ready()

    after = rattachements.constats(world.db, world.agent)
    texts = [constat.texte for enjeu in after for constat in enjeu.constats]
    assert texts.count(signal.phrase) == 1
    assert len(texts) == 1 + sum(len(enjeu.constats) for enjeu in before)

    page.get_by_role("link", name=mots.PRESENTER).click()
    page.locator(".st-key-slide").wait_for()  # the first slide of a server is slow to come
    expect(page.locator("h2")).to_have_text(signal.phrase)
    assert visitor.errors == []


def test_the_arrows_move_and_escape_leaves(world, visit):
    visitor = visit(access.sign_in_demonstration(world.db, Profil.ELU, now=datetime.now(UTC)))
    found = signaux.signaux(world.db, world.agent)
    page = visitor.open(BIG)
    sentence = page.locator("h2")
    expect(sentence).to_have_text(found[0].phrase)
    visitor.settled()

    page.keyboard.press("ArrowRight")
    expect(sentence).to_have_text(found[1].phrase)
    page.keyboard.press("ArrowRight")
    expect(sentence).to_have_text(found[2].phrase)
    page.keyboard.press("ArrowLeft")
    expect(sentence).to_have_text(found[1].phrase)
    page.reload()
    visitor.ready()
    expect(sentence).to_have_text(found[1].phrase)
    visitor.charts()
    visitor.settled()

    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name=mots.TITRES["FRAGILE"])).to_be_visible()
    assert visitor.errors == []


def test_what_is_behind_a_slide_is_reached_and_is_never_in_the_way(world, visit):
    visitor = visit(access.sign_in_demonstration(world.db, Profil.ELU, now=datetime.now(UTC)))
    found = signaux.signaux(world.db, world.agent)
    page = visitor.open(BIG)
    page.set_viewport_size({"width": 1920, "height": 1080})
    visitor.charts()
    visitor.settled()
    fold = page.get_by_role("button", name=interface.DONNEES_COURT, exact=True)
    body, parts = (
        page.get_by_test_id("stPopoverBody"),
        page.get_by_test_id("stMain").locator(PARTS),
    )
    places = parts.evaluate_all(PLACES)

    fold.click()
    expect(body.get_by_role("table")).to_be_visible()
    assert parts.evaluate_all(PLACES) == places
    assert page.evaluate(FITS)
    with page.expect_download() as waited:
        body.get_by_role("button", name=interface.IMAGE).click()
    assert waited.value.suggested_filename.endswith(".png")
    assert visitor.english() == []

    page.keyboard.press("Escape")  # closes what is open, and leaves the slide where it is
    expect(body).to_have_count(0)
    expect(page.locator("h2")).to_have_text(found[0].phrase)
    page.keyboard.press("ArrowRight")
    expect(page.locator("h2")).to_have_text(found[1].phrase)
    visitor.ready()

    fold.click()
    expect(body).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator("h2")).to_have_text(found[2].phrase)
    expect(body).to_have_count(0)
    assert visitor.errors == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_finding_fits_on_the_screen_and_is_read_from_afar(world, visit, size):
    visitor = visit(access.sign_in_demonstration(world.db, Profil.ELU, now=datetime.now(UTC)))
    found = signaux.signaux(world.db, world.agent)
    longest = max(range(len(found)), key=lambda n: len(found[n].phrase))
    first = {signal.genre: n for n, signal in reversed([*enumerate(found)])}
    for place in (n + 1 for n in {longest, *first.values()}):
        page = visitor.open(BIG, f"?place={place}")
        page.set_viewport_size({"width": size[0], "height": size[1]})
        visitor.charts()
        visitor.settled()

        assert page.evaluate(FITS), place
        assert not visitor.is_too_wide(), place
        assert page.evaluate(SMALLEST) >= 19.9, place
    assert visitor.english() == []
