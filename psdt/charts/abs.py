"""Figures of the ABS beside its map: bars of the communes, or dots where bars would look alike."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

import numpy as np
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
from psdt.words import graphiques as mots

BAR = 27
"""Height of a bar with the space around it, in pixels."""
ROOM, MORE = 0.34, 0.8
"""Room for the figures at the ends of the bars, as a share of the longest: a phone is narrow."""
SHORT = 80
"""Pixels of a figure that does not need more."""
BEFORE, AFTER = 0.1, 0.6
"""Room on both sides of dots, as shares of what is between the lowest and the highest."""
NARROW, WIDE, MARGIN = 230, 460, 12
"""Pixels: of the bars on a phone, on a page or a desk, and around the figure of one."""
ALIKE = 0.6
"""Share of the longest bar above which the shortest one looks the same."""
ABOVE = 26
"""Room for the name of the reference line."""
PLAIN, CHOSEN, REFERENCE = SEQUENCE[1], THEMES[0], "#AEB9BF"
DOT = 13
"""Pixels of a dot: the scale of dots does not begin at zero, which is written under them."""
BELOW = 24
"""Room for what is written there."""


def barres(
    lieux: pd.DataFrame,
    references: pd.DataFrame,
    *,
    repere: tuple[str, float] | None = None,
    choisis: Collection[str] = (),
    etroit: int = NARROW,
) -> go.Figure:
    """Draw a bar a commune, first at the top, then the territoires they are compared with.

    Where bars from zero would all look alike (`are_close`), they are dots, on their own scale.

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
    dots = are_close(known)
    share = MORE if text_width(lieux["texte"][lieux["valeur"].notna()]) > SHORT else ROOM
    scale = _scale([*known, *([repere[1]] if repere and dots else [])], dots=dots, share=share)
    gap = 1 if len(references) and len(lieux) else 0
    rows = len(lieux) + gap + len(references)
    colours = [
        FRAGILE if fragile else CHOSEN if code in choisis else PLAIN
        for code, fragile in lieux["fragile"].items()
    ]
    span, start = scale[1] - scale[0], scale[0] if dots else 0
    ends = lieux["valeur"].fillna(start)
    line = repere[1] if repere else None
    places = _places(lieux.assign(valeur=ends), line, span / etroit, span / WIDE, within=not dots)
    others = [REFERENCE] * len(references)
    draw = partial(_dots, start=start) if dots else _bars
    data = [
        draw(lieux, colours, first=0, places=places),
        draw(references, others, first=len(lieux) + gap, places=["outside"] * len(references)),
    ]
    names = [_strong(nom, code in choisis) for code, nom in lieux["nom"].items()]
    notes = _over(lieux, ends, places, DOT if dots else 2) + ([_SCALE] if dots else [])
    above, below = ABOVE if repere else 0, BELOW if dots else 0
    layout: dict[str, Any] = {
        "annotations": notes,
        "bargap": 0.26,
        "margin": {"l": 4, "r": 4, "t": above or 4, "b": below or 4},
        "xaxis": {"visible": False, "range": scale},
        "yaxis": {
            "tickvals": [*range(len(lieux)), *range(len(lieux) + gap, rows)],
            "ticktext": [*names, *map(safe, references["nom"])],
            "range": [rows - 0.4, -0.6],
            "ticklabelstandoff": 4,
            "showgrid": dots,
        },
    }
    if repere:
        name = _reference_name(*repere, room=(scale[1] - repere[1]) * etroit / span)
        layout |= {
            "annotations": [name, *notes],
            "shapes": [_reference_line(repere[1], len(lieux))],
        }
    return figure(height=rows * BAR + above + below + 16, data=data, layout=layout)


def are_close(values: Sequence[float] | pd.Series) -> bool:
    """Say whether bars from zero would hide how figures differ.

    They do when all are on the same side of zero, and the lowest bar is more than ``ALIKE`` of
    the longest: 19 400 € and 22 240 €, say.

    Examples
    --------
    >>> are_close([19400, 22240]), are_close([2.4, 11.4]), are_close([-4, 4]), are_close([])
    (True, False, False, False)
    """
    figures = np.abs(np.asarray(values, dtype=float))
    if not len(figures) or np.min(values) * np.max(values) <= 0:
        return False
    return bool(ALIKE * figures.max() < figures.min() < figures.max())


def _scale(known: Sequence[float], *, dots: bool, share: float) -> list[float]:
    """Return the ends of the scale: from zero for bars, with room for the figures."""
    low, high = min(known, default=0), max(known, default=0)
    if dots:
        return [low - (high - low) * BEFORE, high + (high - low) * AFTER]
    low, high = min(low, 0), max(high, 0)
    room = (high - low or 1) * share
    return [low - (room if low < 0 else 0), high + room]


