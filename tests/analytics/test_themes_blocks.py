"""Vectors of texts, against scikit-learn where it computes the same thing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from psdt.analytics.themes_blocks import Meaning, learn, lsa, represent, unit
from psdt.analytics.themes_lexicon import compile_lexicon

# The nine titles of Deerwester et al. (1990), table 2, by their underlined terms: five on
# human-computer interaction, four on graphs.
TITLES = [
    "human interface computer",
    "survey user computer system response time",
    "eps user interface system",
    "system human system eps",
    "user response time",
    "trees",
    "graph trees",
    "graph minors trees",
    "graph minors survey",
]
LEXICON = {"A": {"Bus": "bus, car", "Train": "train, gare"}, "B": {"Soin": "médecin, dentiste"}}
CONCEPTS = compile_lexicon(LEXICON)


def letters(texts) -> np.ndarray:
    """Stand in for an encoder: how often each letter comes."""
    return np.array(
        [[text.count(c) for c in "abcdefghijklmnopqrstuvwxyz"] for text in texts], float
    )


def terms(texts):
    return [text.split() for text in texts]


def test_full_lsa_keeps_the_cosines_of_tf_idf():
    reference = TfidfVectorizer(analyzer=str.split, sublinear_tf=True).fit_transform(TITLES)
    vectors = lsa(terms(TITLES), 100)

    assert vectors @ vectors.T == pytest.approx((reference @ reference.T).toarray())


def test_a_reduced_lsa_is_the_best_approximation_of_its_size():
    table = lsa(terms(TITLES), 100)
    left, values, _ = np.linalg.svd(table)
    best = left[:, :3] * values[:3]

    assert lsa(terms(TITLES), 3) @ lsa(terms(TITLES), 3).T == pytest.approx(
        unit(best) @ unit(best).T
    )


def test_two_dimensions_tell_the_two_fields_of_deerwester_apart():
    vectors = lsa(terms(TITLES), 2)
    cosines = vectors @ vectors.T

    assert cosines[:5, :5].min() > cosines[:5, 5:8].max()
    assert cosines[5:8, 5:8].min() > 0.9


def test_with_an_encoder_a_word_nobody_else_used_has_its_place():
    texts = ["autobus", "autocar", "bus", "car", "medecin", "medecine"]
    vectors = represent(texts, CONCEPTS, learn(LEXICON, letters))

    assert vectors.shape[0] == 6
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1)
    assert vectors[0] @ vectors[2] > vectors[0] @ vectors[4]


def test_an_encoder_learns_at_most_one_axis_less_than_concepts():
    meaning = learn(LEXICON, letters)

    assert isinstance(meaning, Meaning)
    assert meaning.axes.shape == (26, 2)


def test_a_text_that_says_nothing_is_a_zero_row():
    assert not lsa([["bus"], []], 2)[1].any()


@pytest.mark.parametrize("documents", [[], [[]], [["bus"]], [["bus"], ["bus"]]])
def test_lsa_of_hardly_anything_still_has_a_row_a_document(documents):
    assert len(lsa(documents, 10)) == len(documents)


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=6), min_size=2, max_size=12))
def test_lsa_is_the_same_each_time_and_has_unit_rows(documents):
    vectors = lsa(documents, 3)

    assert np.array_equal(vectors, lsa(documents, 3))
    norms = np.linalg.norm(vectors, axis=1)
    assert np.all((norms < 1 + 1e-9) & ((norms > 1 - 1e-9) | (norms == 0)))


@given(st.lists(st.floats(-5, 5), min_size=3, max_size=3))
def test_unit_rows_point_where_they_did(row):
    scaled = unit(np.array([row]))[0]

    assert scaled * np.linalg.norm(row) == pytest.approx(row, abs=1e-9)
