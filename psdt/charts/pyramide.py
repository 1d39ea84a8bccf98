"""The age pyramid: men on the left, women on the right, in shares of the population."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from psdt.charts.theme import INK, SIZE, THEMES, figure, safe, text_width

BAR = 38
"""Height of an age class with the space around it, in pixels."""
HEAD, FOOT = 36, 12
HOMMES, FEMMES = THEMES[0], THEMES[4]
STANDOFF = 14
"""Pixels between the name of a class and the figure beside it."""
ROOM = 1.75
"""Half of the drawing area, as a multiple of the longest bar: figures are in columns beside."""


def pyramide(
    tranches: pd.DataFrame, sexes: tuple[str, str], *, repere: str | None = None
) -> go.Figure:
    """Draw a bar a sex and an age class, and the outline of a larger territoire.

    Parameters
    ----------
    tranches : DataFrame, the youngest class first
        ``tranche``, its name; ``hommes`` and ``femmes``, in % of the whole population;
        ``hommes_texte`` and ``femmes_texte``, as people read them; ``hommes_repere`` and
        ``femmes_repere``, those of the larger territoire, used only when ``repere`` is given.
    sexes : (str, str)
        Names of both sides, men first.
    repere : str, optional
        What is written under the bars of the outline: « Trait noir : le Morbihan ».
    """
    columns = ["hommes", "femmes"]
    if repere:
        columns += ["hommes_repere", "femmes_repere"]
    widest = float(tranches[columns].max().max()) or 1.0
    data = [
        _side(tranches, "hommes", HOMMES, sexes[0], sign=-1),
        _side(tranches, "femmes", FEMMES, sexes[1], sign=1),
        _column(tranches["hommes_texte"], -1, widest * ROOM),
        _column(tranches["femmes_texte"], 1, widest * ROOM),
    ]
    if repere:
        data += [_outline(tranches, "hommes_repere", -1), _outline(tranches, "femmes_repere", 1)]
    names = [safe(name) for name in tranches["tranche"]]
    notes = [
        _head(sexes[0], HOMMES, x=-widest * 0.04, anchor="right"),
        _head(sexes[1], FEMMES, x=widest * 0.04, anchor="left"),
    ]
    foot = FOOT
    if repere:
        foot = 40
        notes.append(
            {
                "x": 0,
                "y": 0,
                "yref": "paper",
                "yanchor": "top",
                "yshift": -10,
                "text": safe(repere),
                "font": {"color": INK, "size": SIZE},
            }
        )
    layout = {
        "annotations": notes,
        "barmode": "overlay",
        "bargap": 0.14,
        "margin": {
            "l": int(text_width(tranches["tranche"])) + 8 + STANDOFF,
            "r": 4,
            "t": HEAD,
            "b": foot,
        },
        "xaxis": {"visible": False, "range": [-widest * ROOM, widest * ROOM]},
        "yaxis": {
            "tickvals": list(range(len(names))),
            "ticktext": names,
            "range": [-0.6, len(names) - 0.4],
            "automargin": False,
            "ticklabelstandoff": STANDOFF,
        },
    }
    return figure(height=len(names) * BAR + HEAD + foot, data=data, layout=layout)


def _side(
    tranches: pd.DataFrame, column: str, colour: str, name: str, *, sign: int
) -> dict[str, Any]:
    """Return the bars of a sex."""
    return {
        "type": "bar",
        "orientation": "h",
        "x": (sign * tranches[column]).tolist(),
        "y": list(range(len(tranches))),
        "name": safe(name),
        "marker": {"color": colour},
        "customdata": [
            safe(f"{name}, {tranche} : {text}")
            for tranche, text in zip(tranches["tranche"], tranches[f"{column}_texte"], strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _column(texts: pd.Series, sign: int, x: float) -> dict[str, Any]:
    """Return the figures of a sex, in a column that no outline crosses."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [sign * x] * len(texts),
        "y": list(range(len(texts))),
        "text": [safe(text) for text in texts],
        "textposition": "middle right" if sign < 0 else "middle left",
        "textfont": {"color": INK, "size": SIZE},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _outline(tranches: pd.DataFrame, column: str, sign: int) -> dict[str, Any]:
    """Return the outline of the larger territoire, in steps around the bars."""
    x: list[float] = []
    y: list[float] = []
    for row, share in enumerate(sign * tranches[column]):
        x += [float(share), float(share)]
        y += [row - 0.5, row + 0.5]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [0.0, *x, 0.0],
        "y": [y[0], *y, y[-1]],
        "line": {"color": INK, "width": 2},
        "hoverinfo": "skip",
    }


def _head(name: str, colour: str, *, x: float, anchor: str) -> dict[str, Any]:
    return {
        "x": x,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 6,
        "xanchor": anchor,
        "text": f"<b>{safe(name)}</b>",
        "font": {"color": colour if colour != FEMMES else "#7A4C80", "size": SIZE + 1},
    }
