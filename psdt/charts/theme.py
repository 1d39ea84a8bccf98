"""One look for all figures, and what every figure does with the texts it is given.

Figures are drawn with ``st.plotly_chart(figure, theme=None, config=CONFIG, alt=…)``.
"""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go

from psdt.words.graphiques import FORMAT

INK = "#1C2B33"
GREY = "#5A6872"
LINE = "#DDE3E6"
PALE = "#C3CDD2"
"""What stays in the background: a bar out of the selection, a line that is only context."""

THEMES = ("#08595E", "#B4611D", "#218EF1", "#481C76", "#AB7BAF", "#7C926E", "#5A250F")
SEQUENCE = ("#CFE2DD", "#9CC5BE", "#5F9F9B", "#2E7377", "#134A50")
DIVERGENCE = ("#14566B", "#4F93A8", "#A9CCD6", "#F6F5F1", "#F0C39B", "#D2763F", "#9A3B12")
"""From the least to the most fragile."""

FRAGILE = "#B4611D"
"""More fragile than the reference, whatever the indicator's direction."""

_WIDTHS = {
    "\u202f ,.;:'’!|()-fijlIîïrt": 0.3,
    "ackszvxyçaeéèêëàâ0123456789€«»?/+°": 0.5,
    "mwMW%œæ—": 0.85,
}
"""Widths of the letters of Source Sans, in ems; capitals and others are told apart below."""

FONT = "'Source Sans','Source Sans 3',Arial,sans-serif"
SIZE = 14
SEPARATORS = ",\u202f"

CONFIG: dict[str, Any] = {
    "locale": "fr",
    "locales": {"fr": {"dictionary": {}, "format": FORMAT}},
    "displayModeBar": False,
    "displaylogo": False,
    "doubleClick": False,
    "plotlyServerURL": "",
    "scrollZoom": False,
    "showAxisDragHandles": False,
    "showTips": False,
}
"""For ``st.plotly_chart``: in French, and without any way to zoom by mistake. Pictures are taken
away by a button of the page: they say their finding and their source."""

_AXIS = {
    "automargin": True,
    "fixedrange": True,
    "gridcolor": LINE,
    "showgrid": False,
    "showline": False,
    "tickfont": {"color": INK, "size": SIZE},
    "ticks": "",
    "title": {"font": {"color": GREY, "size": SIZE}},
    "zeroline": False,
}
TEMPLATE = go.layout.Template(
    layout={
        "annotationdefaults": {"showarrow": False, "font": {"color": INK, "size": SIZE}},
        "colorway": THEMES,
        "dragmode": False,
        "font": {"family": FONT, "size": SIZE, "color": INK},
        "hoverlabel": {
            "bgcolor": "white",
            "bordercolor": LINE,
            "font": {"family": FONT, "size": SIZE, "color": INK},
        },
        "legend": {"font": {"size": SIZE}, "itemclick": False, "itemdoubleclick": False},
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "separators": SEPARATORS,
        "showlegend": False,
        "xaxis": _AXIS,
        "yaxis": _AXIS,
    }
)


def figure(
    *, height: int, data: Sequence[Mapping[str, Any]] = (), layout: Mapping[str, Any] | None = None
) -> go.Figure:
    """Return a figure in the look of the house, ``height`` pixels high.

    Its title is a finding, written by the page above it: it has none of its own. Traces
    and layout given at once are drawn twice as fast as added one by one.
    """
    return go.Figure(
        data=list(data), layout={"template": TEMPLATE, "height": height, **(layout or {})}
    )


def safe(text: str) -> str:
    """Return a text from a file or a person as Plotly shows it word for word.

    Plotly reads tags and entities in every label. In a ``hovertemplate``, give texts
    through ``customdata``: there, ``%{`` would be read too.
    """
    return escape(text, quote=False)


def wrap(text: str, width: int) -> str:
    """Return a text, safe, on lines of at most ``width`` characters where words allow it."""
    lines = textwrap.wrap(text, width, break_long_words=False) or [""]
    return "<br>".join(safe(line) for line in lines)


def text_width(lines: Iterable[str], size: float = SIZE) -> float:
    """Return how wide the longest line is once drawn, in pixels, rather more than less."""
    return max((sum(map(_width, line)) for line in lines), default=0.0) * size


def _width(letter: str) -> float:
    """Return the width of a letter of Source Sans, regular or semi-bold, in ems."""
    for letters, width in _WIDTHS.items():
        if letter in letters:
            return width
    return 0.67 if letter.isupper() else 0.56
