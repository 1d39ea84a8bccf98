"""The page of the ABS, as each person finds it."""

from datetime import UTC, datetime
from html import unescape

import pytest

from psdt.domain.indicators import COLONNES
from psdt.domain.people import Role
from psdt.services import abs as service
from psdt.services import access
from psdt.sources import lire
from psdt.words import abs as mots
from psdt.words.grammar import NBSP, NNBSP
from psdt.words.territoire import SANS_CONTOURS
from tests.conftest import PASSWORD
from tests.tables import tables

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
    assert len(tables(page)[-1]["Territoire"]) == 17


def test_an_axis_then_an_indicator_then_a_commune(visit, join, sample):
    page = visit(PAGE, join())
    page.segmented_control[0].select("EMPLOI").run()
    page.selectbox(key="indicateur").select("TX_CHOM_1564").run()
    page.selectbox(key="commune").select("56196").run()

    assert not page.exception
    assert "À Rochefort-en-Terre, 4,7 points de plus que l'intercommunalité" in said(page)
    assert "Aucune commune n'est plus fragile que Rochefort-en-Terre" in said(page)


def test_a_commune_stays_chosen_from_one_axis_to_another(visit, join, sample):
    page = visit(PAGE, join())
    page.selectbox(key="commune").select("56045").run()
    page.segmented_control[0].select("LOGEMENT").run()

    assert "Au Cours, 0,9 point de plus que l'intercommunalité" in said(page)


def test_a_small_commune_is_read_with_caution(visit, join, sample):
    page = visit(PAGE, join())
    page.segmented_control[0].select("LOGEMENT").run()
    page.selectbox(key="commune").select("56045").run()
    assert "Au Cours, moins de 2 000 habitants" in said(page)

    page.selectbox(key="commune").select("56184").run()

    assert "moins de 2 000 habitants" not in said(page)


def test_another_year_may_be_compared(visit, join, sample):
    page = visit(PAGE, join())
    page.segmented_control[0].select("EMPLOI").run()
    assert "choisissez 2019 pour comparer" in said(page)
    page.selectbox(key="annee").select("2019").run()

    assert "7 communes sur 13 sont plus fragiles que l'intercommunalité" in said(page)


def test_choices_are_in_the_address(visit, join, sample):
    page = visit(PAGE, join())
    page.segmented_control(key="axe").select("EMPLOI").run()
    page.selectbox(key="indicateur").select("TX_CHOM_1564").run()
    page.selectbox(key="annee").select("2021").run()
    page.selectbox(key="commune").select("56196").run()
    assert dict(page.query_params) == {
        "axe": "EMPLOI",
        "indicateur": "TX_CHOM_1564",
        "annee": "2021",
        "commune": "56196",
    }
    page.selectbox(key="commune").select("").run()
    page.selectbox(key="indicateur").select("GINI").run()

    assert dict(page.query_params) == {"axe": "EMPLOI", "indicateur": "GINI"}


def test_an_address_opens_on_the_same_thing(visit, join, sample):
    page = visit(PAGE, join(), indicateur="TX_CHOM_1564", annee="2021", commune="56196")

    assert page.segmented_control(key="axe").value == "EMPLOI"
    assert "À Rochefort-en-Terre" in said(page)
    assert "2021" in said(page)


@pytest.mark.parametrize("bad", ["", "x", "-1", "9" * 30, "<b>", "²", "56184 "])
def test_a_bad_address_opens_quietly_on_something_else(visit, join, sample, bad):
    page = visit(PAGE, join(), axe=bad, indicateur=bad, annee=bad, commune=bad)

    assert not page.exception
    assert not page.error
    assert "24 757" in said(page)


def test_key_figures_speak_of_the_year_of_the_map_when_they_can(visit, join, sample):
    page = visit(PAGE, join(), indicateur="MED_NIV_VIE", annee="2018", commune="56015")
    assert "21 480 €" in said(page)
    assert "600 € de plus que l'intercommunalité (2018)" in said(page)


def test_one_commune_reads_well_alone(visit, join, db, agent):
    rows = [
        f"TX,Un taux,EMPLOI,{nom},2022,{value},%,Insee"
        for nom, value in (("Malansac", 12), ("Morbihan", 9))
    ]
    header = ",".join((*COLONNES, "niveau"))
    content = f"{header}\n{rows[0]},Commune\n{rows[1]},Département\n".encode()
    service.import_table(db, agent, "chiffres.csv", lire("chiffres.csv", content, {}))
    page = visit(PAGE, join())

    assert not page.exception
    assert "À Malansac, 3 points de plus que le Morbihan" in said(page)
    assert "sur 1" not in said(page)
    assert mots.PHRASES[False] in [text.value for text in page.markdown]
    assert [box.key for box in page.selectbox] == ["indicateur", "annee"]


