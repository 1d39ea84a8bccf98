"""Where to write the names of points, so that no name covers another one, or a point.

A page is drawn at many widths, and a figure follows: distances across change, heights and
letters do not. Two boxes are told apart only when one stays on the same side of the other at
the narrowest and at the widest: they are then apart at every width between.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

GAPS = (6.0, 16.0, 30.0, 52.0)
"""Distances from a point to its name, in pixels; the nearest free one is taken."""
SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1))
"""Right, left, above, below, then the corners."""
SLIDES = (-1, 1)
"""Above and below once more, the name starting or ending over its point."""
PASSES = 10
CLOSE = 0.9
"""Share of its size by which a mark stays away from the middle of another one."""

Matrix = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of fixed size that moves across when the figure widens."""

    x: float
    """The place it belongs to, from 0 to 1 across the drawing area."""
    y: float
    """The same, in pixels above the bottom."""
    width: float
    height: float
    dx: float = 0.0
    """Pixels from its place to its middle, to the right."""
    dy: float = 0.0
    """Pixels from its place to its middle, up."""


@dataclass(frozen=True, slots=True)
class Area:
    """The drawing area: how wide it may be, in pixels, and how high it is."""

    narrowest: float
    widest: float
    height: float


def place(points: Sequence[Box], names: Sequence[Box], area: Area) -> list[Box | None]:
    """Return where to write each name, or ``None`` when there is no room for it.

    Parameters
    ----------
    points : n + m boxes
        The marks, which no name may cover: first those that have a name, in the same
        order, then anything else that must stay readable.
    names : n boxes
        The sizes of the names, at the places of their points. The first ones are the last
        to be given up.

    Returns
    -------
    list of n boxes
        The names, moved beside their points.
    """
    offered = [(i, box) for i, name in enumerate(names) for box in _around(points[i], name)]
    boxes = [box for _, box in offered]
    free = _inside(boxes, area) & ~overlaps(boxes, points, area).any(axis=1)
    choices = [box for box, kept in zip(boxes, free, strict=True) if kept]
    owners = [i for (i, _), kept in zip(offered, free, strict=True) if kept]
    meets = overlaps(choices, choices, area)
    mine = [[k for k, owner in enumerate(owners) if owner == i] for i in range(len(names))]
    orders = (range(len(names)), sorted(range(len(names)), key=lambda i: len(mine[i])))
    best = max((_kept(_settled(mine, meets, order), meets) for order in orders), key=len)
    return [choices[best[i]] if i in best else None for i in range(len(names))]


def spread(points: Sequence[Box], area: Area) -> list[Box]:
    """Return the marks, those that hide one another moved apart, up and down only.

    A mark moves by a few pixels, less than its size where two meet: enough to read both.
    """
    heights = [point.y for point in points]
    order = sorted(range(len(points)), key=lambda i: heights[i])
    for _ in range(PASSES):
        for place, i in enumerate(order):
            for j in order[place + 1 :]:
                near = abs(points[i].x - points[j].x) * area.narrowest < points[i].width * CLOSE
                missing = points[i].height * CLOSE - (heights[j] - heights[i])
                if near and missing > 0:
                    heights[i] -= missing / 2
                    heights[j] += missing / 2
    return [replace(point, y=y) for point, y in zip(points, heights, strict=True)]


