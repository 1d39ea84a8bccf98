"""Figures of the ABS beside its map: bars of the communes, and series over the years."""

import textwrap
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from psdt.charts.niveaux import NIVEAUX, Look
from psdt.charts.theme import (
    FRAGILE,
    GREY,
    INK,
    LINE,
    SEQUENCE,
    SIZE,
    THEMES,
    figure,
    safe,
    text_width,
)

BAR = 27
"""Height of a bar with the space around it, in pixels."""
ROOM = 0.34
"""Room for the figures at the ends of the bars, as a share of the longest: a phone is narrow."""
NARROW, WIDE, MARGIN = 230, 460, 12
"""Pixels: of the bars on a phone, on a page or a desk, and around the figure of one."""
ABOVE = 26
"""Room for the name of the reference line."""
PLAIN, CHOSEN, REFERENCE = SEQUENCE[1], THEMES[0], "#AEB9BF"
SERIES_HEIGHT, LABEL_HEIGHT = 340, 18
MARKS = {"circle": "●", "diamond": "◆", "square": "■", "triangle-up": "▲", "triangle-down": "▼"}
"""Marks of the lines, as letters."""
NAME = 16
"""Letters of a name on one line."""
PASSES = 60
"""Times that names are moved apart: enough for six of them to settle."""


def barres(
    lieux: pd.DataFrame,
    references: pd.DataFrame,
    *,
    repere: tuple[str, float] | None = None,
    choisis: Collection[str] = (),
    etroit: int = NARROW,
) -> go.Figure:
    """Draw a bar a commune, first at the top, then the territoires they are compared with.

    Parameters
    ----------
    lieux : DataFrame, index code of the commune
        ``nom``; ``valeur``, missing when there is no figure; ``texte``, the figure or the
        reason of its absence, shown at the end of the bar; ``fragile``, whether the bar is
        orange.
    references : DataFrame
        ``nom``, ``valeur``, ``texte`` of larger territoires, drawn apart; may be empty.
    repere : (str, float), optional
        Name and value of the reference line.
    choisis : collection of str
        Codes of the communes to bring out.
    etroit : int
        Least room that bars may have, in pixels: ``WIDE`` when the width is known.
    """
    known = pd.concat([lieux["valeur"], references["valeur"]]).dropna()
    low, high = min(known.min(), 0), max(known.max(), 0)
    room = (high - low or 1) * ROOM
    gap = 1 if len(references) and len(lieux) else 0
    rows = len(lieux) + gap + len(references)
    colours = [
        FRAGILE if fragile else CHOSEN if code in choisis else PLAIN
        for code, fragile in lieux["fragile"].items()
    ]
    span = high + room - low + (room if low < 0 else 0)
    places = _places(lieux, repere[1] if repere else None, span / etroit, span / WIDE)
    others = [REFERENCE] * len(references)
    data = [
        _bars(lieux, colours, first=0, inside=[place == "inside" for place in places]),
        _bars(references, others, first=len(lieux) + gap, inside=[False] * len(references)),
    ]
    names = [_strong(nom, code in choisis) for code, nom in lieux["nom"].items()]
    layout: dict[str, Any] = {
        "bargap": 0.26,
        "margin": {"l": 4, "r": 4, "t": ABOVE if repere else 4, "b": 4},
        "xaxis": {"visible": False, "range": [low - (room if low < 0 else 0), high + room]},
        "yaxis": {
            "tickvals": [*range(len(lieux)), *range(len(lieux) + gap, rows)],
            "ticktext": [*names, *map(safe, references["nom"])],
            "range": [rows - 0.4, -0.6],
            "ticklabelstandoff": 4,
        },
    }
    if repere:
        rows_ = [n for n, place in enumerate(places) if place != "across"]
        layout |= _reference_line(*repere, rows=rows_, middle=(low + high) / 2)
    return figure(height=rows * BAR + (ABOVE if repere else 0) + 16, data=data, layout=layout)


def _places(lieux: pd.DataFrame, line: float | None, narrow: float, wide: float) -> list[str]:
    """Return where the figure of each bar goes: outside, or inside when a line would cross it.

    « across » when it would and the bar is too short to hold it: the line then stops there.
    ``narrow`` and ``wide`` are what a pixel is worth on the narrowest screen and on a page.
    """
    found = []
    for value, text in zip(lieux["valeur"].fillna(0), lieux["texte"], strict=True):
        width = text_width([text]) + MARGIN
        if _crossed(value, width * narrow, line) and abs(value) > width * narrow:
            found.append("inside")
        else:
            found.append("across" if _crossed(value, width * wide, line) else "outside")
    return found


def _crossed(value: float, width: float, line: float | None) -> bool:
    """Say whether a line crosses the figure at the end of a bar."""
    end = value + (width if value >= 0 else -width)
    return line is not None and min(value, end) < line < max(value, end)


def _bars(
    rows: pd.DataFrame, colours: Sequence[str], *, first: int, inside: Sequence[bool]
) -> dict[str, Any]:
    """Return bars from a row down; a figure that a line would cross is inside its bar."""
    missing = rows["valeur"].isna().tolist()
    texts = [
        f"<i>{safe(texte)}</i>" if empty else safe(texte)
        for texte, empty in zip(rows["texte"], missing, strict=True)
    ]
    return {
        "type": "bar",
        "x": rows["valeur"].fillna(0).tolist(),
        "y": list(range(first, first + len(rows))),
        "orientation": "h",
        "marker": {"color": list(colours)},
        "text": texts,
        "textposition": ["inside" if within else "outside" for within in inside],
        "insidetextanchor": "end",
        "insidetextfont": {"color": [INK if colour == PLAIN else "white" for colour in colours]},
        "outsidetextfont": {"color": [GREY if empty else INK for empty in missing]},
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
        "customdata": [safe(nom) for nom in rows["nom"]],
        "hovertemplate": "%{customdata} : %{text}<extra></extra>",
    }


def _strong(nom: str, chosen: bool) -> str:
    return f"<b>{safe(nom)}</b>" if chosen else safe(nom)


def _reference_line(
    nom: str, value: float, *, rows: Sequence[int], middle: float
) -> dict[str, Any]:
    """Return a line across some rows, in one piece where they follow one another.

    Its name is above them, on the side with more room.
    """
    look = {"color": INK, "width": 1.5}
    starts = [n for n in rows if n - 1 not in rows]
    ends = [n for n in rows if n + 1 not in rows]
    lines = [
        {"type": "line", "x0": value, "x1": value, "y0": a - 0.6, "y1": b + 0.6, "line": look}
        for a, b in zip(starts, ends, strict=True)
    ]
    name = {
        "x": value,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": "right" if value > middle else "left",
        "text": safe(nom),
        "font": {"size": SIZE - 1},
    }
    return {"shapes": lines, "annotations": [name]}


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
    """Mark the years that have figures, without putting two of them closer than they read."""
    span = max(years[-1] - years[0], 1)
    kept = years[-1:]
    for year in reversed(years[:-1]):
        if kept[-1] - year >= span / 6:
            kept.append(year)
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
