"""The figure of the suggested themes: how many objectifs in each, and from which collège."""

import pandas as pd
import plotly.graph_objects as go

from psdt.charts import theme

ROW = 46
"""Height of a bar with the space around it, in pixels."""
LEGEND = 34
LETTERS = 30
"""Letters in a line of a title."""
COLOURS = (theme.THEMES[3], theme.THEMES[0], theme.THEMES[2], theme.THEMES[4], theme.PALE)
"""One a collège, the last for those shown together; not the orange of what is fragile."""


def sizes(tailles: pd.DataFrame) -> go.Figure:
    """Return one bar a theme, cut by collège, its total at its end.

    Parameters
    ----------
    tailles : DataFrame, index title of the theme
        One column a collège: number of objectifs; the last one is what is not told apart.
        Columns without any objectif are left out of the legend.
    """
    rows = list(range(len(tailles)))
    figure = theme.figure(height=len(rows) * ROW + LEGEND)
    for (college, numbers), colour in zip(tailles.items(), COLOURS, strict=True):
        figure.add_bar(
            x=numbers.to_list(),
            y=rows,
            orientation="h",
            name=theme.safe(str(college)),
            marker={"color": colour, "line": {"color": "white", "width": 1}},
            text=[str(n) if n else "" for n in numbers],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": theme.INK if colour == theme.PALE else "white"},
            showlegend=bool(numbers.any()),
            hoverinfo="skip",
        )
    totals = tailles.sum(axis=1)
    figure.add_scatter(
        x=totals.to_list(),
        y=rows,
        mode="text",
        text=[f"  <b>{n}</b>" for n in totals],
        textposition="middle right",
        cliponaxis=False,
        showlegend=False,
        hoverinfo="skip",
    )
    figure.update_yaxes(
        tickvals=rows,
        ticktext=[theme.wrap(title, LETTERS) for title in tailles.index],
        range=[len(rows) - 0.5, -0.5],
    )
    figure.update_xaxes(visible=False, range=[0, max(totals.max(), 1)])
    return figure.update_layout(
        barmode="stack",
        bargap=0.3,
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "normal"},
        margin={"l": 4, "r": 36, "t": LEGEND, "b": 4},
    )
