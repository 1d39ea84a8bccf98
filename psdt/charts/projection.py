"""A figure for a big screen: the same one, its texts read from the back of the room."""

import plotly.graph_objects as go

from psdt.charts.theme import SIZE

BIG = 20
"""Pixels of the texts."""


def enlarged(fig: go.Figure) -> go.Figure:
    """Return a figure with texts of ``BIG`` pixels, as high as the page lets it be.

    Margins that hold texts grow with them; shapes and lines keep their places.
    """
    times = BIG / SIZE
    margin = fig.layout.margin.to_plotly_json()
    notes = [
        {"font": {"size": BIG if note.font.size is None else note.font.size * times}}
        for note in fig.layout.annotations
    ]
    fig.update_layout(
        height=None,
        font_size=BIG,
        hoverlabel_font_size=BIG,
        legend_font_size=BIG,
        margin={side: value * times for side, value in margin.items() if side in "lrtb"},
    )
    for note, look in zip(fig.layout.annotations, notes, strict=True):
        note.update(look)
    fig.update_xaxes(tickfont_size=BIG)
    fig.update_yaxes(tickfont_size=BIG)
    fig.update_traces(line_width=5, marker_size=13, selector={"type": "scatter"})
    return fig