def test_a_commune_leads_to_its_fiche(visit, join, sample):
    page = visit(PAGE, join(), commune="56045")
    (link,) = page.get("page_link")

    assert (link.proto.label, link.proto.query_string) == (mots.FICHE[True], "commune=56045")


def test_each_figure_may_be_taken_away(visit, join, sample):
    page = visit(PAGE, join(), indicateur="TX_CHOM_1564")

    names = [button.proto.label for button in page.get("download_button")]
    assert names == ["Image", "Image", "Tableau Excel", "Fichier CSV"]


def test_the_lines_have_their_own_table(visit, join, sample):
    page = visit(PAGE, join(), indicateur="MED_NIV_VIE")

    lines, now = tables(page)
    assert min(lines["Année"]) < min(now["Année"])
    assert ("Questembert Communauté", "21 070 €") in {
        (place, value.replace(NBSP, " ").replace(NNBSP, " "))
        for place, value in zip(lines["Territoire"], lines["Valeur"], strict=True)
    }


def test_secret_is_not_zero(visit, join, sample):
    page = visit(PAGE, join())
    page.segmented_control[0].select("SENIORS").run()
    page.selectbox(key="indicateur").select("TX_PAUVRETE_75P").run()

    assert "Sous secret statistique dans les 13 communes" in said(page)
    assert "Ce n'est pas zéro." in said(page)
    assert set(tables(page)[-1]["Valeur"]) == {"secret statistique"}


def test_what_is_not_published_by_commune_has_no_map(visit, join, sample):
    page = visit(PAGE, join())
    page.segmented_control[0].select("SENIORS").run()
    page.selectbox(key="indicateur").select("PART_75P").run()

    assert "Ce chiffre n'est pas publié par commune." in said(page)
    assert charts(page) == 2


@pytest.mark.parametrize("axe", mots.AXES)
def test_every_axis_opens(visit, join, sample, axe):
    page = visit(PAGE, join())
    page.segmented_control[0].select(axe).run()

    assert not page.exception
    assert not page.error
    assert charts(page) >= 2


def test_an_indicator_may_have_the_name_of_anything_on_the_page(visit, join, db, agent):
    """Codes come from files: « commune » or « EMPLOI » are codes like others."""
    rows = [
        f"{code},Un chiffre,EMPLOI,Berric,2022,{value},%,Insee"
        for value, code in enumerate(("commune", "EMPLOI", "donnees"))
    ]
    content = "\n".join([",".join(COLONNES), *rows]).encode()
    service.import_table(db, agent, "chiffres.csv", lire("chiffres.csv", content, {}))
    page = visit(PAGE, join())

    page.segmented_control[0].select("EMPLOI").run()
    for code in ("commune", "EMPLOI", "donnees"):
        page.selectbox(key="indicateur").select(code).run()

        assert not page.exception
        assert not page.error
        assert charts(page) >= 1


def test_two_indicators_of_the_same_name_are_told_apart(visit, join, db, agent):
    """The browser answers with what people read, not with a code."""
    rows = [f"{code},Un chiffre,EMPLOI,Berric,2022,{code[-1]},%,Insee" for code in ("X1", "X2")]
    content = "\n".join([",".join(COLONNES), *rows]).encode()
    service.import_table(db, agent, "chiffres.csv", lire("chiffres.csv", content, {}))
    page = visit(PAGE, join())
    page.selectbox(key="indicateur").select("X2").run()

    assert page.selectbox(key="indicateur").value == "X2"
    assert page.selectbox(key="indicateur").options == ["Un chiffre (X1)", "Un chiffre (X2)"]


def test_what_a_file_says_is_shown_as_it_is(visit, join, db, agent):
    name = '=HYPERLINK("http://exemple.invalid") <b>&amp;'
    content = f"{';'.join(COLONNES)}\nX;Un chiffre;DEMOGRAPHIE;'{name}';2022;3;%;Insee\n"
    content = content.replace("'" + name + "'", '"' + name.replace('"', '""') + '"')
    service.import_table(db, agent, "chiffres.csv", lire("chiffres.csv", content.encode(), {}))
    page = visit(PAGE, join())

    assert tables(page)[-1]["Territoire"] == [name]
    assert not page.dataframe


def test_only_an_agent_is_told_that_outlines_are_lacking(visit, join, db, agent):
    rows = [
        f"X,Un taux,EMPLOI,{nom},2022,{n},%,Insee" for n, nom in enumerate(("Berric", "Larré"))
    ]
    content = "\n".join([",".join(COLONNES), *rows]).encode()
    service.import_table(db, agent, "chiffres.csv", lire("chiffres.csv", content, {}))
    session_id = access.sign_in_account(db, "agent@exemple.fr", PASSWORD, now=datetime.now(UTC))

    lacking = SANS_CONTOURS.replace(NNBSP, " ")

    assert lacking in said(visit(PAGE, session_id))
    assert lacking not in said(visit(PAGE, join()))


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
