"""The same name, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.domain.lettres import sans_accent


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("Hœdic", "HOEDIC"), ("Œuilly", "OEuilly"), ("Lædia", "laedia"), ("Étel", "etel")),
        *(("L’Isle-d’Abeau", "l'isle-d'abeau"), ("Saint–Marcel", "SAINT-MARCEL")),
        *(("Saint\u2011Marcel", "saint-marcel"), ("E\u0301tel", "étel"), ("n\u00a0d", "N d")),
    ],
)
def test_the_same_name_is_the_same(one, other):
    assert sans_accent(one) == sans_accent(other)


def test_names_sort_as_in_a_dictionary():
    names = ["Vannes", "Œuilly", "Étel", "Hœdic", "Pontivy", "Houat"]

    assert sorted(names, key=sans_accent) == [
        *("Étel", "Hœdic", "Houat", "Œuilly", "Pontivy", "Vannes")
    ]


@given(st.text())
def test_nothing_but_plain_letters_is_left(text):
    plain = sans_accent(text)

    assert plain.isascii()
    assert sans_accent(plain) == plain
