"""Rules of the suggested themes and of their draft."""

import pytest

from psdt.domain.people import College
from psdt.domain.themes import (
    A_CLASSER,
    MARGE_NETTE,
    Objectif,
    Place,
    Regroupement,
    StatutRegroupement,
    Surete,
    Theme,
    Vue,
    check_titre,
)
from psdt.errors import RegroupementFigeError, TexteError
from tests.conftest import NOW

OBJECTIFS = {
    n: Objectif(id=n, texte=f"objectif {n}", college=College.HABITANTS) for n in range(1, 6)
}
THEME = Theme(
    id=7,
    titre="Se déplacer",
    mots=("bus",),
    places=(
        Place(objectif_id=1, marge=0.6),
        Place(objectif_id=2, marge=0.1),
        Place(objectif_id=3, marge=None),
        Place(objectif_id=4, marge=0.15),
    ),
)
VUE = Vue(themes=(THEME,), a_classer=(5,), objectifs=OBJECTIFS)


@pytest.mark.parametrize(
    ("marge", "surete"),
    [(0.0, Surete.A_RELIRE), (0.19, Surete.A_RELIRE), (MARGE_NETTE, Surete.NET), (1, Surete.NET)],
)
def test_a_margin_is_said_in_words(marge, surete):
    assert Surete.of(marge) is surete


def test_what_a_person_decided_is_not_in_doubt():
    assert Place(objectif_id=1, marge=None).surete is Surete.NET


def test_the_least_sure_come_first_to_be_read():
    assert [place.objectif_id for place in THEME.a_relire] == [2, 4]
    assert [said.id for said in VUE.dans(7)] == [2, 4, 1, 3]
    assert [said.id for said in VUE.dans(A_CLASSER)] == [5]
    assert VUE.a_relire == {2, 4}


def test_an_objectif_that_no_longer_stands_leaves_its_theme():
    assert [place.objectif_id for place in THEME.among({2, 3}).places] == [2, 3]


def test_only_the_draft_is_changed():
    kept = Regroupement(id=1, demarche_id=1, k=6, statut=StatutRegroupement.ABANDONNE, cree_le=NOW)

    with pytest.raises(RegroupementFigeError):
        kept.check_draft()


def test_a_title_is_short_and_says_something():
    assert check_titre("  Se   loger ") == "Se loger"
    for titre in ("", " \n", "x" * 81):
        with pytest.raises(TexteError):
            check_titre(titre)
