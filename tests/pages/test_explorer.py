"""The page of the ABS, as each person finds it."""

from datetime import UTC, datetime
from html import unescape

import pytest

from psdt.domain.people import Role
from psdt.services import abs as service
from psdt.services import access
from psdt.words import abs as mots
from psdt.words.grammar import NBSP, NNBSP
from tests.conftest import PASSWORD

PAGE = "abs/explorer"


@pytest.fixture
def sample(db, agent):
    service.import_sample(db, agent)


def said(page) -> str:
    drawn = [*page.title, *page.header, *page.subheader, *page.caption, *page.text, *page.error]
    html = [unescape(element.proto.body) for element in page.get("html")]
    text = "\n".join([element.value.replace("\\", "") for element in drawn] + html)
    return text.replace(NBSP, " ").replace(NNBSP, " ")


def charts(page) -> int:
    return len(page.get("plotly_chart"))


@pytest.mark.parametrize("role", [Role.ELU, Role.HABITANT, Role.ANIMATEUR])
def test_everybody_explores_and_opens_on_a_finding(visit, join, sample, role):
    page = visit(PAGE, join(role))

    assert not page.exception
    assert page.title[0].value == mots.TITRE
    assert "Questembert compte pour 33 % de l'intercommunalité" in said(page)
    assert "24 757" in said(page)
    assert charts(page) == 3
    assert len(page.dataframe[0].value) == 17


def test_an_axis_then_an_indicator_then_a_commune(visit, join, sample):
    page = visit(PAGE, join())
    page.segmented_control[0].select("EMPLOI").run()
    page.selectbox(key="EMPLOI").select("TX_CHOM_1564").run()
    page.selectbox(key="commune").select("56196").run()

    assert not page.exception
    assert "À Rochefort-en-Terre, 4,7 points de plus que l'intercommunalité" in said(page)
    assert "Aucune commune n'est plus fragile que Rochefort-en-Terre" in said(page)


def test_a_commune_stays_chosen_from_one_axis_to_another(visit, join, sample):
    page = visit(PAGE, join())
    page.selectbox(key="commune").select("56045").run()
    page.segmented_control[0].select("LOGEMENT").run()

    assert "Au Cours, 0,9 point de plus que l'intercommunalité" in said(page)


def test_another_year_may_be_compared(visit, join, sample):
    page = visit(PAGE, join())
    page.segmented_control[0].select("EMPLOI").run()
    assert "choisissez 2019 pour comparer" in said(page)
    page.selectbox(key="MED_NIV_VIE").select(2019).run()

    assert "8 communes sur 13 sont plus fragiles que l'intercommunalité" in said(page)


def test_secret_is_not_zero(visit, join, sample):
    page = visit(PAGE, join())
    page.segmented_control[0].select("SENIORS").run()
    page.selectbox(key="SENIORS").select("TX_PAUVRETE_75P").run()

    assert "Sous secret statistique dans les 13 communes" in said(page)
    assert "Ce n'est pas zéro." in said(page)
    assert set(page.dataframe[0].value["Valeur"]) == {"secret statistique"}


def test_what_is_not_published_by_commune_has_no_map(visit, join, sample):
    page = visit(PAGE, join())
    page.segmented_control[0].select("SENIORS").run()
    page.selectbox(key="SENIORS").select("PART_75P").run()

    assert "Ce chiffre n'est pas publié par commune." in said(page)
    assert charts(page) == 2


@pytest.mark.parametrize("axe", mots.AXES)
def test_every_axis_opens(visit, join, sample, axe):
    page = visit(PAGE, join())
    page.segmented_control[0].select(axe).run()

    assert not page.exception
    assert not page.error
    assert charts(page) >= 2


def test_an_empty_demarche_says_what_to_do(visit, join, agent):
    page = visit(PAGE, join())

    assert "Aucun indicateur pour l'instant." in said(page)
    assert not page.button


def test_an_agent_may_load_the_sample(visit, db, agent):
    session_id = access.sign_in_account(db, "agent@exemple.fr", PASSWORD, now=datetime.now(UTC))
    page = visit(PAGE, session_id)
    page.button[0].click().run()

    assert not page.exception
    assert "24 757" in said(page)


def test_nobody_in_particular_finds_nothing(visit, agent):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit(PAGE, None)
