"""Where a commune is among the others: a small map that needs no library to be drawn."""

import pandas as pd

from psdt.charts.outlines import Ring, outline
from psdt.charts.theme import GREY, THEMES

SIZE = 240
"""Of the longest side, in pixels."""
PALE = "#E4EAEA"


def situation(contours: pd.Series, choisi: str) -> str:
    """Return an SVG of the communes, the chosen one dark.

    Parameters
    ----------
    contours : Series of str, index code of the commune
        GeoJSON geometries; a commune without one is not drawn.
    choisi : str
        Code of the commune to bring out.

    Returns
    -------
    str
        Nothing when the chosen commune has no outline.
    """
    known = contours.dropna()
    if choisi not in known.index:
        return ""
    rings = {code: outline(geometry).rings for code, geometry in known.items()}
    points = [point for some in rings.values() for ring in some for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    unit = SIZE / (max(east - west, north - south) or 1)
    width, height = (round(length * unit) + 4 for length in (east - west, north - south))
    order = [*(code for code in rings if code != choisi), choisi]

    def path(ring: Ring) -> str:
        corners = (f"{(x - west) * unit + 2:.1f} {(north - y) * unit + 2:.1f}" for x, y in ring)
        return f"M{'L'.join(corners)}Z"

    shapes = "".join(
        f'<path d="{"".join(map(path, rings[code]))}" fill="{_fill(code == choisi)}"/>'
        for code in order
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}"><g stroke="{GREY}" stroke-width=".8" '
        f'stroke-linejoin="round">{shapes}</g></svg>'
    )


def _fill(chosen: bool) -> str:
    return THEMES[0] if chosen else PALE
