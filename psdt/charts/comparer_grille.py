"""Communes × indicators: each figure printed in its cell, coloured by its gap to a reference."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from psdt.charts.theme import DIVERGENCE, GREY, INK, LINE, PALE, SIZE, figure, safe, text_width

ROW, LINE_HEIGHT = 30, 17
NARROWEST, PICTURE, LETTER = 1080, 1180, 6.2
"""Narrowest width of the whole figure, width of a picture of it, width of a letter of a head, in
pixels."""
HEAD_LETTERS, HEAD_LINES = 26, 7
"""Letters in a line of the head of a column, and lines of it, at most."""
AGAIN = 20
"""Communes from which the heads of columns are written under the grid too."""
DARKEST = 3
"""On these classes, a figure is white."""
LEGEND = 40
WIDE, HIGH = 0.487, 0.467
"""Half of a cell, in columns and in rows: a white line is left between two."""
HATCHED, STROKES = "#F4F6F7", [0.2 * n for n in range(1, 10)]
"""Ground of a hatched cell, and its strokes: how far from its corner, from 0 to 2."""
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
    left = _left(lieux, reference)
    letters = min(int((NARROWEST - left) / len(colonnes) / LETTER), HEAD_LETTERS)
    columns = zip(colonnes["libelle"], colonnes["unite"], strict=True)
    heads = [_head(*column, letters) for column in columns]
    tall = max(head.count("<br>") + 1 for head in heads) * LINE_HEIGHT + 10
    first = 1 + GAP if reference else 0.0
    bottom = first + len(lieux)
    again = len(lieux) > AGAIN
    rows = [first + i for i in range(len(lieux))]
    groups = list(_axes(colonnes, tall, letters))
    notes = [*_heads(heads, top=True), *groups]
    if again:
        notes += _heads(heads, top=False)
    data = [
        *_cells(classes, rows),
        *_hatched(textes, rows, legende[-1]),
        _figures(lieux, textes, classes, colonnes, rows),
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
        "hoverdistance": 60,
        "meta": {"largeur": PICTURE},
        "margin": {"l": left, "r": 4, "t": top, "b": foot},
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


def _head(libelle: str, unite: str, letters: int) -> str:
    """Return the head of a column, on short lines; the table under has the whole name."""
    lines = textwrap.wrap(
        libelle, letters, max_lines=HEAD_LINES - 1, placeholder="…", break_long_words=False
    )
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


def _axes(colonnes: pd.DataFrame, tall: int, wide: int) -> Iterator[dict[str, Any]]:
    """Yield the name of each axis over its columns, where it has room."""
    axes = colonnes["axe"].tolist()
    start = 0
    for column in range(1, len(axes) + 1):
        if column == len(axes) or axes[column] != axes[start]:
            letters = wide * (column - start)
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


def _cells(classes: pd.DataFrame, rows: Sequence[float]) -> Iterator[dict[str, Any]]:
    """Yield the cells, a colour at a time: as shapes, for a picture is drawn five times faster."""
    steps = classes.to_numpy(float)
    for step, colour in zip(range(-DARKEST, DARKEST + 1), DIVERGENCE, strict=True):
        found = np.argwhere(steps == step)
        if len(found):
            yield _filled([(int(column), rows[row]) for row, column in found], colour)


def _filled(cells: Sequence[tuple[int, float]], colour: str) -> dict[str, Any]:
    """Return cells, ``(column, row)``, filled with a colour."""
    x: list[float | None] = []
    y: list[float | None] = []
    for column, row in cells:
        left, right, top, bottom = (column - WIDE, column + WIDE, row - HIGH, row + HIGH)
        x += [left, right, right, left, left, None]
        y += [top, top, bottom, bottom, top, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "fill": "toself",
        "fillcolor": colour,
        "line": {"width": 0},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _hatched(textes: pd.DataFrame, rows: Sequence[float], secret: str) -> Iterator[dict[str, Any]]:
    """Yield the hatching of what is under secrecy: a figure exists, and nobody may see it."""
    found = [
        (column, row)
        for row, texts in zip(rows, textes.to_numpy().tolist(), strict=True)
        for column, text in enumerate(texts)
        if text == secret
    ]
    if not found:
        return
    yield _filled(found, HATCHED)
    x: list[float | None] = []
    y: list[float | None] = []
    for column, row in found:
        for stroke in STROKES:  # from the left or the bottom of the cell to its top or its right
            one, other = max(0.0, stroke - 1), min(1.0, stroke)
            x += [column - WIDE + 2 * WIDE * share for share in (one, other)] + [None]
            y += [row - HIGH + 2 * HIGH * share for share in (other, one)] + [None]
    yield {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": PALE, "width": 1},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _figures(
    lieux: pd.Series,
    textes: pd.DataFrame,
    classes: pd.DataFrame,
    colonnes: pd.DataFrame,
    rows: Sequence[float],
) -> dict[str, Any]:
    """Return the figures: fragile ones are bold, white on what is dark."""
    steps = classes.to_numpy(float).tolist()
    written = [
        (column, row, f"<b>{safe(text)}</b>" if step > 0 else safe(text), step)
        for row, texts, line in zip(rows, textes.to_numpy().tolist(), steps, strict=True)
        for column, (text, step) in enumerate(zip(texts, line, strict=True))
    ]
    said = [
        safe(f"{nom}, {libelle} : {text}")
        for nom, texts in zip(lieux, textes.to_numpy().tolist(), strict=True)
        for libelle, text in zip(colonnes["libelle"], texts, strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [column for column, *_ in written],
        "y": [row for _, row, *_ in written],
        "text": [text for _, _, text, _ in written],
        "textfont": {
            "size": SIZE - 1,
            "color": ["white" if abs(step) >= DARKEST else INK for *_, step in written],
        },
        "customdata": said,
        "hovertemplate": "%{customdata}<extra></extra>",
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
