"""The figures of the priority table: bars of scores, grid of means, score against agreement."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from psdt.charts import theme
from psdt.charts.labels import Area, Box, place, spread
from psdt.domain.priorites import NIVEAUX
from psdt.words import priorites as mots

WRAPPED, LINES = 38, 3
"""Letters in a line of a name, and lines of it; the table beside has the rest."""
LINE, GAP = 1.25, 0.5
"""Heights of a line of letters and of the gap between two rows, in letters."""
NAMED = 14
"""Points that get a name beside them; the others have their rank."""
NARROWEST, WIDEST = 66, 105
"""Widths of a figure, in letters, between which names never meet: 924 to 1470 pixels."""
ALONE = 36
"""The narrowest figure that has no name, in letters: a table stands beside it."""
MARK = 1.8
"""Width of a point, in letters."""
MARGIN = {"l": 60, "r": 16, "t": 12, "b": 44}
ZONES = (-1.0, 0.2, 0.5, 1.0)
"""Where answers part, spread or agree, on van der Eijk's A."""

Range = tuple[float, float]


def bars(enjeux: pd.DataFrame, *, size: int = theme.SIZE, letters: int = WRAPPED) -> go.Figure:
    """Return one bar an enjeu, best at the top, with its rank and its score.

    Parameters
    ----------
    enjeux : DataFrame
        ``rang``, ``enjeu``, ``score`` (0 to 100), best first; those without a rank are
        left out.
    size : int
        Height of letters, in pixels.
    letters : int
        Letters in a line of a name: on a big screen, there is room for one line.
    """
    ranked = enjeux.dropna(subset=["rang"])
    pairs = zip(ranked["rang"], ranked["enjeu"], strict=True)
    names = [_wrapped(f"{rank}. {text}", letters) for rank, text in pairs]
    figure = theme.figure(height=_height(names, size))
    figure.add_bar(
        x=ranked["score"],
        y=list(range(len(names))),
        orientation="h",
        marker={"color": theme.THEMES[0]},
        texttemplate="%{x:.1f}",
        textposition="outside",
        textfont={"size": size},
        constraintext="none",
        cliponaxis=False,
        customdata=_hovered(ranked["enjeu"]),
        hovertemplate="%{customdata}<br>%{x:.1f}<extra></extra>",
    )
    figure.update_xaxes(visible=False, range=[0, 110])
    return _rows(figure, names, size).update_layout(bargap=0.35)


def grid(moyennes: pd.DataFrame, enjeux: pd.Series, criteres: pd.DataFrame) -> go.Figure:
    """Return the mean of each enjeu on each criterion: a number in each cell, one hue.

    Parameters
    ----------
    moyennes : DataFrame
        Enjeux × criteria, 1 to 4; a missing mean is an empty cell.
    enjeux : Series
        The names of the rows.
    criteres : DataFrame
        ``critere`` and ``poids`` (they add up to 1) of the columns.
    """
    names = [_wrapped(text, WRAPPED) for text in enjeux]
    heads = [
        f"{_wrapped(name, 16)}<br><b>{mots.pourcent(weight)}</b>"
        for name, weight in zip(criteres["critere"], criteres["poids"], strict=True)
    ]
    figure = theme.figure(height=_height(names, theme.SIZE) + 90)
    figure.add_heatmap(
        z=moyennes.to_numpy(dtype=float),
        zmin=NIVEAUX[0],
        zmax=NIVEAUX[-1],
        colorscale=_classes(),
        showscale=False,
        xgap=2,
        ygap=2,
        hoverinfo="skip",
    )
    figure.add_scatter(**_numbers(moyennes), mode="text", hoverinfo="skip")
    figure.update_xaxes(
        side="top", tickvals=list(range(len(heads))), ticktext=heads, autotickangles=[0, 90]
    )
    return _rows(figure, names, theme.SIZE)


