"""From suggested themes to a draft: who may, what is kept, and that nothing is lost."""

from datetime import timedelta

import pytest

from psdt.domain.people import Actor, College, Mandat, Role
from psdt.domain.themes import StatutRegroupement, Surete
from psdt.errors import (
    AccessDeniedError,
    ElementInconnuError,
    RegroupementFigeError,
    RegroupementInconnuError,
    TexteError,
)
from psdt.services import elements, themes
from psdt.store import journal
from psdt.words import themes as mots
from tests.conftest import NOW
from tests.themes import SUBJECTS, TEXTS, write_objectifs

COMMISSION = frozenset({Mandat.COMMISSION_PERMANENTE})


@pytest.fixture
def objectifs(db, agent, invite) -> list[int]:
    """The ids of the objectifs of a small forum."""
    return write_objectifs(db, agent, invite)


@pytest.fixture
def commission(invite) -> Actor:
    """A member of the commission permanente."""
    return invite(Role.ELU, mandats=COMMISSION)


@pytest.fixture
def kept(db, commission, objectifs) -> themes.Brouillon:
    """The draft made of the suggestion of six themes."""
    themes.keep(db, commission, 6, now=NOW)
    return themes.draft(db, commission)


def events(db, actor) -> list[str]:
    with db.read() as session:
        assert journal.is_whole(session, actor.demarche_id)
        return [line.action for line in session.query(journal.JournalRow).order_by("id")]


def everyone(vue) -> list[int]:
    return sorted([p.objectif_id for t in vue.themes for p in t.places] + [*vue.a_classer])


def test_six_and_seven_themes_are_suggested_from_what_was_said(db, commission, objectifs):
    found = themes.suggestions(db, commission)

    assert set(found.versions) == {6, 7}
    assert found.conseil in {6, 7}
    for k, version in found.versions.items():
        assert len(version.vue.themes) <= k
        assert everyone(version.vue) == objectifs
    titles = {theme.titre for theme in found.versions[6].vue.themes}
    assert titles & set(SUBJECTS)


def test_nothing_said_gives_no_suggestion(db, commission):
    assert themes.suggestions(db, commission) is None
    assert themes.draft(db, commission) is None


def test_an_objectif_set_aside_is_not_grouped(db, agent, commission, objectifs):
    elements.set_aside(db, agent, objectifs[0], "hors sujet")

    assert everyone(themes.suggestions(db, commission).versions[6].vue) == objectifs[1:]


def test_a_suggestion_becomes_a_draft_as_it_was_shown(db, commission, objectifs):
    suggested = themes.suggestions(db, commission).versions[7].vue
    themes.keep(db, commission, 7, now=NOW)
    draft = themes.draft(db, commission)

    assert (draft.regroupement.k, draft.regroupement.cree_le) == (7, NOW)
    assert draft.regroupement.statut is StatutRegroupement.BROUILLON
    assert [(t.titre, t.mots, {p.objectif_id for p in t.places}) for t in draft.vue.themes] == [
        (t.titre, t.mots, {p.objectif_id for p in t.places}) for t in suggested.themes
    ]
    assert events(db, commission)[-1] == "REGROUPEMENT_ADOPTE"


def test_an_objectif_written_since_is_to_be_sorted(db, agent, invite, commission, kept):
    (late,) = write_objectifs(db, agent, invite, ["un bus de nuit"])

    assert themes.draft(db, commission).vue.a_classer == (late,)


def test_an_objectif_is_moved_and_no_longer_in_doubt(db, commission, kept):
    source, target = kept.vue.themes[:2]
    moved = source.places[0].objectif_id

    came_from = themes.move(db, commission, kept.regroupement.id, moved, target.id)

    assert came_from == source.id
    after = {
        t.id: [p.objectif_id for p in t.places] for t in themes.draft(db, commission).vue.themes
    }
    assert moved not in after[source.id]
    assert moved in after[target.id]
    place = next(
        p
        for theme in themes.draft(db, commission).vue.themes
        for p in theme.places
        if p.objectif_id == moved
    )
    assert (place.marge, place.surete) == (None, Surete.NET)
    assert events(db, commission)[-1] == "OBJECTIF_DEPLACE"


def test_an_objectif_is_put_aside_and_back(db, commission, kept):
    theme = kept.vue.themes[0]
    moved = theme.places[0].objectif_id

    themes.move(db, commission, kept.regroupement.id, moved, None)
    assert themes.draft(db, commission).vue.a_classer == (moved,)

    assert themes.move(db, commission, kept.regroupement.id, moved, theme.id) is None
    assert themes.draft(db, commission).vue.a_classer == ()


