"""The fiche of a commune, as each person finds it."""

from datetime import UTC, datetime
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from psdt.domain.indicators import COLONNES
from psdt.domain.people import Role
from psdt.services import abs as figures
from psdt.services import access
from psdt.sources import lire
from psdt.words import fiche as mots
from psdt.words.grammar import NBSP, NNBSP
from tests.conftest import PASSWORD

PAGE = "abs/fiche"


@pytest.fixture
def sample(db, agent):
    figures.import_sample(db, agent)


def said(page) -> str:
    drawn = [*page.title, *page.header, *page.subheader, *page.caption, *page.markdown]
    html = [unescape(element.proto.body) for element in page.get("html")]
    text = "\n".join([element.value.replace("\\", "") for element in drawn] + html)
    return text.replace(NBSP, " ").replace(NNBSP, " ")


def table(page) -> list[list[str]]:
    """Return the cells of the table, row by row; a row of one cell names a theme."""
    body = next(e.proto.body for e in page.get("html") if "psdt-strips" in e.proto.body)
    rows = ET.fromstring(body[: body.index("</div><p ") + 6]).iter("tr")
    return [["".join(cell.itertext()) for cell in row] for row in rows]


def buttons(page) -> list[str]:
    return [button.proto.label for button in page.get("download_button")]


@pytest.mark.parametrize("role", [Role.ELU, Role.HABITANT])
def test_everybody_reads_the_fiche_of_a_commune(visit, join, sample, role):
    page = visit(PAGE, join(role), commune="56028")

    assert not page.exception
    assert not page.error
    text = said(page)
    assert "1 641 habitants en 2023, 41 de plus qu'en 2010" in text
    assert "À Caden, la part des logements vacants est de 11,4 %" in text
    assert "À Caden, moins de 2 000 habitants" in text
    heads, *rows = table(page)
    assert heads[2:] == ["Caden", "Intercommunalité", "Morbihan", "France métropolitaine"]
    figures_of_caden = [row[2] for row in rows if len(row) > 1]
    assert len(figures_of_caden) == 14
    assert "secret statistique" in figures_of_caden
    assert buttons(page) == list(mots.FICHIERS.values())
    assert not page.button


def test_the_commune_is_in_the_address(visit, join, sample):
    page = visit(PAGE, join())
    assert page.header[0].value == "Berric"
    page.selectbox(key="commune").select("56184").run()

    assert page.header[0].value == "Questembert"
    assert dict(page.query_params) == {"commune": "56184"}


@pytest.mark.parametrize("bad", ["", "x", "99999", "<b>"])
def test_a_bad_address_opens_quietly_on_the_first_commune(visit, join, sample, bad):
    page = visit(PAGE, join(), commune=bad)

    assert not page.error
    assert page.header[0].value == "Berric"


def test_an_agent_makes_all_the_fiches(visit, db, agent, sample):
    session_id = access.sign_in_account(db, "agent@exemple.fr", PASSWORD, now=datetime.now(UTC))
    page = visit(PAGE, session_id)
    page.button[0].click().run()

    assert not page.exception
    assert buttons(page)[-1] == mots.TOUTES_PRETES


def test_one_commune_alone_has_its_fiche_and_hostile_names_are_texts(visit, join, db, agent):
    rows = [
        f"TX,<b>Un</b> taux [x](http://y),EMPLOI,{nom},2022,{value},%,Insee,{niveau}"
        for nom, value, niveau in (("*Malansac*", 12, "Commune"), ("Morbihan", 9, "Département"))
    ]
    content = "\n".join([",".join((*COLONNES, "niveau")), *rows]).encode()
    figures.import_table(db, agent, "chiffres.csv", lire("chiffres.csv", content, {}))
    page = visit(PAGE, join())

    assert not page.exception
    assert page.header[0].value == r"\*Malansac\*"
    assert "<b>Un</b> taux" in said(page)
    assert "3 points de plus que le Morbihan" in said(page)


def test_an_empty_demarche_says_what_to_do(visit, join, agent):
    page = visit(PAGE, join())

    assert not page.exception
    assert page.text[0].value == mots.VIDE[0]


def test_nobody_in_particular_finds_nothing(visit, agent):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit(PAGE, None)
