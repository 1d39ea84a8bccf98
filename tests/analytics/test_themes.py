"""Suggested themes: what they hold, what they are called, and that order does not matter."""

import csv

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_rand_score

from psdt.analytics.themes import Corpus, suggest
from psdt.analytics.themes_blocks import Meaning
from psdt.settings import app_dir
from psdt.words.lexique import LEXIQUE

SUBJECTS = {
    "Transports et déplacements": ["un bus le soir", "des bus le samedi", "la navette du marché"],
    "Accès aux soins": ["un médecin au bourg", "trouver un médecin", "des dentistes"],
    "Logement": ["des loyers moins chers", "des logements à louer", "rénover les logements"],
    "Petite enfance": ["une place en crèche", "garder les bébés", "la crèche plus tôt"],
}
TEXTS = [text for texts in SUBJECTS.values() for text in texts]


def groups(suggestion) -> set[frozenset[int]]:
    return {frozenset(theme.membres) for theme in suggestion.themes}


def everyone(suggestion) -> list[int]:
    inside = [row for theme in suggestion.themes for row in theme.membres]
    return sorted([*inside, *suggestion.a_classer])


def test_texts_of_one_subject_come_together_under_its_name():
    suggestion = suggest(TEXTS, LEXIQUE, k=4)

    assert groups(suggestion) == {frozenset(range(i, i + 3)) for i in (0, 3, 6, 9)}
    assert {theme.titre for theme in suggestion.themes} == set(SUBJECTS)


@pytest.fixture(scope="module")
def demo():
    """The objectifs of the example démarche, and the theme a person put each of them in."""
    objectifs = app_dir() / "data" / "demo" / "objectifs.csv"
    human = app_dir() / "tests" / "demo" / "themes_humains.csv"
    with objectifs.open(encoding="utf-8") as said, human.open(encoding="utf-8") as sorted_:
        texts = [row["objectif"] for row in csv.DictReader(said, delimiter=";")]
        themes = [row["theme"] for row in csv.DictReader(sorted_, delimiter=";")]
    return texts, themes


def test_the_demo_is_grouped_far_better_than_by_default_settings(demo):
    texts, human = demo
    suggestion = suggest(texts, LEXIQUE, k=7)
    ours = np.full(len(texts), -1)
    for number, theme in enumerate(suggestion.themes):
        ours[list(theme.membres)] = number
    table = TfidfVectorizer().fit_transform(texts)
    theirs = KMeans(7, random_state=0).fit_predict(table)

    gain = adjusted_rand_score(human, ours) - adjusted_rand_score(human, theirs)
    assert gain > 0.3


def test_each_theme_can_be_shown(demo):
    texts, _ = demo
    for theme in suggest(texts, LEXIQUE).themes:
        assert theme.titre
        assert 1 <= len(theme.mots) <= 3
        assert theme.central == theme.membres[0]
        assert len(theme.marges) == len(theme.membres)
        assert all(0 <= margin <= 1 for margin in theme.marges)


def test_titles_are_distinct_and_the_largest_theme_comes_first(demo):
    themes = suggest(demo[0], LEXIQUE, k=7).themes
    sizes = [len(theme.membres) for theme in themes]

    assert len({theme.titre for theme in themes}) == 7
    assert sizes == sorted(sizes, reverse=True)


def test_without_a_number_it_is_six_or_seven(demo):
    assert Corpus(demo[0], LEXIQUE).better() in (6, 7)


@pytest.mark.parametrize("text", ["???", "", "de la pour", "rien à ajouter"])
def test_a_text_that_says_nothing_is_left_to_sort(text):
    suggestion = suggest([*TEXTS, text], LEXIQUE, k=4)

    assert suggestion.a_classer == (len(TEXTS),)


def test_a_duplicate_counts_wherever_it_was_written():
    suggestion = suggest([*TEXTS, "TROUVER un médecin !", "trouver un médecin"], LEXIQUE, k=4)
    care = next(theme for theme in suggestion.themes if theme.titre == "Accès aux soins")

    assert sorted(care.membres) == [3, 4, 5, 12, 13]


@pytest.mark.parametrize("texts", [[], [""], ["???", "!!!"]])
def test_nothing_to_group_gives_no_theme(texts):
    suggestion = suggest(texts, LEXIQUE)

    assert suggestion.themes == ()
    assert everyone(suggestion) == list(range(len(texts)))


@pytest.mark.parametrize("n", [1, 2, 3, 5, 8])
def test_a_few_texts_make_fewer_themes(n):
    suggestion = suggest(TEXTS[:n], LEXIQUE)

    assert 1 <= len(suggestion.themes) <= max(1, n // 2)
    assert everyone(suggestion) == list(range(n))


def test_texts_all_alike_are_one_theme():
    suggestion = suggest(["Plus de bus"] * 9, LEXIQUE, k=3)

    assert groups(suggestion) == {frozenset(range(9))}
    assert set(suggestion.themes[0].marges) == {1.0}


def test_texts_far_from_any_lexicon_are_named_by_their_words():
    texts = ["graphes planaires", "graphes bipartites", "matrices creuses", "matrices denses"]

    titles = {theme.titre.split(",")[0] for theme in suggest(texts, {}, k=2).themes}
    assert titles == {"Graphes", "Matrices"}


def test_texts_that_share_nothing_are_named_by_the_one_at_their_heart():
    """An encoder may bring together texts without a common word nor concept."""
    texts = ["zorglub", "wagnos", "kripure", "blimou", "tartop", "vexil", "polgue", "mundra"]
    meaning = Meaning(encode=lambda said: np.eye(len(said), 8) + 1, axes=np.eye(8))

    (theme,) = suggest(texts, {}, meaning, k=1).themes

    assert theme.titre == texts[theme.central]


def test_a_title_of_long_words_is_cut():
    (theme,) = suggest([f"{'zorglub' * 40} {word}" for word in ("bleu", "vert")], {}, k=1).themes

    assert len(theme.titre) <= 80


def test_asking_for_no_theme_is_a_mistake():
    with pytest.raises(ValueError, match="0 themes"):
        suggest(TEXTS, LEXIQUE, k=0)


words = st.sampled_from(
    ["bus", "médecin", "crèche", "logement", "jeunes", "aidants", "train", "xylophone", "?", "de"]
)
sentences = st.lists(words, max_size=4).map(" ".join)


@settings(deadline=None, max_examples=40)
@given(st.lists(sentences, max_size=40), st.integers(1, 8), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(texts, k, random):
    order = list(range(len(texts)))
    random.shuffle(order)
    straight = suggest(texts, LEXIQUE, k=k)
    shuffled = suggest([texts[i] for i in order], LEXIQUE, k=k)

    back = {frozenset(order[row] for row in group) for group in groups(shuffled)}
    assert back == groups(straight)
    assert sorted(order[row] for row in shuffled.a_classer) == list(straight.a_classer)
    assert everyone(straight) == list(range(len(texts)))
