"""Names of points never cover one another, nor a point, at any width of the page."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psdt.charts.labels import Area, Box, apart, overlaps, place, spread

AREA = Area(narrowest=600, widest=1200, height=400)
MARK = 24.0


def mark(x: float, y: float) -> Box:
    return Box(x, y, MARK, MARK)


def name(point: Box, width: float = 150, height: float = 35) -> Box:
    return Box(point.x, point.y, width, height)


def edges(box: Box, across: float) -> tuple[float, float, float, float]:
    """Left, right, bottom, top, at one width: written plainly, to check the others."""
    left = box.x * across + box.dx - box.width / 2
    bottom = box.y + box.dy - box.height / 2
    return left, left + box.width, bottom, bottom + box.height


def meet(box: Box, other: Box, across: float) -> bool:
    left, right, bottom, top = edges(box, across)
    other_left, other_right, other_bottom, other_top = edges(other, across)
    return (
        left < other_right - 1e-9
        and other_left < right - 1e-9
        and (bottom < other_top - 1e-9 and other_bottom < top - 1e-9)
    )


def test_a_lonely_point_is_named_at_its_right():
    point = mark(0.5, 200)
    (box,) = place([point], [name(point)], AREA)

    assert (box.dx, box.dy) == (MARK / 2 + 75 + 6, 0)


def test_a_point_at_the_right_edge_is_named_on_the_other_side():
    point = mark(0.99, 200)
    (box,) = place([point], [name(point)], AREA)

    assert box.dx < 0


def test_where_there_is_no_room_a_point_keeps_its_number_only():
    point = mark(0.5, 200)

    assert place([point], [name(point, width=700)], AREA) == [None]


def test_the_last_names_are_given_up_first():
    crowd = [mark(0.5, 200 + i) for i in range(40)]
    found = place(crowd, [name(point) for point in crowd], AREA)

    assert found[0] is not None
    assert None in found


def test_nothing_to_name():
    assert place([], [], AREA) == []


def test_marks_that_hide_one_another_are_moved_apart_and_keep_their_order():
    low, high = spread([mark(0.5, 200), mark(0.505, 202)], AREA)

    assert high.y - low.y == pytest.approx(MARK * 0.9)
    assert (low.y + high.y) / 2 == pytest.approx(201)
    assert (low.x, high.x) == (0.5, 0.505)


def test_marks_that_can_be_read_do_not_move():
    apart = [mark(0.2, 200), mark(0.5, 200), mark(0.5, 240)]

    assert spread(apart, AREA) == apart


def test_boxes_that_cross_between_two_widths_are_told():
    """Apart when narrow, apart when wide, one over the other between the two."""
    one, other = Box(0.0, 100, 50, 30, dx=300), Box(0.5, 100, 50, 30, dx=-60)

    assert not meet(one, other, 600)
    assert not meet(one, other, 1200)
    assert meet(one, other, 720)
    assert overlaps([one], [other], AREA)[0, 0]


places = st.tuples(st.floats(0, 1), st.floats(0, 400))
sizes = st.tuples(st.floats(20, 220), st.floats(15, 60))


@settings(deadline=None)
@given(
    st.lists(st.tuples(places, sizes), min_size=1, max_size=14),
    st.lists(places, max_size=3),
    st.floats(0, 1),
)
def test_names_never_meet_at_any_width(drawn, others, share):
    points = [mark(x, y) for (x, y), _ in drawn]
    names = [name(point, *size) for point, (_, size) in zip(points, drawn, strict=True)]
    everything = [*points, *(mark(x, y) for x, y in others)]
    found = [box for box in place(everything, names, AREA) if box is not None]
    across = AREA.narrowest + share * (AREA.widest - AREA.narrowest)

    for i, box in enumerate(found):
        left, right, bottom, top = edges(box, across)
        assert left >= -1e-9
        assert right <= across + 1e-9
        assert bottom >= -1e-9
        assert top <= AREA.height + 1e-9
        assert not any(meet(box, other, across) for other in found[:i])
        assert not any(meet(box, point, across) for point in everything)


@given(st.lists(st.tuples(places, sizes), min_size=2, max_size=6), st.floats(600, 1200))
def test_agrees_with_plain_rectangles(drawn, across):
    boxes = [Box(x, y, *size) for (x, y), size in drawn]
    told = overlaps(boxes, boxes, AREA)

    for i, box in enumerate(boxes):
        for j, other in enumerate(boxes):
            assert told[i, j] or not meet(box, other, across)


@pytest.mark.parametrize("n", [1, 14])
def test_points_far_apart_are_all_named(n):
    points = [mark(0.1 + 0.4 * (i % 2), 20 + 50 * (i // 2)) for i in range(n)]

    assert None not in place(points, [name(point) for point in points], AREA)


@given(
    st.lists(st.tuples(st.floats(-50, 450), st.floats(5, 60)), min_size=1, max_size=6),
)
def test_texts_on_one_line_are_apart_in_their_order_and_in_the_room(texts):
    wanted, sizes = (list(column) for column in zip(*texts, strict=True))
    found = apart(wanted, sizes, (0, 400))
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])

    for one, two in pairwise(order):
        assert found[two] - found[one] >= (sizes[one] + sizes[two]) / 2 - 1e-6
    assert found[order[0]] - sizes[order[0]] / 2 >= -1e-6
    assert found[order[-1]] + sizes[order[-1]] / 2 <= 400 + 1e-6


def test_texts_that_do_not_meet_stay_where_they_belong():
    assert apart([10, 90, 50], [10, 10, 10], (0, 100)) == [10, 90, 50]
    assert apart([50, 50], [10, 20], (0, 100)) == [42.5, 57.5]
