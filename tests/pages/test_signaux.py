"""What stands out, as each person finds it, and on the big screen."""

from datetime import UTC, datetime
from html import unescape

import pytest

from psdt.domain.elements import Contribution, Nature
from psdt.domain.indicators import COLONNES
from psdt.domain.people import Mandat, Role
from psdt.services import abs as figures
from psdt.services import access, elements, rattachements, signaux
from psdt.sources import lire
from psdt.ui.signals import ENJEU
from psdt.words import abs as abs_words
from psdt.words import interface, territoire
from psdt.words import signaux as mots
from psdt.words.grammar import NBSP, NNBSP
from tests.conftest import PASSWORD
from tests.tables import tables

PAGE, BIG = "abs/signaux", "abs/presenter"
VACANCY = "TX_LOG_VACANTS.communes.fragile"


@pytest.fixture
def sample(db, agent):
    figures.import_sample(db, agent)


@pytest.fixture
def enjeu(db, agent) -> int:
    said = Contribution(nature=Nature.ENJEU, texte="Se loger **ici** <b>")
    return elements.write(db, agent, said)


@pytest.fixture
def desk(db, agent) -> str:
    """The session of the agent."""
    now = datetime.now(UTC)
    return access.sign_in_account(db, "agent@exemple.fr", PASSWORD, now=now)


def said(page) -> str:
    drawn = [*page.title, *page.header, *page.subheader, *page.caption, *page.text, *page.error]
    html = [unescape(element.proto.body) for element in page.get("html")]
    text = "\n".join([element.value.replace("\\", "") for element in drawn] + html)
    return text.replace(NBSP, " ").replace(NNBSP, " ")


def labels(page) -> list[str]:
    return [button.label for button in page.button]


@pytest.mark.parametrize("role", [Role.ELU, Role.HABITANT, Role.ANIMATEUR])
def test_everybody_reads_what_stands_out_and_nobody_else_attaches(visit, join, sample, role):
    page = visit(PAGE, join(role))

    assert not page.exception
    assert "le niveau de vie médian est de 21 070 € par an : 760 € de moins" in said(page)
    assert "Plus fragile" in said(page)
    assert "Pour : toute l'intercommunalité" in said(page)
    assert mots.RATTACHER not in labels(page)
    assert mots.PHRASES[False] in [block.value for block in page.markdown]


def test_no_sentence_is_drawn_twice(visit, desk, sample, db, agent):
    page = visit(PAGE, desk)

    for signal in signaux.signaux(db, agent):
        bodies = [unescape(block.proto.body) for block in page.get("html")]
        assert sum(f"<p>{signal.phrase}</p>" in body for body in bodies) == 1


def test_by_axis_and_by_commune(visit, join, sample):
    page = visit(PAGE, join())
    page.segmented_control[0].select("LOGEMENT").run()
    assert "11,4 % à Caden" in said(page)
    assert "niveau de vie" not in said(page)

    page.selectbox(key="commune").select("56028").run()

    assert "À Caden, la part des logements vacants est de 11,4 %" in said(page)
    assert "Saint-Gravé" not in said(page)


def test_the_address_says_what_is_looked_at(visit, join, sample):
    page = visit(PAGE, join(), axe="EMPLOI", commune="56196")

    assert "À Rochefort-en-Terre, le taux de chômage des 15-64 ans est de 14,8 %" in said(page)
    assert "résidences secondaires" not in said(page)


def test_each_signal_opens_its_indicator(visit, join, sample):
    page = visit(PAGE, join(), commune="56196", axe="EMPLOI")

    links = [link.proto for link in page.get("page_link")]
    addresses = {
        link.query_string for link in links if link.label == mots.VOIR.replace("'", "\\'")
    }
    assert "axe=EMPLOI&indicateur=TX_CHOM_1564&commune=56196&annee=2022" in addresses


def test_what_is_withheld_is_said(visit, join, sample):
    page = visit(PAGE, join(), axe="SENIORS")

    assert "Sous secret statistique dans les 13 communes (2021)" in said(page)


def test_the_commission_attaches_a_sentence_and_detaches_it(visit, join, sample, enjeu, db, agent):
    member = join(Role.HABITANT, mandats=[Mandat.COMMISSION_PERMANENTE])
    page = visit(PAGE, member, axe="LOGEMENT")
    page.button(key=f"attach-{VACANCY}").click().run()
    page.selectbox(key=ENJEU).select(enjeu).run()

    page.button(key="psdt-tie").click().run()

    assert not page.exception
    assert "Rattaché à l'enjeu « Se loger **ici** <b> »" in said(page)
    (founded,) = rattachements.constats(db, agent)
    assert "11,4" in founded.constats[0].texte
    assert mots.VALIDER not in labels(page)

    page.button(key=f"detach-{VACANCY}-{founded.constats[0].id}").click().run()

    assert rattachements.constats(db, agent) == []
    assert "Rattaché à l'enjeu" not in said(page)


