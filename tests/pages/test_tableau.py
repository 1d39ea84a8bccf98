"""The page of the priority table, as each person finds it."""

import pytest
from sqlalchemy import event

from psdt.domain.people import College, Mandat, Role
from psdt.services import seances
from psdt.words import priorites as mots
from tests.conftest import NOW
from tests.notation import ENJEUX
from tests.priorites import HIGH, LOW, answered, closed, six_elus
from tests.tables import tables

PAGE = "priorites/tableau"
GROUPS = {Role.ELU: [(HIGH, LOW)] * 5, Role.HABITANT: [(LOW, HIGH)] * 6}
HOSTILE = ("<script>x</script> **gras** [lien](http://exemple.fr)", "=1+1 $x^2$ :material/home:")


def text(page) -> str:
    drawn = [*page.title, *page.header, *page.caption, *page.error, *page.text]
    return "\n".join(element.value.replace("\\", "") for element in drawn)


def test_says_who_comes_first_and_why(visit, join, db, agent):
    closed(db, agent, six_elus())
    page = visit(PAGE, join())

    assert not page.exception
    assert "« Soutenir les aidants » arrive en tête, avec 100,0 points sur 100" in text(
        page
    ).replace("\u00a0", " ")
    ranks, means, reasons = tables(page)
    assert means["Enjeu"] == ["Soutenir les aidants", "Se déplacer sans voiture"]
    assert [means[name] for name in list(means)[1:]] == [["4,0", "1,0"]] * 3
    assert ranks["Rang"] == ["1er", "2e"]
    assert ranks["Score"] == ["100,0", "0,0"]
    assert ranks["Accord"] == ["consensus", "consensus"]
    assert ranks["Réponses"] == ["6", "6"]
    assert reasons["Points apportés"] == ["33,3"] * 3
    assert "ces points font 100,0 sur 100" in text(page)


def test_another_enjeu_may_be_explained(visit, join, db, agent):
    closed(db, agent, six_elus())
    page = visit(PAGE, join())

    page.selectbox(key="enjeu").select_index(1).run()

    assert "Se déplacer sans voiture" in text(page)
    assert tables(page)[-1]["Points apportés"] == ["0,0"] * 3


def test_ties_are_shown_as_ties(visit, join, db, agent):
    closed(db, agent, six_elus(HIGH, HIGH))
    page = visit(PAGE, join())

    assert tables(page)[0]["Rang"] == ["1er\u00a0ex\u00a0æquo"] * 2
    assert "arrivent en tête à égalité" in text(page)


def test_a_college_may_be_read_apart(visit, join, db, agent):
    closed(db, agent, GROUPS)
    page = visit(PAGE, join())
    assert "Noter les enjeux\u202f: 11\u00a0personnes (Élus 5, Habitants 6)" in text(page)

    page.segmented_control[0].select(College.HABITANTS).run()

    assert tables(page)[0]["Enjeu"][0] == "Se déplacer sans voiture"
    assert "6\u00a0personnes (Habitants 6)" in text(page)


def test_the_answers_of_a_college_are_read_once(visit, join, db, agent):
    closed(db, agent, GROUPS)
    page = visit(PAGE, join())
    asked = []
    event.listen(db.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))

    page.segmented_control[0].select(College.HABITANTS).run()

    notes = [statement for statement in asked if "count(*)" in statement and "niveau" in statement]
    assert len(notes) == 1


def test_a_small_college_is_not_offered(visit, join, db, agent):
    closed(db, agent, GROUPS | {Role.FINANCEUR: [(HIGH, HIGH)]})
    page = visit(PAGE, join())

    assert page.segmented_control[0].options == [mots.TOUS, "Habitants"]
    assert "Habitants 6, autres collèges 6" in text(page)


def test_results_stay_hidden_until_the_close(visit, join, db, agent):
    activite = answered(db, agent, six_elus())
    page = visit(PAGE, join())
    assert mots.AUCUNE in text(page)
    assert not tables(page)

    page = visit(PAGE, join(), activite=str(activite))
    assert "ses résultats paraîtront à la clôture" in text(page)
    assert not tables(page)

    seances.close_activite(db, agent, activite, now=NOW)
    assert visit(PAGE, join(), activite=str(activite)).get("plotly_chart")


def test_another_closed_notation_may_be_read(visit, join, db, agent):
    first = closed(db, agent, six_elus())
    closed(db, agent, six_elus(LOW, HIGH))

    latest = visit(PAGE, join())
    earlier = visit(PAGE, join(), activite=str(first))

    assert [tables(page)[0]["Enjeu"][0] for page in (latest, earlier)] == [
        "Se déplacer sans voiture",
        "Soutenir les aidants",
    ]
    assert f"activite={first}" in str(latest.get("page_link")[-1].proto)


def test_under_five_people_nothing_is_shown(visit, join, db, agent):
    closed(db, agent, {Role.ELU: [(HIGH, LOW)] * 4})
    page = visit(PAGE, join())

    assert "Moins de 5 personnes ont répondu" in text(page)
    assert not tables(page)


def test_enjeux_that_few_people_judged_are_said_so(visit, join, db, agent):
    """Six people, of whom no enjeu gathers five."""
    few = [(HIGH,)] * 3 + [([None] * 3, LOW)] * 3
    closed(db, agent, {Role.ELU: few})
    page = visit(PAGE, join())

    assert not page.exception
    assert "moins de 5 réponses" in text(page)


@pytest.mark.parametrize(
    ("role", "mandats"), [(Role.ANIMATEUR, ()), (Role.HABITANT, tuple(Mandat))]
)
def test_those_who_may_take_it_find_the_button(visit, join, db, agent, role, mandats):
    closed(db, agent, six_elus())
    page = visit(PAGE, join(role, mandats=mandats))

    labels = [button.proto.label for button in page.get("download_button")]
    assert labels == ["Image"] * 3 + [*mots.FICHIERS.values()]


def test_an_elu_reads_and_does_not_take(visit, join, db, agent):
    closed(db, agent, six_elus())
    page = visit(PAGE, join())

    assert tables(page)
    assert not page.dataframe  # Streamlit's own table comes with its own download
    assert not page.get("download_button")


@pytest.mark.parametrize("role", [None, Role.HABITANT, Role.PARTENAIRE, Role.FINANCEUR])
def test_the_others_do_not_find_the_page(visit, join, db, agent, role):
    closed(db, agent, six_elus())

    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit(PAGE, join(role) if role else None)


def test_what_people_wrote_is_shown_as_it_is(visit, join, db, agent):
    closed(db, agent, six_elus(), enjeux=HOSTILE)
    page = visit(PAGE, join())

    assert not page.exception
    assert tables(page)[0]["Enjeu"] == list(HOSTILE)
    assert all("**gras**" not in title.value for title in page.header)
    assert page.selectbox(key="enjeu").options == list(HOSTILE)


def test_the_big_screen_shows_the_findings_and_names_every_number(visit, join, db, agent):
    activite = closed(db, agent, six_elus())
    page = visit(PAGE, join(), activite=str(activite), projection="1")

    assert not page.exception
    assert tables(page) == [{"Rang": ["1er", "2e"], "Enjeu": list(ENJEUX)}]
    assert len(page.header) == 2


@pytest.mark.parametrize("address", ["99999", "un", "-1"])
def test_an_address_that_names_nothing_is_a_sentence(visit, join, db, agent, address):
    page = visit(PAGE, join(), activite=address)

    assert not page.exception
    assert "Cette activité n'existe pas" in text(page)
