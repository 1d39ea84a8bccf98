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


def test_longitudes_are_shortened_as_the_latitude_asks():
    north = [[x, y + 60] for x, y in SQUARE]

    assert outline(polygon(north)).area == pytest.approx(8 * np.cos(np.radians(61)), rel=0.01)
    assert outline(polygon(SQUARE)).area == pytest.approx(8, rel=0.01)


def test_a_label_fits_best_in_the_middle_of_a_rectangle():
    x, y, times = room(polygon(SQUARE), 2.0, 1.0)

    assert (x, y) == pytest.approx((2, 1), abs=0.2)
    assert times == pytest.approx(2, rel=0.1)


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
