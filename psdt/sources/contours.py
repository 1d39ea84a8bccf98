"""Read the outlines of territoires from a GeoJSON file."""

import json
from typing import Any

from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.grille import MAX_OCTETS
from psdt.words import fichiers as mots

SURFACES = {"Polygon", "MultiPolygon"}


def lire(nom: str, contenu: bytes) -> dict[str, str]:
    """Return geometries as JSON texts, by the code of their territoire.

    Each feature names its territoire in its property ``code``; what is not a surface is
    passed over. Raises ``IllisibleError`` when the file is no GeoJSON.
    """
    if len(contenu) > MAX_OCTETS:
        detail = mots.mega(MAX_OCTETS >> 20)
        raise IllisibleError(Anomalie(genre=Genre.FICHIER_TROP_GROS, lu=nom, detail=detail))
    try:
        features = json.loads(contenu)["features"]
        return {
            str(feature["properties"]["code"]): json.dumps(feature["geometry"])
            for feature in features
            if _is_surface(feature["geometry"])
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        anomalie = Anomalie(genre=Genre.FORMAT_INCONNU, lu=nom, detail=mots.PAS_GEOJSON)
        raise IllisibleError(anomalie) from error


def _is_surface(geometry: dict[str, Any] | None) -> bool:
    return geometry is not None and geometry.get("type") in SURFACES
