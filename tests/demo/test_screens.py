"""Every screen has something to show on the demonstration."""

from datetime import UTC, datetime

import pytest

from psdt.domain.indicators import Axe
from psdt.domain.people import Actor, College
from psdt.domain.priorites import Accord
from psdt.services import abs as besoins
from psdt.services import access, accueil, notation, priorites, themes
from psdt.services.access import Profil

NOW = datetime.now(UTC)
JOUR = NOW.date()


@pytest.fixture
def enter(played):
    """Come in with one click, as somebody."""

    def enter(profil: Profil) -> Actor:
        return access.identify(
            played, access.sign_in_demonstration(played, profil, now=NOW), now=NOW
        )

    return enter


@pytest.mark.parametrize("profil", [Profil.ELU, Profil.COMMISSION, Profil.HABITANT])
def test_the_home_asks_something_of_those_who_have_a_voice(played, enter, profil):
    assert len(accueil.overview(played, enter(profil), today=JOUR).a_faire) == 1


@pytest.mark.parametrize("axe", Axe)
def test_the_explorer_has_figures_on_every_axis(played, enter, axe):
    actor = enter(Profil.HABITANT)
    choix = besoins.choices(played, actor, axe)
    first = choix.indicateurs[0].code
    shown = besoins.explore(played, actor, code=first, annee=choix.ouverture[first])

    assert len(choix.communes) == 13
    assert shown.chiffres


def test_the_priority_table_ranks_fourteen_enjeux_for_each_college(played, enter):
    elu = enter(Profil.ELU)
    (closed,) = priorites.closes(played, elu)
    table = priorites.tableau(played, elu, closed, jour=JOUR)

    assert table.enjeux["rang"].notna().sum() == 14
    assert set(table.enjeux["mot"]) >= {Accord.CLIVANT, Accord.PARTAGE}
    assert table.colleges == tuple(College)


def test_the_commission_takes_the_table_away(played, enter):
    commission = enter(Profil.COMMISSION)
    (closed,) = priorites.closes(played, commission)

    assert priorites.classeur(played, commission, closed, jour=JOUR).startswith(b"PK")


def test_the_themes_are_suggested_and_nothing_was_decided_yet(played, enter):
    commission = enter(Profil.COMMISSION)
    found = themes.suggestions(played, commission)

    assert set(found.versions) == {6, 7}
    assert all(len(version.vue.themes) == k for k, version in found.versions.items())
    assert themes.draft(played, commission) is None


def test_a_phone_finds_the_seven_enjeux_of_the_project(played, enter):
    habitant = enter(Profil.HABITANT)
    (activite,) = notation.ouvertes(played, habitant)

    assert len(notation.grille(played, habitant, activite.id).enjeux) == 7