def apart(
    wanted: Sequence[float], sizes: Sequence[float], room: tuple[float, float]
) -> list[float]:
    """Return where to write texts on one line, as near as can be to where they belong.

    Those that would meet are set side by side, in their order, around the middle of where
    they belong; all of them stay in the room when it is large enough.

    Parameters
    ----------
    wanted : sequence of float
        Where the middle of each text belongs.
    sizes : sequence of float
        How long each is.
    room : (float, float)
        Where the first may start, and the last end.

    Examples
    --------
    >>> apart([10, 11, 50], [4, 4, 4], (0, 60))
    [8.5, 12.5, 50.0]
    """
    groups: list[list[int]] = []
    starts: list[float] = []

    def start(group: Sequence[int]) -> float:
        before = np.cumsum([0.0, *(sizes[i] for i in group[:-1])])
        ideal = np.mean([wanted[i] - sizes[i] / 2 - b for i, b in zip(group, before, strict=True)])
        return float(max(min(ideal, room[1] - sum(sizes[i] for i in group)), room[0]))

    for i in sorted(range(len(wanted)), key=lambda i: wanted[i]):
        groups.append([i])
        starts.append(start(groups[-1]))
        while len(groups) > 1 and starts[-2] + sum(sizes[j] for j in groups[-2]) > starts[-1]:
            last = groups.pop()
            starts.pop()
            groups[-1] += last
            starts[-1] = start(groups[-1])
    found = [0.0] * len(wanted)
    for group, place in zip(groups, starts, strict=True):
        for i in group:
            found[i] = place + sizes[i] / 2
            place += sizes[i]  # noqa: PLW2901 (it moves along the group)
    return found


def overlaps(boxes: Sequence[Box], others: Sequence[Box], area: Area) -> Matrix:
    """Say which boxes (rows) meet which others (columns), at some width of the area."""
    lefts, bottoms, widths, heights = _edges(boxes, area)
    other_lefts, other_bottoms, other_widths, other_heights = _edges(others, area)
    gaps = lefts[:, :, None] - other_lefts[:, None, :]
    aside = (gaps.min(axis=0) >= other_widths) | (gaps.max(axis=0) <= -widths[:, None])
    rises = bottoms[:, None] - other_bottoms
    apart: Matrix = aside | (rises >= other_heights) | (rises <= -heights[:, None])
    return ~apart


def _edges(boxes: Sequence[Box], area: Area) -> tuple[npt.NDArray[np.float64], ...]:
    """Return left edges at both widths (2, n), then bottoms, widths and heights (n)."""
    values = [(b.x, b.dx - b.width / 2, b.y + b.dy - b.height / 2) for b in boxes]
    x, left, bottom = np.array(values, dtype=float).reshape(-1, 3).T
    sizes = np.array([(b.width, b.height) for b in boxes], dtype=float).reshape(-1, 2)
    return np.stack([x * area.narrowest + left, x * area.widest + left]), bottom, *sizes.T


def _inside(boxes: Sequence[Box], area: Area) -> Matrix:
    lefts, bottoms, widths, heights = _edges(boxes, area)
    across = np.array([[area.narrowest], [area.widest]]) - widths
    held = ((lefts >= 0) & (lefts <= across)).all(axis=0)
    inside: Matrix = held & (bottoms >= 0) & (bottoms <= area.height - heights)
    return inside


def _around(point: Box, name: Box) -> list[Box]:
    """Return the places beside a point, the ones we like first."""
    across, up = (point.width + name.width) / 2, (point.height + name.height) / 2
    slide = (name.width - point.width) / 2
    shifts = [
        *((side * (across + gap), rise * (up + gap / 2)) for gap in GAPS for side, rise in SIDES),
        *((side * slide, rise * (up + GAPS[0] / 2)) for rise in SLIDES for side in SLIDES),
    ]
    return [replace(name, dx=dx, dy=dy) for dx, dy in shifts]


def _settled(mine: Sequence[Sequence[int]], meets: Matrix, order: Iterable[int]) -> dict[int, int]:
    """Choose a place for each name, and again, until no change makes fewer names meet."""
    chosen: dict[int, int] = {}
    order = [i for i in order if mine[i]]
    for _ in range(PASSES):
        before = dict(chosen)
        for i in order:
            others = [k for j, k in chosen.items() if j != i]
            chosen[i] = min(mine[i], key=lambda k: int(meets[k, others].sum()))
        if chosen == before:
            break
    return chosen


def _kept(chosen: dict[int, int], meets: Matrix) -> dict[int, int]:
    """Give up the names that would still meet another one, the last first."""
    kept: dict[int, int] = {}
    for i, k in sorted(chosen.items()):
        if not meets[k, list(kept.values())].any():
            kept[i] = k
    return kept