def test_the_choice_of_an_enjeu_may_be_left(visit, desk, sample, enjeu, db, agent):
    page = visit(PAGE, desk, axe="LOGEMENT")
    page.button(key=f"attach-{VACANCY}").click().run()

    page.button(key="psdt-untie").click().run()

    assert mots.VALIDER not in labels(page)
    assert rattachements.constats(db, agent) == []


def test_without_an_enjeu_it_says_to_write_one(visit, desk, sample):
    page = visit(PAGE, desk, axe="LOGEMENT")

    page.button(key=f"attach-{VACANCY}").click().run()

    assert mots.AUCUN_ENJEU[0] in said(page)
    assert mots.VALIDER not in labels(page)


def test_an_empty_demarche_says_what_to_do(visit, join, agent):
    for name in (PAGE, BIG):
        page = visit(name, join())

        assert not page.exception
        assert mots.SANS_ABS[0] in said(page)


class TestBigScreen:
    def test_one_finding_at_a_time(self, visit, join, sample):
        page = visit(BIG, join())

        assert not page.exception
        assert len(page.header) == 1
        assert "le niveau de vie médian est de 21 070 €" in said(page)
        assert "1 sur " in said(page)
        assert len(page.get("plotly_chart")) == 1
        assert page.button(key="slide-before").disabled

    def test_the_place_is_in_the_address(self, visit, join, sample, db, agent):
        found = signaux.signaux(db, agent)
        page = visit(BIG, join(), place="2")
        assert found[1].phrase == page.header[0].value.replace("\\", "")

        page.button(key="slide-after").click().run()

        assert page.query_params["place"] == "3"
        assert found[2].phrase == page.header[0].value.replace("\\", "")

    def test_each_finding_can_be_drawn(self, visit, join, sample, db, agent):
        page = visit(BIG, join())
        for _ in signaux.signaux(db, agent)[1:]:
            page.button(key="slide-after").click().run()

            assert not page.exception
            assert not page.error
            assert len(page.get("plotly_chart")) == 1
        assert page.button(key="slide-after").disabled

    def test_what_is_behind_is_folded_away_at_the_end_of_the_buttons(self, visit, join, sample):
        page = visit(BIG, join(), axe="LOGEMENT", commune="56028")
        (fold,) = page.get("popover")

        assert page.get("download_button") == fold.get("download_button")
        assert [button.proto.label for button in fold.get("download_button")] == [
            *abs_words.FICHIERS.values(),
            interface.IMAGE,
        ]
        (link,) = fold.get("page_link")
        assert link.proto.query_string.startswith("axe=LOGEMENT&indicateur=")
        assert link.proto.query_string.endswith("commune=56028")
        (told,) = tables(fold)
        assert "Caden" in told["Territoire"]

    def test_a_remote_control_moves_and_stops_at_the_ends(self, visit, join, sample):
        page = visit(BIG, join())
        page.button(key="slide-remote-PageUp").click().run()
        assert page.query_params["place"] == "1"

        page.button(key="slide-remote-PageDown").click().run()
        assert page.query_params["place"] == "2"

    def test_of_an_axis_and_a_commune(self, visit, join, sample):
        page = visit(BIG, join(), axe="LOGEMENT", commune="56028")

        assert "À Caden, la part des logements vacants" in said(page)
        assert "1 sur 1" in said(page)

    @pytest.mark.parametrize("address", [{"axe": "x"}, {"commune": "x"}, {"place": "x"}])
    def test_whatever_the_address_says(self, visit, join, sample, address):
        page = visit(BIG, join(), **address)

        assert not page.exception
        assert "1 sur " in said(page)

    def test_one_leaves_for_the_signals(self, visit, join, sample):
        page = visit(BIG, join(), axe="LOGEMENT")

        page.button(key="slide-out").click().run()

        assert mots.TITRES["FRAGILE"] in said(page)
        assert interface.QUITTER not in labels(page)


@pytest.mark.parametrize("screen", ["signaux", "explorer", "comparer", "fiche", "rapport"])
def test_an_agent_is_asked_whose_figures_are_shown(visit, desk, db, agent, screen):
    header = ",".join([*COLONNES, "code_territoire", "niveau"])
    rows = [
        f"TX,Taux,EMPLOI,{nom},2022,{value},%,Insee,{code},{niveau}"
        for nom, value, code, niveau in (
            ("Berric", 9, "56015", "commune"),
            ("Voisine", 3, "200000001", "epci"),
            ("La nôtre", 10, "200066777", "epci"),
        )
    ]
    content = "\n".join([header, *rows]).encode()
    figures.import_table(db, agent, "x.csv", lire("x.csv", content, {}))

    page = visit(f"abs/{screen}", desk)

    assert not page.exception
    assert territoire.INDECIS in [block.value for block in page.markdown]
    assert territoire.CHOISIR_LEQUEL in [link.proto.label for link in page.get("page_link")]
