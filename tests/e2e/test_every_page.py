"""What holds on every page, for everybody: French, our host only, no error, no sideways scroll."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from psdt.domain.people import Role
from psdt.services import access
from psdt.ui.screens import SCREENS
from psdt.words import acces
from tests.e2e.browser import DESK, PHONE

INCIDENT = acces.incident("")[:40]

PEOPLE = {
    "personne": None,
    "animateur": Role.ANIMATEUR,
    "partenaire": Role.PARTENAIRE,
    **{profil.value: profil for profil in access.Profil},
}


@pytest.fixture(scope="module")
def world(demo_world):
    return demo_world


@pytest.fixture(params=PEOPLE)
def session_id(world, request) -> str | None:
    """The session of somebody of each kind."""
    who = PEOPLE[request.param]
    if isinstance(who, access.Profil):
        return access.sign_in_demonstration(world.db, who, now=datetime.now(UTC))
    return who and world.session(who)


def test_every_page_is_sound(world, visit, session_id):
    visitor = visit(session_id)
    actor = world.actor(session_id)

    for name, screen in SCREENS.items():
        if not screen.is_open_to(actor):
            continue
        page = visitor.open(name)
        visitor.charts()

        assert page.locator("html").get_attribute("lang") == "fr"
        assert page.get_by_test_id("stException").count() == 0, name
        assert page.get_by_text(INCIDENT).count() == 0, name
        for size in (PHONE, DESK):
            page.set_viewport_size(size["viewport"])
            visitor.settled()
            assert visitor.english() == [], name
            assert not visitor.is_too_wide(), name

    assert visitor.hosts == {urlsplit(world.address).netloc}
    assert visitor.errors == []
