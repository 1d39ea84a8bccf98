"""Small pictures: a line a panel, on one scale for all or on a scale each, others around it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from psdt.charts.niveaux import NIVEAUX
from psdt.charts.theme import FRAGILE, GREY, INK, LINE, SIZE, figure, safe, text_width
from psdt.domain.indicators import Niveau

PANEL, FOOT, BLANK = 84, 22, 16
"""Heights, in pixels: of the lines, of the years under, of the blank before the next row."""
NAME, SAID, AIR = 18, 17, 8
"""Heights, in pixels: of a line of a name, of what is said under it, of the air around both."""
START, WIDE = 0.03, {1: 0.76, 2: 0.58, 3: 0.7, 4: 0.66}
"""Where lines start in a panel, and the share of it that they take, by number of columns: the
last figure is at their right."""
WIDTHS = {1: 320, 2: 330, 3: 760, 4: 760}
"""Narrowest width of the drawing area by number of columns, in pixels."""
LEGENDS = {1: 68, 2: 68, 3: 44, 4: 44}
"""Height that a legend takes, by number of columns: a phone has it on several lines."""
LINES = 3
"""Lines of the name of a panel, at most."""


@dataclass(frozen=True, slots=True)
class _Panel:
    """Where a panel is and where a figure goes in it: columns across, pixels down."""

    left: int
    top: float
    name: tuple[str, ...]
    said: bool
    years: tuple[int, int]
    values: tuple[float, float]
    wide: float
    pixels: float
    """Narrowest width of its lines."""

    @property
    def lines(self) -> float:
        """Where its lines start, from the top."""
        return self.top + NAME * len(self.name) + SAID * self.said + AIR

    @property
    def bottom(self) -> float:
        return self.lines + PANEL

    def x(self, annee: float) -> float:
        first, last = self.years
        return self.left + START + self.wide * (annee - first) / max(last - first, 1)

    def y(self, valeur: float) -> float:
        low, high = self.values
        return self.lines + PANEL * (high - valeur) / (high - low)


def multiples(
    frame: pd.DataFrame,
    panneaux: pd.DataFrame,
    *,
    noms: Mapping[Niveau, str] | None = None,
    columns: int = 0,
) -> go.Figure:
    """Draw the panels.

    Parameters
    ----------
    frame : DataFrame
        ``panneau``, ``propre`` (bool, whether it is what one looks at), ``niveau``, ``annee``,
        ``valeur``, ``trait``: a panel has one line that is its own, and at most one of each
        larger level around it.
    panneaux : DataFrame, index of the panels
        In their order: ``nom``; ``debut``, what replaces the first year where there is room,
        with the figure of that year; ``texte``, the last figure of its own line; ``fragile``,
        whether it is to be pointed at; ``dit``, what is said under the name.
    noms : mapping, optional
        What the legend calls each level; each panel then has its own scale. Without it they
        all have the same one, and there is no legend.
    columns : int
        Panels side by side: 1 or 2 on a phone; else 3, of indicators, whose names are long, or
        4 of communes.

    Returns
    -------
    Figure
        What one looks at is thick and solid, what it is compared with is thin.
    """
    columns = columns or (3 if noms else 4)
    panels, height = _panels(frame, panneaux, columns, apart=noms is not None)
    own = dict(iter(frame[frame["propre"].to_numpy(bool)].groupby("panneau", sort=False)))
    notes = [
        note
        for code, panneau in panneaux.iterrows()
        for note in _words(panneau, own[str(code)], panels[str(code)])
    ]
    legend = LEGENDS[columns] if noms else 0
    layout = {
        "annotations": notes,
        "shapes": [_floor(panel) for panel in panels.values()],
        "showlegend": bool(noms),
        "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "yref": "paper"},
        "margin": {"l": 6, "r": 6, "t": legend + 4, "b": 4},
        "xaxis": {"visible": False, "range": [0, columns]},
        "yaxis": {"visible": False, "range": [height, 0]},
    }
    data = list(_lines(frame, panels, noms or {}))
    return figure(height=int(height) + legend + 8, data=data, layout=layout)


def _panels(
    frame: pd.DataFrame, panneaux: pd.DataFrame, columns: int, *, apart: bool
) -> tuple[dict[str, _Panel], float]:
    """Return the panels, and the height of all of them."""
    room = WIDTHS[columns] / columns - 10
    names = [_wrapped(str(nom), room, LINES if apart else 1) for nom in panneaux["nom"]]
    rows = dict(iter(frame.groupby("panneau", sort=False))) if apart else {}
    found: dict[str, _Panel] = {}
    top = 0.0
    for start in range(0, len(names), columns):
        tall = max(map(len, names[start : start + columns]))
        said = bool((panneaux["dit"].iloc[start : start + columns] != "").any())
        for place in range(start, min(start + columns, len(names))):
            code = str(panneaux.index[place])
            name = (*names[place], *[""] * (tall - len(names[place])))
            years, values = _scale(rows.get(code, frame))
            wide = WIDE[columns]
            pixels = wide * WIDTHS[columns] / columns
            found[code] = _Panel(place - start, top, name, said, years, values, wide, pixels)
        top = found[code].bottom + FOOT + BLANK
    return found, top


def _scale(rows: pd.DataFrame) -> tuple[tuple[int, int], tuple[float, float]]:
    """Return the first and last year of some lines, and a range that holds their figures."""
    low, high = float(rows["valeur"].min()), float(rows["valeur"].max())
    pad = (high - low or abs(high) or 1) * 0.06
    return (int(rows["annee"].min()), int(rows["annee"].max())), (low - pad, high + pad)


def _lines(
    frame: pd.DataFrame, panels: Mapping[str, _Panel], noms: Mapping[Niveau, str]
) -> Iterator[dict[str, Any]]:
    """Yield a level at a time, what one looks at last, on top, and first in the legend."""
    own = frame["propre"].to_numpy(bool)
    for propre in (False, True):
        rows = frame[own] if propre else frame[~own]
        for niveau, look in NIVEAUX.items():
            kept = rows[rows["niveau"].to_numpy() == niveau]
            if kept.empty:
                continue
            x, y = _path(kept, panels)
            line = {"color": look.colour, "width": 1.6, "dash": look.dash}
            yield {
                "type": "scatter",
                "mode": "lines+markers" if propre else "lines",
                "x": x,
                "y": y,
                "name": safe(noms.get(niveau, "")),
                "line": line | ({"width": 2.8, "dash": "solid"} if propre else {}),
                "marker": {"size": 5, "color": look.colour, "opacity": 1},
                "legendrank": 1 if propre else 2 + list(NIVEAUX).index(niveau),
                "hoverinfo": "skip",
            }


def _path(
    rows: pd.DataFrame, panels: Mapping[str, _Panel]
) -> tuple[list[float | None], list[float | None]]:
    """Return the same line of every panel as one, which stops between panels and at breaks."""
    x: list[float | None] = []
    y: list[float | None] = []
    before = None
    columns = (rows[name].tolist() for name in ("panneau", "trait", "annee", "valeur"))
    for code, trait, annee, valeur in zip(*columns, strict=True):
        if before not in (None, (code, trait)):
            x, y = [*x, None], [*y, None]
        before, panel = (code, trait), panels[code]
        x.append(panel.x(annee))
        y.append(panel.y(valeur))
    return x, y


def _floor(panel: _Panel) -> dict[str, Any]:
    line = {"color": LINE, "width": 1}
    return {
        "type": "line",
        "layer": "below",
        "x0": panel.left + START,
        "x1": panel.left + START + panel.wide,
        "y0": panel.bottom + 3,
        "y1": panel.bottom + 3,
        "line": line,
    }


def _words(panneau: pd.Series, rows: pd.DataFrame, panel: _Panel) -> Iterator[dict[str, Any]]:
    """Yield the name of a panel, what is said of it, its last figure, its years."""
    last = rows.iloc[-1]
    colour = FRAGILE if panneau["fragile"] else INK
    left = {"x": panel.left + START, "xanchor": "left", "align": "left"}
    name = [line for line in panel.name if line]
    yield left | {
        "y": panel.top,
        "yanchor": "top",
        "text": f"<b>{'<br>'.join(map(safe, name))}</b>",
        "font": {"color": INK, "size": SIZE},
    }
    if panneau["dit"]:
        yield left | {
            "y": panel.top + NAME * len(name) + 2,
            "yanchor": "top",
            "text": safe(str(panneau["dit"])),
            "font": {"color": FRAGILE if panneau["fragile"] else GREY, "size": SIZE - 1},
        }
    yield {
        "x": panel.x(int(last["annee"])),
        "xanchor": "left",
        "xshift": 6,
        "y": panel.y(float(last["valeur"])),
        "text": safe(str(panneau["texte"])),
        "font": {"color": colour, "size": SIZE - 1},
    }
    start, end = map(str, panel.years)
    room = panel.pixels - text_width([end], SIZE - 2) - 10
    if panneau["debut"] and text_width([panneau["debut"]], SIZE - 2) <= room:
        start = str(panneau["debut"])
    for annee, anchor, text in zip(panel.years, ("left", "right"), (start, end), strict=True):
        yield {
            "x": panel.x(annee),
            "xanchor": anchor,
            "y": panel.bottom + FOOT / 2 + 3,
            "text": safe(text),
            "font": {"color": GREY, "size": SIZE - 2},
        }


def _wrapped(name: str, room: float, most: int) -> tuple[str, ...]:
    """Return a name on lines that fit, its end cut off when it does not."""
    lines: list[str] = []
    for word in name.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width([longer]) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = f"{kept[-1]} {lines[most]}"
    return tuple(_cut(line, room) for line in kept)


def _cut(name: str, room: float) -> str:
    """Return a name that fits, its end cut off when it does not."""
    if text_width([name]) <= room:
        return name
    while name and text_width([f"{name}…"]) > room:
        name = name[:-1]
    return f"{name.rstrip()}…"
