"""Sentences of the priority table."""

from datetime import date

import pytest

from psdt.words import classeur
from psdt.words import priorites as mots


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("enjeux", "sentence"),
    [
        (["Se loger"], "« Se loger » arrive en tête, avec 79,2 points sur 100"),
        (["A", "B"], "« A » et « B » arrivent en tête à égalité, avec 79,2 points sur 100"),
        (["A", "B", "C"], "3 enjeux arrivent en tête à égalité, avec 79,2 points sur 100"),
        ([], "Aucun enjeu n'a assez de réponses pour être classé"),
    ],
)
def test_says_who_comes_first(enjeux, sentence):
    assert plain(mots.en_tete(enjeux, 79.21)) == sentence


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((6, 2, 14), "Les réponses se rejoignent sur 6 enjeux sur 14, et se séparent sur 2"),
        ((1, 0, 14), "Les réponses se rejoignent sur 1 enjeu sur 14"),
        ((0, 2, 14), "Les réponses se séparent sur 2 enjeux sur 14"),
        ((0, 0, 14), "Les réponses s'étalent, sur tous les enjeux"),
    ],
)
def test_says_where_people_agree(counts, sentence):
    assert plain(mots.accords(*counts)) == sentence


@pytest.mark.parametrize(
    ("place", "tie", "text"),
    [
        (1, False, "1er"),
        (1, True, "1er ex æquo"),
        (2, True, "2e ex æquo"),
        (None, False, "non classé"),
    ],
)
def test_says_a_rank(place, tie, text):
    assert plain(mots.rang(place, ex_aequo=tie)) == text


def test_says_who_answered_and_who_is_hidden():
    assert plain(mots.participation("Noter", {"Élus": 15}, 22)) == (
        "Noter : 22 personnes (Élus 15, autres collèges 7)"
    )


def test_says_the_rule_and_what_is_not_shown():
    assert mots.regles(5, cache=False, incomplets=0) == (mots.REGLE, mots.ACCORDS)
    assert mots.regles(5, cache=True, incomplets=0)[-1] == mots.masques(5)
    assert plain(mots.regles(5, cache=False, incomplets=2)[-1]).startswith(
        "2 enjeux ont un critère"
    )


@pytest.mark.parametrize(
    "sentence", [mots.vide, mots.masques, classeur.aide_detail, lambda n: str(mots.sous_titres(n))]
)
def test_the_threshold_is_the_one_in_force(sentence):
    assert "moins de 7 réponses" in sentence(7)


@pytest.mark.parametrize(
    ("value", "text"), [(79.21, "79,2"), (0, "0,0"), (100, "100,0"), (float("nan"), mots.RIEN)]
)
def test_writes_a_number_or_a_dash(value, text):
    assert mots.nombre(value) == text


def test_writes_the_weight_of_a_criterion():
    assert mots.pourcent(11 / 18) == "61,1\u202f%"


def test_the_workbook_says_its_dates_and_who_answered():
    assert plain(classeur.dates(date(2026, 3, 12), date(2026, 4, 1))) == (
        "Notation close le 12 mars 2026 ; classeur produit le 1er avril 2026."
    )
    assert plain(classeur.participation(22, {"Élus": 15})).startswith(
        "22 personnes (Élus 15, autres collèges 7). Ce sont"
    )
    assert plain(classeur.participation(7, {})).startswith("7 personnes. Ce sont")
