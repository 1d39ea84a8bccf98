"""Outlines of territoires, ready to be drawn: rings of points, and where a label fits."""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ring: TypeAlias = npt.NDArray[np.float64]
"""Points of a closed line, shape (n, 2): x to the east, y to the north, as on a Mercator map."""
GRID = 18
"""Places tried for a label, on each side of the box around an outline."""


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """The outer rings of a territoire, the largest first."""

    rings: tuple[Ring, ...]

    @property
    def area(self) -> float:
        """Area of the largest ring, on the map: outlines are drawn largest first."""
        return _area(self.rings[0])

    def path(self) -> tuple[list[float | None], list[float | None]]:
        """Return the coordinates of all the rings, separated by gaps, as Plotly draws them."""
        x: list[float | None] = []
        y: list[float | None] = []
        for ring in self.rings:
            x += [*ring[:, 0].tolist(), None]
            y += [*ring[:, 1].tolist(), None]
        return x[:-1], y[:-1]


@lru_cache(maxsize=2048)
def outline(geometry: str) -> Outline:
    """Read a GeoJSON geometry, in Mercator's projection.

    Each outline keeps its shape, and neighbours read one by one still touch: a scale of its
    own for each would move them apart.
    """
    shape = json.loads(geometry)
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    rings = [np.asarray(polygon[0], dtype=float)[:, :2] for polygon in polygons]
    return Outline(tuple(sorted(map(_mercator, rings), key=_area, reverse=True)))


@lru_cache(maxsize=8192)
def room(geometry: str, width: float, height: float) -> tuple[float, float, float]:
    """Return where a box of this shape fits best in an outline, and how well.

    Parameters
    ----------
    geometry : str
        A GeoJSON geometry.
    width, height : float
        Size of the box, in the unit of the outline.

    Returns
    -------
    x, y : float
        Centre of the box.
    times : float
        By how much the box could grow before it touches the outline; below 1, it overflows.
    """
    ring = outline(geometry).rings[0] / (width, height)  # the box becomes a unit square
    low, high = ring.min(axis=0), ring.max(axis=0)
    steps = (np.arange(GRID) + 0.5) / GRID
    places = np.stack(np.meshgrid(*(low + steps[:, None] * (high - low)).T), axis=-1)
    places = places.reshape(-1, 2)
    places = places[_inside(ring, places)]
    if not len(places):
        places = ring.mean(axis=0, keepdims=True)
    margins = _margins(ring, places)
    away = np.abs(places - (low + high) / 2).sum(axis=1)  # of places as good, the most central
    best = int(np.lexsort((away, -margins.round(6)))[0])
    x, y = places[best] * (width, height)
    return float(x), float(y), float(2 * margins[best])


def _mercator(ring: Ring) -> Ring:
    """Project longitudes and latitudes, in degrees; a degree of longitude stays the unit."""
    longitude, latitude = ring.T
    return np.stack([longitude, np.degrees(np.arcsinh(np.tan(np.radians(latitude))))], axis=1)


def _area(ring: Ring) -> float:
    x, y = ring.T
    return float(abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2)


def _inside(ring: Ring, places: Ring) -> npt.NDArray[np.bool_]:
    """Say which places are inside a ring: a ray to the east crosses it an odd number of times."""
    (x1, y1), (x2, y2) = ring.T, np.roll(ring, -1, axis=0).T
    x, y = places[:, :1], places[:, 1:]
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = ((y1 > y) != (y2 > y)) & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return np.asarray(crossing.sum(axis=1) % 2 == 1)


def _margins(ring: Ring, places: Ring) -> npt.NDArray[np.float64]:
    """Return the half-side of the largest square around each place that stays in the ring.

    The ring is walked in small steps: a square touches it at one of them, or nearly.
    """
    sides = np.roll(ring, -1, axis=0) - ring
    n = int(np.clip(4 * np.abs(sides).max(), 8, 64))
    steps = np.linspace(0, 1, n, endpoint=False)[:, None]
    walked = (ring + steps[..., None] * sides).reshape(-1, 2)
    return np.asarray(np.abs(places[:, None, :] - walked).max(axis=2).min(axis=1))
