"""Figures as people read them."""

import numpy as np
import pytest

from psdt.words import mesures
from psdt.words.grammar import NBSP, NNBSP


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (24757, 0, f"24{NNBSP}757"),
        (12.5, 1, "12,5"),
        (0.246, 3, "0,246"),
        (-65, 0, "−65"),
        (-0.04, 1, "0,0"),
        (1234567.891, 2, f"1{NNBSP}234{NNBSP}567,89"),
        (0.999, 1, "1,0"),
        (12.5, 0, "13"),
        (-0.5, 0, "−1"),
        (2.675, 2, "2,68"),
        (0.1 + 0.7, 1, "0,8"),
        (np.float64(1234.5), 0, f"1{NNBSP}235"),
    ],
)
def test_numbers(value, places, said):
    assert mesures.decimale(value, places) == said


@pytest.mark.parametrize(
    ("value", "unite", "places", "said", "left"),
    [
        (22410, "€ par an", 0, f"22{NNBSP}410{NBSP}€", "par an"),
        (12.5, "%", 1, f"12,5{NNBSP}%", ""),
        (0.83, "% par an", 2, f"0,83{NNBSP}%", "par an"),
        (9.8, "‰", 1, f"9,8{NNBSP}‰", ""),
        (0.215, "indice", 3, "0,215", ""),
        (8.1, "pour 1 000 habitants", 1, "8,1", f"pour 1{NNBSP}000 habitants"),
        (24757, "habitants", 0, f"24{NNBSP}757", "habitants"),
    ],
)
def test_units(value, unite, places, said, left):
    assert mesures.mesure(value, unite, places) == said
    assert mesures.complement(unite, "Population") == left


@pytest.mark.parametrize(
    ("libelle", "unite", "said"),
    [
        ("Niveau de vie médian", "€ par an", "Niveau de vie médian (€ par an)"),
        ("Indice de Gini", "indice", "Indice de Gini"),
        ("Naissances pour 1 000 habitants", "pour 1 000 habitants", None),
    ],
)
def test_the_unit_is_said_once(libelle, unite, said):
    expected = said or f"Naissances pour 1{NNBSP}000 habitants"

    assert mesures.entre_parentheses(libelle, unite) == expected


@pytest.mark.parametrize(
    ("value", "unite", "places", "said"),
    [
        (-570, "€ par an", 0, f"570{NBSP}€"),
        (-2.9, "%", 1, f"2,9{NBSP}points"),
        (1.0, "%", 1, f"1{NBSP}point"),
        (0.4, "% par an", 1, f"0,4{NBSP}point"),
        (1.2, "pour 1 000", 1, ""),
    ],
)
def test_gaps(value, unite, places, said):
    assert mesures.ecart(value, unite, places) == said


@pytest.mark.parametrize(
    ("value", "unite", "said"),
    [
        (2967, "habitants", f"2{NNBSP}967{NBSP}habitants"),
        (1, "logements", f"1{NBSP}logement"),
        (-48, "personnes", f"−48{NBSP}personnes"),
        (1, "décès", f"1{NBSP}décès"),
    ],
)
def test_gaps_of_counts(value, unite, said):
    assert mesures.effectif(value, unite, 0) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.331, "33"), (1, "100"), (0.0316, "3,2"), (0.0004, "moins de 0,1"), (0, "0")],
)
def test_shares(share, said):
    assert mesures.part(share) == f"{said}{NNBSP}%"


@pytest.mark.parametrize(("value", "said"), [(3.8, "+3,8"), (-570, "−570,0"), (0.01, "0")])
def test_signed_gaps(value, said):
    assert mesures.signe(value, 1) == said


def test_large_amounts_have_no_cents_and_small_ones_have_two_digits_of_them():
    assert mesures.affichees("€ par an", 2, [12.5, 22410.25]) == 0
    assert mesures.affichees("€ par an", 0, [12, 14]) == 0
    assert mesures.affichees("€", 1, [12.5, float("nan"), -999.9]) == 2
    assert mesures.affichees("%", 1, [12.5, 1001]) == 1


def test_thousands_have_no_decimals_beside_what_has():
    assert mesures.mesure(7890, "foyers", 1) == f"7{NNBSP}890"
    assert mesures.mesure(-7890, "foyers", 1) == f"−7{NNBSP}890"
    assert mesures.mesure(7890.5, "heures", 1) == f"7{NNBSP}890,5"
    assert mesures.mesure(12, "équivalents temps plein", 1) == "12,0"


def test_amounts():
    assert mesures.mesure(12.5, "€", 2) == f"12,50{NBSP}€"
    assert mesures.mesure(1234.5, "€", 0) == f"1{NNBSP}235{NBSP}€"
    assert mesures.ecart(2.5, "€", 2) == f"2,50{NBSP}€"


def test_units_after_a_figure():
    assert mesures.suffixe("€ par an") == f"{NBSP}€"
    assert mesures.suffixe("habitants") == ""


def test_a_number_is_never_cut():
    assert mesures.milliers("moins de 2 000 habitants") == f"moins de 2{NNBSP}000 habitants"
    assert mesures.milliers("1 234 567 €") == f"1{NNBSP}234{NNBSP}567 €"
    assert mesures.milliers("de 2 à 100, en 2019 2000 fois") == "de 2 à 100, en 2019 2000 fois"
