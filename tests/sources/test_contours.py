"""Outlines of territoires."""

import json
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.analytics.simplify import lighten
from psdt.charts.outlines import outline
from psdt.domain.indicators import Niveau, Territoire
from psdt.settings import app_dir
from psdt.sources import Refus, contours
from psdt.sources.anomalies import IllisibleError
from psdt.sources.contours import Releve

ICI = Territoire(code="01004", nom="Ambérieu-en-Bugey", niveau=Niveau.COMMUNE)
LA = Territoire(code="01007", nom="Le Cours", niveau=Niveau.COMMUNE)
SQUARE = [[[5.3, 45.9], [5.4, 45.9], [5.4, 46.0], [5.3, 46.0], [5.3, 45.9]]]


def feature(geometry="Polygon", coordinates=SQUARE, **properties) -> dict:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": geometry, "coordinates": coordinates},
    }


def collection(*features, **more) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()


def said(contenu: bytes, *communes) -> str:
    found = contours.relever("carte.geojson", contenu, communes or (ICI, LA))
    assert isinstance(found, Refus)
    return found.anomalies[0].phrase.replace("\u202f", " ").replace("\u00a0", " ")


def drawn(contenu: bytes) -> dict[str, list[np.ndarray]]:
    found = contours.relever("carte.geojson", contenu, (ICI, LA))
    assert isinstance(found, Releve)
    return lighten(found.anneaux, 1_000)


class TestSample:
    def test_its_outlines_are_read_as_they_are(self):
        outlines = contours.lire("c", (app_dir() / "data" / "communes.geojson").read_bytes())

        assert len(outlines) == 13
        assert json.loads(outlines["56184"])["type"] in {"Polygon", "MultiPolygon"}

    def test_what_is_no_geojson_is_one_sentence(self):
        for contenu in (b"", b"x", b"[]", b'{"features": 1}', b"[" * 9999):
            with pytest.raises(IllisibleError, match="GeoJSON"):
                contours.lire("essai.json", contenu)

    def test_what_is_no_surface_is_passed_over(self):
        point = feature("Point", [0, 0], code="1")

        assert contours.lire("c", collection(point, {"properties": {"code": "2"}})) == {}


class TestMatch:
    @pytest.mark.parametrize(
        "properties",
        [
            {"code": "01004"},
            {"INSEE_COM": "01004", "NOM": "Autre nom"},
            {"codgeo": 1004},
            {"code_insee": " 01004 "},
            {"nom": "AMBERIEU EN BUGEY"},
            {"id": 7, "LIBGEO": "Ambérieu-en-Bugey", "population": 14000},
        ],
    )
    def test_by_code_else_by_name(self, properties):
        found = drawn(collection(feature(**properties)))

        assert set(found) == {"01004"}

    @pytest.mark.parametrize(
        "properties",
        [
            {"code": "01500", "nom": "Ambérieu-en-Bugey"},  # a code is certain
            {"code_postal": "01004"},
            {"nom": "Ambronay"},
            {},
        ],
    )
    def test_nothing_else_is_taken_for_a_commune(self, properties):
        assert "aucun objet ne porte le code" in said(collection(feature(**properties)))

    def test_the_parts_of_a_commune_are_put_together(self):
        away = (np.array(SQUARE) + 0.5).tolist()
        found = drawn(collection(feature(code="01004"), feature(code="01004", coordinates=away)))

        assert len(found["01004"]) == 2

    def test_what_is_not_ours_is_counted(self):
        others = [feature(code=f"0{n}") for n in range(2000, 2030)]
        contenu = collection(feature(code="01004"), *others, feature("Point", [5, 46]))
        found = contours.relever("carte.geojson", contenu, (ICI, LA))

        assert isinstance(found, Releve)
        assert found.ignores == 31

    def test_holes_and_specks_go(self):
        hole = [[5.31, 45.91], [5.32, 45.91], [5.32, 45.92], [5.31, 45.91]]
        speck = [[[5.5, 45.9], [5.50001, 45.9], [5.50001, 45.90001], [5.5, 45.9]]]
        shape = feature("MultiPolygon", [[SQUARE[0], hole], speck], code="01004")

        (ring,) = drawn(collection(shape))["01004"]
        assert {tuple(point) for point in ring.round(5).tolist()} == set(map(tuple, SQUARE[0]))
        text = contours.geometrie([ring])
        assert json.loads(text)["type"] == "MultiPolygon"
        assert len(outline(text).rings) == 1


