"""What is written around a row of points: its name, the ends of its scale, its figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from psdt.charts.labels import Area, Box, overlaps
from psdt.charts.niveaux import NIVEAUX
from psdt.charts.theme import FRAGILE, GREY, INK, SIZE, safe, text_width
from psdt.domain.indicators import Niveau
from psdt.words import comparer as mots

NARROWEST, WIDEST = 300, 1160
"""Widths of the drawing area between which no label meets another, in pixels."""
NAME, ABOVE, TRACK, END, SPACE = 19, 20, 22, 24, 16
"""Heights of a line of a name, of the figures above the dots, of the dots, of the ends of the
scale, and of the blank before the next indicator."""
SIDES, MARK = 14, 13
"""Blank on both sides of the scale; size of a mark."""
TIED = 2
"""Territoires named at an end of the scale when they have the same figure."""


@dataclass(frozen=True, slots=True)
class Row:
    """Where an indicator is drawn, in pixels from the top."""

    top: float
    lines: int
    rise: float = 0
    fall: float = 0
    """Most pixels by which a mark leaves the line, up and down."""

    @property
    def above(self) -> float:
        """Where its figures are written."""
        return self.top + self.lines * NAME + ABOVE / 2

    @property
    def track(self) -> float:
        """Where its line is."""
        return self.top + self.lines * NAME + ABOVE + self.rise + TRACK / 2

    @property
    def end(self) -> float:
        """Where the ends of its scale are written."""
        return self.track + self.fall + (TRACK + END) / 2

    @property
    def bottom(self) -> float:
        """Where the next row starts."""
        return self.end + END / 2 + SPACE


def title(name: str, row: Row) -> dict[str, Any]:
    """Return the name of an indicator, over its row."""
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


def ends(found: pd.DataFrame, row: Row, fragile: int) -> Iterator[dict[str, Any]]:
    """Yield who is at both ends of the scale; the fragile end is pointed at, in orange."""
    low, high = float(found["valeur"].min()), float(found["valeur"].max())
    if low == high:
        return
    ends = [_end(found[found["valeur"] == value]) for value in (low, high)]
    while sum(text_width([end[0]], SIZE - 1) for end in ends) > NARROWEST - MARK:
        longest = max((end for end in ends if len(end) > 1), key=lambda end: len(end[0]))
        longest.pop(0)
    for side, (text, *_) in zip((-1, 1), ends, strict=True):
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


def _end(found: pd.DataFrame) -> list[str]:
    """Return what may be written at an end, the longest first, the figure alone at last.

    « Larré 8,2 % », « Larré, Molac 1,8 », « 3 communes 1,8 » when they are more than two.
    """
    texte, names = str(found["texte"].iloc[0]), list(dict.fromkeys(found["nom"]))
    named = [f"{', '.join(names)} {texte}"] if len(names) <= TIED else []
    communes = (found["niveau"] == Niveau.COMMUNE).all()
    counted = [f"{mots.egales(len(found))} {texte}"] if communes and len(found) > 1 else []
    return [*named, *counted, texte]


def figures(
    found: pd.DataFrame, row: Row, hero: Niveau, choisi: str | None
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


def _figure(box: Box, text: str, row: Row, niveau: Niveau, *, strong: bool) -> dict[str, Any]:
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
