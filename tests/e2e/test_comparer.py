"""Comparing on a desk, then the same address on a phone."""

import pytest

from psdt.domain.people import Role
from psdt.words import comparer as mots

PAGE = "abs/comparer"


@pytest.fixture(scope="module")
def world(demo_world):
    return demo_world


def test_what_is_chosen_on_a_desk_opens_on_a_phone(world, visit):
    desk = visit(world.session(Role.ELU))
    page = desk.open(PAGE)
    desk.charts()
    page.get_by_role("radio", name=mots.VUES["grille"]).click()
    page.wait_for_url("**vue=grille**")
    desk.settled()
    page.get_by_text(mots.choisir(4, 12)).click()
    page.get_by_role("button", name="Retirer Part des logements vacants").click()
    page.wait_for_url("**i=TX_CHOM_1564&i=ETAB_SERVICES**")
    desk.settled()
    cells = page.locator(".st-key-comparer-grille .textpoint")
    cells.first.wait_for()
    assert page.locator(".st-key-comparer-liste").is_hidden()

    phone = visit(world.session(Role.ELU), phone=True)
    page = phone.open(PAGE, f"?{page.url.partition('?')[2]}")
    phone.charts()
    phone.settled()
    commune = page.locator(".psdt-lists details").filter(has_text="Molac")
    commune.locator("summary").click()

    assert commune.get_by_text("Établissements de service public").is_visible()
    assert page.get_by_text("Part des logements vacants").count() == 0
    assert page.locator(".st-key-comparer-grille .main-svg").first.is_hidden()
    assert not phone.is_too_wide()
    assert desk.errors == phone.errors == []
