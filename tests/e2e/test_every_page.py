"""What holds on every page, for everybody: French, our host only, no error, no sideways scroll."""

from urllib.parse import urlsplit

import pytest

from psdt.domain.people import Mandat, Role
from psdt.ui.screens import SCREENS
from tests import notation as scene

PEOPLE = {
    "personne": None,
    "agent": (Role.AGENT, ()),
    "animateur": (Role.ANIMATEUR, ()),
    "elu": (Role.ELU, ()),
    "commission": (Role.ELU, (Mandat.COMMISSION_PERMANENTE,)),
    "habitant": (Role.HABITANT, ()),
}


@pytest.fixture(scope="module")
def sessions(world) -> dict[str, str | None]:
    """Somebody of each kind, in a démarche where something is open."""
    scene.opened(world.db, world.agent, scene.scored(world.db, world.agent))
    return {
        name: world.session(who[0], mandats=who[1]) if who else None
        for name, who in PEOPLE.items()
    }


@pytest.mark.parametrize("phone", [False, True], ids=["bureau", "telephone"])
@pytest.mark.parametrize("who", PEOPLE)
def test_every_page_is_sound(world, visit, sessions, who, phone):
    visitor = visit(sessions[who], phone=phone)
    actor = world.actor(sessions[who])

    for name, screen in SCREENS.items():
        if not screen.is_open_to(actor):
            continue
        page = visitor.open(name)
        page.wait_for_timeout(300)  # charts are drawn after the page

        assert page.locator("html").get_attribute("lang") == "fr"
        assert visitor.english() == [], name
        assert page.get_by_test_id("stException").count() == 0, name
        assert not visitor.is_too_wide(), name

    assert visitor.hosts == {urlsplit(world.address).netloc}
    assert visitor.errors == []
