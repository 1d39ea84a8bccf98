"""From the needs of the territoire to the page of one commune, on paper."""

import re
from datetime import UTC, datetime

import pytest

from psdt.services import access
from psdt.words import abs as besoins
from psdt.words import fiche as mots
from psdt.words import interface as pieces


@pytest.fixture(scope="module")
def world(demo_world):
    return demo_world


def test_an_elue_prints_the_page_of_her_commune_and_keeps_a_picture(visit, world, tmp_path):
    session_id = access.sign_in_demonstration(world.db, access.Profil.ELU, now=datetime.now(UTC))
    visitor = visit(session_id)
    page = visitor.open("abs/explorer", "?indicateur=TX_LOG_VACANTS&commune=56028")
    visitor.charts()
    assert "axe" not in page.url
    assert page.get_by_role("radio", name=besoins.AXES["LOGEMENT"]).is_checked()
    with page.expect_download() as waited:
        page.get_by_role("button", name=pieces.IMAGE).first.click()
    picture = tmp_path / waited.value.suggested_filename
    waited.value.save_as(picture)
    assert picture.read_bytes().startswith(b"\x89PNG")

    page = visitor.open("abs/fiche", "?commune=56028")
    page.get_by_role("heading", name="Caden", level=2).wait_for()
    with page.expect_download() as waited:
        page.get_by_role("button", name=mots.FICHIERS["pdf"]).click()
    path = tmp_path / waited.value.suggested_filename
    waited.value.save_as(path)

    assert path.name.endswith("_fiche-caden_v1.pdf")
    assert len(re.findall(rb"/Type ?/Page\b", path.read_bytes())) == 1
    assert visitor.errors == []
