"""A table as text: French, and without anything that acts when it is opened."""

import csv
from io import StringIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.exports.texte import DANGEROUS, table


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_opens_in_a_french_spreadsheet():
    content = table(["Territoire", "Valeur"], [["Saint-Gravé", 12.5], ["Berric", None]])

    assert content.startswith(b"\xef\xbb\xbf")
    assert read(content) == [["Territoire", "Valeur"], ["Saint-Gravé", "12,5"], ["Berric", ""]]


@pytest.mark.parametrize("text", ["=1+1", "+33", "-x", "@SUM(A1)", "|cmd", "%0", " =1", "\t=1"])
def test_a_text_that_could_act_is_only_a_text(text):
    assert read(table(["a"], [[text]]))[1] == [f"'{text}"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        *((-65.0, "-65"), (2021, "2021"), (float("nan"), ""), (1200.0, "1200"), (0.0, "0")),
        *((12345678901.0, "12345678901"), (123456789.123, "123456789,123")),
        *((1e14 + 1, "100000000000001"), (5e-05, "0,00005"), (np.float64(12.5), "12,5")),
    ],
)
def test_numbers_stay_numbers(value, said):
    assert read(table(["a"], [[value]]))[1] == [said]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_figure_that_comes_back_is_the_same(value):
    (cell,) = read(table(["a"], [[value]]))[1]

    assert float(cell.replace(",", ".")) == value
    assert "e" not in cell


@given(st.text())
def test_nothing_starts_as_a_formula(text):
    (cell,) = read(table(["a"], [[text]]))[1] or [""]

    assert not cell or cell[0] == "'" or cell[0] not in DANGEROUS
