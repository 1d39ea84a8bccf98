"""Read the outlines of territoires from a GeoJSON file: checked, matched, made lighter."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Any, NoReturn, TypeAlias

import numpy as np
import numpy.typing as npt

from psdt.domain.indicators import Niveau, Territoire
from psdt.sources import archive
from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.cellules import cle
from psdt.sources.grille import MAX_OCTETS
from psdt.sources.lieux import lire_code
from psdt.sources.perimetre import Perimetre
from psdt.sources.tableau import Refus
from psdt.words import fichiers as mots
from psdt.words import saisie as phrases

Anneau: TypeAlias = npt.NDArray[np.float64]
Ligne: TypeAlias = list[tuple[float, float]]
SURFACES = {"Polygon", "MultiPolygon"}
CODES = ("code", "insee", "codgeo", "insee_com", "code_insee", "com", "code_commune", "codeinsee")
NOMS = ("nom", "libgeo", "nom_com", "nom_commune", "libelle", "name", "commune")
"""Properties that tell the territoire, in the order they are tried, compared as column names."""
GEOPACKAGE, SHAPEFILE = b"SQLite format 3", b"\x00\x00\x27\x0a"
MAX_OBJETS = 40_000
MAX_POINTS = 300_000
"""Of the communes of a territoire; the outlines of IGN have a few thousand for each."""
MAX_ANNEAUX = 60
"""Of a commune, the largest: no commune has as many islands that a map shows."""
MAX_IDENTIFIANT = 100
DECIMALES = 5
"""Of degrees: a metre."""
METROPOLE = ((41.0, 52.0), (-6.0, 10.0))
"""Latitudes and longitudes of France: as longitudes and latitudes, the Indian Ocean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Releve:
    """The outlines of a file, as they are: outer rings of longitudes and latitudes."""

    anneaux: tuple[tuple[str, Anneau], ...]
    """Code of the commune, then an array of shape (n, 2), closed; at least one of them."""
    ignores: int
    """Objects that are no commune of the territoire, or no surface."""


def lire(nom: str, contenu: bytes) -> dict[str, str]:
    """Return geometries as JSON texts, by the code of their territoire, as they are.

    Each feature names its territoire in its property ``code``; what is not a surface is
    passed over. Raises ``IllisibleError`` when the file is no GeoJSON.
    """
    try:
        return {
            str(feature["properties"]["code"]): json.dumps(feature["geometry"])
            for feature in _features(nom, contenu)
            if _is_surface(feature.get("geometry"))
        }
    except (KeyError, TypeError) as error:
        raise _refus(nom, phrases.PAS_JSON) from error


def relever(nom: str, contenu: bytes, communes: Sequence[Territoire]) -> Releve | Refus:
    """Return the outlines that a file gives to communes, or what is wrong.

    A feature is matched by a property that holds a code, else a name, of one of them. Only
    outer rings are kept: holes are communes of their own, drawn above.
    """
    try:
        found, ignored = _reperer(_features(nom, contenu), communes)
        names = {commune.code: commune.nom for commune in communes}
        lines = {code: _lignes(nom, names[code], shapes) for code, shapes in found.items()}
        if sum(len(line) for some in lines.values() for line in some) > MAX_POINTS:
            raise _refus(nom, phrases.trop_de_points(MAX_POINTS))
        rings = tuple((code, ring) for code, some in lines.items() for ring in _anneaux(some))
        if not rings:
            raise _refus(nom, phrases.SANS_COMMUNE)
        _situer(nom, np.concatenate([ring for _, ring in rings]))
    except IllisibleError as error:
        return Refus(anomalies=(error.anomalie,))
    return Releve(anneaux=rings, ignores=ignored)


def geometrie(rings: Iterable[Anneau]) -> str:
    """Return outer rings as a GeoJSON geometry, in text."""
    coordinates = [[np.round(ring, DECIMALES).tolist()] for ring in rings]
    return json.dumps({"type": "MultiPolygon", "coordinates": coordinates})


