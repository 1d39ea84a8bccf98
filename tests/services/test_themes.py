"""From suggested themes to a draft: who may, what is kept, and that nothing is lost."""

from datetime import timedelta

import pytest

from psdt.domain.people import Actor, College, Mandat, Role
from psdt.domain.themes import A_CLASSER, StatutRegroupement, Surete
from psdt.errors import (
    AccessDeniedError,
    ElementInconnuError,
    RegroupementFigeError,
    RegroupementInconnuError,
    SuggestionChangeeError,
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
    keep(db, commission, 6)
    return themes.draft(db, commission)


def keep(db, actor, k, *, now=NOW) -> int:
    """Keep a version of the suggestions that are on screen."""
    return themes.keep(db, actor, k, themes.suggestions(db, actor).empreinte, now=now)


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
    keep(db, commission, 7)
    draft = themes.draft(db, commission)

    assert (draft.regroupement.k, draft.regroupement.cree_le) == (7, NOW)
    assert draft.regroupement.statut is StatutRegroupement.BROUILLON
    assert [(t.titre, t.mots, {p.objectif_id for p in t.places}) for t in draft.vue.themes] == [
        (t.titre, t.mots, {p.objectif_id for p in t.places}) for t in suggested.themes
    ]
    assert events(db, commission)[-1] == "REGROUPEMENT_RETENU"


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

    themes.move(db, commission, kept.regroupement.id, moved, A_CLASSER)
    assert themes.draft(db, commission).vue.a_classer == (moved,)

    assert themes.move(db, commission, kept.regroupement.id, moved, theme.id) == A_CLASSER
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
    keep(db, commission, 7, now=NOW + timedelta(days=1))

    assert themes.draft(db, commission).regroupement.k == 7
    assert [former.id for former in themes.former(db, commission)] == [kept.regroupement.id]

    themes.resume(db, commission, kept.regroupement.id)
    assert themes.draft(db, commission).vue.themes[0].titre == "Le travail d'un soir"
    assert len(themes.former(db, commission)) == 1


def test_a_draft_that_is_left_can_no_longer_be_changed(db, commission, kept):
    themes.leave(db, commission, kept.regroupement.id)

    assert themes.draft(db, commission) is None
    assert events(db, commission)[-1] == "REGROUPEMENT_LAISSE"
    with pytest.raises(RegroupementFigeError):
        themes.rename(db, commission, kept.vue.themes[0].id, "Trop tard")
    with pytest.raises(RegroupementFigeError):
        themes.move(db, commission, kept.regroupement.id, 1, A_CLASSER)


def test_a_theme_of_another_draft_is_refused(db, commission, kept):
    keep(db, commission, 7)
    other = themes.draft(db, commission).regroupement.id
    objectif = kept.vue.themes[0].places[0].objectif_id

    with pytest.raises(RegroupementInconnuError):
        themes.move(db, commission, other, objectif, kept.vue.themes[0].id)
    with pytest.raises(RegroupementInconnuError):
        themes.move(db, commission, 404, objectif, A_CLASSER)
    with pytest.raises(RegroupementInconnuError):
        themes.rename(db, commission, 404, "Rien")
    with pytest.raises(RegroupementInconnuError):
        keep(db, commission, 12)


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
        lambda: keep(db, elu, 6),
        lambda: themes.move(db, elu, number, theme.places[0].objectif_id, A_CLASSER),
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


def test_what_nobody_saw_is_not_kept(db, agent, invite, commission, objectifs):
    seen = themes.suggestions(db, commission).empreinte
    write_objectifs(db, agent, invite, ["un bus de nuit"])

    with pytest.raises(SuggestionChangeeError):
        themes.keep(db, commission, 6, seen, now=NOW)
    assert themes.draft(db, commission) is None


def test_nothing_to_keep_is_refused(db, agent, invite, commission):
    with pytest.raises(SuggestionChangeeError):
        themes.keep(db, commission, 6, "", now=NOW)

    write_objectifs(db, agent, invite, ["???"])
    with pytest.raises(RegroupementInconnuError):
        keep(db, commission, 0)


def test_a_button_pressed_twice_makes_one_draft(db, commission, kept):
    before = events(db, commission)

    assert keep(db, commission, 6) == kept.regroupement.id
    themes.resume(db, commission, kept.regroupement.id)

    assert themes.former(db, commission) == []
    assert events(db, commission) == before


def by_college(grouped) -> bool:
    return set(map(str, College)) <= set(grouped.tailles.columns)


@pytest.fixture
def crowd(invite) -> None:
    """Enough people of each collège of the forum, whoever wrote."""
    for role in (Role.HABITANT, Role.PARTENAIRE):
        for _ in range(5):
            invite(role)


def test_sizes_by_college_never_tell_who_wrote_what(db, commission, crowd, kept):
    table = kept.tailles

    assert table.columns.tolist() == [*map(str, College), mots.REUNIS]
    assert table.sum(axis=1).tolist() == [len(theme.places) for theme in kept.vue.themes]
    assert table.to_numpy().sum() == len(TEXTS)
    apart = table.drop(columns=mots.REUNIS).to_numpy()
    assert ((apart == 0) | (apart >= 5)).all()


def test_one_person_who_wrote_much_is_not_a_college(db, agent, invite, commission):
    """Of a single partenaire: 24 objectifs, and not one shown apart."""
    for _ in range(5):
        invite(Role.HABITANT)
    write_objectifs(db, agent, invite, [f"{text} {n}" for text in TEXTS for n in range(3)])
    keep(db, commission, 6)
    table = themes.draft(db, commission).tailles

    assert table[str(College.PARTENAIRES)].sum() == 0
    assert table[mots.REUNIS].sum() == 3 * len(TEXTS)


def test_two_suggestions_are_never_compared_by_college(db, commission, crowd, objectifs):
    versions = themes.suggestions(db, commission).versions.values()

    assert not any(by_college(version) for version in versions)
    for version in versions:
        sizes = [len(theme.places) for theme in version.vue.themes]
        assert version.tailles[mots.OBJECTIFS].tolist() == sizes


def test_moving_an_objectif_never_tells_its_college(db, commission, crowd, kept):
    source, target = kept.vue.themes[:2]
    moved, number = source.places[0].objectif_id, kept.regroupement.id
    assert by_college(kept)

    themes.move(db, commission, number, moved, target.id)
    assert not by_college(themes.draft(db, commission))
    themes.move(db, commission, number, moved, source.id)
    assert not by_college(themes.draft(db, commission))


def test_setting_an_objectif_aside_never_tells_its_college(db, agent, commission, crowd, kept):
    elements.set_aside(db, agent, kept.vue.themes[0].places[0].objectif_id, "hors sujet")

    assert not by_college(themes.draft(db, commission))


def test_an_objectif_written_since_leaves_the_sizes_as_they_were(
    db, agent, invite, commission, crowd, kept
):
    write_objectifs(db, agent, invite, ["un bus de nuit"])

    assert themes.draft(db, commission).tailles.equals(kept.tailles)


def test_a_second_grouping_is_never_told_by_college(db, commission, crowd, kept):
    keep(db, commission, 7)
    assert not by_college(themes.draft(db, commission))

    themes.resume(db, commission, kept.regroupement.id)
    assert themes.draft(db, commission).tailles.equals(kept.tailles)


def test_a_draft_without_any_objectif_left_says_so(db, agent, commission, kept):
    for number in kept.vue.objectifs:
        elements.set_aside(db, agent, number, "hors sujet")
    draft = themes.draft(db, commission)

    assert draft.constat == mots.constat([], 0)
    assert "0" not in draft.constat


def test_a_draft_with_nothing_in_its_themes_says_so(db, commission, kept):
    for number in kept.vue.objectifs:
        themes.move(db, commission, kept.regroupement.id, number, A_CLASSER)

    assert "24 à classer" in themes.draft(db, commission).constat
