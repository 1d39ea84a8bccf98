"""Simplify outlines that share borders: neighbours stay neighbours.

Rings are cut where borders meet (a point with other than two neighbours in all of them); each
piece of border is simplified once, whoever borders on it, by the algorithm of Ramer, Douglas
and Peucker: keep the point farthest from the line between both ends when it is farther than
the tolerance, and start again on both sides.

Source: D. Douglas and T. Peucker, *Algorithms for the reduction of the number of points
required to represent a digitized line or its caricature*, Cartographica 10(2), 1973. Cutting
at the points where borders meet is what TopoJSON does (M. Bostock, 2012).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ring: TypeAlias = npt.NDArray[np.float64]
"""Points of a closed line, shape (n, 2), the last one being the first."""
LONG, EDGE = 500, 0.05
"""Points of a long piece; what is close to its ends, as a share of it."""
SPECK = 4
"""A ring narrower than so many grains is not seen."""
Piece: TypeAlias = npt.NDArray[np.intp]
"""Numbers of points, from one end of a border to the other."""


def simplify(rings: Sequence[Ring], tolerance: float) -> list[Ring]:
    """Return the rings with fewer points; none is moved.

    Parameters
    ----------
    rings : sequence of arrays, shape (n, 2)
        Closed rings of at least three different points. What two rings share must have the
        same points in both, in either direction.
    tolerance : float
        Distance under which a point may be left out, in the unit of the points.

    Returns
    -------
    list of arrays, shape (m, 2)
        Closed rings of at least three different points each, in the same order, all points
        being of the ring they come from.

    Raises
    ------
    ValueError
        If a ring is open, or has fewer than three different points.

    Examples
    --------
    >>> square = np.array([[0, 0], [1, 0.01], [2, 0], [2, 2], [0, 2], [0, 0.0]])
    >>> simplify([square], 0.1)[0].tolist()
    [[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0], [0.0, 0.0]]
    """
    for ring in rings:
        if len(ring) < 4 or (ring[0] != ring[-1]).any() or len(np.unique(ring, axis=0)) < 3:
            raise ValueError("rings: closed, with at least three different points")
    if not rings:
        return []
    points, inverse = np.unique(np.concatenate(rings), axis=0, return_inverse=True)
    numbered = np.split(inverse.reshape(-1), np.cumsum([len(ring) for ring in rings])[:-1])
    numbered = [_without_repeats(ring) for ring in numbered]
    meeting = _meeting_points(numbered, len(points))
    kept: dict[bytes, Piece] = {}
    for outline in numbered:
        pieces = [_directed(piece) for piece in _cut(outline, meeting, points)]
        for piece in pieces:
            key = piece.tobytes()
            if key not in kept:
                kept[key] = _reduced(piece, points, tolerance)
        _keep_three(pieces, kept, points)
    # Assembled last: a ring may have asked for one more point of a border it shares.
    return [points[_assembled(outline, meeting, points, kept)] for outline in numbered]


def lighten(rings: Sequence[tuple[str, Ring]], fineness: int) -> dict[str, list[Ring]]:
    """Return the rings of each owner, light enough to be drawn, specks left out.

    Parameters
    ----------
    rings : sequence of (str, array of shape (n, 2))
        Owner, then a closed ring of longitudes and latitudes.
    fineness : int
        A point is left out when it moves the line by less than the size of the whole over
        this number.

    Returns
    -------
    dict of str to list of arrays, shape (m, 2)
        At least the largest ring of each owner.
    """
    points = np.concatenate([ring for _, ring in rings])
    flat = np.array([np.cos(np.radians(points[:, 1].mean())), 1.0])
    grain = float((np.ptp(points, axis=0) * flat).max()) / fineness
    light = simplify([ring * flat for _, ring in rings], grain)
    drawn: dict[str, list[Ring]] = {}
    for (owner, _), ring in zip(rings, light, strict=True):
        drawn.setdefault(owner, []).append(ring)
    kept: dict[str, list[Ring]] = {}
    for owner, outlines in drawn.items():
        widths = [float(np.ptp(ring, axis=0).max()) for ring in outlines]
        kept[owner] = [
            ring / flat
            for ring, width in zip(outlines, widths, strict=True)
            if width == max(widths) or width > SPECK * grain
        ]
    return kept


def _without_repeats(ring: Piece) -> Piece:
    return ring[np.concatenate(([True], ring[1:] != ring[:-1]))]


def _meeting_points(rings: Sequence[Piece], n: int) -> npt.NDArray[np.bool_]:
    """Say which points have other than two neighbours, in all rings together."""
    pairs = np.concatenate([np.stack([ring[:-1], ring[1:]], axis=1) for ring in rings])
    edges = np.unique(np.sort(pairs, axis=1), axis=0)
    return np.asarray(np.bincount(edges.reshape(-1), minlength=n) != 2)


def _cut(ring: Piece, meeting: npt.NDArray[np.bool_], points: Ring) -> Iterator[Piece]:
    """Yield the pieces of a ring, one after the other.

    A ring that meets no other is cut at its first point, in the order of points, and at the
    one farthest from it: the same ones wherever the ring starts.
    """
    open_ring = ring[:-1]
    ends = np.flatnonzero(meeting[open_ring])
    if not len(ends):
        first = int(open_ring.argmin())
        away = ((points[open_ring] - points[open_ring[first]]) ** 2).sum(axis=1)
        far = np.flatnonzero(away == away.max())
        ends = np.array([first, far[open_ring[far].argmin()]])
    turned = np.roll(open_ring, -int(ends[0]))
    stops = np.sort((ends - ends[0]) % len(open_ring))
    for start, stop in zip(stops, [*stops[1:], len(open_ring)], strict=True):
        yield np.take(turned, np.arange(start, stop + 1), mode="wrap")


def _directed(piece: Piece) -> Piece:
    back = piece[::-1]
    return np.ascontiguousarray(piece if tuple(piece) <= tuple(back) else back)


def _reduced(piece: Piece, points: Ring, tolerance: float) -> Piece:
    """Return the points of a piece that Douglas and Peucker's algorithm keeps.

    A long piece that would be cut close to its ends is cut in its middle too: a zigzag would
    take a time that grows with the square of its length.
    """
    line = points[piece]
    keep = np.zeros(len(piece), dtype=bool)
    keep[[0, -1]] = True
    todo = [(0, len(piece) - 1)]
    while todo:
        start, stop = todo.pop()
        if stop - start < 2:
            continue
        distances = _distances(line[start : stop + 1])
        far = int(distances.argmax())
        if distances[far] > tolerance:
            cuts = {start, start + far, stop}
            if stop - start > LONG and not EDGE < far / (stop - start) < 1 - EDGE:
                cuts.add((start + stop) // 2)
            ordered = sorted(cuts)
            keep[ordered] = True
            todo += pairwise(ordered)
    return piece[keep]


def _distances(line: Ring) -> npt.NDArray[np.float64]:
    """Return how far the points of a line are from the segment between its ends."""
    origin, along = line[0], line[-1] - line[0]
    length = float(along @ along)
    apart = line - origin
    share = np.clip(apart @ along / length, 0, 1) if length else np.zeros(len(line))
    return np.asarray(np.hypot(*(apart - share[:, None] * along).T))


def _keep_three(pieces: Sequence[Piece], kept: dict[bytes, Piece], points: Ring) -> None:
    """Put back points, the farthest first, until a ring has three different ones."""
    while len(np.unique(np.concatenate([kept[piece.tobytes()] for piece in pieces]))) < 3:
        farthest, key, index = -1.0, b"", 0
        for piece in pieces:
            there = np.isin(piece, kept[piece.tobytes()])
            distances = np.where(there, -1.0, _distances(points[piece]))
            if distances.max() > farthest:
                index = int(distances.argmax())
                farthest, key = float(distances[index]), piece.tobytes()
        whole = np.frombuffer(key, dtype=np.intp)
        there = np.isin(whole, kept[key])
        there[index] = True
        kept[key] = whole[there]


def _assembled(
    ring: Piece, meeting: npt.NDArray[np.bool_], points: Ring, kept: dict[bytes, Piece]
) -> Piece:
    """Return a ring made of its reduced pieces, closed."""
    found: list[int] = []
    for piece in _cut(ring, meeting, points):
        directed = _directed(piece)
        reduced = kept[directed.tobytes()]
        same = len(piece) < 2 or bool((directed == piece).all())
        found += (reduced if same else reduced[::-1])[:-1].tolist()
    return np.array([*found, found[0]], dtype=np.intp)
