"""The styles of Word documents: the look of the house on the default template."""

from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from psdt.exports import docx_xml as xml

POLICE = "Calibri"
"""That of the reader's own documents; another one takes its place where it is missing."""
VERT, ENCRE, GRIS = (
    RGBColor(0x08, 0x59, 0x5E),
    RGBColor(0x1C, 0x2B, 0x33),
    RGBColor(0x5A, 0x68, 0x72),
)
ORANGE = RGBColor(0xB4, 0x61, 0x1D)
BLANC = RGBColor(0xFF, 0xFF, 0xFF)
TEXTE_CM = 16.0
"""Width of the text of a page, in centimetres."""
TITRES = {
    "Title": (30.0, 0, 10),
    "Heading 1": (20.0, 0, 8),
    "Heading 2": (14.0, 16, 4),
    "Heading 3": (11.5, 10, 3),
}
"""Size of each kind of heading, and the space before and after, in points."""


def habiller(document: Any) -> None:
    """Give the styles of the default template our look."""
    styles = document.styles
    normal = styles["Normal"]
    normal.font.size, normal.font.color.rgb = Pt(10.5), ENCRE
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(5), 1.1
    normal.element.get_or_add_rPr().append(xml.element("w:lang", val="fr-FR"))
    for name, (size, before, after) in TITRES.items():
        style = styles[name]
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), True, VERT
        spacing = style.paragraph_format
        spacing.space_before, spacing.space_after = Pt(before), Pt(after)
        spacing.keep_with_next = True
        for border in style.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)
    caption = styles["Caption"]
    caption.font.size, caption.font.bold, caption.font.color.rgb = Pt(11), True, ENCRE
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(12), Pt(2)
    note = styles.add_style("Note", 1)
    note.base_style = normal
    note.font.size, note.font.color.rgb = Pt(9.5), GRIS
    note.paragraph_format.space_after = Pt(6)
    for level in (1, 2):
        contents = styles.add_style(f"toc {level}", 1)
        contents.base_style = normal
        spacing = contents.paragraph_format
        spacing.left_indent, spacing.space_after = Cm(0.6 * (level - 1)), Pt(4)
        spacing.tab_stops.add_tab_stop(Cm(TEXTE_CM), WD_TAB_ALIGNMENT.RIGHT)
        contents.font.bold = level == 1
    for name in ("Header", "Footer"):
        styles[name].font.size, styles[name].font.color.rgb = Pt(9.5), GRIS
    for style in styles:
        if style.type == 1:
            _police(style)


def _police(style: Any) -> None:
    """Name the font of a style, which themes would change."""
    style.font.name = POLICE
    fonts = style.element.rPr.rFonts
    for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{key}"), None)
