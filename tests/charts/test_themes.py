"""The figure of the suggested themes."""

import pandas as pd
import pytest

from psdt.charts import themes as charts

COLLEGES = ["Élus", "Habitants", "Partenaires", "Financeurs", "Collèges réunis"]
HOSTILE = "<b>Se loger</b> <a href='http://exemple.fr'>ici</a> " + "très " * 20


@pytest.fixture
def tailles() -> pd.DataFrame:
    rows = [[0, 20, 12, 0, 6], [0, 9, 0, 0, 5]]
    return pd.DataFrame(rows, index=[HOSTILE, "Se déplacer"], columns=COLLEGES)


def test_each_theme_is_a_bar_cut_by_college_with_its_total(tailles):
    figure = charts.sizes(tailles)
    bars = {trace.name: list(trace.x) for trace in figure.data if trace.type == "bar"}

    assert bars["Habitants"] == [20, 9]
    assert figure.data[-1].text == ("  <b>38</b>", "  <b>14</b>")


def test_a_college_that_wrote_nothing_is_not_in_the_legend(tailles):
    shown = [t.name for t in charts.sizes(tailles).data if t.showlegend]

    assert shown == ["Habitants", "Partenaires", "Collèges réunis"]


def test_titles_are_drawn_word_for_word(tailles):
    label = charts.sizes(tailles).layout.yaxis.ticktext[0]

    assert set(label.replace("<br>", "")) & {"<", ">"} == set()
    assert "&lt;b&gt;" in label


def test_the_first_theme_is_at_the_top(tailles):
    assert charts.sizes(tailles).layout.yaxis.range == (1.5, -0.5)


def test_totals_alone_are_bars_without_legend():
    figure = charts.sizes(pd.DataFrame({"Objectifs": [38, 14]}, index=[HOSTILE, "Se déplacer"]))

    assert [list(trace.x) for trace in figure.data if trace.type == "bar"] == [[38, 14]]
    assert not figure.layout.showlegend
    assert set(figure.data[0].text) == {""}
    assert figure.data[-1].text == ("  <b>38</b>", "  <b>14</b>")
