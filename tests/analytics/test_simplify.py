"""Simplified outlines: still rings, of their own points, and neighbours still touch."""

from itertools import pairwise
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.analytics.simplify import simplify


def ring(*points) -> np.ndarray:
    return np.array([*points, points[0]], dtype=float)


# Two squares whose common border is crooked, and what surrounds nobody.
BORDER = [(10, 0), (10.3, 2), (9.8, 4), (10.1, 6), (9.9, 8), (10, 10)]
WEST = ring((0, 0), *BORDER, (0, 10))
EAST = ring((20, 10), *reversed(BORDER), (20, 0))
ISLE = ring((30, 0), (31, 0.01), (32, 0), (32, 2), (30, 2))


def edges(outline: np.ndarray) -> set[frozenset]:
    pairs = zip(outline[:-1].tolist(), outline[1:].tolist(), strict=True)
    return {frozenset(map(tuple, pair)) for pair in pairs}


def test_a_border_is_reduced_as_published():
    """The polyline and the answer that Rosetta Code gives for this algorithm."""
    line = [(0, 0), (1, 0.1), (2, -0.1), (3, 5), (4, 6), (5, 7), (6, 8.1), (7, 9), (8, 9), (9, 9)]
    below, above = [(9, -20), (0, -20)], [(9, 30), (0, 30)]
    for found in simplify([ring(*line, *below), ring(*line, *above)], 1.0):
        assert found[:5].tolist() == [[0, 0], [2, -0.1], [3, 5], [7, 9], [9, 9]]


def test_neighbours_keep_the_same_border():
    west, east, isle = simplify([WEST, EAST, ISLE], 0.25)

    shared = edges(west) & edges(east)
    assert len(shared) < len(BORDER) - 1
    ends = [(10.0, 0.0), (10.0, 10.0)]
    assert all(any(end in edge for edge in shared) for end in ends)
    assert isle.tolist() == ring((30, 0), (32, 0), (32, 2), (30, 2)).tolist()


def test_all_of_a_border_may_become_a_line():
    west, east, _ = simplify([WEST, EAST, ISLE], 1.0)

    assert edges(west) & edges(east) == {frozenset({(10.0, 0.0), (10.0, 10.0)})}


def test_a_ring_never_vanishes():
    """Its two pieces of border would become one segment: their farthest point is kept."""
    thin = ring((0, 0), (1, 0.1), (2, 0), (1, -0.2))
    around = ring((0, 0), (1, 0.1), (2, 0), (2, 5), (0, 5))
    small, large = simplify([thin, around], 10.0)

    assert len(small) >= 4
    assert (1.0, -0.2) in map(tuple, small.tolist())
    assert edges(small) & edges(large)


@pytest.mark.parametrize("points", [[(0, 0), (1, 1), (1, 0)], [(0, 0), (1, 1), (0, 0), (0, 0)]])
def test_refuses_what_is_no_ring(points):
    with pytest.raises(ValueError, match="closed"):
        simplify([np.array(points, dtype=float)], 1.0)


def test_no_ring_at_all():
    assert simplify([], 1.0) == []


points = st.tuples(st.integers(0, 12), st.integers(0, 12))
rings = st.lists(points, min_size=3, max_size=14, unique=True).map(lambda p: ring(*p))


@given(st.lists(rings, min_size=1, max_size=4), st.floats(0, 30))
def test_stays_a_ring_of_its_own_points(outlines, tolerance):
    for before, after in zip(outlines, simplify(outlines, tolerance), strict=True):
        assert after[0].tolist() == after[-1].tolist()
        assert len(np.unique(after, axis=0)) >= 3
        assert len(after) <= len(before)
        assert set(map(tuple, after.tolist())) <= set(map(tuple, before.tolist()))


@given(rings, st.integers(0, 13), st.booleans(), st.floats(0, 30))
def test_the_same_ring_is_simplified_alike_wherever_it_starts(outline, start, back, tolerance):
    body = np.roll(outline[:-1], start, axis=0)
    body = body[::-1] if back else body
    turned = np.concatenate([body, body[:1]])

    one, two = simplify([outline, turned], tolerance)

    assert edges(one) == edges(two)


@given(rings)
def test_without_tolerance_only_what_lies_on_a_line_goes(outline):
    (found,) = simplify([outline], 0.0)

    lost = set(map(tuple, outline.tolist())) - set(map(tuple, found.tolist()))
    for point in lost:
        gaps = [
            abs(
                np.linalg.norm(np.subtract(a, point))
                + np.linalg.norm(np.subtract(b, point))
                - np.linalg.norm(np.subtract(a, b))
            )
            for a, b in pairwise(found)
        ]
        assert min(gaps) < 1e-9


def test_a_zigzag_takes_no_longer_than_a_coast():
    n = 40_000
    zigzag = np.stack([np.arange(n) / n, 0.5 * (np.arange(n) % 2)], axis=1)
    ring = np.concatenate([zigzag, zigzag[:1]])
    begun = perf_counter()
    (light,) = simplify([ring], 0.01)

    assert perf_counter() - begun < 10
    assert np.ptp(light, axis=0).tolist() == np.ptp(ring, axis=0).tolist()
