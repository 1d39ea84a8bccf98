"""What Word documents need and python-docx does not write: fields, marks, properties."""

import unicodedata
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

HORS_TEXTE = {"Cc", "Cf", "Cs", "Co", "Cn"}
"""Categories of letters that XML refuses, that nobody sees, or that turn the text around."""


def lisible(text: str) -> str:
    """Return a text that Word can hold, on one line, and that reads as it is stored."""
    spaced = " ".join(text.split("\n")).replace("\t", " ")
    return "".join(c for c in spaced if unicodedata.category(c) not in HORS_TEXTE)


def element(tag: str, /, **attributes: str) -> Any:
    """Return an element such as ``element("w:lang", val="fr-FR")``."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def champ(paragraph: Any, instruction: str, shown: str = "", *, perime: bool = False) -> None:
    """Add a field to a paragraph, with what it shows until Word computes it again."""
    start = element("w:fldChar", fldCharType="begin")
    if perime:
        start.set(qn("w:dirty"), "true")
    text = element("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {instruction} "
    for part in (start, text, element("w:fldChar", fldCharType="separate")):
        paragraph.add_run()._r.append(part)  # noqa: SLF001 (python-docx has no field)
    paragraph.add_run(shown)
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))  # noqa: SLF001


def signet(paragraph: Any, name: str, number: int) -> None:
    """Put a bookmark around a paragraph."""
    mark = element("w:bookmarkStart", id=str(number), name=name)
    content = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    content.addnext(mark)
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))  # noqa: SLF001


def ombre(cell: Any, colour: str) -> None:
    """Fill a cell with a colour, given without its #."""
    shade = element("w:shd", val="clear", color="auto", fill=colour)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001


def filet(properties: Any, container: str, sides: dict[str, str], size: int = 4) -> None:
    """Draw thin lines on the sides of a table or a paragraph."""
    borders = element(container)
    for side, colour in sides.items():
        kind = "single" if colour else "nil"
        borders.append(
            element(f"w:{side}", val=kind, sz=str(size), space="4", color=colour or "auto")
        )
    properties.append(borders)


def ligne(row: Any, *, entete: bool) -> None:
    """Never cut a row between two pages; repeat the first one on each page."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(element("w:cantSplit"))
    if entete:
        properties.append(element("w:tblHeader"))


def ouvrir_champ(paragraph: Any, instruction: str) -> None:
    """Begin a field that several paragraphs fill."""
    text = element("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {instruction} "
    begin = element("w:fldChar", fldCharType="begin")
    for part in (begin, text, element("w:fldChar", fldCharType="separate")):
        paragraph.add_run()._r.append(part)  # noqa: SLF001


def fermer_champ(paragraph: Any) -> None:
    """End it."""
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))  # noqa: SLF001


def dans(paragraph: Any, holder: Any) -> Paragraph:
    """Return what writes runs inside an element of a paragraph, a link for instance."""
    return Paragraph(holder, paragraph._parent)  # noqa: SLF001
