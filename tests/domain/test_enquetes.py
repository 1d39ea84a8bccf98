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


def test_several_answers_a_person_are_never_added():
    found = resultat(asked(40, 30, 3, repondants=45))

    assert found.multiple
    assert [(part.modalites, part.effectif) for part in found.parts] == [
        (("R0",), 40),
        (("R1",), 30),
    ]
    assert found.tues == ("R2",)
    # All but one gave the first answer: the one who did not would be told of.
    assert resultat(asked(49, 20, repondants=50)).tues == ("R0",)
    assert shown(4, 4, 18, repondants=20) == []


def test_who_did_not_answer_does_not_come_back():
    assert shown(97, repondants=100) == []
    assert shown(96, 0, repondants=100) == []
    found = resultat(asked(60, 30, 7, repondants=100))
    assert [part.effectif for part in found.parts] == [60, 30]
    assert found.tues == ("R2",)
    assert shown(60, 30, repondants=100) == [(("R0",), 60), (("R1",), 30)]


REPONSES = st.lists(st.integers(0, 60), min_size=1, max_size=8)


@given(REPONSES, st.integers(-40, 100) | st.integers(-6, 6))
def test_no_subtraction_tells_of_one_to_four_people(effectifs, more):
    question = asked(*effectifs, repondants=max(sum(effectifs) + more, *effectifs))
    found = resultat(question)
    few = range(1, 5)

    assert all(part.effectif not in few and 0 <= part.part <= 1 for part in found.parts)
    assert all(question.repondants - part.effectif not in few for part in found.parts)
    named = [name for part in found.parts for name in part.modalites] + list(found.tues)
    assert not found.parts or sorted(named) == sorted(r.modalite for r in question.reponses)
    if found.multiple:
        assert all(len(part.modalites) == 1 for part in found.parts)
    elif found.parts:
        hidden = question.repondants - sum(part.effectif for part in found.parts)
        by_name = {r.modalite: r.effectif for r in question.reponses}
        assert hidden not in few
        assert all(by_name[name] != hidden for name in found.tues)


@given(REPONSES)
def test_one_answer_each_is_shown_whole(effectifs):
    question = asked(*effectifs)
    found = resultat(question)

    assert found.tues == ()
    if found.parts:
        assert sum(part.effectif for part in found.parts) == question.repondants
    grouped = [part for part in found.parts if len(part.modalites) > 1]
    assert len(grouped) <= 1
    small = {r.modalite for r in question.reponses if 0 < r.effectif < 5}
    assert not found.parts or small <= {n for part in grouped for n in part.modalites}
