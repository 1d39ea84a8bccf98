"""The small map that says where a commune is."""

from xml.etree import ElementTree as ET

import pandas as pd

from psdt.charts.situation import PALE, SIZE, situation
from psdt.charts.theme import THEMES
from psdt.settings import app_dir
from psdt.sources import contours

SVG = "{http://www.w3.org/2000/svg}"
SQUARE = '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}'


def outlines() -> pd.Series:
    content = (app_dir() / "data" / "communes.geojson").read_bytes()
    return pd.Series(contours.lire("communes.geojson", content), dtype=object)


def test_the_chosen_commune_is_dark_and_drawn_last():
    svg = ET.fromstring(situation(outlines(), "56028"))
    fills = [path.get("fill") for path in svg.iter(f"{SVG}path")]

    assert fills == [PALE] * 12 + [THEMES[0]]
    assert max(int(svg.get("width")), int(svg.get("height"))) <= SIZE + 4


def test_without_its_outline_there_is_no_map():
    assert situation(pd.Series({"a": SQUARE, "b": None}, dtype=object), "b") == ""
    assert situation(pd.Series(dtype=object), "b") == ""
    assert situation(pd.Series({"a": SQUARE}, dtype=object), "a").startswith("<svg")
