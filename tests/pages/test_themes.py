"""The suggested themes on screen, for those who review them, look at them, or may not."""

from html import escape

import pytest

from psdt.domain.people import Mandat, Role
from psdt.domain.themes import A_CLASSER
from psdt.services import elements, themes
from psdt.words import themes as mots
from tests.conftest import NOW
from tests.themes import TEXTS, write_objectifs

PAGE = "commission/themes"
COMMISSION = frozenset({Mandat.COMMISSION_PERMANENTE})
HOSTILE = "**un bus** <img src=x onerror=alert(1)> [ici](http://exemple.fr)"


@pytest.fixture
def commission(join) -> str:
    """The session of a member of the commission permanente."""
    return join(Role.ELU, mandats=COMMISSION)


@pytest.fixture
def objectifs(db, agent, invite) -> list[int]:
    return write_objectifs(db, agent, invite)


@pytest.fixture
def draft(db, agent, objectifs) -> themes.Brouillon:
    themes.keep(db, agent, 6, themes.suggestions(db, agent).empreinte, now=NOW)
    return themes.draft(db, agent)


def has(page, key) -> bool:
    return key in keys(page)


def drawn(page) -> str:
    return " ".join(block.proto.body for block in page.get("html"))


def keys(page) -> list[str]:
    return [button.key or "" for button in page.button]


def test_before_the_forum_it_says_what_to_do(visit, commission):
    page = visit(PAGE, commission)

    assert not page.exception
    assert page.text[0].value == mots.AUCUN


def test_six_and_seven_themes_stand_side_by_side(visit, commission, objectifs):
    page = visit(PAGE, commission)

    assert not page.exception
    assert [header.value for header in page.header][:2] == [mots.version(6), mots.version(7)]
    assert [k for k in keys(page) if k.startswith("keep")] == ["keep-6", "keep-7"]
    assert all(drawn(page).count(escape(text)) >= 2 for text in TEXTS)


def test_objectifs_that_say_nothing_are_all_to_sort(visit, commission, db, agent, invite):
    write_objectifs(db, agent, invite, ["???", "rien à ajouter"])
    page = visit(PAGE, commission)

    assert not page.exception
    assert not page.error
    assert mots.A_CLASSER in drawn(page)
    assert not [k for k in keys(page) if k.startswith("keep")]


def test_accepting_a_version_opens_its_draft(visit, commission, db, agent, objectifs):
    page = visit(PAGE, commission)

    page.button(key="keep-7").click().run()

    assert not page.exception
    assert "keep-7" not in keys(page)
    assert themes.draft(db, agent).regroupement.k == 7
    assert page.selectbox(key="from").options[-1] == mots.A_CLASSER


def test_an_objectif_is_moved_then_put_back(visit, commission, db, agent, draft):
    page = visit(PAGE, commission)
    source, target = draft.vue.themes[1], draft.vue.themes[2]
    page.selectbox(key="from").select(source.id).run()
    page.selectbox(key="to").select(target.id).run()
    moved = page.selectbox(key="objectif").value

    page.button(key="move").click().run()
    assert moved in {said.id for said in themes.draft(db, agent).vue.dans(target.id)}

    page.button(key="undo-move").click().run()
    assert moved in {said.id for said in themes.draft(db, agent).vue.dans(source.id)}
    assert not page.exception


def test_an_objectif_to_sort_goes_back_to_sort(visit, commission, db, agent, draft):
    theme = draft.vue.themes[0]
    moved = theme.places[0].objectif_id
    themes.move(db, agent, draft.regroupement.id, moved, A_CLASSER)
    page = visit(PAGE, commission)
    page.selectbox(key="from").select(A_CLASSER).run()

    page.button(key="move").click().run()
    assert themes.draft(db, agent).vue.a_classer == ()
    page.button(key="undo-move").click().run()

    assert themes.draft(db, agent).vue.a_classer == (moved,)


def test_a_refused_move_is_not_undone(visit, commission, db, agent, draft):
    """The objectif was set aside while it was on screen."""
    page = visit(PAGE, commission)
    moved = page.selectbox(key="objectif").value
    elements.set_aside(db, agent, moved, "hors sujet")

    page.button(key="move").click().run()

    assert page.error
    assert not has(page, "undo-move")


def test_a_move_is_not_undone_once_somebody_else_moved_it(visit, commission, db, agent, draft):
    page = visit(PAGE, commission)
    moved = page.selectbox(key="objectif").value
    page.button(key="move").click().run()
    assert has(page, "undo-move")

    themes.move(db, agent, draft.regroupement.id, moved, A_CLASSER)

    assert not has(page.run(), "undo-move")


