"""Series of the ABS: one line a territoire over the years, its name at its end."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from psdt.charts.niveaux import NIVEAUX, Look
from psdt.charts.theme import GREY, INK, LINE, SIZE, figure, safe, text_width

SERIES_HEIGHT, LABEL_HEIGHT = 340, 18
MARKS = {"circle": "●", "diamond": "◆", "square": "■", "triangle-up": "▲", "triangle-down": "▼"}
"""Marks of the lines, as letters."""
NAME = 16
"""Letters of a name on one line."""
PASSES = 60
"""Times that names are moved apart: enough for six of them to settle."""
TICKS = 6
"""Marks of an axis of years: more would be too close to be read."""


def serie(frame: pd.DataFrame, unite: str) -> go.Figure:
    """Draw one line a territoire, its name at its end.

    Parameters
    ----------
    frame : DataFrame
        ``niveau``, ``nom``, ``annee``, ``valeur``, ``texte``, sorted by year; the first
        territoire met is the one that counts, its line is solid; the others are its context,
        each level with its dash. A level keeps its colour, whatever the others are.
    unite : str
        What follows the figures of the axis, with its space.
    """
    data, ends = [], []
    for n, (_, rows) in enumerate(frame.groupby(["niveau", "nom"], sort=False)):
        nom, look = str(rows["nom"].iloc[0]), NIVEAUX[rows["niveau"].iloc[0]]
        data.append(
            {
                "type": "scatter",
                "x": rows["annee"].tolist(),
                "y": rows["valeur"].tolist(),
                "mode": "lines+markers",
                "line": {
                    "color": look.colour,
                    "width": 4 if n == 0 else 2,
                    "dash": "solid" if n == 0 else look.dash,
                },
                "marker": {"size": 9 if n == 0 else 7, "symbol": look.symbol},
                "customdata": [safe(f"{nom} : {texte}") for texte in rows["texte"]],
                "hovertemplate": "%{x} — %{customdata}<extra></extra>",
            }
        )
        ends.append(_End(float(rows["valeur"].iloc[-1]), nom, look, strong=n == 0))
    low, high = frame["valeur"].min(), frame["valeur"].max()
    pad = (high - low or abs(high) or 1) * 0.12
    low, high = low - pad, high + pad
    layout = {
        "annotations": list(_names(ends, (high - low) / (SERIES_HEIGHT - 40))),
        "margin": {"l": 8, "r": max(text_width(end.lines) for end in ends) + 20, "t": 12, "b": 28},
        "xaxis": _year_axis(sorted(frame["annee"].unique().tolist())),
        "yaxis": {
            "range": [low, high],
            "showgrid": True,
            "ticksuffix": unite,
            "tickformat": ",~f",
            "nticks": 6,
            "tickfont": {"color": GREY},
        },
    }
    return figure(height=SERIES_HEIGHT, data=data, layout=layout)


@dataclass(frozen=True, slots=True)
class _End:
    """The end of a line, which bears its name."""

    value: float
    nom: str
    look: Look
    strong: bool

    @property
    def lines(self) -> list[str]:
        """The name, cut in two when it is long: a phone is narrow."""
        return textwrap.wrap(self.nom, NAME, break_long_words=False)


def _dot(look: Look) -> str:
    """Return the mark of a line, in its colour: too light, often, to write with."""
    return f'<span style="color:{look.colour}">{MARKS[look.symbol]}</span>'


def _year_axis(years: list[int]) -> dict[str, Any]:
    """Mark the first and the last year, then others as long as all of them are read."""
    span = max(years[-1] - years[0], 1)
    kept = [years[-1]]
    for year in reversed(years[1:-1]):
        if min(kept[-1] - year, year - years[0]) >= span / TICKS:
            kept.append(year)
    kept = [*dict.fromkeys([years[0], *reversed(kept)])]
    return {
        "tickvals": kept,
        "tickformat": "d",
        "tickangle": 0,
        "range": [years[0] - span * 0.04, years[-1] + span * 0.02],
        "showline": True,
        "linecolor": LINE,
        "tickfont": {"color": GREY},
    }


def _names(ends: Sequence[_End], pixel: float) -> Iterator[dict[str, Any]]:
    """Yield the names at the ends of the lines, moved apart where lines are close.

    ``pixel`` is what one pixel of the vertical axis is worth.
    """
    ordered = sorted(ends, key=lambda end: -end.value)
    places = [end.value for end in ordered]
    heights = [len(end.lines) * LABEL_HEIGHT * pixel for end in ordered]
    for _ in range(PASSES):
        for i in range(len(places) - 1):
            lack = (heights[i] + heights[i + 1]) / 2 - (places[i] - places[i + 1])
            if lack > 0:
                places[i] += lack / 2
                places[i + 1] -= lack / 2
    for end, place in zip(ordered, places, strict=True):
        name = "<br>".join(map(safe, end.lines))
        yield {
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 8,
            "y": place,
            "align": "left",
            "text": f"<b>{name}</b>" if end.strong else f"{_dot(end.look)} {name}",
            "font": {"color": end.look.colour if end.strong else INK, "size": SIZE},
        }
