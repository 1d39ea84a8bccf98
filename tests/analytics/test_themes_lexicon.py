"""What a lexicon finds in a text."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.analytics.themes_lexicon import CLOSE, by_family, compile_lexicon, count_concepts
from psdt.words.lexique import LEXIQUE

SMALL = {
    "Vie": {
        "École": "école, accueil de loisirs, cantine",
        "Table": "repas, cantine, ~jeune",
    },
    "Corps": {"Sport": "loisirs, sport"},
}
CONCEPTS = compile_lexicon(SMALL)


def counted(text: str) -> list[float]:
    return count_concepts([text], CONCEPTS)[0].tolist()


def test_plurals_accents_and_case_do_not_matter():
    assert counted("Des ECOLES !") == [1, 0, 0]


def test_the_longest_phrase_wins():
    assert counted("un accueil de loisirs") == [1.5, 0, 0]
    assert counted("des loisirs") == [0, 0, 1]


def test_a_word_of_two_concepts_counts_half_in_each():
    assert counted("la cantine") == [0.5, 0.5, 0]


def test_a_word_that_says_for_whom_counts_half():
    assert counted("les jeunes") == [0, 0.5, 0]


def test_families_add_their_concepts():
    counts = count_concepts(["école, repas et sport"], CONCEPTS)

    assert by_family(counts, CONCEPTS).tolist() == [[2, 1]]


def test_close_concepts_are_close_both_ways():
    kinship = compile_lexicon({"A": {"Bus": "bus, ≈ Vélo", "Vélo": "vélo", "Soin": "x"}}).kinship

    assert kinship.tolist() == [[1, CLOSE, 0], [CLOSE, 1, 0], [0, 0, 1]]


def test_a_concept_cannot_be_close_to_one_that_is_not_there():
    with pytest.raises(ValueError, match="not in"):
        compile_lexicon({"A": {"Bus": "bus, ≈ Train"}})


def test_an_empty_lexicon_finds_nothing():
    assert count_concepts(["école"], compile_lexicon({})).shape == (1, 0)


def test_a_cias_may_add_its_own_words():
    local = {**LEXIQUE, "Chez nous": {"Chapelles": "chapelle, pardon"}}
    concepts = compile_lexicon(local)

    found = count_concepts(["restaurer la chapelle"], concepts)[0]

    assert concepts.titles[found.argmax()] == "Chapelles"


@given(st.lists(st.text(), max_size=3))
def test_counts_are_never_negative_and_one_row_a_text(texts):
    counts = count_concepts(texts, CONCEPTS)

    assert counts.shape == (len(texts), 3)
    assert np.all(counts >= 0)
