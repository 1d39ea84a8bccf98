"""One indicator over the years: territoires on one picture, then a small picture a commune."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from psdt.charts.labels import apart
from psdt.charts.niveaux import COMMUNES, NIVEAUX, Look
from psdt.charts.theme import GREY, INK, LINE, SIZE, figure, safe, text_width
from psdt.domain.indicators import Niveau

HEIGHT, TOP, BOTTOM = 420, 18, 34
NAME, LINE_HEIGHT, BETWEEN = 16, 17, 5
"""Letters of a name on one line at the end of a curve, height of that line, blank between two
names, in pixels."""
SHAPES = {
    "circle": "●",
    "circle-open": "○",
    "diamond": "◆",
    "square": "■",
    "square-open": "□",
    "triangle-down": "▼",
    "triangle-up": "▲",
    "x": "✗",
}
"""Letters of the shapes of marks, all of them in the fonts of documents."""
YEAR = 44
"""Room that a year takes under the axis, in pixels."""
NARROW = 200
"""Width of the drawing area on a phone."""


@dataclass(frozen=True, slots=True)
class _End:
    """The last figure of a territoire, which bears its name."""

    share: float
    lines: tuple[str, ...]
    look: Look


def courbes(frame: pd.DataFrame, suffixe: str) -> go.Figure:
    """Draw a line a territoire, its name and its last figure at its end.

    Parameters
    ----------
    frame : DataFrame, sorted by territoire then year
        ``niveau`` (Niveau), ``code_territoire``, ``nom``, ``annee``, ``valeur``, ``texte``,
        ``trait`` (int, another one where the line is broken). Levels keep their colour,
        communes take theirs in their order. What one looks at has solid lines: dashes are for
        what it is compared with.
    suffixe : str
        What follows the figures of the axis, with its space.
    """
    low, high = _range(frame["valeur"])
    data: list[dict[str, Any]] = []
    ends: list[_End] = []
    communes = iter(COMMUNES)
    for _, rows in frame.groupby(["niveau", "code_territoire"], sort=False):
        niveau = rows["niveau"].iloc[0]
        look = next(communes) if niveau is Niveau.COMMUNE else NIVEAUX[niveau]
        strong = niveau is Niveau.COMMUNE or not data
        data.append(_line(rows, look, strong=strong))
        last = rows.iloc[-1]
        lines = textwrap.wrap(str(last["nom"]), NAME, break_long_words=False)
        share = (last["valeur"] - low) / (high - low)
        when = "" if last["annee"] == frame["annee"].max() else f" ({last['annee']})"
        ends.append(_End(float(share), (*lines, f"{last['texte']}{when}"), look))
    right = int(max(text_width(end.lines, SIZE - 1) for end in ends)) + 34
    written = sum(len(end.lines) * LINE_HEIGHT + BETWEEN for end in ends)
    height = max(HEIGHT, written + BOTTOM)
    years = sorted(frame["annee"].unique().tolist())
    layout = {
        "annotations": list(_names(ends, height - TOP - BOTTOM)),
        "margin": {"l": 8, "r": right, "t": TOP, "b": BOTTOM},
        "xaxis": {
            "range": [years[0] - _span(years) * 0.04, years[-1] + _span(years) * 0.04],
            "tickvals": _marked(years),
            "tickformat": "d",
            "tickangle": 0,
            "showline": True,
            "linecolor": LINE,
            "tickfont": {"color": GREY},
        },
        "yaxis": {
            "range": [low, high],
            "showgrid": True,
            "ticksuffix": suffixe,
            "tickformat": ",~f",
            "nticks": 6,
            "tickfont": {"color": GREY},
        },
    }
    return figure(height=height, data=data, layout=layout)


def _range(values: pd.Series) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    pad = (high - low or abs(high) or 1) * 0.1
    return low - pad, high + pad


def _line(rows: pd.DataFrame, look: Look, *, strong: bool) -> dict[str, Any]:
    """Return a line, which stops where it is broken."""
    x: list[Any] = []
    y: list[Any] = []
    said: list[Any] = []
    columns = (rows[name] for name in ("annee", "valeur", "texte", "trait", "nom"))
    before = None
    for annee, valeur, texte, trait, nom in zip(*columns, strict=True):
        if before not in (None, trait):
            x, y, said = [*x, annee], [*y, None], [*said, ""]
        x, y = [*x, annee], [*y, valeur]
        said = [*said, safe(f"{nom} : {texte}")]
        before = trait
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": x,
        "y": y,
        "connectgaps": False,
        "line": {
            "color": look.colour,
            "width": 4 if strong else 2,
            "dash": "solid" if strong else look.dash,
        },
        "marker": {"symbol": look.symbol, "size": 9 if strong else 7, "opacity": 1},
        "cliponaxis": False,
        "customdata": said,
        "hovertemplate": "%{x} — %{customdata}<extra></extra>",
    }


def _names(ends: Sequence[_End], inner: float) -> Iterator[dict[str, Any]]:
    """Yield the names at the ends of the lines, moved apart where lines are close."""
    sizes = [len(end.lines) * LINE_HEIGHT + BETWEEN for end in ends]
    wanted = [end.share * inner for end in ends]
    places = apart(wanted, sizes, (-BOTTOM / 2, inner + TOP))
    for end, place in zip(ends, places, strict=True):
        *name, value = map(safe, end.lines)
        mark = f'<span style="color:{end.look.colour}">{_mark(end.look)}</span>'
        yield {
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 10,
            "y": place / inner,
            "yref": "y domain",
            "yanchor": "middle",  # Plotly's own choice would change with the height
            "align": "left",
            "text": "<br>".join([f"{mark} {name[0]}", *name[1:], value]),
            "font": {"color": INK, "size": SIZE - 1},
        }


def _mark(look: Look) -> str:
    """Return a letter of the shape of a mark."""
    return SHAPES[look.symbol]


def _span(years: Sequence[int]) -> int:
    return max(years[-1] - years[0], 1)


def _marked(years: Sequence[int]) -> list[int]:
    """Return the years to write, none closer to another than a phone can show."""
    kept = [years[-1]]
    for year in reversed(years[:-1]):
        if (kept[-1] - year) * NARROW / _span(years) >= YEAR:
            kept.append(year)
    return kept
