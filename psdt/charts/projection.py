"""A figure for a big screen: the same one, its texts read from the back of the room."""

import plotly.graph_objects as go

from psdt.charts.theme import SIZE

BIG = 20
"""Pixels of the texts."""
FEW = 6
"""Bars, from which they are as thick as they need to be."""


def enlarged(fig: go.Figure) -> go.Figure:
    """Return the figure with texts of ``BIG`` pixels, as high as the page lets it be.

    Margins that hold texts grow with them; shapes and lines keep their places. The one given
    stays as it is.
    """
    times, fig = BIG / SIZE, go.Figure(fig)
    margin = fig.layout.margin.to_plotly_json()
    notes = [
        {
            "font": {"size": max(BIG, (note.font.size or SIZE) * times)},
            "xshift": (note.xshift or 0) * times,
        }
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
    if sum(len(trace.y) for trace in fig.select_traces({"type": "bar"})) <= FEW:
        fig.update_layout(bargap=0.5)  # a few bars would fill the screen
    fig.update_xaxes(tickfont_size=BIG)
    fig.update_yaxes(tickfont_size=BIG)
    for trace in fig.select_traces({"type": "scatter"}):
        trace.update(line_width=trace.line.width * times, marker_size=trace.marker.size * times)
    return fig
