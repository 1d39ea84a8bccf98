"""What a cell says, as real files write it."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.domain.indicators import Statut
from psdt.sources.cellules import MARQUES, annee, cle, nombre, texte
from psdt.words.grammar import number


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (12.5, 12.5),
        (0, 0.0),
        ("12,5", 12.5),
        ("12.25", 12.25),
        ("1 234 567", 1234567.0),
        ("12\u202f345,6", 12345.6),
        ("1\u00a0145", 1145.0),
        ("12,5 %", 12.5),
        ("9\u202f%", 9.0),
        ("−3,2", -3.2),
        ("–0,9", -0.9),
        ("(3,2)", -3.2),
        (" 0,0 ", 0.0),
        ("\u200b841.0307278475", 841.0307278475),
    ],
)
def test_reads_the_numbers_of_producers(cell, expected):
    assert nombre(cell) == (expected, Statut.OK)


@pytest.mark.parametrize(
    "cell",
    [
        *("1,234.5", "1.234,5", "12 34", "1e400", "l'infini", "douze", "#DIV/0!", "12;4", "--1"),
        *("#N/A", "?", "x", "néant", "connue", "case vide", "(s)"),
        *(True, float("inf"), float("nan"), date(2021, 5, 12), "9" * 16),
    ],
)
def test_does_not_guess_a_number(cell):
    with pytest.raises(ValueError, match="not a"):
        nombre(cell)


@pytest.mark.parametrize(("mark", "statut"), MARQUES.items())
def test_a_mark_is_a_reason_and_never_zero(mark, statut):
    assert nombre(mark) == nombre(f" {mark.upper()} ") == (None, statut)


@pytest.mark.parametrize(
    ("mark", "statut"),
    [
        ("n. d.", Statut.NON_DISPONIBLE),
        ("N/D", Statut.NON_DISPONIBLE),
        ("Non disponible", Statut.NON_DISPONIBLE),
        ("n.\u00a0c.", Statut.NON_COMMUNIQUE),
        ("non communiqué", Statut.NON_COMMUNIQUE),
        ("Non significatif", Statut.NON_SIGNIFICATIF),
        ("s.o.", Statut.SANS_OBJET),
        ("sans objet", Statut.SANS_OBJET),
        ("N/A - secret statistique", Statut.SECRET),
        ("N/A - résultat non disponible", Statut.NON_DISPONIBLE),
        ("N/A - division par 0", Statut.SANS_OBJET),
    ],
)
def test_a_reason_may_be_written_in_full(mark, statut):
    assert nombre(mark) == (None, statut)


def test_an_absent_cell_is_empty():
    assert nombre(None) == (None, Statut.VIDE)


@given(st.integers(-(10**12), 10**12))
def test_reads_back_what_the_application_writes(n):
    assert nombre(number(n)) == (float(n), Statut.OK)


@pytest.mark.parametrize("cell", [2021, 2021.0, "2021 ", "2021.00", "2021,0", date(2021, 1, 1)])
def test_reads_years(cell):
    assert annee(cell) == 2021


@pytest.mark.parametrize("cell", ["vingt-et-un", "21", 20210, "2021-2022", "", None, 1789, False])
def test_does_not_guess_a_year(cell):
    with pytest.raises(ValueError, match="not a year"):
        annee(cell)


def test_a_year_may_be_an_instant():
    assert annee(datetime(2016, 7, 1, 12)) == 2016


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (56184.0, "56184"),
        (56185, "56185"),
        ("01004", "01004"),
        (None, ""),
        ("De\u0301mographie\u200b ", "Démographie"),
        ("\ufeffcode", "code"),
    ],
)
def test_a_text_has_composed_accents_and_nothing_invisible(cell, expected):
    assert texte(cell) == expected


@given(st.text())
def test_a_key_is_a_key_of_itself(text):
    assert cle(cle(text)) == cle(text)
