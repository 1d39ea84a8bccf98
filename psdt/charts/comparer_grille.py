"""Communes × indicators: each figure printed in its cell, coloured by its gap to a reference."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from psdt.charts.abs_carte import HATCH
from psdt.charts.theme import DIVERGENCE, GREY, INK, LINE, SIZE, figure, safe, text_width

ROW, LINE_HEIGHT = 30, 17
HEAD_LETTERS, HEAD_LINES = 14, 6
"""Letters in a line of the head of a column, and lines of it."""
AGAIN = 20
"""Communes from which the heads of columns are written under the grid too."""
DARKEST = 3
"""On these classes, a figure is white."""
LEGEND = 40
GAP = 0.35
"""Blank between the reference and the communes, in rows."""


def grille(
    lieux: pd.Series,
    textes: pd.DataFrame,
    classes: pd.DataFrame,
    colonnes: pd.DataFrame,
    *,
    legende: Sequence[str],
    reference: tuple[str, Sequence[str]] | None = None,
) -> go.Figure:
    """Draw a row a commune and a column an indicator.

    Parameters
    ----------
    lieux : Series, index code of the commune
        Their names, in the order of the rows.
    textes : DataFrame
        Same rows, one column an indicator: the figure, or why there is none.
    classes : DataFrame
        The same: from -3 (much less fragile than the reference) to 3 (much more); NaN when
        nothing can be said: the cell is white.
    colonnes : DataFrame, index code of the indicator
        ``libelle`` and ``unite`` (with its year), the head of the column; ``axe``, which
        neighbours share.
    legende : sequence of four str
        What blue, the middle and orange mean, then the text of the cells to hatch: a figure
        that is under secrecy.
    reference : (str, sequence of str), optional
        Name and figures of the larger territoire, written in a row above.

    Returns
    -------
    Figure
        What is more fragile is orange and bold.
    """
    heads = [_head(*column) for column in zip(colonnes["libelle"], colonnes["unite"], strict=True)]
    tall = max(head.count("<br>") + 1 for head in heads) * LINE_HEIGHT + 10
    first = 1 + GAP if reference else 0.0
    bottom = first + len(lieux)
    again = len(lieux) > AGAIN
    rows = [first + i for i in range(len(lieux))]
    groups = list(_axes(colonnes, tall))
    notes = [*_heads(heads, top=True), *groups]
    if again:
        notes += _heads(heads, top=False)
    data = [
        _cells(lieux, classes, textes, colonnes, rows),
        *_hatched(textes, rows, legende[-1]),
        *_figures(textes, classes, rows),
        *map(_swatch, legende[:-1], (DIVERGENCE[1], DIVERGENCE[3], DIVERGENCE[5])),
    ]
    names = list(map(safe, lieux))
    if reference:
        data.append(_reference(reference[1]))
    foot = (tall if again else 8) + LEGEND
    top = tall + 8 + max(note["text"].count("<br>") + 1 for note in groups) * LINE_HEIGHT
    ticks = [0.0, *rows] if reference else rows
    layout = {
        "annotations": notes,
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": 0,
            "yref": "container",
            "yanchor": "bottom",
            "traceorder": "normal",
        },
        "margin": {"l": _left(lieux, reference), "r": 4, "t": top, "b": foot},
        "xaxis": {"visible": False, "range": [-0.5, len(heads) - 0.5]},
        "yaxis": {
            "tickvals": ticks,
            "ticktext": [f"<b>{safe(reference[0])}</b>", *names] if reference else names,
            "range": [bottom - 0.5, -0.5],
            "automargin": False,
            "ticklabelstandoff": 6,
        },
    }
    return figure(height=int(bottom * ROW) + top + foot, data=data, layout=layout)


def _left(lieux: pd.Series, reference: tuple[str, Sequence[str]] | None) -> int:
    names = [*lieux, *([reference[0]] if reference else [])]
    return int(text_width(names)) + 18


def _head(libelle: str, unite: str) -> str:
    """Return the head of a column, on short lines; the table beside has the whole name."""
    lines = textwrap.wrap(libelle, HEAD_LETTERS, max_lines=HEAD_LINES - 1, placeholder="…")
    return "<br>".join(map(safe, [*lines, unite]))


def _heads(heads: Sequence[str], *, top: bool) -> Iterator[dict[str, Any]]:
    for column, head in enumerate(heads):
        yield {
            "x": column,
            "y": 1 if top else 0,
            "yref": "paper",
            "yanchor": "bottom" if top else "top",
            "yshift": 4 if top else -4,
            "text": head,
            "font": {"color": INK, "size": SIZE - 2},
        }


def _axes(colonnes: pd.DataFrame, tall: int) -> Iterator[dict[str, Any]]:
    """Yield the name of each axis over its columns, where it has room."""
    axes = colonnes["axe"].tolist()
    start = 0
    for column in range(1, len(axes) + 1):
        if column == len(axes) or axes[column] != axes[start]:
            letters = HEAD_LETTERS * (column - start)
            lines = textwrap.wrap(axes[start], letters, max_lines=2, placeholder="…")
            yield {
                "x": (start + column - 1) / 2,
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "yshift": tall,
                "text": f"<b>{'<br>'.join(map(safe, lines))}</b>",
                "font": {"color": GREY, "size": SIZE - 2},
            }
            start = column


def _cells(
    lieux: pd.Series,
    classes: pd.DataFrame,
    textes: pd.DataFrame,
    colonnes: pd.DataFrame,
    rows: Sequence[float],
) -> dict[str, Any]:
    n = len(DIVERGENCE)
    scale = [(edge / n, colour) for i, colour in enumerate(DIVERGENCE) for edge in (i, i + 1)]
    said = [
        [safe(f"{nom}, {libelle} : {texte}") for libelle, texte in zip(names, texts, strict=True)]
        for nom, texts in zip(lieux, textes.to_numpy().tolist(), strict=True)
        for names in [colonnes["libelle"]]
    ]
    return {
        "type": "heatmap",
        "z": classes.astype(object).where(classes.notna(), None).to_numpy().tolist(),
        "x": list(range(len(colonnes))),
        "y": list(rows),
        "zmin": -n / 2,
        "zmax": n / 2,
        "colorscale": scale,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "customdata": said,
        "hovertemplate": "%{customdata}<extra></extra>",
        "hoverongaps": True,
    }


def _hatched(textes: pd.DataFrame, rows: Sequence[float], secret: str) -> Iterator[dict[str, Any]]:
    """Yield the hatching of what is under secrecy: a figure exists, and nobody may see it."""
    found = [
        (column, row)
        for row, texts in zip(rows, textes.to_numpy().tolist(), strict=True)
        for column, text in enumerate(texts)
        if text == secret
    ]
    if found:
        yield {
            "type": "bar",
            "x": [column for column, _ in found],
            "base": [row - 0.46 for _, row in found],
            "y": [0.92] * len(found),
            "width": 0.97,
            "marker": {
                "color": "#ECEFF1",
                "pattern": HATCH | {"solidity": 0.12, "fgcolor": "#B7C0C5"},
            },
            "hoverinfo": "skip",
            "showlegend": False,
        }


def _figures(
    textes: pd.DataFrame, classes: pd.DataFrame, rows: Sequence[float]
) -> Iterator[dict[str, Any]]:
    """Yield the figures: fragile ones are bold, those without a class in grey when absent."""
    steps = classes.to_numpy(float).tolist()
    written = [
        (column, row, f"<b>{safe(text)}</b>" if step > 0 else safe(text), step)
        for row, texts, line in zip(rows, textes.to_numpy().tolist(), steps, strict=True)
        for column, (text, step) in enumerate(zip(texts, line, strict=True))
    ]
    yield {
        "type": "scatter",
        "mode": "text",
        "x": [column for column, *_ in written],
        "y": [row for _, row, *_ in written],
        "text": [text for _, _, text, _ in written],
        "textfont": {
            "size": SIZE - 1,
            "color": ["white" if abs(step) >= DARKEST else INK for *_, step in written],
        },
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _reference(texts: Sequence[str]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(range(len(texts))),
        "y": [0.0] * len(texts),
        "text": [f"<b>{safe(text)}</b>" for text in texts],
        "textfont": {"size": SIZE - 1, "color": INK},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _swatch(name: str, colour: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [None],
        "y": [None],
        "name": safe(name),
        "marker": {
            "symbol": "square",
            "size": 14,
            "color": colour,
            "opacity": 1,
            "line": {"color": LINE, "width": 1},
        },
        "hoverinfo": "skip",
    }
