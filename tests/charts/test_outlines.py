"""Outlines: what is drawn, and where a label fits in it."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.charts.outlines import outline, room
from psdt.settings import app_dir
from psdt.sources import contours

SQUARE = [[0, 0], [4, 0], [4, 2], [0, 2], [0, 0]]
OUTLINES = contours.lire("c", (app_dir() / "data" / "communes.geojson").read_bytes())


def polygon(*rings) -> str:
    return json.dumps({"type": "Polygon", "coordinates": rings})


def multi(*polygons) -> str:
    return json.dumps({"type": "MultiPolygon", "coordinates": polygons})


def test_the_largest_part_comes_first_and_holes_are_left_out():
    island = [[9, 9], [9.5, 9], [9.5, 9.5], [9, 9]]
    hole = [[1, 1], [2, 1], [2, 1.5], [1, 1]]
    shape = outline(multi([island], [SQUARE, hole]))

    assert [len(ring) for ring in shape.rings] == [5, 4]
    x, y = shape.path()
    assert x[5] is y[5] is None
    assert len(x) == 5 + 1 + 4


@given(st.floats(-60, 60))
def test_an_outline_keeps_its_shape(latitude):
    """Ten kilometres to the east look as long as ten to the north, wherever one is."""
    east = 0.1 / np.cos(np.radians(latitude))
    square = [[5, latitude], [5 + east, latitude], [5 + east, latitude + 0.1], [5, latitude]]

    width, height = np.ptp(outline(polygon(square)).rings[0], axis=0)

    assert width == pytest.approx(height, rel=0.005)


def test_neighbours_still_touch():
    """One scale a commune moved those of Alsace apart by a sixth of their width."""
    south, north = ([[7.5, y], [7.6, y], [7.6, y + 0.1], [7.5, y + 0.1]] for y in (48.5, 48.6))
    below, above = (outline(polygon([*ring, ring[0]])).rings[0] for ring in (south, north))

    assert below[2:4].tolist() == above[[1, 0]].tolist()


def test_a_label_fits_best_in_the_middle_of_a_rectangle():
    x, y, times = room(polygon(SQUARE), 2.0, 1.0)

    assert (x, y) == pytest.approx((2, 1), abs=0.2)
    assert times == pytest.approx(2, rel=0.1)


def test_of_places_as_good_the_most_central_is_taken():
    tall = [[0, 0], [1, 0], [1, 6], [0, 6], [0, 0]]

    x, y, _ = room(polygon(tall), 0.9, 0.3)

    assert (x, y) == pytest.approx((0.5, 3), abs=0.2)


@given(st.sampled_from(sorted(OUTLINES)), st.floats(0.002, 0.05), st.floats(0.002, 0.05))
def test_a_label_said_to_fit_stays_in_its_commune(code, width, height):
    x, y, times = room(OUTLINES[code], width, height)
    ring = outline(OUTLINES[code]).rings[0]

    if times >= 1:
        within = (abs(ring[:, 0] - x) < width / 2) & (abs(ring[:, 1] - y) < height / 2)
        assert not within.any()
        assert (ring.min(axis=0) <= (x, y)).all()
        assert (ring.max(axis=0) >= (x, y)).all()


def test_a_flat_outline_has_no_room():
    assert room(polygon([[0, 0], [1, 0], [0, 0]]), 1.0, 1.0)[2] == pytest.approx(0, abs=0.5)
