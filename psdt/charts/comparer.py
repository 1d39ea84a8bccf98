"""Indicators under one another, each on its own scale: where a commune stands among others."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from psdt.charts.comparer_ecrits import MARK, NARROWEST, SIDES, Row, ends, figures, title
from psdt.charts.niveaux import AUTRES, NIVEAUX
from psdt.charts.theme import LINE, PALE, figure, safe, wrap
from psdt.domain.indicators import Niveau

LETTERS = 48
"""Letters of a name on one line: a phone is narrow."""
LEGEND = 64
HERO, DOT = 17, 8
"""Sizes of what matters, and of the communes of the background."""
ASIDE, STEPS = 16, (0, -1, 1, -2, 2)
"""Pixels by which a mark leaves its line to be seen, and how many times: up, then down."""


def points(
    lignes: pd.DataFrame,
    valeurs: pd.DataFrame,
    noms: Mapping[Niveau, str],
    *,
    choisi: str | None = None,
    autres: str = "",
) -> go.Figure:
    """Draw a row an indicator: a dot a territoire, from its lowest figure to its highest.

    Parameters
    ----------
    lignes : DataFrame, index code of the indicator
        In the order of the rows: ``libelle``, with its unit and its year; ``fragile``, the end
        of the scale where the situation is the most fragile: 1 for the highest figure, -1 for
        the lowest, 0 when neither is.
    valeurs : DataFrame
        The figures that are known: ``code`` of the indicator, ``niveau`` (Niveau),
        ``code_territoire``, ``nom`` and ``texte``, the figure as people read it, ``valeur``.
        At most one territoire a level, but for the communes.
    noms : mapping
        What the legend calls each level that has dots; for the communes, the one chosen.
    choisi : str, optional
        Code of the commune to bring out; the others stay in the background. Without one, all
        of them do, and the intercommunalité is brought out.
    autres : str
        What the legend calls the communes of the background.

    Returns
    -------
    Figure
        No label covers another one, nor a dot, from ``NARROWEST`` to ``WIDEST`` pixels.
    """
    names = [wrap(libelle, LETTERS) for libelle in lignes["libelle"]]
    places = valeurs.assign(x=_shares(valeurs))
    hero = Niveau.COMMUNE if choisi else Niveau.EPCI
    places["aside"] = _aside(places, hero, choisi)
    moves = places.groupby("code")["aside"].agg(["min", "max"])
    rows, top = {}, 0.0
    for code, name in zip(lignes.index, names, strict=True):
        rise, fall = -float(moves["min"][code]), float(moves["max"][code])
        rows[code] = Row(top, name.count("<br>") + 1, rise, fall)
        top = rows[code].bottom
    places["y"] = [rows[code].track for code in places["code"]] + places["aside"]
    notes = [title(name, rows[code]) for code, name in zip(lignes.index, names, strict=True)]
    for code, found in places.groupby("code", sort=False):
        notes += ends(found, rows[code], int(lignes["fragile"][code]))
        notes += figures(found, rows[code], hero, choisi)
    layout = {
        "annotations": notes,
        "shapes": [*map(_track, rows.values()), *_stems(places)],
        "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "yref": "paper"},
        "margin": {"l": SIDES, "r": SIDES, "t": LEGEND, "b": 4},
        "xaxis": {"visible": False, "range": [0, 1]},
        "yaxis": {"visible": False, "range": [top, 0]},
    }
    data = list(_dots(places, noms, hero, choisi, autres))
    return figure(height=int(top) + LEGEND + 4, data=data, layout=layout)


def _shares(valeurs: pd.DataFrame) -> pd.Series:
    """Return where each figure is on the scale of its indicator, from 0 to 1."""
    by_code = valeurs.groupby("code")["valeur"]
    low, high = by_code.transform("min"), by_code.transform("max")
    span = (high - low).where(high > low)
    return ((valeurs["valeur"] - low) / span).fillna(0.5)


def _aside(places: pd.DataFrame, hero: Niveau, choisi: str | None) -> pd.Series:
    """Return how far from its line each dot is: what would hide what matters moves away."""
    found = pd.Series(0.0, index=places.index)
    communes = places["niveau"] == Niveau.COMMUNE
    marks = places[~communes | (places["code_territoire"] == choisi)]
    for _, own in marks.groupby("code", sort=False):
        first = own.assign(autre=own["niveau"] != hero).sort_values(["autre", "x"])
        sizes = [HERO if niveau is hero else MARK for niveau in first["niveau"]]
        moved = _shifts(list(zip(first["x"], sizes, strict=True)))
        found = found.add(pd.Series(moved, index=first.index), fill_value=0)
    return found


def _shifts(marks: Sequence[tuple[float, int]]) -> list[float]:
    """Return how far from its line each mark is drawn: not at all unless it would hide one."""
    kept: list[tuple[float, int, float]] = []
    for x, size in marks:
        near = [
            shift
            for other, larger, shift in kept
            if abs(x - other) * NARROWEST < (size + larger) / 2
        ]
        kept.append((x, size, min((step * ASIDE for step in STEPS), key=near.count)))
    return [float(shift) for *_, shift in kept]


def _stems(places: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield what ties a mark that moved to its place on the line."""
    for _, mark in places[places["aside"] != 0].iterrows():
        yield {
            "type": "line",
            "layer": "below",
            "x0": mark["x"],
            "x1": mark["x"],
            "y0": mark["y"] - mark["aside"],
            "y1": mark["y"],
            "line": {"color": PALE, "width": 1.5},
        }


def _dots(
    places: pd.DataFrame, noms: Mapping[Niveau, str], hero: Niveau, choisi: str | None, autres: str
) -> Iterator[dict[str, Any]]:
    """Yield the dots of each kind, what matters last, on top."""
    communes = places["niveau"] == Niveau.COMMUNE
    chosen = places["code_territoire"] == choisi
    background = places[communes & ~chosen]
    if len(background):
        look = {"color": AUTRES, "size": DOT, "symbol": "circle", "opacity": 1}
        yield _trace(background, autres, look)
    order = [*(niveau for niveau in NIVEAUX if niveau is not hero), hero]
    for niveau in order:
        rows = places[communes & chosen] if niveau is Niveau.COMMUNE else None
        rows = places[places["niveau"] == niveau] if rows is None else rows
        if len(rows):
            look = {
                "color": NIVEAUX[niveau].colour,
                "symbol": NIVEAUX[niveau].symbol,
                "size": HERO if niveau is hero else MARK,
                "opacity": 1,
                "line": {"color": "white", "width": 1.5},
            }
            rank = 1 if niveau is hero else list(NIVEAUX).index(niveau) + 2
            yield _trace(rows, noms[niveau], look) | {"legendrank": rank}


def _trace(rows: pd.DataFrame, name: str, look: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": rows["x"].tolist(),
        "y": rows["y"].tolist(),
        "name": safe(name),
        "marker": dict(look),
        "cliponaxis": False,
        "customdata": [
            safe(f"{nom} : {texte}") for nom, texte in zip(rows["nom"], rows["texte"], strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _track(row: Row) -> dict[str, Any]:
    line = {"color": LINE, "width": 6}
    return {
        "type": "line",
        "layer": "below",
        "x0": 0,
        "x1": 1,
        "y0": row.track,
        "y1": row.track,
        "line": line,
    }
