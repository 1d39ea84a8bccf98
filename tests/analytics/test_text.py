"""Words of short texts: what makes two of them the same, and what they speak of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.analytics.text import canonical, content, fold, light, significant, stem, words

TYPED = ["plus de bus", "PLUS DE BUS", "Plus de bus.", " plus  de bus !! ", "+ plus de bus"]


@pytest.mark.parametrize("text", TYPED)
def test_the_same_words_are_the_same_text(text):
    assert canonical(text) == "plus de bus"


def test_accents_are_read_whether_composed_or_not():
    assert canonical("e\u0301cole") == canonical("École") == "école"


def test_elided_letters_are_not_words():
    assert words("L’aide qu'on n’a pas, jusqu'à l'arrêt de bus") == [
        *("aide", "on", "a", "pas", "à", "arrêt", "de", "bus")
    ]


@pytest.mark.parametrize("text", ["", "???", "…", "👍", "de la pour"])
def test_a_text_without_words_speaks_of_nothing(text):
    assert content(text) == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Développer une offre de transport sur le territoire", ["transport"]),
        ("Favoriser l'accès aux droits", ["droits"]),
        ("acces aux droits", ["droits"]),
        ("Mettre en place des actions en faveur des aidants", ["faveur", "aidants"]),
        ("Améliorer 3 services", []),
        ("Un coup de fil, par exemple, pour rester longtemps chez soi", ["fil"]),
    ],
)
def test_words_that_every_plan_uses_are_left_out(text, subject):
    assert content(text) == subject


def test_words_that_only_look_generic_are_kept():
    assert content("les aidants, leurs données, leur habitation, la coupe de bois") == [
        *("aidants", "données", "habitation", "coupe", "bois")
    ]


@pytest.mark.parametrize(
    "same", [("aîné", "aînés"), ("isolée", "isolé"), ("infirmière", "infirmiers"), ("eaux", "eau")]
)
def test_light_forms_join_inflections(same):
    assert len({light(word) for word in same}) == 1


@pytest.mark.parametrize("apart", [("répit", "repas"), ("loi", "loyer"), ("café", "caf")])
def test_light_forms_keep_words_apart_that_stems_may_merge(apart):
    assert len({light(word) for word in apart}) == 2


@given(st.text())
def test_reading_a_canonical_form_again_changes_nothing(text):
    assert canonical(canonical(text)) == canonical(text)


@given(st.text())
def test_content_is_part_of_what_is_significant_and_keeps_its_order(text):
    left = iter(significant(text))

    assert all(word in left for word in content(text))


@given(st.sampled_from(["logement", "santé", "écoles", "âgées"]))
def test_forms_have_no_accent(word):
    assert fold(stem(word)) == stem(word)
    assert fold(light(word)) == light(word)
