"""Criteria: what the group ranks becomes exact weights."""

from fractions import Fraction

import pytest

from psdt.domain.demarche import NatureActivite, PlanActivite
from psdt.domain.people import Role
from psdt.domain.priorites import Critere, Liste
from psdt.errors import (
    AccessDeniedError,
    ActiviteOuverteError,
    CriteresError,
    TropPeuDeReponsesError,
)
from psdt.services import criteres, seances
from tests.conftest import NOW

TROIS = [
    Critere(libelle=nom, question=f"{nom} ?", ancres=("non", "peu", "oui", "beaucoup"))
    for nom in ("Gravité", "Nombre", "Faisabilité")
]


@pytest.fixture
def ids(db, agent) -> list[int]:
    return criteres.choose(db, agent, Liste.ENJEUX, TROIS)


@pytest.fixture
def classement(db, agent, ids) -> int:
    plan = PlanActivite(
        nature=NatureActivite.VOTE, titre="Classer les critères", parametres={"criteres": ids}
    )
    activite_id = seances.prepare(db, agent, plan)
    seances.open_activite(db, agent, activite_id, now=NOW)
    return activite_id


def test_criteria_keep_their_order_and_their_anchors(db, agent, ids):
    more = criteres.choose(db, agent, Liste.ENJEUX, TROIS[:1])

    listed = criteres.listed(db, agent, Liste.ENJEUX)
    assert list(listed) == ids + more
    assert list(listed.values()) == TROIS + TROIS[:1]
    assert criteres.listed(db, agent, Liste.AMBITIONS) == {}


def test_weights_are_the_mean_of_the_rankings(db, agent, invite, ids, classement):
    first, second, third = ids
    elu = invite(Role.ELU)
    criteres.rank(db, elu, classement, [third, second, first])
    criteres.rank(db, elu, classement, [first, second, third])  # changed their mind
    for ranking in ([first, second, third], *[[first, third, second]] * 3):
        criteres.rank(db, invite(Role.ELU), classement, ranking)
    seances.close_activite(db, agent, classement, now=NOW)

    assert criteres.weights(db, agent, classement) == {
        first: Fraction(11, 18),
        second: Fraction(2 * 5 + 3 * 2, 5 * 18),
        third: Fraction(2 * 2 + 3 * 5, 5 * 18),
    }


@pytest.mark.parametrize("n", [0, 4])
def test_weights_would_tell_the_rankings_of_a_few(db, agent, invite, ids, classement, n):
    for _ in range(n):
        criteres.rank(db, invite(Role.ELU), classement, ids)
    seances.close_activite(db, agent, classement, now=NOW)

    with pytest.raises(TropPeuDeReponsesError):
        criteres.weights(db, agent, classement)


def test_weights_wait_for_the_close(db, agent, classement):
    with pytest.raises(ActiviteOuverteError):
        criteres.weights(db, agent, classement)


def test_refuses_a_ranking_that_is_not_one(db, invite, ids, classement):
    for wrong in ([], ids[:2], [ids[0]] * 3, [*ids, 404]):
        with pytest.raises(CriteresError):
            criteres.rank(db, invite(Role.ELU), classement, wrong)


def test_an_elu_does_not_choose_the_criteria(db, invite):
    with pytest.raises(AccessDeniedError):
        criteres.choose(db, invite(Role.ELU), Liste.ENJEUX, TROIS)
