"""Read a workbook (.xlsx): its sheets, the texts they share, the formats of their cells."""

import posixpath
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from psdt.sources.anomalies import Genre
from psdt.sources.archive import Archive
from psdt.sources.formats import DATES, POURCENTS, est_date, est_pourcent
from psdt.sources.grille import Classeur, Feuille, Ligne
from psdt.sources.tableur_feuille import MAIN, Formats, LecteurFeuille, LecteurTextes
from psdt.words import fichiers as mots

TYPES, CLASSEUR = "[Content_Types].xml", "xl/workbook.xml"
DOCUMENT = re.compile(r"xl/.+\.xml")
"""What a workbook may be called: not a document of Word, nor the binary kind (.xlsb)."""
FEUILLE, REGLAGES = f"{MAIN} sheet", f"{MAIN} workbookPr"
FORMAT, STYLES, STYLE = f"{MAIN} numFmt", f"{MAIN} cellXfs", f"{MAIN} xf"
RELATION = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
RELATION_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
MASQUEES = ("hidden", "veryHidden")
STRICT = b"http://purl.oclc.org/ooxml/"
FORMATS = {str(n): "0%" for n in POURCENTS} | {str(n): "d" for n in DATES}


class Relation(NamedTuple):
    """A link from a part of the archive to another one."""

    id: str
    sorte: str
    """« worksheet », « styles », « sharedStrings »…"""
    cible: str


@dataclass(slots=True)
class _Classeur:
    """Where things are in the archive; shared texts and formats come with the first sheet."""

    archive: Archive
    feuilles: dict[str, str]
    """Parts by the name of their sheet."""
    textes: str
    styles: str
    depuis_1904: bool
    chaines: list[str] | None = field(default=None)
    formats: Formats = field(default_factory=Formats)

    def lignes(self, nom: str) -> list[Ligne]:
        """Return the rows of a sheet."""
        if self.chaines is None:
            texts = LecteurTextes(Feuille(nom))
            if self.textes in self.archive.membres:
                self.archive.parcourir(self.textes, texts)
            self.chaines, self.formats = texts.chaines, self._formats()
        feuille = Feuille(nom)
        reader = LecteurFeuille(feuille, self.chaines, self.formats)
        self.archive.parcourir(self.feuilles[nom], reader)
        feuille.etendre()
        return feuille.lignes

    def _formats(self) -> Formats:
        tags = self.archive.balises(self.styles, FORMAT, STYLES, STYLE)
        codes = FORMATS | {tag["numFmtId"]: tag["formatCode"] for n, tag in tags if n == FORMAT}
        start = next((i for i, (n, _) in enumerate(tags) if n == STYLES), len(tags))
        shown = [codes.get(tag.get("numFmtId", ""), "") for _, tag in tags[start + 1 :]]
        return Formats(
            pourcents=frozenset(str(n) for n, code in enumerate(shown) if est_pourcent(code)),
            dates=frozenset(str(n) for n, code in enumerate(shown) if est_date(code)),
            depuis_1904=self.depuis_1904,
        )


def ouvrir(archive: Archive) -> Classeur:
    """Return the sheets of a workbook, each read when it is asked for."""
    root = _relations(archive, "")
    document = next((r.cible for r in root if r.sorte == "officeDocument"), CLASSEUR)
    if document not in archive.membres or not DOCUMENT.fullmatch(document):
        raise archive.illisible(Genre.FORMAT_INCONNU, mots.AUTRE_ARCHIVE)
    relations = _relations(archive, document)
    if not relations or TYPES not in archive.membres:  # no spreadsheet opens it either
        raise archive.illisible(Genre.FICHIER_ABIME)
    sheets = {r.id: r.cible for r in relations if r.sorte == "worksheet"}
    parts = {r.sorte: r.cible for r in relations}
    tags = archive.balises(document, FEUILLE, REGLAGES)
    settings = next((tag for n, tag in tags if n == REGLAGES), {})
    book = _Classeur(
        archive,
        feuilles={
            tag["name"]: sheets[tag[RELATION_ID]]
            for n, tag in tags
            if n == FEUILLE and tag.get(RELATION_ID) in sheets
        },
        textes=parts.get("sharedStrings", ""),
        styles=parts.get("styles", ""),
        depuis_1904=settings.get("date1904") in ("1", "true"),
    )
    if not book.feuilles:
        strict = STRICT in archive.lire(document, 4_096)
        raise archive.illisible(Genre.FORMAT_INCONNU, mots.STRICT if strict else mots.SANS_FEUILLE)
    hidden = {tag["name"] for n, tag in tags if n == FEUILLE and tag.get("state") in MASQUEES}
    masquees = tuple(name for name in book.feuilles if name in hidden)
    return Classeur(archive.nom, tuple(book.feuilles), book.lignes, masquees)


def _relations(archive: Archive, partie: str) -> list[Relation]:
    """Return the links of a part; of the whole archive when it has no name."""
    folder, name = posixpath.split(partie)
    tags = archive.balises(posixpath.join(folder, "_rels", f"{name}.rels"), RELATION)
    return [
        Relation(
            id=tag["Id"],
            sorte=posixpath.basename(tag["Type"]),
            cible=posixpath.normpath(posixpath.join("/", folder, tag["Target"])).lstrip("/"),
        )
        for _, tag in tags
        if tag.get("TargetMode") != "External"
    ]
