"""The figure of the suggested themes: how many objectifs in each, and by collège if told."""

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
ALONE = (theme.THEMES[0],)


def sizes(tailles: pd.DataFrame) -> go.Figure:
    """Return one bar a theme, its total at its end.

    Parameters
    ----------
    tailles : DataFrame, index title of the theme
        Number of objectifs, in one column; or one column a collège, the last one for what is
        not told apart. Columns without any objectif are left out of the legend.
    """
    cut = len(tailles.columns) > 1
    colours = COLOURS if cut else ALONE
    above = LEGEND if cut else 4
    rows = list(range(len(tailles)))
    figure = theme.figure(height=len(rows) * ROW + above)
    for (college, numbers), colour in zip(tailles.items(), colours, strict=True):
        figure.add_bar(
            x=numbers.to_list(),
            y=rows,
            orientation="h",
            name=theme.safe(str(college)),
            marker={"color": colour, "line": {"color": "white", "width": 1}},
            text=[str(n) if n and cut else "" for n in numbers],
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
        showlegend=cut,
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "normal"},
        margin={"l": 4, "r": 36, "t": above, "b": 4},
    )
