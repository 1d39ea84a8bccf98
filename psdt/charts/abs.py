"""Figures of the ABS beside its map: bars of the communes, or dots where bars would look alike."""

from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from psdt.charts.theme import (
    FRAGILE,
    GREY,
    INK,
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
