"""What tables and figures show at every size, and what they do not offer to take away."""

import re
from datetime import UTC, datetime

import pytest

from psdt.domain.people import Role
from psdt.services import access, priorites
from psdt.services.access import Profil
from psdt.ui.screens import SCREENS
from psdt.words import priorites as mots
from tests.priorites import closed, six_elus

DOWNLOAD = re.compile("download|csv|télécharger", re.IGNORECASE)
SMALLEST = """() => Math.min(...[...document.querySelectorAll(
    "[data-testid='stMain'] :is(p, h1, h2, td, th, text, tspan)")]
  .filter(e => e.checkVisibility() && e.textContent.trim())
  .map(e => parseFloat(getComputedStyle(e).fontSize)))"""
HOSTILE = '=HYPERLINK("http://exemple.invalid","Cliquez") <img src=x onerror=alert(1)> **gras**'
PAGE = "priorites/tableau"


@pytest.fixture(scope="module")
def world(demo_world):
    return demo_world


@pytest.fixture
def activite(world) -> int:
    """A closed notation whose texts try to be formulas, or more."""
    return closed(world.db, world.agent, six_elus(), enjeux=(HOSTILE, f"Un autre {HOSTILE}"))


@pytest.mark.parametrize("profil", [Profil.AGENT, Profil.COMMISSION, Profil.ELU])
def test_no_page_offers_the_download_of_streamlit(world, visit, profil):
    session_id = access.sign_in_demonstration(world.db, profil, now=datetime.now(UTC))
    visitor, actor = visit(session_id), world.actor(session_id)

    for name, screen in SCREENS.items():
        if not screen.is_open_to(actor):
            continue
        page = visitor.open(name)
        visitor.charts()
        for fold in page.locator("summary").all():
            fold.click()
        visitor.settled()

        for table in page.get_by_test_id("stDataFrame").all():
            table.hover()
            assert page.get_by_role("button", name=DOWNLOAD).count() == 0, name
        assert page.locator("[download], [aria-label*='CSV' i]").count() == 0, name


def test_a_formula_is_shown_word_for_word(world, visit, activite):
    visitor = visit(world.session(Role.ELU))
    page = visitor.open(PAGE, f"?activite={activite}")
    visitor.charts()

    table = page.get_by_role("table", name=mots.TABLES["rangs"])

    assert table.get_by_role("cell", name=HOSTILE, exact=True).inner_text() == HOSTILE
    assert (
        page.get_by_test_id("stMain").locator("img, .psdt-table a, .psdt-table strong").count()
        == 0
    )
    assert page.get_by_test_id("stDownloadButton").count() == 0
    assert visitor.errors == []


def test_a_wide_table_scrolls_in_its_own_box(world, visit, activite):
    visitor = visit(world.session(Role.ELU), phone=True)
    page = visitor.open(PAGE, f"?activite={activite}")
    visitor.charts()
    page.set_viewport_size({"width": 320, "height": 640})
    visitor.settled()

    box = page.get_by_role("region", name=mots.TABLES["pourquoi"])
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")

    assert not visitor.is_too_wide()


def test_a_map_leaves_no_blank_under_it_on_a_phone(world, visit):
    visitor = visit(world.session(Role.ELU), phone=True)
    page = visitor.open("abs/explorer")
    visitor.charts()
    visitor.settled()

    traces = page.locator(".st-key-carte .scatterlayer .trace")
    traces.first.wait_for(state="attached")  # Plotly draws after the page is ready
    shapes = traces.all()
    bottom = max(box["y"] + box["height"] for box in (shape.bounding_box() for shape in shapes))
    following = page.get_by_test_id("stDownloadButton").first.bounding_box()["y"]
    assert 0 < following - bottom < 60


def test_the_big_screen_names_every_number_in_large_letters(world, visit):
    visitor = visit(world.session(Role.ELU))
    first = list(priorites.closes(world.db, world.agent))[-1]
    page = visitor.open(PAGE, f"?activite={first}&projection=1")
    page.set_viewport_size({"width": 1920, "height": 1080})
    visitor.charts()
    visitor.settled()

    points = page.locator(".st-key-accord .textpoint")
    points.nth(13).wait_for(state="attached")  # Plotly draws after the page is ready
    numbers = points.all_text_contents()
    rows = page.get_by_role("table", name=mots.TABLES["rangs"]).locator("tbody tr")
    named = [re.match(r"\d+", row).group() for row in rows.all_inner_texts()]
    assert sorted(named) == sorted(text.strip() for text in numbers)
    assert len(numbers) == 14
    assert page.evaluate(SMALLEST) >= 20
