"""Draw figures as SVG or PNG: the program of a process of its own, run by ``images.py``.

It reads one request a line, as JSON, and answers with a line of JSON then the bytes of the
picture. Plotly runs in QuickJS (plotly-mirage) and resvg draws; both use, to measure as to
draw, the same font files and no other. Nothing of ``psdt`` is imported: it must start fast.
"""

import json
import os
import sys
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import mirage
import mirage.engine
import mirage.fonts
import resvg_py
from PIL import ImageFont

POLICES = Path(__file__).parent / "fonts"
FAMILLE = "PST Sans"
INK, GREY = "#1C2B33", "#5A6872"
MARGE = 24
"""Blank around a picture that is shared alone, in pixels."""
TITRE, SOUS_TITRE, SOURCE = (21, "600", INK), (15, "400", GREY), (13, "400", GREY)
"""Size, weight and colour of what is written around it."""
INTERLIGNE = 1.32
HASARD = """(function () {
  var seed = 1;
  Math.random = function () { seed = seed * 16807 % 2147483647; return seed / 2147483647; };
})()"""
"""Plotly draws names at random: the same figure must give the same bytes."""


class Mesures(mirage.fonts.FontManager):  # type: ignore[misc]
    """Measure text with the font that will draw it, not with one of the system."""

    def get_font(self, family: str, size: float, weight: str = "") -> Any:  # noqa: ARG002
        """Return the font of a weight, whatever the family asked."""
        return police(round(size), str(weight))


@cache
def police(size: int, weight: str) -> ImageFont.FreeTypeFont:
    """Return the font of a size in pixels and a CSS weight."""
    name = {"bold": "Bold", "700": "Bold", "800": "Bold", "600": "Semibold"}.get(weight, "Regular")
    return ImageFont.truetype(POLICES / f"PSTSans-{name}.ttf", max(size, 1))


def graver(demande: dict[str, Any]) -> bytes:
    """Return the picture asked for: SVG when ``zoom`` is 0, PNG otherwise.

    ``svg`` is one already drawn.
    """
    svg = demande["svg"] if "svg" in demande else dessiner(demande)
    if not demande["zoom"]:
        return svg.encode()
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        background="white",
        zoom=demande["zoom"],
        font_dirs=[str(POLICES)],
        font_family=FAMILLE,
        sans_serif_family=FAMILLE,
        skip_system_fonts=True,
    )


def dessiner(demande: dict[str, Any]) -> str:
    """Return a figure as SVG, with what is written around it if anything is."""
    width, height = demande["largeur"], demande["hauteur"]
    figure = {"data": demande["data"], "layout": demande["layout"]}
    mirage.engine.get_engine().context.eval(HASARD)
    svg = str(mirage.to_svg(figure, width=width, height=height))
    return encadrer(svg, width, height, demande["textes"]) if demande["textes"] else svg


def encadrer(svg: str, width: int, height: int, textes: list[str]) -> str:
    """Return a picture with a title and a sub-title above it, and its source below."""
    titre, sous_titre, source = textes
    parts, y = [], float(MARGE)
    for text, look, after in ((titre, TITRE, 4), (sous_titre, SOUS_TITRE, 14)):
        written, y = ecrire(text, y, width, look)
        parts += written
        y += after if written else 0
    parts.append(svg.replace("<svg ", f'<svg x="{MARGE}" y="{y:.0f}" ', 1))
    written, y = ecrire(source, y + height + 12, width, SOURCE)
    box = f'width="{width + 2 * MARGE}" height="{y + MARGE:.0f}"'
    body = "".join([*parts, *written])
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{body}</svg>'


def ecrire(text: str, y: float, width: int, look: tuple[int, str, str]) -> tuple[list[str], float]:
    """Return the lines of a text drawn from ``y`` down, and where they end."""
    size, weight, colour = look
    style = f'font-family="{FAMILLE}" font-size="{size}" font-weight="{weight}" fill="{colour}"'
    lines = couper(text, width, police(size, weight)) if text else []
    drawn = []
    for line in lines:
        y += size * INTERLIGNE
        place = f'x="{MARGE}" y="{y - size * 0.32:.1f}"'
        drawn.append(f"<text {place} {style}>{escape(line)}</text>")
    return drawn, y


def couper(text: str, width: int, font: ImageFont.FreeTypeFont) -> list[str]:
    """Return a text on lines of at most ``width`` pixels; a word longer than that is cut."""
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while font.getlength(line) > width:
            end = next(n for n in range(1, len(line)) if font.getlength(line[: n + 1]) > width)
            lines.append(line[:end])
            line = line[end:]
    return [*lines, line]


def main() -> None:
    """Answer until nobody asks any more."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not be taken for an answer
    mirage.fonts._DEFAULT_FONT_MANAGER = Mesures()  # noqa: SLF001 (no other way to measure)
    for line in sys.stdin.buffer:
        try:
            picture, error = graver(json.loads(line)), ""
        except Exception as caught:  # noqa: BLE001 (whoever asked decides what to show instead)
            picture, error = b"", type(caught).__name__
        answers.write(json.dumps({"taille": len(picture), "erreur": error}).encode() + b"\n")
        answers.write(picture)
        answers.flush()


if __name__ == "__main__":
    main()