def agreement(
    enjeux: pd.DataFrame, *, size: int = theme.SIZE, height: int = 560, named: bool = True
) -> go.Figure:
    """Return one numbered point an enjeu: to the right people agree, to the top it scores.

    Names are written beside the points where there is room for them, whatever the width of
    the page: none covers another.

    Parameters
    ----------
    enjeux : DataFrame
        ``rang``, ``enjeu``, ``score`` (0 to 100), ``accord`` (-1 to 1), best first.
    size, height : int
        Height of letters, and of the figure, in pixels.
    named : bool
        Whether names are wanted: a big screen has room for all of them, beside the figure.
    """
    known = enjeux.dropna(subset=["rang", "accord"])
    across, up = ranges = _range(known["accord"], 0.08), _range(known["score"], 5)
    sides = MARGIN["l"] + MARGIN["r"]
    narrowest = NARROWEST if named else ALONE
    area = Area(narrowest * size - sides, WIDEST * size - sides, _inner(height))
    marks = [
        Box(_share(accord, across), _share(score, up) * area.height, MARK * size, MARK * size)
        for accord, score in zip(known["accord"], known["score"], strict=True)
    ]
    points = spread(marks, area)
    figure = theme.figure(height=height)
    _axes(figure, ranges, size, median=known["score"].median())
    _marks(figure, known, [up[0] + p.y / area.height * (up[1] - up[0]) for p in points], size)
    corners = list(_corners(across, area, size))
    lines = [textwrap.wrap(text, 26, max_lines=LINES, placeholder="…") for text in known["enjeu"]]
    names = [
        Box(point.x, point.y, theme.text_width(said, size), len(said) * size * LINE)
        for point, said in zip(points, lines[: NAMED * named], strict=False)
    ]
    found = place([*points, *(box for box, _ in corners)], names, area)
    texts = [(box, f"<b>{text}</b>", theme.GREY) for box, text in corners]
    for name, said in zip(found, lines, strict=False):
        if name is not None:
            texts.append((name, "<br>".join(map(theme.safe, said)), theme.INK))
    return figure.update_layout(annotations=[_text(*each, area, size) for each in texts])


def _marks(figure: go.Figure, enjeux: pd.DataFrame, heights: list[float], size: int) -> None:
    """Draw the points, their ranks in them; the best is drawn last, on top."""
    hovered = zip(_hovered(enjeux["enjeu"]), enjeux["score"], strict=True)
    figure.add_scatter(
        x=enjeux["accord"][::-1],
        y=heights[::-1],
        mode="markers+text",
        marker={
            "size": MARK * size,
            "color": theme.THEMES[0],
            "opacity": 1,
            "line": {"color": "white", "width": 1.5},
        },
        text=enjeux["rang"].astype(str)[::-1],
        textfont={"size": size, "color": "white"},
        customdata=list(hovered)[::-1],
        hovertemplate="%{customdata[0]}<br>%{customdata[1]:.1f}<extra></extra>",
    )


def _text(box: Box, text: str, colour: str, area: Area, size: int) -> dict[str, Any]:
    """Return a text at its place; what passes under it stays pale."""
    return {
        "x": box.x,
        "y": box.y / area.height,
        "xref": "x domain",
        "yref": "y domain",
        "xanchor": "center",
        "yanchor": "middle",
        "xshift": box.dx,
        "yshift": box.dy,
        "text": text,
        "align": _side(box),
        "font": {"size": size, "color": colour},
        "bgcolor": "rgba(255,255,255,.75)",
    }


def _side(box: Box) -> str:
    """Return how the lines of a name are aligned: towards its point."""
    if abs(box.dx) < box.width / 2:
        return "center"
    return "left" if box.dx > 0 else "right"


def _axes(figure: go.Figure, ranges: tuple[Range, Range], size: int, *, median: float) -> None:
    """Name the zones of agreement under the figure, and draw where they meet."""
    (low, high), score = ranges
    centres = {(start + end) / 2: name for name, start, end in _seen(ranges[0])}
    font, line = {"size": size}, {"color": theme.LINE, "width": 1.5}
    shapes = [
        {"x0": limit, "x1": limit, "y0": 0, "y1": 1, "yref": "y domain"}
        for limit in ZONES[1:-1]
        if low < limit < high
    ]
    shapes.append({"x0": 0, "x1": 1, "xref": "x domain", "y0": median, "y1": median})
    figure.update_layout(
        margin=MARGIN,
        shapes=[{"type": "line", "layer": "below", "line": line, **shape} for shape in shapes],
        xaxis={
            "range": [low, high],
            "tickvals": list(centres),
            "ticktext": list(centres.values()),
            "tickfont": font,
            "automargin": False,
        },
        yaxis={
            "range": list(score),
            "title": {"text": mots.AXE_SCORE, "font": font},
            "tickfont": font,
            "automargin": False,
        },
    )


