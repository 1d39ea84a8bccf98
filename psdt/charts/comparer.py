"""Indicators under one another, each on its own scale: where a commune stands among others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from psdt.charts.labels import Area, Box, overlaps
from psdt.charts.niveaux import AUTRES, NIVEAUX
from psdt.charts.theme import FRAGILE, GREY, INK, LINE, SIZE, figure, safe, text_width, wrap
from psdt.domain.indicators import Niveau

NARROWEST, WIDEST = 300, 1160
"""Widths of the drawing area between which no label meets another, in pixels."""
DESK = 560
"""Width from which two marks that are not of the background never hide one another."""
LETTERS = 48
"""Letters of a name on one line: a phone is narrow."""
NAME, ABOVE, TRACK, END, SPACE = 19, 20, 40, 20, 16
"""Heights of a line of a name, of the figures above the dots, of the dots, of the ends of the
scale, and of the blank before the next indicator."""
SIDES, LEGEND = 14, 68
HERO, MARK, DOT, ASIDE = 17, 13, 8, 12
"""Sizes of what matters, of what it is compared with, of the other communes; most pixels by which
a mark leaves its line to be seen."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Where an indicator is drawn, in pixels from the top."""

    top: float
    lines: int

    @property
    def above(self) -> float:
        return self.top + self.lines * NAME + ABOVE / 2

    @property
    def track(self) -> float:
        return self.top + self.lines * NAME + ABOVE + TRACK / 2

    @property
    def end(self) -> float:
        return self.track + TRACK / 2 + END / 2 - 6

    @property
    def bottom(self) -> float:
        return self.top + self.lines * NAME + ABOVE + TRACK + END + SPACE


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
    rows, top = {}, 0.0
    for code, name in zip(lignes.index, names, strict=True):
        rows[code] = _Row(top, name.count("<br>") + 1)
        top = rows[code].bottom
    places = valeurs.assign(x=_shares(valeurs))
    hero = Niveau.COMMUNE if choisi else Niveau.EPCI
    places["y"] = _heights(places, rows, hero, choisi)
    notes = [_title(name, rows[code]) for code, name in zip(lignes.index, names, strict=True)]
    for code, found in places.groupby("code", sort=False):
        notes += _ends(found, rows[code], int(lignes["fragile"][code]))
        notes += _figures(found, rows[code], hero, choisi)
    layout = {
        "annotations": notes,
        "shapes": [_track(row) for row in rows.values()],
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


def _heights(
    places: pd.DataFrame, rows: Mapping[str, _Row], hero: Niveau, choisi: str | None
) -> pd.Series:
    """Return where each dot is, from the top: what would hide what matters moves away."""
    heights = pd.Series([rows[code].track for code in places["code"]], index=places.index)
    communes = places["niveau"] == Niveau.COMMUNE
    marks = places[~communes | (places["code_territoire"] == choisi)]
    for code, found in marks.groupby("code", sort=False):
        first = found.assign(autre=found["niveau"] != hero).sort_values(["autre", "x"])
        for place, shift in zip(first.index, _shifts(first["x"]), strict=True):
            heights[place] = rows[str(code)].track + shift
    return heights


def _shifts(places: pd.Series) -> list[float]:
    """Return how far from its line each mark is drawn: not at all unless it would hide one."""
    kept: list[tuple[float, float]] = []
    for x in places:
        near = [shift for other, shift in kept if abs(x - other) * DESK < MARK]
        kept.append((x, min((0, -ASIDE, ASIDE), key=near.count)))
    return [shift for _, shift in kept]


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


def _track(row: _Row) -> dict[str, Any]:
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


def _title(name: str, row: _Row) -> dict[str, Any]:
    return {
        "x": 0,
        "xshift": -SIDES + 4,
        "xanchor": "left",
        "y": row.top,
        "yanchor": "top",
        "align": "left",
        "text": f"<b>{name}</b>",
        "font": {"color": INK, "size": SIZE},
    }


def _ends(found: pd.DataFrame, row: _Row, fragile: int) -> Iterator[dict[str, Any]]:
    """Yield who is at both ends of the scale; the fragile end is pointed at, in orange."""
    ordered = found.sort_values("valeur", kind="stable")
    low, high = ordered.iloc[0], ordered.iloc[-1]
    if low["valeur"] == high["valeur"]:
        return
    texts = [_end(found, end) for end in (low, high)]
    if sum(text_width([text], SIZE - 1) for text in texts) > NARROWEST - MARK:
        longest = texts.index(max(texts, key=len))
        texts[longest] = str((low, high)[longest]["texte"])
    for side, text in zip((-1, 1), texts, strict=True):
        worst = side == fragile
        pointed = (f"◄ {safe(text)}", f"{safe(text)} ►")[side > 0] if worst else safe(text)
        yield {
            "x": (side + 1) / 2,
            "xshift": side * (SIDES - 4),
            "xanchor": "right" if side > 0 else "left",
            "y": row.end,
            "text": pointed,
            "font": {"color": FRAGILE if worst else GREY, "size": SIZE - 1},
        }


def _end(found: pd.DataFrame, end: pd.Series) -> str:
    """Return « Larré 8,2 % »; the figure alone when it is not of one territoire only."""
    texte = str(end["texte"])
    return f"{end['nom']} {texte}" if (found["valeur"] == end["valeur"]).sum() == 1 else texte


def _figures(
    found: pd.DataFrame, row: _Row, hero: Niveau, choisi: str | None
) -> Iterator[dict[str, Any]]:
    """Yield the figures above the dots, where there is room: what matters first."""
    communes = found["niveau"] == Niveau.COMMUNE
    named = found[~communes | (found["code_territoire"] == choisi)]
    order = [hero, *(niveau for niveau in NIVEAUX if niveau is not hero)]
    kept: list[Box] = []
    for niveau in order:
        for _, dot in named[named["niveau"] == niveau].iterrows():
            box = _free(float(dot["x"]), str(dot["texte"]), kept)
            if box is not None:
                kept.append(box)
                yield _figure(box, str(dot["texte"]), row, niveau, strong=niveau is hero)


def _free(x: float, text: str, kept: Sequence[Box]) -> Box | None:
    """Return where a figure may be written over its dot, or slid aside; or nothing."""
    width = text_width([text], SIZE) + 10
    area = Area(NARROWEST, WIDEST, ABOVE)
    for dx in (0.0, width / 2 - SIDES / 2, SIDES / 2 - width / 2):
        box = Box(x, 0, width, ABOVE, dx=dx)
        inside = all(
            x * w + dx - width / 2 >= -SIDES and x * w + dx + width / 2 <= w + SIDES
            for w in (NARROWEST, WIDEST)
        )
        if inside and not overlaps([box], kept, area).any():
            return box
    return None


def _figure(box: Box, text: str, row: _Row, niveau: Niveau, *, strong: bool) -> dict[str, Any]:
    written = safe(text)
    colour = NIVEAUX[niveau].colour if niveau is Niveau.COMMUNE else INK  # others are too pale
    return {
        "x": box.x,
        "xshift": box.dx,
        "xanchor": "center",
        "y": row.above,
        "text": f"<b>{written}</b>" if strong else written,
        "font": {"color": colour, "size": SIZE},
    }