class TestRefusals:
    @pytest.mark.parametrize(
        ("contenu", "sentence"),
        [
            (b"SQLite format 3\x00 and so on", "c'est un GeoPackage"),
            (b"PK\x03\x04 and so on", "shapefile"),
            (b"\x00\x00\x27\x0a and so on", "shapefile"),
            (json.dumps({"type": "Topology", "objects": {}}).encode(), "TopoJSON"),
            (collection(), "aucun objet"),
            (b"", "GeoJSON lisible"),
            (b"\xff\xfe\x00", "GeoJSON lisible"),
            (b"{" * 100_000, "GeoJSON lisible"),
            (b'{"type": "FeatureCollection", "features": [' + b"[" * 200_000, "GeoJSON lisible"),
            (b'{"type": "FeatureCollection", "features": {"a": 1}}', "GeoJSON lisible"),
            (b'{"type": "FeatureCollection", "features": [null]}', "GeoJSON lisible"),
            (collection({"properties": [1]}), "GeoJSON lisible"),
            (b'{"type": "x", "features": [], "n": ' + b"9" * 5000 + b"}", "GeoJSON lisible"),
            (b'{"type": "FeatureCollection", "features": [NaN]}', "GeoJSON lisible"),
            (b" " * (10 * 1024 * 1024 + 1), "trop gros"),
            (collection(*[{"properties": {}}] * 40_001), "plus de 40 000 objets"),
        ],
    )
    def test_what_is_no_geojson_says_what_to_do(self, contenu, sentence):
        assert sentence in said(contenu)

    @pytest.mark.parametrize(
        "coordinates",
        [
            [[["5.3", "45.9"], ["5.4", "45.9"], ["5.4", "46.0"]]],
            [[[True, 45.9], [5.4, 45.9], [5.4, 46.0]]],
            [[[5.3], [5.4], [5.5]]],
            [[5.3, 45.9]],
            [[]],
            [],
            "abc",
            None,
            7,
            [[[10**400, 45.9], [5.4, 45.9], [5.4, 46.0]]],
            [[[[[5.3, 45.9]]]]],
            {"0": [[5, 45]]},
        ],
    )
    def test_coordinates_of_the_wrong_kind(self, coordinates):
        phrase = said(collection(feature(code="01004", coordinates=coordinates)))

        assert "Ambérieu-en-Bugey" in phrase

    @pytest.mark.parametrize("number", ["1e999", "-1e999"])
    def test_numbers_beyond_all_numbers(self, number):
        contenu = collection(feature(code="01004")).replace(b"5.4", number.encode())

        assert "coordonnées" in said(contenu)

    def test_a_projected_file(self):
        lambert = [[[880000, 6540000], [890000, 6540000], [890000, 6550000], [880000, 6540000]]]

        assert "en mètres" in said(collection(feature(code="01004", coordinates=lambert)))

    def test_latitudes_before_longitudes(self):
        inverted = [[[y, x] for x, y in SQUARE[0]]]

        assert "inversées" in said(collection(feature(code="01004", coordinates=inverted)))

    def test_a_ring_of_two_points_is_no_outline(self):
        flat = [[[5.3, 45.9], [5.4, 45.9], [5.3, 45.9], [5.3, 45.9]]]

        assert "ne porte le code" in said(collection(feature(code="01004", coordinates=flat)))

    @pytest.mark.parametrize("place", [(-61.5, 16.2), (45.2, -12.8), (55.5, -21.1), (9.0, 42.0)])
    def test_islands_are_where_they_are(self, place):
        shape = (np.array(SQUARE) - SQUARE[0][0] + place).tolist()

        assert drawn(collection(feature(code="01004", coordinates=shape)))


def test_neighbours_still_touch_once_lighter():
    """A crooked border of 2,000 points, drawn once by each commune, in both directions."""
    steps = np.linspace(45.8, 46.2, 2_000)
    border = np.stack([5.3 + 0.004 * np.sin(steps * 400), steps], axis=1).round(5).tolist()
    west = [[[5.1, 45.8], *border, [5.1, 46.2], [5.1, 45.8]]]
    east = [[[5.6, 46.2], *reversed(border), [5.6, 45.8], [5.6, 46.2]]]
    found = drawn(
        collection(
            feature(code="01004", coordinates=west), feature(code="01007", coordinates=east)
        )
    )

    west, east = (found[code][0].round(5).tolist() for code in ("01004", "01007"))
    assert len(west) < 2_000 / 4
    shared = [{tuple(p) for p in ring} & set(map(tuple, border)) for ring in (west, east)]
    assert shared[0] == shared[1]
    assert len(shared[0]) > 100


def test_a_file_as_large_as_the_screen_takes_is_read_in_seconds():
    angles = np.linspace(0, 2 * np.pi, 200_000)
    circle = np.stack([5 + np.cos(angles), 45 + np.sin(angles * 7) / 2], axis=1).tolist()
    contenu = collection(feature(code="01004", coordinates=[circle]))
    start = perf_counter()

    found = drawn(contenu)

    assert len(contenu) > 7_000_000
    assert len(found["01004"][0]) < 5_000
    assert perf_counter() - start < 8


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=12,
)
objects = st.fixed_dictionaries(
    {
        "properties": st.dictionaries(st.sampled_from(["code", "nom", "x"]), values) | values,
        "geometry": st.fixed_dictionaries(
            {"type": st.sampled_from(["Polygon", "MultiPolygon", "Point"]), "coordinates": values}
        )
        | values,
    }
)


@given(st.lists(objects | values, max_size=3), st.booleans())
def test_whatever_the_file_the_answer_is_a_table_or_a_sentence(features, named):
    if named:
        for one in features:
            if isinstance(one, dict):
                one["properties"] = {"code": "01004"}
    found = contours.relever("x", collection(*features), (ICI,))

    assert isinstance(found, Releve | Refus)


class TestTooMuch:
    def test_points_are_counted_before_they_are_drawn(self):
        line = [[5.3 + i * 1e-7, 45.9 + i % 2 / 10] for i in range(contours.MAX_POINTS + 1)]
        begun = perf_counter()

        text = said(collection(feature(coordinates=[line], code="01004")))

        assert "300 000 points" in text
        assert perf_counter() - begun < 10

    def test_the_largest_of_many_rings_are_drawn(self):
        small = [[[5 + i / 1e6, 45], [5 + i / 1e6, 45.1], [5.1, 45.1]] for i in range(70_000)]
        begun = perf_counter()
        found = contours.relever(
            "carte.geojson",
            collection(
                feature("MultiPolygon", [[ring] for ring in small] + [SQUARE], code="01004")
            ),
            (ICI,),
        )

        assert isinstance(found, Releve)
        assert len(found.anneaux) == contours.MAX_ANNEAUX
        assert any(ring[:, 1].max() == 46.0 for _, ring in found.anneaux)
        assert len(lighten(found.anneaux, 1_000)["01004"]) <= contours.MAX_ANNEAUX
        assert perf_counter() - begun < 10
