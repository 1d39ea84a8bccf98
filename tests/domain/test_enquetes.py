"""What may be shown of a questionnaire: nobody's answer comes back, by any subtraction."""

from collections import defaultdict
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.domain.enquetes import Question, Reponse, resultat
from psdt.domain.indicators import Axe


def asked(*effectifs: int, repondants: int | None = None, multiple: bool = False) -> Question:
    return Question(
        enquete="Enquête",
        annee=2025,
        source="Papier",
        axe=Axe.EMPLOI,
        question="Avez-vous du mal à finir le mois ?",
        repondants=sum(effectifs) if repondants is None else repondants,
        reponses=tuple(Reponse(modalite=f"R{i}", effectif=n) for i, n in enumerate(effectifs)),
        multiple=multiple,
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


def test_several_answers_are_never_added_even_when_as_many_as_people():
    """Three people got both, five got none, two left: « 5 personnes » would be a lie."""
    found = resultat(asked(5, 3, 2, repondants=10, multiple=True))

    assert found.multiple
    assert [(part.modalites, part.effectif) for part in found.parts] == [(("R0",), 5)]
    assert found.tues == ("R1", "R2")
    # All ten answered: the fourth answer, alone hidden, would be what the others lack.
    assert resultat(asked(10, 6, 4, repondants=20, multiple=True)).tues == ("R1", "R2")


@pytest.mark.parametrize(
    ("effectifs", "repondants"),
    [((15, 1, 1, 1, 1, 1), 20), ((4, 4, 4, 5), 17), ((4, 4), 8), ((1, 1, 1, 1, 1), 5)],
)
def test_what_a_sum_of_ones_or_of_fours_would_tell_is_not_shown(effectifs, repondants):
    assert shown(*effectifs, repondants=repondants) == []


def test_who_did_not_answer_does_not_come_back():
    assert shown(97, repondants=100) == []
    assert shown(96, 0, repondants=100) == []
    found = resultat(asked(60, 30, 7, repondants=100))
    assert [part.effectif for part in found.parts] == [60, 30]
    assert found.tues == ("R2",)
    assert shown(60, 30, repondants=100) == [(("R0",), 60), (("R1",), 30)]


FEW = range(1, 5)
SIZES = [(k, n) for k, n in product((1, 2, 3), (5, 6, 7, 8, 9, 10, 12, 16)) if k < 3 or n < 13]


def _worlds(k: int, n: int, *, multiple: bool, all_answered: bool):
    """Return all the counts that ``n`` people may give ``k`` answers."""
    for effectifs in product(range(n + 1), repeat=k):
        total = sum(effectifs)
        if (multiple or total <= n) and (total >= n or not all_answered):
            yield effectifs


@pytest.mark.parametrize("multiple", [False, True])
@pytest.mark.parametrize("all_answered", [False, True])
@pytest.mark.parametrize(("k", "n"), [*SIZES, (4, 8), (4, 9), (4, 13), (5, 7)])
def test_from_all_that_is_published_no_count_under_five_is_told(k, n, multiple, all_answered):
    """Whoever knows the rule tries all the counts: several always explain what is shown."""
    if multiple and k > 3 and n > 9:
        n = 9
    published = defaultdict(list)
    for effectifs in _worlds(k, n, multiple=multiple, all_answered=all_answered):
        found = resultat(asked(*effectifs, repondants=n, multiple=multiple))
        published[found.parts, found.tues, found.multiple].append(effectifs)

    for worlds in published.values():
        told = {f"R{i}": {world[i] for world in worlds} for i in range(k)}
        told |= {f"not R{i}": {n - world[i] for world in worlds} for i in range(k)}
        if not multiple:  # people apart, who may be added
            for size in range(2, k + 1):
                for some in combinations(range(k), size):
                    told[str(some)] = {sum(world[i] for i in some) for world in worlds}
                    told[f"not {some}"] = {n - sum(world[i] for i in some) for world in worlds}
        assert not [who for who, (one, *others) in told.items() if not others and one in FEW]


REPONSES = st.lists(st.integers(0, 60), min_size=1, max_size=8)


@given(REPONSES, st.integers(-40, 100) | st.integers(-6, 6), st.booleans())
def test_no_subtraction_tells_of_one_to_four_people(effectifs, more, multiple):
    repondants = max(sum(effectifs) + more, *effectifs)
    question = asked(*effectifs, repondants=repondants, multiple=multiple)
    found = resultat(question)

    assert all(part.effectif not in FEW and 0 <= part.part <= 1 for part in found.parts)
    assert all(question.repondants - part.effectif not in FEW for part in found.parts)
    named = [name for part in found.parts for name in part.modalites] + list(found.tues)
    tues = found.tues if found.parts else named + [r.modalite for r in question.reponses]
    assert not found.parts or sorted(named) == sorted(r.modalite for r in question.reponses)
    assert found.multiple or not multiple
    if found.multiple:
        assert all(len(part.modalites) == 1 for part in found.parts)
        assert not [r for r in question.reponses if r.effectif in FEW and r.modalite not in tues]
    elif found.parts:
        hidden = question.repondants - sum(part.effectif for part in found.parts)
        by_name = {r.modalite: r.effectif for r in question.reponses}
        assert hidden not in FEW
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
