"""The figures of the priority table: what they draw, and texts that people typed."""

import numpy as np
import pandas as pd
import pytest

from psdt.charts import priorites as charts
from psdt.charts import theme
from psdt.words import priorites as mots

HOSTILE = "<b>gras</b> <a href='http://exemple.fr'>x</a> %{x} " + "m" * 300


@pytest.fixture
def enjeux() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "rang": pd.array([1, 2, 2, pd.NA], dtype="Int64"),
            "enjeu": ["Soulager les aidants", HOSTILE, "Se loger", "Sans réponse"],
            "score": [80.0, 55.5, 55.5, np.nan],
            "accord": [0.8, 0.1, 0.4, np.nan],
        }
    )


def test_bars_go_from_the_best_with_its_rank(enjeux):
    figure = charts.bars(enjeux)

    assert figure.data[0].x.tolist() == [80.0, 55.5, 55.5]
    assert figure.layout.yaxis.ticktext[0] == "1. Soulager les aidants"
    assert figure.layout.yaxis.ticktext[2] == "2. Se loger"
    assert figure.layout.yaxis.range == (2.5, -0.5)
    assert list(figure.layout.xaxis.range) == [0, 110]
    assert figure.data[0].constraintext == "none"  # thin bars would shrink their scores


def test_texts_of_people_are_drawn_word_for_word(enjeux):
    criteres = pd.DataFrame({"critere": [HOSTILE], "poids": [1.0]})
    means = pd.DataFrame([[2.0]] * 4)
    drawn = [
        *charts.bars(enjeux).layout.yaxis.ticktext,
        *charts.bars(enjeux).data[0].customdata,
        *charts.grid(means, enjeux["enjeu"], criteres).layout.yaxis.ticktext,
        charts.grid(means, enjeux["enjeu"], criteres).layout.xaxis.ticktext[0].split("<br><b>")[0],
        *(text for text, _ in charts.agreement(enjeux).data[0].customdata),
        *(a.text for a in charts.agreement(enjeux).layout.annotations if "aidants" not in a.text),
    ]
    tags = {part for text in drawn for part in text.split("<")[1:]}

    assert {tag.split(">")[0] for tag in tags} <= {"br", "b", "/b"}
    assert not any("<b>gras" in text or "<a" in text for text in drawn)


def test_a_name_without_spaces_is_cut(enjeux):
    longest = max(charts.bars(enjeux).layout.yaxis.ticktext[1].split("<br>"), key=len)

    assert len(longest) < 60


def test_the_grid_writes_a_number_a_cell_and_leaves_what_is_missing_empty(enjeux):
    means = pd.DataFrame([[1.0, 4.0], [2.5, np.nan]])
    criteres = pd.DataFrame({"critere": ["Gravité", "Faisabilité"], "poids": [0.75, 0.25]})
    figure = charts.grid(means, enjeux["enjeu"][:2], criteres)
    cells, numbers = figure.data

    assert (cells.zmin, cells.zmax) == (1, 4)
    assert numbers.text[:3].tolist() == [1.0, 4.0, 2.5]
    assert np.isnan(numbers.text[3])
    assert list(numbers.textfont.color)[:3] == [theme.INK, "white", theme.INK]
    assert figure.layout.xaxis.ticktext[0] == "Gravité<br><b>75,0\u202f%</b>"


def test_a_point_carries_its_rank_and_the_best_is_on_top(enjeux):
    points = charts.agreement(enjeux).data[0]

    assert points.text.tolist() == ["2", "2", "1"]
    assert points.x.tolist() == [0.4, 0.1, 0.8]


def test_only_the_zones_that_are_seen_are_named(enjeux):
    near = enjeux.assign(accord=[0.8, 0.75, 0.7, np.nan])
    texts = {a.text for a in charts.agreement(near).layout.annotations}

    assert charts.agreement(near).layout.xaxis.ticktext == ("consensus",)
    assert f"<b>{mots.COINS[0]}</b>" not in texts
    assert f"<b>{mots.COINS[1]}</b>" in texts
    assert len(charts.agreement(enjeux).layout.xaxis.ticktext) == 3


def test_names_of_points_do_not_meet_at_the_desk_or_on_the_big_screen():
    """Fourteen enjeux, as close as in a real notation."""
    random = np.random.default_rng(4)
    many = pd.DataFrame(
        {
            "rang": pd.array(range(1, 15), dtype="Int64"),
            "enjeu": ["Rapprocher l'emploi de ceux qui n'ont pas le permis"] * 14,
            "score": np.sort(random.uniform(40, 80, 14))[::-1],
            "accord": random.uniform(0, 1, 14),
        }
    )
    for size, widths in ((14, (930, 1130, 1460)), (20, (1320, 1449))):
        figure = charts.agreement(many, size=size, height=700)
        for width in widths:
            assert_apart(figure, width, size)


def assert_apart(figure, width: int, size: int) -> None:
    margin = figure.layout.margin
    across = width - margin.l - margin.r
    up = figure.layout.height - margin.t - margin.b
    boxes = []
    for text in figure.layout.annotations:
        lines = text.text.replace("<b>", "").replace("</b>", "").split("<br>")
        half = theme.text_width(lines, size) / 2, len(lines) * size * 1.2 / 2
        x, y = text.x * across + text.xshift, text.y * up + text.yshift
        boxes.append((x - half[0], x + half[0], y - half[1], y + half[1]))
    assert len(boxes) > 10
    for i, (left, right, bottom, top) in enumerate(boxes):
        for a, b, c, d in boxes[:i]:
            assert right <= a + 1e-6 or b <= left + 1e-6 or top <= c + 1e-6 or d <= bottom + 1e-6


def test_without_names_points_that_meet_are_moved_apart_on_a_narrow_figure(enjeux):
    near = enjeux.assign(accord=[0.8, 0.4, 0.41, np.nan], score=[80.0, 55.5, 55.5, np.nan])
    figure = charts.agreement(near, size=20, height=700, named=False)
    two, other, _ = figure.data[0].y
    texts = {a.text for a in figure.layout.annotations}

    assert texts <= {f"<b>{corner}</b>" for corner in mots.COINS}
    assert abs(two - other) / (figure.layout.yaxis.range[1] - figure.layout.yaxis.range[0]) > 0.03
    assert figure.data[0].textfont.size == 20


@pytest.mark.parametrize("draw", [charts.bars, charts.agreement])
def test_nothing_ranked_is_an_empty_figure(enjeux, draw):
    figure = draw(enjeux[3:])

    assert len(figure.data[0].x) == 0
