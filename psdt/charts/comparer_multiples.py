"""Small pictures: a line a commune, all on the same scale, the larger territoire in each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from psdt.charts.niveaux import NIVEAUX
from psdt.charts.theme import FRAGILE, GREY, INK, LINE, SIZE, figure, safe, text_width
from psdt.domain.indicators import Niveau

PANEL, HEAD, FOOT, BLANK = 84, 26, 22, 14
"""Heights, in pixels: of the lines, of the name above, of the years under, of the blank."""
START, WIDE = 0.03, {2: 0.58, 4: 0.66}
"""Where lines start in a panel, and the share of it that they take, by number of columns: the
last figure is at their right."""
WIDTHS = {2: 330, 4: 760}
"""Narrowest width of the drawing area by number of columns, in pixels."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a figure goes in a panel: places across from 0 to 1, pixels down."""

    years: tuple[int, int]
    values: tuple[float, float]
    wide: float

    def x(self, annee: float) -> float:
        first, last = self.years
        return START + self.wide * (annee - first) / max(last - first, 1)

    def y(self, valeur: float) -> float:
        low, high = self.values
        return HEAD + PANEL * (high - valeur) / (high - low)


def multiples(
    frame: pd.DataFrame,
    panneaux: pd.DataFrame,
    *,
    columns: int = 4,
) -> go.Figure:
    """Draw a panel a commune.

    Parameters
    ----------
    frame : DataFrame
        ``niveau``, ``code_territoire``, ``annee``, ``valeur``, ``trait``: communes, and at most
        one larger territoire, drawn in each panel.
    panneaux : DataFrame, index code of the commune
        In the order of the panels: ``nom``; ``texte``, its last figure; ``fragile``, whether it
        is more fragile than the larger territoire.
    columns : int
        Panels side by side: 4, or 2 on a phone.
    """
    years = (int(frame["annee"].min()), int(frame["annee"].max()))
    low, high = float(frame["valeur"].min()), float(frame["valeur"].max())
    pad = (high - low or abs(high) or 1) * 0.06
    scale = _Scale(years, (low - pad, high + pad), WIDE[columns])
    rows = -(-len(panneaux) // columns)
    places = {
        code: (place % columns, place // columns * (HEAD + PANEL + FOOT + BLANK))
        for place, code in enumerate(panneaux.index)
    }
    communes = frame["niveau"].to_numpy() == Niveau.COMMUNE
    larger = frame[~communes]
    data = []
    if len(larger):
        look = NIVEAUX[larger["niveau"].iloc[0]]
        line = {"color": look.colour, "width": 1.8, "dash": look.dash}
        data.append(_lines(dict.fromkeys(places, larger), places, scale, line))
    own = dict(iter(frame[communes].groupby("code_territoire", sort=False)))
    line = {"color": NIVEAUX[Niveau.COMMUNE].colour, "width": 2.6}
    data.append(_lines({c: own[c] for c in places if c in own}, places, scale, line))
    notes = [
        note
        for code, panneau in panneaux.iterrows()
        for note in _words(panneau, own[str(code)], places[str(code)], scale, columns)
    ]
    height = rows * (HEAD + PANEL + FOOT + BLANK)
    layout = {
        "annotations": notes,
        "shapes": [_floor(place, scale) for place in places.values()],
        "margin": {"l": 6, "r": 6, "t": 4, "b": 4},
        "xaxis": {"visible": False, "range": [0, columns]},
        "yaxis": {"visible": False, "range": [height, 0]},
    }
    return figure(height=height + 8, data=data, layout=layout)


def _lines(
    parts: Mapping[str, pd.DataFrame],
    places: Mapping[str, tuple[int, int]],
    scale: _Scale,
    line: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the same line of every panel, as one trace that stops between panels."""
    x: list[float | None] = []
    y: list[float | None] = []
    for code, rows in parts.items():
        left, top = places[code]
        for _, stroke in rows.groupby("trait", sort=False):
            x += [left + scale.x(annee) for annee in stroke["annee"]] + [None]
            y += [top + scale.y(valeur) for valeur in stroke["valeur"]] + [None]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": x,
        "y": y,
        "line": dict(line),
        "marker": {"size": 4, "color": line["color"], "opacity": 1},
        "hoverinfo": "skip",
    }


def _floor(place: tuple[int, int], scale: _Scale) -> dict[str, Any]:
    left, top = place
    bottom = top + HEAD + PANEL + 3
    line = {"color": LINE, "width": 1}
    return {
        "type": "line",
        "layer": "below",
        "x0": left + START,
        "x1": left + START + scale.wide,
        "y0": bottom,
        "y1": bottom,
        "line": line,
    }


def _words(
    panneau: pd.Series,
    rows: pd.DataFrame,
    place: tuple[int, int],
    scale: _Scale,
    columns: int,
) -> Iterator[dict[str, Any]]:
    """Yield the name of a commune, its last figure, and the years of its panel."""
    left, top = place
    last = rows.iloc[-1]
    room = WIDTHS[columns] / columns
    name = _cut(str(panneau["nom"]), room - 10)
    end = scale.y(float(last["valeur"]))
    yield {
        "x": left + START,
        "xanchor": "left",
        "y": top + 10,
        "text": f"<b>{safe(name)}</b>",
        "font": {"color": INK, "size": SIZE},
    }
    yield {
        "x": left + scale.x(int(last["annee"])),
        "xanchor": "left",
        "xshift": 6,
        "y": top + end,
        "text": safe(str(panneau["texte"])),
        "font": {"color": FRAGILE if panneau["fragile"] else INK, "size": SIZE - 1},
    }
    for annee, anchor in zip(scale.years, ("left", "right"), strict=True):
        yield {
            "x": left + scale.x(annee),
            "xanchor": anchor,
            "y": top + HEAD + PANEL + FOOT / 2 + 3,
            "text": str(annee),
            "font": {"color": GREY, "size": SIZE - 2},
        }


def _cut(name: str, room: float) -> str:
    """Return a name that fits, its end cut off when it does not."""
    if text_width([name]) <= room:
        return name
    while name and text_width([f"{name}…"]) > room:
        name = name[:-1]
    return f"{name.rstrip()}…"
