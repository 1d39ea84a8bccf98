"""The grid: colours that mean something, figures one can read, absence told from zero."""

import pandas as pd
import pytest

from psdt.charts.comparer_grille import AGAIN, HATCHED, HEAD_LINES, grille
from psdt.charts.theme import DIVERGENCE, INK

LEGENDE = ("Moins fragile", "Comme l'intercommunalité", "Plus fragile", "secret")
NAN = float("nan")


def drawn(n=2, reference=("Intercommunalité", ["8 %", "9 €"]), **changed):
    codes = [f"560{i:02}" for i in range(n)]
    given = {
        "lieux": pd.Series([f"Commune {i}" for i in range(n)], index=codes),
        "textes": pd.DataFrame({"A": ["12 %"] * n, "B": ["secret"] * n}, index=codes),
        "classes": pd.DataFrame({"A": [3.0] + [-1.0] * (n - 1), "B": NAN}, index=codes),
        "colonnes": pd.DataFrame(
            {
                "libelle": ["Taux de chômage des 15-64 ans", "Niveau de vie"],
                "unite": ["2021", "2019"],
                "axe": ["Emploi et précarité"] * 2,
            },
            index=["A", "B"],
        ),
    }
    return grille(**given | changed, legende=LEGENDE, reference=reference)


def filled(chart) -> dict[str, list[tuple[float, float]]]:
    """Return the middles of the cells, by colour."""
    return {
        t.fillcolor: [
            ((t.x[i] + t.x[i + 2]) / 2, (t.y[i] + t.y[i + 2]) / 2) for i in range(0, len(t.x), 6)
        ]
        for t in chart.data
        if t.fill
    }


def figures(chart):
    return next(t for t in chart.data if t.type == "scatter" and t.mode == "text")


def test_the_middle_of_the_colours_is_the_reference():
    codes = [f"560{i:02}" for i in range(7)]
    classes = pd.DataFrame({"A": range(-3, 4), "B": NAN}, index=codes)
    cells = filled(drawn(7, classes=classes))
    first = drawn(7).layout.yaxis.tickvals[1]

    del cells[HATCHED]
    assert list(cells) == list(DIVERGENCE)
    for step, places in enumerate(cells.values()):
        assert places == [(0, pytest.approx(first + step))]


def test_every_figure_is_printed_and_the_fragile_ones_are_bold():
    texts = figures(drawn())

    assert list(texts.text) == ["<b>12 %</b>", "secret", "12 %", "secret"]
    assert list(texts.textfont.color) == ["white", INK, INK, INK]


def test_what_is_secret_is_hatched():
    chart = drawn()
    (strokes,) = [t for t in chart.data if t.mode == "lines" and not t.fill]

    assert [x for x, _ in filled(chart)[HATCHED]] == [1, 1]
    assert all(0.5 < x < 1.5 for x in strokes.x if x is not None)
    clear = pd.DataFrame({"A": ["1"], "B": ["n. d."]}, index=["56000"])
    assert HATCHED not in filled(drawn(1, textes=clear))


def test_only_the_height_grows_with_communes_and_heads_are_written_twice():
    few, many = drawn(2), drawn(90)

    assert many.layout.height - few.layout.height > 88 * 29
    heads = [note.text for note in many.layout.annotations if "chômage" in note.text]
    assert len(heads) == 2
    assert len([n for n in drawn(AGAIN).layout.annotations if "chômage" in n.text]) == 1
    assert list(many.layout.yaxis.range) == [many.layout.yaxis.tickvals[-1] + 0.5, -0.5]


def test_a_long_head_is_cut_and_always_says_its_year():
    long = pd.DataFrame(
        {"libelle": ["mot " * 90] * 2, "unite": ["2021"] * 2, "axe": ["x", "y"]}, index=["A", "B"]
    )
    head = drawn(colonnes=long).layout.annotations[0].text

    assert head.count("<br>") == HEAD_LINES - 1
    assert head.endswith("2021")


def test_heads_are_wide_when_columns_are_few_and_a_word_is_never_cut():
    few = pd.DataFrame(
        {"libelle": ["Établissements de service public"] * 12, "unite": "2021", "axe": "x"},
        index=list("ABCDEFGHIJKL"),
    )
    empty = pd.DataFrame(NAN, index=["56000", "56001"], columns=few.index)
    many = drawn(
        colonnes=few, textes=empty.astype(object).fillna("n. d."), classes=empty, reference=None
    )

    assert many.layout.annotations[0].text.startswith("Établissements<br>")
    assert drawn().layout.annotations[0].text.count("<br>") == 2


def test_names_of_axes_are_over_their_columns():
    notes = drawn().layout.annotations

    assert [n.x for n in notes if n.text == "<b>Emploi et précarité</b>"] == [0.5]


def test_the_reference_is_in_a_row_of_its_own_above():
    chart = drawn()

    assert chart.layout.yaxis.ticktext[0] == "<b>Intercommunalité</b>"
    assert any(
        list(t.text or []) == ["<b>8 %</b>", "<b>9 €</b>"]
        for t in chart.data
        if t.type == "scatter"
    )
    assert drawn(reference=None).layout.yaxis.ticktext[0] == "Commune 0"


def test_a_name_is_data():
    chart = drawn(lieux=pd.Series(["<i>x</i>", "y"], index=["56000", "56001"]))

    assert chart.layout.yaxis.ticktext[1] == "&lt;i&gt;x&lt;/i&gt;"
    assert figures(chart).customdata[0].startswith("&lt;i&gt;x&lt;/i&gt;, Taux")
