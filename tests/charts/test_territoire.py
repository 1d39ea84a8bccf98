"""The communes in their outlines."""

import json

import pytest

from psdt.charts.territoire import plan
from psdt.domain.indicators import Niveau, Territoire


def commune(nom: str, west: float, size: float, contour: bool = True) -> Territoire:
    ring = [[west, 46], [west + size, 46], [west + size, 46 + size], [west, 46 + size], [west, 46]]
    shape = json.dumps({"type": "MultiPolygon", "coordinates": [[ring]]})
    return Territoire(
        code=nom[:5], nom=nom, niveau=Niveau.COMMUNE, contour=shape if contour else None
    )


def test_each_commune_is_drawn_the_largest_first_and_named_where_there_is_room():
    found = plan([commune("Petite", 5.1, 0.001), commune("<b>Grande</b>", 5.0, 0.2)])

    assert [trace.text for trace in found.data] == ["&lt;b&gt;Grande&lt;/b&gt;", "Petite"]
    assert [note.text for note in found.layout.annotations] == ["&lt;b&gt;Grande&lt;/b&gt;"]
    assert found.layout.height is None


def test_a_commune_without_an_outline_is_left_out():
    assert len(plan([commune("A", 5, 0.1), commune("B", 5, 0.1, contour=False)]).data) == 1
    with pytest.raises(ValueError, match="no outline"):
        plan([commune("B", 5, 0.1, contour=False)])
