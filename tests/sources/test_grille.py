"""The limits of a sheet, whatever its format, and the names of columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.sources import grille
from psdt.sources.anomalies import IllisibleError
from psdt.sources.grille import Feuille, Fusion, Ligne, indice, lettre


@given(st.integers(0, 18_277))
def test_a_column_is_named_and_found_again(index):
    assert indice(lettre(index)) == index
    assert [lettre(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize("letters", ["", "a", "A1", "AAAA", "É"])
def test_other_names_are_no_column(letters):
    with pytest.raises(ValueError, match="not a column"):
        indice(letters)


def test_blank_rows_and_blank_ends_are_not_kept():
    feuille = Feuille("F")
    feuille.ajouter(1, ["a", None, " ", ""])
    feuille.ajouter(2, [None, " ", ""])
    feuille.ajouter(3, [0.0])

    assert feuille.lignes == [Ligne(1, ["a"]), Ligne(3, [0.0])]


def test_a_sheet_may_be_as_large_as_the_limit():
    feuille = Feuille("F")
    for numero in range(1, grille.MAX_LIGNES + 2):  # a header, then the rows
        feuille.ajouter(numero, ["a"])
    with pytest.raises(IllisibleError, match="100\u202f000 lignes"):
        feuille.ajouter(grille.MAX_LIGNES + 2, ["a"])


@pytest.mark.parametrize(
    ("numero", "cells", "said"),
    [
        (grille.MAX_LIGNES_VIDES, ["a"] * grille.MAX_COLONNES, None),
        (grille.MAX_LIGNES_VIDES + 1, ["a"], "très loin"),
        (1, ["a"] * (grille.MAX_COLONNES + 1), "200 colonnes"),
    ],
)
def test_too_far_and_too_wide_are_refused(numero, cells, said):
    feuille = Feuille("F")
    if said is None:
        feuille.ajouter(numero, cells)
    else:
        with pytest.raises(IllisibleError, match=said):
            feuille.ajouter(numero, cells)


@pytest.mark.parametrize(
    ("limit", "size", "fill", "said"),
    [
        ("MAX_CASES", 90, lambda feuille, n: feuille.ajouter(n, ["a"]), "cases"),
        ("MAX_TEXTE", 180, lambda feuille, n: feuille.garder(f"{n:02}"), "caractères"),
        ("MAX_LIGNES", 90, lambda feuille, n: feuille.fusionner(Fusion(0, n, n)), "fusionnées"),
    ],
)
def test_what_memory_holds_is_counted(monkeypatch, limit, size, fill, said):
    monkeypatch.setattr(grille, limit, size)
    feuille = Feuille("F")
    for n in range(1, 91):
        fill(feuille, n)

    with pytest.raises(IllisibleError, match=said):
        fill(feuille, 91)


def test_the_same_text_is_counted_once(monkeypatch):
    monkeypatch.setattr(grille, "MAX_TEXTE", 20)
    feuille = Feuille("F")

    assert len({id(feuille.garder("".join(["un", " mot"]))) for _ in range(99)}) == 1


def test_a_merge_fills_the_rows_that_are_there():
    feuille = Feuille("F")
    for numero, cells in ((1, [None, "x"]), (3, ["a"]), (4, [None, None, "z"])):
        feuille.ajouter(numero, cells)
    feuille.fusionner(Fusion(1, 1, 1_048_576))
    feuille.fusionner(Fusion(0, 2, 4))  # its first row is blank
    feuille.etendre()

    assert [ligne.cellules for ligne in feuille.lignes] == [
        *([None, "x"], ["a", "x"], [None, "x", "z"])
    ]
