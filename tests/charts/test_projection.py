"""The same figure, for a big screen."""

import pandas as pd
import pytest

from psdt.charts import abs as charts
from psdt.charts import abs_series
from psdt.charts.projection import BIG, enlarged
from psdt.charts.theme import SIZE
from psdt.domain.indicators import Niveau


def bars(n):
    lieux = pd.DataFrame(
        {
            "nom": [f"Commune {i}" for i in range(n)],
            "valeur": [float(i + 1) for i in range(n)],
            "texte": [str(i + 1) for i in range(n)],
            "fragile": [False] * n,
        },
        index=[str(i) for i in range(n)],
    )
    return charts.barres(lieux, lieux.head(0), repere=("Ensemble 3", 3.0))


def lines():
    rows = [
        {"niveau": niveau, "nom": niveau.value, "annee": annee, "valeur": 10.0, "texte": "10"}
        for niveau in (Niveau.EPCI, Niveau.FRANCE)
        for annee in (2014, 2019)
    ]
    return abs_series.serie(pd.DataFrame(rows), " %")


@pytest.mark.parametrize("draw", [lambda: bars(13), lines])
def test_all_texts_are_read_from_the_back_of_the_room(draw):
    fig = enlarged(draw())

    assert fig.layout.height is None
    sizes = [fig.layout.font.size, fig.layout.xaxis.tickfont.size, fig.layout.yaxis.tickfont.size]
    assert sizes == [BIG] * 3
    assert all(note.font.size >= BIG for note in fig.layout.annotations)


@pytest.mark.parametrize(
    "draw", [lambda: bars(13), lambda: bars(3), lines], ids=["many", "few", "lines"]
)
def test_the_figure_of_the_desk_stays_as_it_is(draw):
    fig = draw()
    before = fig.to_plotly_json()

    enlarged(fig)

    assert fig.to_plotly_json() == before


def test_the_line_that_counts_stays_the_thickest():
    first, other = enlarged(lines()).data

    assert first.line.width > other.line.width


def test_room_for_names_grows_with_them():
    before = lines().layout.margin.r

    assert enlarged(lines()).layout.margin.r == pytest.approx(before * BIG / SIZE)


def test_a_few_bars_do_not_fill_the_screen():
    assert enlarged(bars(3)).layout.bargap == 0.5
    assert enlarged(bars(13)).layout.bargap == bars(13).layout.bargap
