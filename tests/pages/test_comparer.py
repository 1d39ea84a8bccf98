"""The page « Comparer », as each person finds it, and what its address keeps."""

from html import unescape

import pytest

from psdt.domain.indicators import COLONNES
from psdt.domain.people import Role
from psdt.services import abs as explorer
from psdt.sources import lire
from psdt.words import comparer as mots
from psdt.words.grammar import NBSP, NNBSP
from tests.tables import tables

PAGE = "abs/comparer"


@pytest.fixture
def sample(db, agent):
    explorer.import_sample(db, agent)


def said(page) -> str:
    drawn = [*page.title, *page.header, *page.caption, *page.text, *page.error]
    html = [unescape(element.proto.body) for element in page.get("html")]
    text = "\n".join([element.value.replace("\\", "") for element in drawn] + html)
    return text.replace(NBSP, " ").replace(NNBSP, " ")


def charts(page) -> int:
    return len(page.get("plotly_chart"))


def kept(page, name) -> list[str]:
    """What the address says: one text, or several."""
    found = page.query_params[name]
    return [found] if isinstance(found, str) else found


def sound(page) -> bool:
    return not page.exception and not page.error


@pytest.mark.parametrize("role", [Role.ELU, Role.HABITANT])
def test_it_opens_on_something_telling(visit, join, sample, role):
    page = visit(PAGE, join(role))

    assert sound(page)
    assert "Dans l'intercommunalité, la situation est plus fragile que dans le" in said(page)
    assert charts(page) == 1
    assert len(tables(page)[0]["Territoire"]) > 60


@pytest.mark.parametrize(
    ("vue", "finding", "drawn"),
    [
        ("points", "la situation est plus fragile que dans le Morbihan", 1),
        ("grille", "Caden et Limerzel sont les communes le plus souvent fragiles", 1),
        ("evolution", "Dans l'intercommunalité, ", 1),
        ("indicateurs", "la situation s'améliore par rapport à celle du Morbihan sur 2", 2),
        ("multiples", "Le chiffre augmente entre 2014 et 2021 dans les 13 communes", 2),
        ("ages", mots.VIDES["ages"][0], 0),
    ],
)
def test_every_way_of_seeing_opens(visit, join, sample, vue, finding, drawn):
    page = visit(PAGE, join(), vue="grille" if vue == "points" else "points")
    page.segmented_control[0].select(vue).run()

    assert sound(page)
    assert finding in said(page)
    assert charts(page) == drawn
    assert kept(page, "vue") == [vue]


def test_the_address_opens_on_the_same_thing(visit, join, sample):
    address = {"i": ["TX_CHOM_1564", "TX_LOG_VACANTS"], "commune": "56196"}
    page = visit(PAGE, join(), **address)

    assert sound(page)
    assert "plus fragile que dans l'intercommunalité sur les 2 indicateurs" in said(page)
    assert page.selectbox(key="commune").value == "56196"


def test_choices_are_kept_in_the_address_axis_by_axis(visit, join, sample):
    page = visit(PAGE, join())
    logement = next(m for m in page.multiselect if m.label == "Logement et mobilité")
    logement.set_value(["TX_RES_SECOND"]).run()

    assert sound(page)
    assert "TX_LOG_VACANTS" not in kept(page, "i")
    assert "TX_RES_SECOND" in kept(page, "i")
    page.button(key="revenir").click().run()
    assert "i" not in page.query_params


def test_nothing_at_all_may_be_chosen_and_is_told(visit, join, sample):
    page = visit(PAGE, join(), i=[""])

    assert sound(page)
    assert mots.VIDES["rien"][0] in said(page)


def test_an_address_may_say_anything(visit, join, sample):
    for vue in (*mots.VUES, "x"):
        address = {"vue": vue, "i": ["<b>", "TX_CHOM_1564"], "commune": "9", "c": ["9"] * 9}
        page = visit(PAGE, join(), **address, indicateur="x", ordre="x")

        assert sound(page)


def test_several_communes_are_seen_together(visit, join, sample):
    page = visit(PAGE, join(), vue="evolution", indicateur="MED_NIV_VIE", c=["56184", "56015"])

    assert "À Questembert, 2 789 € de plus en 2021 qu'en 2014" in said(page)
    page.multiselect(key="c-0").set_value(["56015"]).run()
    assert kept(page, "c") == ["56015"]
    assert "À Berric, " in said(page)


def test_indicators_are_followed_one_by_one_and_kept_apart_from_other_choices(visit, join, sample):
    page = visit(PAGE, join(), vue="indicateurs", i=["TX_LOG_VACANTS"], commune="56184")

    assert sound(page)
    assert "À Questembert, la situation se fragilise par rapport à celle" in said(page)
    emploi = next(m for m in page.multiselect if m.label == "Emploi et précarité")
    emploi.set_value(["MED_NIV_VIE"]).run()
    assert "MED_NIV_VIE" in kept(page, "s")
    assert "RAPPORT_D9_D1" not in kept(page, "s")
    assert kept(page, "i") == ["TX_LOG_VACANTS"]
    page.selectbox(key="commune").select("").run()
    assert "Dans l'intercommunalité, " in said(page)


def test_a_commune_looked_at_is_the_one_that_moves(visit, join, sample):
    page = visit(PAGE, join(), vue="evolution", indicateur="MED_NIV_VIE", commune="56015")

    assert page.multiselect(key="c-0").value == ["56015"]


def test_the_order_of_the_grid_is_chosen(visit, join, sample):
    page = visit(PAGE, join(), vue="grille")
    page.selectbox(key="ordre").select("nom").run()

    assert sound(page)
    lists = next(e.proto.body for e in page.get("html") if "psdt-lists" in e.proto.body)
    assert lists.index("Berric") < lists.index("Caden") < lists.index("Questembert")


def test_an_empty_demarche_says_what_to_do(visit, join, agent):
    page = visit(PAGE, join())

    assert mots.VIDES["abs"][0] in said(page)


def test_nobody_in_particular_finds_nothing(visit, agent):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit(PAGE, None)


def test_small_pictures_are_all_shown_on_demand(visit, join, db, agent):
    rows = [
        f"A,Une aide,EMPLOI,Commune {n},{annee},{n + annee},%,Caf"
        for n in range(20)
        for annee in (2015, 2020)
    ]
    content = "\n".join([",".join(COLONNES), *rows]).encode()
    explorer.import_table(db, agent, "aides.csv", lire("aides.csv", content, {}))
    page = visit(PAGE, join(), vue="multiples")

    assert "16 communes sur 20" in said(page)
    page.button(key="suite").click().run()
    assert sound(page)
    assert "sur 20" not in said(page).partition("Même échelle")[2]
    assert kept(page, "toutes") == ["1"]