def _corners(across: Range, area: Area, size: int) -> Iterator[tuple[Box, str]]:
    """Yield the names of the corners of the figure, those whose zone is seen."""
    *apart, together = mots.ZONES
    seen = {name for name, _, _ in _seen(across)}
    wanted = (not seen.isdisjoint(apart), together in seen, together in seen)
    for text, x, y, shown in zip(mots.COINS, (0, 1, 1), (1, 1, 0), wanted, strict=True):
        width, high = theme.text_width([text], size), size * LINE
        side, rise = (1 if x == 0 else -1), (1 if y == 0 else -1)
        if shown:
            yield Box(x, y * area.height, width, high, side * width / 2, rise * high / 2), text


def _seen(across: Range) -> list[tuple[str, float, float]]:
    """Return the zones of agreement that are wide enough to be named, and their limits."""
    low, high = across
    limits = [min(max(limit, low), high) for limit in ZONES]
    zones = zip(mots.ZONES, limits, limits[1:], strict=False)
    return [zone for zone in zones if zone[2] - zone[1] > 0.1 * (high - low)]


def _rows(figure: go.Figure, names: Sequence[str], size: int) -> go.Figure:
    """Write the names of rows at the left, the first at the top."""
    return figure.update_yaxes(
        range=[len(names) - 0.5, -0.5],
        tickvals=list(range(len(names))),
        ticktext=list(names),
        tickfont={"size": size},
        ticklabelstandoff=6,
    )


def _classes() -> list[tuple[float, str]]:
    """Return the colours of five classes of means, each flat: they can be told apart."""
    n = len(theme.SEQUENCE)
    return [(edge / n, colour) for i, colour in enumerate(theme.SEQUENCE) for edge in (i, i + 1)]


def _numbers(moyennes: pd.DataFrame) -> dict[str, Any]:
    """Return the means to write, dark on the light classes and white on the two darkest."""
    places = [(i, j) for i in range(moyennes.shape[0]) for j in range(moyennes.shape[1])]
    means = moyennes.to_numpy(dtype=float).ravel()
    light = NIVEAUX[0] + (NIVEAUX[-1] - NIVEAUX[0]) * 3 / len(theme.SEQUENCE)
    return {
        "x": [column for _, column in places],
        "y": [row for row, _ in places],
        "text": means,
        "texttemplate": "%{text:.1f}",
        "textfont": {"color": [theme.INK if mean < light else "white" for mean in means]},
    }


def _height(names: Sequence[str], size: int) -> int:
    """Return the height of a figure whose rows have these names, all as high as the highest."""
    lines = max((name.count("<br>") + 1 for name in names), default=1)
    return int(len(names) * (lines * LINE + GAP) * size) + 20


def _inner(height: int) -> float:
    return height - MARGIN["t"] - MARGIN["b"]


def _share(value: float, limits: Range) -> float:
    return (value - limits[0]) / (limits[1] - limits[0])


def _range(values: pd.Series, pad: float) -> Range:
    """Return the values at hand with some air, at least twice ``pad`` wide."""
    margin = max(pad, 0.12 * (values.max() - values.min()))
    return float(values.min() - margin), float(values.max() + margin)


def _wrapped(text: str, width: int) -> str:
    """Return a name on lines, its long words cut: somebody may have typed no space at all."""
    short = textwrap.wrap(text, width, max_lines=LINES, placeholder="…")
    return "<br>".join(map(theme.safe, short))


def _hovered(texts: pd.Series) -> list[str]:
    return [_wrapped(text, 60) for text in texts]