def test_a_move_is_not_undone_in_another_draft(visit, commission, db, agent, draft):
    page = visit(PAGE, commission)
    page.button(key="move").click().run()
    page.button(key="leave").click().run()
    page.button(key="keep-7").click().run()
    assert themes.draft(db, agent).regroupement.k == 7
    assert not has(page, "undo-move")

    page.button(key=f"resume-{draft.regroupement.id}").click().run()
    assert not has(page, "undo-move")
    assert not page.exception


def test_a_suggestion_that_changed_is_shown_again_before_it_is_kept(
    visit, commission, db, agent, invite, objectifs
):
    page = visit(PAGE, commission)
    write_objectifs(db, agent, invite, ["un bus de nuit"])

    page.button(key="keep-6").click().run()
    assert "ont changé" in page.error[0].value
    assert themes.draft(db, agent) is None

    page.button(key="keep-6").click().run()
    assert themes.draft(db, agent).regroupement.k == 6


def test_a_draft_whose_objectifs_are_all_set_aside_is_still_drawn(
    visit, commission, db, agent, draft
):
    for number in draft.vue.objectifs:
        elements.set_aside(db, agent, number, "hors sujet")
    page = visit(PAGE, commission)

    assert not page.exception
    assert not page.error
    assert any(header.value.startswith("Plus aucun objectif") for header in page.header)


def test_an_objectif_may_be_set_to_sort(visit, commission, db, agent, draft):
    page = visit(PAGE, commission)
    page.selectbox(key="to").select(A_CLASSER).run()
    moved = page.selectbox(key="objectif").value

    page.button(key="move").click().run()

    assert themes.draft(db, agent).vue.a_classer == (moved,)
    assert mots.A_CLASSER in drawn(page)


def test_a_theme_is_renamed_where_it_is_read(visit, commission, db, agent, draft):
    page = visit(PAGE, commission)

    page.text_input(key=f"title-{draft.vue.themes[0].id}").set_value("Aller & venir").run()

    assert themes.draft(db, agent).vue.themes[0].titre == "Aller & venir"
    assert "Aller &amp; venir" in drawn(page)


def test_a_title_too_long_is_a_sentence(visit, commission, db, agent, draft):
    page = visit(PAGE, commission)

    page.text_input(key=f"title-{draft.vue.themes[0].id}").set_value(" ").run()

    assert "80 caractères" in page.error[0].value
    assert themes.draft(db, agent).vue == draft.vue


def test_going_back_keeps_the_draft_for_later(visit, commission, db, agent, draft):
    page = visit(PAGE, commission)

    page.button(key="leave").click().run()
    assert "keep-6" in keys(page)

    page.button(key=f"resume-{draft.regroupement.id}").click().run()
    assert themes.draft(db, agent).regroupement == draft.regroupement


@pytest.mark.parametrize("state", ["objectifs", "draft"])
def test_those_who_may_take_the_figure_away(visit, commission, request, state):
    request.getfixturevalue(state)
    page = visit(PAGE, commission)

    assert not page.exception
    labels = [button.proto.label for button in page.get("download_button")]
    assert labels == ["Image", *mots.FICHIERS.values()]


def test_an_elu_looks_and_changes_nothing(visit, join, draft):
    page = visit(PAGE, join(Role.ELU))

    assert not page.exception
    assert not page.selectbox
    assert not page.button
    assert not page.get("download_button")
    assert draft.vue.themes[0].titre in drawn(page)


@pytest.mark.parametrize("role", [None, Role.HABITANT, Role.PARTENAIRE])
def test_the_forum_does_not_find_the_page(visit, join, role, objectifs):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit(PAGE, join(role) if role else None)


def test_what_people_wrote_is_shown_word_for_word(visit, join, db, agent, invite):
    write_objectifs(db, agent, invite, [*TEXTS, HOSTILE])
    page = visit(PAGE, join(Role.ELU, mandats=COMMISSION))

    assert "&lt;img src=x onerror=alert(1)&gt;" in drawn(page)
    assert "<img" not in drawn(page)
    assert not any("exemple.fr" in block.value for block in (*page.markdown, *page.caption))


def test_the_college_of_an_objectif_is_told_nowhere_near_it(visit, commission, draft):
    page = visit(PAGE, commission)
    cards = drawn(page).replace(page.expander(key="table-fold").get("html")[0].proto.body, "")

    assert not any(college in cards for college in ("Habitants", "Partenaires"))
