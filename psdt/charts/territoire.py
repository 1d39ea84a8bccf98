"""The communes of the territoire, each in its outline, under its name."""

import textwrap
from collections.abc import Sequence

import plotly.graph_objects as go

from psdt.charts.outlines import outline, room
from psdt.charts.theme import INK, SEQUENCE, figure, safe, text_width
from psdt.domain.indicators import Territoire

WIDTH, HEIGHT = 520, 400
"""What the names are placed for, in pixels; a phone hides them."""
SIZE, LINE_HEIGHT = 12, 15
TIGHT = 0.92
"""A name may overflow its commune by that much."""


def plan(communes: Sequence[Territoire]) -> go.Figure:
    """Draw the communes that have an outline, named where there is room.

    Without a height: the style sheet gives it its shape, on a phone too. Raises ``ValueError``
    when none has one.
    """
    drawn = [(c.nom, c.contour) for c in communes if c.contour]
    if not drawn:
        raise ValueError("no outline to draw")
    drawn.sort(key=lambda pair: outline(pair[1]).area, reverse=True)  # enclaves are drawn last
    rings = [ring for _, contour in drawn for ring in outline(contour).rings]
    spans = [
        max(float(ring[:, axis].max()) for ring in rings)
        - min(float(ring[:, axis].min()) for ring in rings)
        for axis in (0, 1)
    ]
    unit = max(spans[0] / WIDTH, spans[1] / HEIGHT)
    traces, names = [], []
    for nom, contour in drawn:
        x, y = outline(contour).path()
        traces.append(
            {
                "type": "scatter",
                "x": x,
                "y": y,
                "mode": "lines",
                "fill": "toself",
                "fillcolor": SEQUENCE[0],
                "line": {"color": "white", "width": 1.5},
                "hoveron": "fills",
                "hoverinfo": "text",
                "text": safe(nom),
                "showlegend": False,
            }
        )
        lines = textwrap.wrap(nom, 14)
        width, height = text_width(lines, SIZE) * unit, len(lines) * LINE_HEIGHT * unit
        left, bottom, times = room(contour, width, height)
        if times >= TIGHT:
            text = "<br>".join(map(safe, lines))
            names.append(
                {"x": left, "y": bottom, "text": text, "font": {"size": SIZE, "color": INK}}
            )
    hidden = {"visible": False}
    scale = {"scaleanchor": "x", "scaleratio": 1, "constrain": "domain", "constraintoward": "top"}
    layout = {
        "annotations": names,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "xaxis": hidden,
        "yaxis": hidden | scale,
    }
    return figure(height=HEIGHT, data=traces, layout=layout).update_layout(height=None)