def test_moving_nowhere_writes_nothing(db, commission, kept):
    theme = kept.vue.themes[0]
    before = events(db, commission)

    themes.move(db, commission, kept.regroupement.id, theme.places[0].objectif_id, theme.id)

    assert events(db, commission) == before


def test_a_theme_is_renamed(db, commission, kept):
    themes.rename(db, commission, kept.vue.themes[0].id, "  Se déplacer   partout ")

    assert themes.draft(db, commission).vue.themes[0].titre == "Se déplacer partout"
    assert events(db, commission)[-1] == "THEME_RENOMME"


@pytest.mark.parametrize("titre", ["", "   ", "x" * 81])
def test_a_theme_has_a_short_title(db, commission, kept, titre):
    with pytest.raises(TexteError):
        themes.rename(db, commission, kept.vue.themes[0].id, titre)


def test_another_draft_keeps_the_first_one(db, commission, kept):
    themes.rename(db, commission, kept.vue.themes[0].id, "Le travail d'un soir")
    themes.keep(db, commission, 7, now=NOW + timedelta(days=1))

    assert themes.draft(db, commission).regroupement.k == 7
    assert [former.id for former in themes.former(db, commission)] == [kept.regroupement.id]

    themes.resume(db, commission, kept.regroupement.id)
    assert themes.draft(db, commission).vue.themes[0].titre == "Le travail d'un soir"
    assert len(themes.former(db, commission)) == 1


def test_a_draft_that_is_left_can_no_longer_be_changed(db, commission, kept):
    themes.leave(db, commission, kept.regroupement.id)

    assert themes.draft(db, commission) is None
    with pytest.raises(RegroupementFigeError):
        themes.rename(db, commission, kept.vue.themes[0].id, "Trop tard")
    with pytest.raises(RegroupementFigeError):
        themes.move(db, commission, kept.regroupement.id, 1, None)


def test_a_theme_of_another_draft_is_refused(db, commission, kept):
    themes.keep(db, commission, 7, now=NOW)
    other = themes.draft(db, commission).regroupement.id
    objectif = kept.vue.themes[0].places[0].objectif_id

    with pytest.raises(RegroupementInconnuError):
        themes.move(db, commission, other, objectif, kept.vue.themes[0].id)
    with pytest.raises(RegroupementInconnuError):
        themes.move(db, commission, 404, objectif, None)
    with pytest.raises(RegroupementInconnuError):
        themes.rename(db, commission, 404, "Rien")
    with pytest.raises(RegroupementInconnuError):
        themes.keep(db, commission, 12, now=NOW)


def test_only_an_objectif_of_the_forum_can_be_placed(db, commission, kept):
    with pytest.raises(ElementInconnuError):
        themes.move(db, commission, kept.regroupement.id, 404, kept.vue.themes[0].id)


def test_those_who_only_look_change_nothing(db, invite, kept):
    elu = invite(Role.ELU)
    theme = kept.vue.themes[0]

    assert themes.draft(db, elu).vue == kept.vue
    assert themes.former(db, elu) == []
    number = kept.regroupement.id
    for change in (
        lambda: themes.keep(db, elu, 6, now=NOW),
        lambda: themes.move(db, elu, number, theme.places[0].objectif_id, None),
        lambda: themes.rename(db, elu, theme.id, "Autre"),
        lambda: themes.leave(db, elu, number),
        lambda: themes.resume(db, elu, number),
    ):
        with pytest.raises(AccessDeniedError):
            change()


@pytest.mark.parametrize("role", [Role.HABITANT, Role.PARTENAIRE, Role.FINANCEUR])
def test_the_forum_does_not_see_the_work_in_progress(db, invite, kept, role):
    person = invite(role)
    for look in (themes.suggestions, themes.draft, themes.former):
        with pytest.raises(AccessDeniedError):
            look(db, person)


def test_another_demarche_sees_and_changes_nothing(db, kept):
    stranger = Actor(id=999, demarche_id=999, role=Role.AGENT)

    assert themes.draft(db, stranger) is None
    with pytest.raises(AccessDeniedError):
        themes.leave(db, stranger, kept.regroupement.id)


def test_sizes_by_college_never_tell_who_wrote_what(db, commission, kept):
    table = kept.tailles

    assert table.columns.tolist() == [*map(str, College), mots.REUNIS]
    assert table.sum(axis=1).tolist() == [len(theme.places) for theme in kept.vue.themes]
    assert table.to_numpy().sum() == len(TEXTS)
    apart = table.drop(columns=mots.REUNIS).to_numpy()
    assert ((apart == 0) | (apart >= 5)).all()
