"""From what stands out to the enjeu it grounds, then to the big screen, with the keyboard."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from psdt.services import access, rattachements, signaux
from psdt.services.access import Profil
from psdt.words import signaux as mots

PAGE, BIG = "abs/signaux", "abs/presenter"
SIZES = [(1920, 1080), (1366, 900)]
FITS = """() => {
  const main = document.querySelector("[data-testid='stMain']");
  return main.scrollHeight <= main.clientHeight;
}"""
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
    sentence = page.locator("h2")
    expect(sentence).to_have_text(signal.phrase)
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