def _places(
    lieux: pd.DataFrame, line: float | None, narrow: float, wide: float, *, within: bool
) -> list[str]:
    """Return where the figure of each bar goes: outside, or inside when a line would cross it.

    « over » when it would and nothing can hold it: it is then written on the line, which it
    hides. ``narrow`` and ``wide`` are what a pixel is worth on the narrowest screen and on a
    page; ``within``, whether bars hold figures: dots do not.
    """
    found = []
    for value, text in zip(lieux["valeur"], lieux["texte"], strict=True):
        width = text_width([text]) + MARGIN
        crossed = _crossed(value, width * narrow, line)
        if crossed and within and abs(value) > width * narrow:
            found.append("inside")
        else:
            found.append("over" if crossed or _crossed(value, width * wide, line) else "outside")
    return found


def _crossed(value: float, width: float, line: float | None) -> bool:
    """Say whether a line crosses the figure at the end of a bar."""
    end = value + (width if value >= 0 else -width)
    return line is not None and min(value, end) < line < max(value, end)


def _texts(rows: pd.DataFrame, places: Sequence[str]) -> list[str]:
    """Return the figures at the ends: those that a line would cross are written over it."""
    return [
        "" if place == "over" else _text(texte, pd.isna(value))
        for texte, value, place in zip(rows["texte"], rows["valeur"], places, strict=True)
    ]


def _text(texte: str, missing: bool) -> str:
    return f"<i>{safe(texte)}</i>" if missing else safe(texte)


def _over(
    rows: pd.DataFrame, ends: pd.Series, places: Sequence[str], away: int
) -> list[dict[str, Any]]:
    """Return the figures that hide the reference line behind them, ``away`` from the end."""
    missing = rows["valeur"].isna()
    return [
        {
            "x": end,
            "y": n,
            "xanchor": "left" if end >= 0 else "right",
            "xshift": away if end >= 0 else -away,
            "text": _text(texte, empty),
            "font": {"size": SIZE, "color": GREY if empty else INK},
            "bgcolor": "white",
            "borderpad": 0,
        }
        for n, (end, texte, empty, place) in enumerate(
            zip(ends, rows["texte"], missing, places, strict=True)
        )
        if place == "over"
    ]


def _bars(
    rows: pd.DataFrame, colours: Sequence[str], *, first: int, places: Sequence[str]
) -> dict[str, Any]:
    """Return bars from a row down; a figure that a line would cross is inside its bar."""
    return {
        "type": "bar",
        "x": rows["valeur"].fillna(0).tolist(),
        "y": list(range(first, first + len(rows))),
        "orientation": "h",
        "marker": {"color": list(colours)},
        "text": _texts(rows, places),
        "textposition": ["inside" if place == "inside" else "outside" for place in places],
        "insidetextanchor": "end",
        "insidetextfont": {"color": [INK if colour == PLAIN else "white" for colour in colours]},
        "outsidetextfont": {"color": [GREY if empty else INK for empty in rows["valeur"].isna()]},
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
        "customdata": [_hover(*row) for row in zip(rows["nom"], rows["texte"], strict=True)],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _dots(
    rows: pd.DataFrame, colours: Sequence[str], *, first: int, places: Sequence[str], start: float
) -> dict[str, Any]:
    """Return dots from a row down; what has no figure says why where the scale starts."""
    missing = rows["valeur"].isna().tolist()
    seen = ["rgba(0,0,0,0)" if empty else c for c, empty in zip(colours, missing, strict=True)]
    return {
        "type": "scatter",
        "x": rows["valeur"].fillna(start).tolist(),
        "y": list(range(first, first + len(rows))),
        "mode": "markers+text",
        "line": {"width": 1},
        "marker": {"color": seen, "size": DOT},
        "text": [f"  {text}" for text in _texts(rows, places)],
        "textposition": "middle right",
        "textfont": {"color": [GREY if empty else INK for empty in missing]},
        "cliponaxis": False,
        "customdata": [_hover(*row) for row in zip(rows["nom"], rows["texte"], strict=True)],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _hover(nom: str, texte: str) -> str:
    return f"{safe(nom)} : {safe(texte)}"


def _strong(nom: str, chosen: bool) -> str:
    return f"<b>{safe(nom)}</b>" if chosen else safe(nom)


def _reference_line(value: float, rows: int) -> dict[str, Any]:
    """Return a line across the bars of communes."""
    ends = {"x0": value, "x1": value, "y0": -0.6, "y1": rows - 0.4}
    return {"type": "line", **ends, "line": {"color": INK, "width": 1.5}}


def _reference_name(nom: str, value: float, *, room: float) -> dict[str, Any]:
    """Return its name, above it: on its right where ``room``, in pixels, is enough."""
    return {
        "x": value,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": "left" if text_width([nom]) <= room else "right",
        "text": safe(nom),
        "font": {"size": SIZE - 1},
    }


_SCALE = {
    "x": 0,
    "xref": "paper",
    "xanchor": "left",
    "y": 0,
    "yref": "paper",
    "yanchor": "top",
    "text": mots.ECHELLE,
    "font": {"size": SIZE - 1, "color": GREY},
}
"""What is written under dots."""
