"""A Word document in the look of the house: headings, tables, figures, contents."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt, RGBColor

from psdt.exports import docx_xml as xml
from psdt.exports.docx_styles import BLANC, ENCRE, GRIS, TEXTE_CM, VERT, habiller
from psdt.exports.docx_xml import lisible
from psdt.words import documents as mots

FOND, TRAIT, ENTETE = "F1F5F3", "DDE3E6", "08595E"
COUVERTURE_CM = 11
ENTIERE, DENSE, SOLIDAIRES = 24, 1500, 3
"""Rows and letters of a table that is not cut; rows kept together at both ends of a longer one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Colonne:
    """A column of a table."""

    entete: str
    largeur: float
    """In centimetres."""
    nombre: bool = False
    """Whether it is aligned on the right."""


@dataclass(slots=True)
class DocumentWord:
    """A Word document being written, from top to bottom.

    Parameters
    ----------
    titre, organisme : str
        For its properties and its running header.
    jour : date
        When it is written.
    exemple : str
        Said on every page when the data are an example.
    """

    titre: str
    organisme: str
    jour: date
    exemple: str = ""
    _document: Any = field(default_factory=Document)
    _titres: list[tuple[str, int, str, str]] = field(default_factory=list)
    _numeros: dict[str, int] = field(default_factory=dict)
    _sommaire: Any = None

    def __post_init__(self) -> None:
        habiller(self._document)
        properties = self._document.core_properties
        properties.title, properties.author = lisible(self.titre), lisible(self.organisme)
        properties.language, properties.comments = "fr-FR", lisible(self.exemple)
        moment = datetime.combine(self.jour, time())
        properties.created = properties.modified = moment
        properties.last_modified_by = properties.author
        self._page()

    def paragraphe(self, text: str, style: str = "Normal", *, suite: bool = False) -> Any:
        """Add a paragraph, kept on the page of the next one when ``suite``."""
        added = self._document.add_paragraph(lisible(text), style=style)
        if suite:
            added.paragraph_format.keep_with_next = True
        return added

    def paragraphes(self, texts: Sequence[str]) -> None:
        """Add plain paragraphs."""
        for text in texts:
            self.paragraphe(text)

    def signature(self, text: str) -> None:
        """Say who says what is above, on the right."""
        added = self.paragraphe(text)
        added.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        added.runs[0].bold = True

    def note(self, text: str, *, suite: bool = False) -> None:
        """Add a quiet line: what a figure measures, where it comes from."""
        self.paragraphe(text, "Note", suite=suite)

    def puce(
        self, text: str, *, fort: str = "", couleur: RGBColor | None = None, suite: str = ""
    ) -> None:
        """Add an item of a list, its beginning in bold, its end quieter on its own line."""
        added = self._document.add_paragraph(style="List Bullet")
        added.paragraph_format.keep_together = True
        if fort:
            run = added.add_run(lisible(fort))
            run.bold = True
            run.font.color.rgb = couleur
            added.add_run(" ")
        added.add_run(lisible(text))
        if suite:
            added.add_run().add_break()
            quiet = added.add_run(lisible(suite))
            quiet.font.color.rgb, quiet.font.size = GRIS, Pt(9.5)

    def couverture(self, grands: Sequence[str], petits: Sequence[str]) -> None:
        """Write the first page: a coloured block with the title, then quiet lines."""
        table = self._document.add_table(rows=1, cols=1)
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        table.columns[0].width = table.rows[0].cells[0].width = Cm(TEXTE_CM)
        table.rows[0].height = Cm(COUVERTURE_CM)
        cell = table.rows[0].cells[0]
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        xml.ombre(cell, ENTETE)
        for rang, text in enumerate(grands):
            line = cell.paragraphs[0] if rang == 0 else cell.add_paragraph()
            line.paragraph_format.left_indent = Cm(1)
            line.paragraph_format.space_after = Pt(20)
            run = line.add_run(lisible(text))
            run.font.size = Pt(34 if rang == 0 else 17)
            run.bold, run.font.color.rgb = rang != 1, BLANC
        for rang, text in enumerate(filter(None, petits)):
            added = self.paragraphe(text)
            added.paragraph_format.space_before = Pt(24 if rang == 0 else 0)
            added.runs[0].font.size, added.runs[0].font.color.rgb = Pt(12), GRIS

    def grille(self, chiffres: Sequence[tuple[str, str, str, RGBColor]]) -> None:
        """Add key figures, two in a row: figure, label, detail, and the colour of its rule."""
        if not chiffres:
            return
        table = self._document.add_table(rows=0, cols=2)
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        for column in table.columns:
            column.width = Cm(TEXTE_CM / 2)
        for start in range(0, len(chiffres), 2):
            row = table.add_row()
            xml.ligne(row, entete=False)
            for cell, chiffre in zip(row.cells, chiffres[start : start + 2], strict=False):
                _chiffre(cell, *chiffre)
        self._blanc()

    def intertitre(
        self, text: str, niveau: int, *, saut: bool = False, page: int | None = None
    ) -> None:
        """Add a heading, on a new page when ``saut``; the contents will name levels 1 and 2.

        ``page`` is the one it should be on: the contents say so until Word counts by itself.
        """
        added = self._document.add_heading(lisible(text), niveau)
        added.paragraph_format.page_break_before = saut
        name = f"_Toc{len(self._titres):06d}"
        xml.signet(added, name, len(self._titres))
        self._titres.append((lisible(text), niveau, name, "" if page is None else str(page)))

    def sommaire(self, titre: str) -> None:
        """Leave the place of the contents, written by `fermer`."""
        added = self.paragraphe(titre, "Title")
        added.paragraph_format.page_break_before = True
        added.runs[0].font.size = Pt(20)
        self._sommaire = self._document.add_paragraph()

    def image(self, png: bytes, *, alt: str, titre: str, largeur: float = TEXTE_CM) -> None:
        """Add a picture and its text alternative, kept with the line that follows."""
        holder = self._document.add_paragraph()
        holder.paragraph_format.keep_with_next = True
        shape = holder.add_run().add_picture(BytesIO(png), width=Cm(largeur))
        shape._inline.docPr.set("descr", lisible(alt))  # noqa: SLF001
        shape._inline.docPr.set("title", lisible(titre))  # noqa: SLF001

    def legende(self, genre: str, text: str) -> None:
        """Add a caption, numbered among those of its kind, kept with what it is above."""
        number = self._numeros[genre] = self._numeros.get(genre, 0) + 1
        added = self._document.add_paragraph(f"{genre} ", style="Caption")
        xml.champ(added, f"SEQ {genre} \\* ARABIC", str(number))
        added.add_run(". ")
        for run in added.runs:
            run.font.color.rgb = VERT
        added.add_run(lisible(text))
        added.paragraph_format.keep_with_next = True

    def tableau(
        self,
        colonnes: Sequence[Colonne],
        lignes: Sequence[Sequence[str]],
        *,
        forte: bool = True,
        taille: float = 9.5,
        suite: bool = False,
    ) -> None:
        """Add a table whose header repeats and whose rows are never cut.

        ``forte``: the first column is in bold, as headings of the rows are. A table that holds
        on a page stays on it; of a longer one, no row is left alone. ``suite``:
        it stays on the page of what follows.
        """
        table = self._document.add_table(rows=0, cols=len(colonnes))
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        sides = dict.fromkeys(("top", "bottom", "insideH"), TRAIT)
        xml.filet(table._tbl.tblPr, "w:tblBorders", sides)  # noqa: SLF001
        for column, colonne in zip(table.columns, colonnes, strict=True):
            column.width = Cm(colonne.largeur)  # LibreOffice reads it there, Word in the cells
        letters = sum(len(text) for ligne in lignes for text in ligne)
        whole = len(lignes) <= ENTIERE and letters <= DENSE
        for rang, ligne in enumerate([[c.entete for c in colonnes], *lignes]):
            row, left = table.add_row(), len(lignes) - rang
            ends = rang < SOLIDAIRES or left < SOLIDAIRES
            kept = (left > 0 or suite) and (whole or ends)
            xml.ligne(row, entete=rang == 0)
            for x, (cell, colonne, text) in enumerate(
                zip(row.cells, colonnes, ligne, strict=True)
            ):
                run = _case(cell, colonne, text, taille)
                run.bold = rang == 0 or (forte and x == 0)
                cell.paragraphs[0].paragraph_format.keep_with_next = kept
                if rang == 0:
                    run.font.color.rgb = BLANC
                    xml.ombre(cell, ENTETE)
                elif rang % 2 == 0:
                    xml.ombre(cell, FOND)
        self._blanc(suite=suite)

    def _blanc(self, *, suite: bool = False) -> None:
        """Part a table from what follows: Word merges two tables that touch."""
        added = self._document.add_paragraph()
        added.paragraph_format.keep_with_next = suite
        added.paragraph_format.space_after = Pt(0)
        added.paragraph_format.line_spacing = Pt(6)

    def fermer(self) -> bytes:
        """Return the file."""
        if self._sommaire is not None:
            self._remplir()
        out = BytesIO()
        self._document.save(out)
        return out.getvalue()

    def _remplir(self) -> None:
        """Write the contents as a field already filled: Word shows it before any update."""
        shown = [titre for titre in self._titres if titre[1] <= 2]
        for rang, (text, niveau, name, page) in enumerate(shown):
            line = self._sommaire.insert_paragraph_before(style=f"toc {niveau}")
            if rang == 0:
                xml.ouvrir_champ(line, 'TOC \\o "1-2" \\h \\z \\u')
            link = xml.element("w:hyperlink", anchor=name, history="1")
            line._p.append(link)  # noqa: SLF001
            inside = xml.dans(line, link)
            inside.add_run(f"{text}\t")
            xml.champ(inside, f"PAGEREF {name} \\h", page, perime=True)
        xml.fermer_champ(self._sommaire)

    def _page(self) -> None:
        """Set the page up: A4, running header, page numbers, nothing on the first page."""
        section = self._document.sections[0]
        section.start_type = WD_SECTION.NEW_PAGE
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm((21 - TEXTE_CM) / 2)
        section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.2)
        section.header_distance = section.footer_distance = Cm(1.1)
        section.different_first_page_header_footer = True
        header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
        for paragraph in (header, footer):
            stops = paragraph.paragraph_format.tab_stops
            paragraph.style.paragraph_format.tab_stops.clear_all()
            stops.add_tab_stop(Cm(TEXTE_CM), WD_TAB_ALIGNMENT.RIGHT)
        header.add_run(f"{lisible(self.organisme)[:70]}\t{lisible(self.exemple)}")
        footer.add_run(f"{lisible(self.titre)[:80]}\t{mots.PAGE} ")
        xml.champ(footer, "PAGE", "1")
        footer.add_run(" / ")
        xml.champ(footer, "NUMPAGES", "1")


def _chiffre(cell: Any, valeur: str, libelle: str, detail: str, colour: RGBColor) -> None:
    """Write a key figure in a cell, under a rule of its colour."""
    cell.width = Cm(TEXTE_CM / 2)
    xml.filet(cell._tc.get_or_add_tcPr(), "w:tcBorders", {"top": str(colour)}, 18)  # noqa: SLF001
    looks = ((valeur, 20, True, ENCRE), (libelle, 10.5, True, ENCRE), (detail, 9.5, False, GRIS))
    for rang, (text, size, bold, ink) in enumerate(looks):
        paragraph = cell.paragraphs[0] if rang == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(4 if rang == 0 else 0)
        paragraph.paragraph_format.space_after = Pt(8 if rang == 2 else 1)
        run = paragraph.add_run(lisible(text))
        run.font.size, run.bold, run.font.color.rgb = Pt(size), bold, ink


def _case(cell: Any, colonne: Colonne, text: str, taille: float) -> Any:
    """Write a cell and return its run."""
    cell.width = Cm(colonne.largeur)
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    paragraph.paragraph_format.line_spacing = 1.0
    if colonne.nombre:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(lisible(text))
    run.font.size = Pt(taille)
    return run