def _features(nom: str, contenu: bytes) -> list[dict[str, Any]]:
    """Return the objects of a GeoJSON file, or raise ``IllisibleError``."""
    if len(contenu) > MAX_OCTETS:
        detail = mots.mega(MAX_OCTETS >> 20)
        raise IllisibleError(Anomalie(genre=Genre.FICHIER_TROP_GROS, lu=nom, detail=detail))
    if contenu.startswith(GEOPACKAGE):
        raise _refus(nom, phrases.GEOPACKAGE)
    if contenu.startswith((SHAPEFILE, archive.MAGIE)):
        raise _refus(nom, phrases.SHAPEFILE)
    try:
        read = json.loads(contenu, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise _refus(nom, phrases.PAS_JSON) from error
    return _objets(nom, read)


def _objets(nom: str, read: object) -> list[dict[str, Any]]:
    if not isinstance(read, dict):
        raise _refus(nom, phrases.PAS_JSON)
    kind = read.get("type")
    if kind == "Topology":
        raise _refus(nom, phrases.TOPOJSON)
    features = [read] if kind == "Feature" else read.get("features")
    if not isinstance(features, list) or not all(map(_is_feature, features)):
        raise _refus(nom, phrases.PAS_JSON)
    if not features:
        raise _refus(nom, phrases.SANS_OBJET)
    if len(features) > MAX_OBJETS:
        raise _refus(nom, phrases.trop_d_objets(MAX_OBJETS))
    return features


def _is_feature(found: object) -> bool:
    return isinstance(found, dict) and isinstance(found.get("properties"), dict | None)


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"not JSON: {text}")


def _is_surface(geometry: object) -> bool:
    return isinstance(geometry, dict) and geometry.get("type") in SURFACES


def _reperer(
    features: Iterable[dict[str, Any]], communes: Sequence[Territoire]
) -> tuple[dict[str, list[dict[str, Any]]], int]:
    """Return the geometries of each commune, by its code, and how many objects are others."""
    known = Perimetre(territoires=tuple(communes))
    found: dict[str, list[dict[str, Any]]] = {}
    ignored = 0
    for feature in features:
        code = _code(feature, known)
        if code and _is_surface(feature.get("geometry")):
            found.setdefault(code, []).append(feature["geometry"])
        else:
            ignored += 1
    return found, ignored


def _code(feature: Mapping[str, Any], known: Perimetre) -> str:
    """Return the code of the commune that a feature draws, or nothing."""
    said = {
        cle(name): str(value)[:MAX_IDENTIFIANT]
        for name, value in (feature.get("properties") or {}).items()
        if isinstance(value, str | int) and not isinstance(value, bool)
    }
    for name in CODES:
        try:
            niveau, code = lire_code(said.get(name, ""))
        except ValueError:
            continue
        if niveau is Niveau.COMMUNE:  # a code is certain: the name is not looked at
            return code if code in known.communes else ""
    lieux = (known.par_nom(said[name], Niveau.COMMUNE) for name in NOMS if said.get(name))
    return next((lieu.code for lieu in lieux if lieu), "")


def _lignes(nom: str, commune: str, geometries: Iterable[dict[str, Any]]) -> list[Ligne]:
    """Return the outer lines of geometries, made of finite numbers, closed."""
    lines: list[Ligne] = []
    try:
        for geometry in geometries:
            shape = geometry["coordinates"]
            for polygon in shape if geometry["type"] == "MultiPolygon" else [shape]:
                line = [(_nombre(point[0]), _nombre(point[1])) for point in polygon[0]]
                line.append(line[0])
                lines.append(line)
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise _refus(nom, phrases.coordonnees(commune)) from error
    return lines


def _anneaux(lines: Iterable[Ligne]) -> Iterator[Anneau]:
    """Yield the largest lines as rings of three different points at least."""
    for line in nlargest(MAX_ANNEAUX, lines, key=_etendue):
        ring = np.round(np.array(line), DECIMALES)
        if len(np.unique(ring, axis=0)) > 2:
            yield ring


def _etendue(line: Ligne) -> float:
    """Return the half-perimeter of the rectangle around a line."""
    eastings = [east for east, _ in line]
    northings = [north for _, north in line]
    return max(eastings) - min(eastings) + max(northings) - min(northings)


def _nombre(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("not a number")
    if not math.isfinite(number := float(value)):
        raise ValueError("not finite")
    return number


def _situer(nom: str, points: Anneau) -> None:
    """Raise ``IllisibleError`` for coordinates that are not longitudes and latitudes."""
    if (np.abs(points) > (180.0, 90.0)).any():
        raise _refus(nom, phrases.PROJETE)
    (south, north), (west, east) = METROPOLE
    x, y = np.median(points, axis=0)
    if south <= x <= north and west <= y <= east:
        raise _refus(nom, phrases.INVERSE)


def _refus(nom: str, detail: str) -> IllisibleError:
    return IllisibleError(Anomalie(genre=Genre.CONTOURS, lu=nom, detail=detail))
