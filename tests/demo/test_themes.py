"""The objectifs of the example are a fair trial of suggested themes: neither easy nor hopeless."""

import csv

import pytest
from sklearn.metrics import adjusted_rand_score

from psdt.analytics.themes import Corpus
from psdt.demo import donnees
from psdt.settings import app_dir
from psdt.words.lexique import LEXIQUE

OBJECTIFS = [row["objectif"] for row in donnees.read().objectifs]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(OBJECTIFS, LEXIQUE)


@pytest.fixture(scope="module")
def human() -> list[str]:
    """The theme a person gave to each objectif; empty when it is off topic."""
    path = app_dir() / "tests" / "demo" / "themes_humains.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [row["theme"] for row in csv.DictReader(file, delimiter=";")]


@pytest.mark.parametrize("k", [6, 7])
def test_suggested_themes_look_like_those_of_a_person(corpus, human, k):
    themes = corpus.suggest(k).themes
    found = {row: place for place, theme in enumerate(themes) for row in theme.membres}
    judged = [row for row in found if human[row]]

    agreement = adjusted_rand_score([human[r] for r in judged], [found[r] for r in judged])

    assert len(themes) == k
    assert len({theme.titre for theme in themes}) == k
    assert 0.4 < agreement < 0.9


def test_what_says_nothing_is_left_to_be_sorted(corpus):
    left = {OBJECTIFS[row] for row in corpus.suggest(7).a_classer}

    assert "???" in left
    assert len(left) <= 10
