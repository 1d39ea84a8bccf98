"""What may be shown of a questionnaire: nobody's answer comes back, by any subtraction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.domain.enquetes import Question, Reponse, resultat
from psdt.domain.indicators import Axe


def asked(*effectifs: int, repondants: int | None = None) -> Question:
    return Question(
        enquete="Enquête",
        annee=2025,
        source="Papier",
        axe=Axe.EMPLOI,
        question="Avez-vous du mal à finir le mois ?",
        repondants=sum(effectifs) if repondants is None else repondants,
        reponses=tuple(Reponse(modalite=f"R{i}", effectif=n) for i, n in enumerate(effectifs)),
    )


def shown(*effectifs: int, repondants: int | None = None) -> list[tuple[tuple[str, ...], int]]:
    found = resultat(asked(*effectifs, repondants=repondants))
    return [(part.modalites, part.effectif) for part in found.parts]


def test_large_counts_are_shown_in_their_order_with_their_shares():
    found = resultat(asked(27, 35, 152))

    assert [part.effectif for part in found.parts] == [27, 35, 152]
    assert [round(part.part, 3) for part in found.parts] == [0.126, 0.164, 0.710]
    assert not found.fragile
    assert not found.multiple


@pytest.mark.parametrize(
    ("effectifs", "expected"),
    [
        # One small count would come back from the total: the next smallest goes with it.
        ((20, 3, 9), [(("R0",), 20), (("R1", "R2"), 12)]),
        # Two small ones together may still speak of fewer than five people.
        ((20, 1, 2, 9), [(("R0",), 20), (("R1", "R2", "R3"), 12)]),
        ((20, 4, 3), [(("R0",), 20), (("R1", "R2"), 7)]),
        ((20, 0, 9), [(("R0",), 20), (("R1",), 0), (("R2",), 9)]),
        ((4,), []),
        ((2, 2), []),
    ],
)
def test_small_counts_are_shown_together(effectifs, expected):
    assert shown(*effectifs) == expected


def test_under_five_respondents_nothing_is_shown():
    assert shown(2, 1, repondants=4) == []


def test_several_answers_a_person():
    found = resultat(asked(30, 25, repondants=40))

    assert found.multiple
    assert sum(part.part for part in found.parts) > 1


@given(st.lists(st.integers(0, 60), min_size=1, max_size=8), st.integers(0, 100))
def test_no_part_speaks_of_one_to_four_people(effectifs, more):
    question = asked(*effectifs, repondants=sum(effectifs) + more)
    found = resultat(question)

    assert all(part.effectif == 0 or part.effectif >= 5 for part in found.parts)
    assert all(0 <= part.part <= 1 for part in found.parts)
    if found.parts:
        assert sum(part.effectif for part in found.parts) == sum(effectifs)
        named = [name for part in found.parts for name in part.modalites]
        assert sorted(named) == sorted(r.modalite for r in question.reponses)
    grouped = [part for part in found.parts if len(part.modalites) > 1]
    assert len(grouped) <= 1
    small = {r.modalite for r in question.reponses if 0 < r.effectif < 5}
    assert not found.parts or small <= {n for part in grouped for n in part.modalites}
