"""The map of the communes: polygons in plain axes, no tile, no request to another host."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from psdt.charts.outlines import outline, room
from psdt.charts.theme import GREY, INK, SEQUENCE, figure, safe, text_width

WIDTH, HEIGHT, LEGEND = 520, 480, 64
"""What the labels are placed for, in pixels; a phone hides them."""
SIZE, LINE_HEIGHT = 12, 15
TIGHT = 0.92
"""A label may overflow its commune by that much."""
DARK = SEQUENCE[3:]
"""On these, a label is white."""
HATCH = {"shape": "/", "size": 6, "solidity": 0.2, "fgcolor": GREY, "bgcolor": "white"}
MISSING = "#ECEFF1"


def carte(lieux: pd.DataFrame, legende: Sequence[str], *, choisi: str | None = None) -> go.Figure:
    """Draw communes by class, secret and missing values apart.

    Parameters
    ----------
    lieux : DataFrame, index code of the commune
        ``nom``; ``contour``, a GeoJSON geometry as text; ``classe``, from 0, missing when
        there is no figure; ``secret``, whether that is why; ``texte``, the figure or the
        reason of its absence.
    legende : sequence of str
        What each class says, then what secret and missing values are called.
    choisi : str, optional
        Code of the commune to outline.

    Returns
    -------
    Figure
        Without a height: the style sheet gives it the shape of ``WIDTH`` × ``HEIGHT``, so that
        a phone draws a smaller map and leaves no blank under it.

    Raises
    ------
    ValueError
        When no commune has an outline.
    """
    *names, secret, missing = legende
    colours = dict(enumerate(_colours(len(names))))
    drawn = lieux.dropna(subset="contour")
    if drawn.empty:
        raise ValueError("no outline to draw")
    drawn = drawn.assign(
        couleur=drawn["classe"].map(colours).astype(object).fillna(MISSING),
        aire=[outline(contour).area for contour in drawn["contour"]],
    ).sort_values("aire", ascending=False, kind="stable")  # an enclave is drawn last
    traces = [
        _commune(lieu, {"color": GREY if lieu["secret"] else "white", "width": 1})
        for code, lieu in drawn.iterrows()
        if code != choisi
    ]
    if choisi in drawn.index:
        traces.append(_commune(drawn.loc[[choisi]].iloc[0], {"color": INK, "width": 3}))
    traces += [_legend(name, {"color": colours[number]}) for number, name in enumerate(names)]
    unknown = drawn[drawn["classe"].isna()]["secret"]
    if unknown.any():
        traces.append(_legend(secret, {"color": MISSING, "pattern": HATCH}))
    if not unknown.all():
        traces.append(_legend(missing, {"color": MISSING}))
    hidden = {"visible": False}
    scale = {"scaleanchor": "x", "scaleratio": 1, "constrain": "domain", "constraintoward": "top"}
    legend = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom"}
    layout = {
        "annotations": list(_labels(drawn)),
        "showlegend": True,
        "legend": legend,
        "margin": {"l": 0, "r": 0, "t": LEGEND, "b": 0},
        "xaxis": hidden,
        "yaxis": hidden | scale,
    }
    return figure(height=HEIGHT, data=traces, layout=layout).update_layout(height=None)


def _colours(n: int) -> list[str]:
    """Return ``n`` colours, from the lightest to the darkest, as far apart as they can be."""
    if n == 1:
        return [SEQUENCE[1]]
    return [SEQUENCE[round(i * (len(SEQUENCE) - 1) / (n - 1))] for i in range(n)]


def _commune(lieu: pd.Series, line: dict[str, Any]) -> dict[str, Any]:
    """Return the surface of a commune."""
    x, y = outline(lieu["contour"]).path()
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "mode": "lines",
        "fill": "toself",
        "fillcolor": lieu["couleur"],
        "fillpattern": HATCH if lieu["secret"] else None,
        "line": line,
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": f"<b>{safe(lieu['nom'])}</b><br>{safe(lieu['texte'])}",
        "showlegend": False,
    }


def _legend(name: str, look: dict[str, Any]) -> dict[str, Any]:
    """Return a line of the legend: a swatch that nothing on the map repeats."""
    return {
        "type": "bar",
        "x": [None],
        "y": [None],
        "name": safe(name),
        "marker": look | {"line": {"color": GREY, "width": 0.5}},
        "hoverinfo": "skip",
    }


def _labels(lieux: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield the labels that fit in their commune and on no other label, largest first.

    A label loses its name before it is left out: the bars beside the map have them all.
    """
    points = [ring for contour in lieux["contour"] for ring in outline(contour).rings]
    spans = [[ring[:, axis] for ring in points] for axis in (0, 1)]
    x_span, y_span = (max(map(max, span)) - min(map(min, span)) for span in spans)
    unit = max(x_span / WIDTH, y_span / (HEIGHT - LEGEND))
    taken: list[tuple[float, float, float, float]] = []
    for _, lieu in lieux.iterrows():
        if pd.isna(lieu["classe"]):
            continue
        for lines in _shapes(lieu["nom"], lieu["texte"]):
            width = text_width(lines, SIZE) * unit
            height = len(lines) * LINE_HEIGHT * unit
            x, y, times = room(lieu["contour"], width, height)
            box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            if times < TIGHT or any(_overlap(box, other) for other in taken):
                continue
            taken.append(box)
            *name, value = map(safe, lines)
            yield {
                "x": x,
                "y": y,
                "text": "<br>".join([*name, f"<b>{value}</b>"]),
                "font": {"size": SIZE, "color": "white" if lieu["couleur"] in DARK else INK},
            }
            break


def _shapes(nom: str, texte: str) -> list[list[str]]:
    """Return ways to write a label: on two lines, the name cut in two, the figure alone."""
    first, space, rest = nom.partition(" ")
    if not space:
        first, _, rest = nom.partition("-")
        first += "-"
    cut = [[first, rest, texte]] if rest else []
    return [[nom, texte], *cut, [texte]]


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
