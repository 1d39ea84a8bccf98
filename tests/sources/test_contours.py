"""Outlines of territoires."""

import json

import pytest

from psdt.settings import app_dir
from psdt.sources import contours
from psdt.sources.anomalies import IllisibleError


def test_reads_the_outlines_of_the_sample():
    outlines = contours.lire("c", (app_dir() / "data" / "communes.geojson").read_bytes())

    assert len(outlines) == 13
    assert json.loads(outlines["56184"])["type"] in {"Polygon", "MultiPolygon"}


def test_passes_over_what_is_not_a_surface():
    features = [
        {"properties": {"code": 1}, "geometry": None},
        {"properties": {"code": 2}, "geometry": {"type": "Point", "coordinates": [0, 0]}},
    ]

    assert contours.lire("c", json.dumps({"features": features}).encode()) == {}


@pytest.mark.parametrize(
    "contenu",
    [b"", b"x", b"[]", b"{}", b'{"features": [1]}', b'{"features": 1}', b"\xff", b"[" * 9999],
)
def test_what_is_no_geojson_is_one_sentence(contenu):
    with pytest.raises(IllisibleError, match="GeoJSON"):
        contours.lire("essai.json", contenu)
    with pytest.raises(IllisibleError, match="trop gros"):
        contours.lire("essai.json", b" " * (10 * 1024 * 1024 + 1))
