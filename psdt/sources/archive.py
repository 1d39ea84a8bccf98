"""A workbook is a zip archive of XML parts: read them one tag at a time, within bounds.

Nothing here trusts what an archive says of itself. No library reads these parts for us: the
usual ones build whole rows and tables before anybody can count them, let entities expand, and
spend minutes on a single tag of 100 MB (expat before 2.6 reads it again at each block).
"""

from collections.abc import Container
from contextlib import suppress
from io import BytesIO
from typing import Protocol
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.words import fichiers as mots

MAGIE = b"PK\x03\x04"
MAX_OCTETS_DECOMPRESSES = 200 * 1024 * 1024
MAX_RATIO = 200
RATIO_A_PARTIR_DE = 1024 * 1024
"""Smaller parts may be as repetitive as they like."""
MAX_MEMBRES = 2_000
MAX_BALISES = 8_000_000
"""Tags read in a whole archive, opening and closing: three seconds of reading."""
MAX_ATTRIBUTS = 200_000
"""Opening tags kept of one small part; a spreadsheet has at most 65,490 formats of cells."""
MAX_OCTETS_BALISE = 1024 * 1024
MAX_ECOUTE = 100_000
MAX_PROFONDEUR = 100
"""Tags inside one another: expat keeps in memory all those that are open."""
MAX_NOMS = 10_000
"""Different names of tags and attributes: it keeps them all."""
MAX_ESPACES = 100_000
"""Declarations of namespaces, likewise."""
BLOC = 64 * 1024
DOSSIERS_DE_MACROS = ("xl/macrosheets/", "basic/", "scripts/")
MACROS = "vbaproject.bin"
XML = (".xml", ".rels")


class Ecoute:
    """What is written in a cell, piece by piece; past a bound, the rest is not kept.

    The bound is far beyond what any cell may hold: whoever reads the text refuses it.
    """

    def __init__(self) -> None:
        self.ouverte = False
        self._morceaux: list[str] = []
        self._longueur = 0

    def noter(self, texte: str) -> None:
        """Keep a piece, if it is to be listened to."""
        if self.ouverte and self._longueur < MAX_ECOUTE:
            self._morceaux.append(texte)
            self._longueur += len(texte)

    def separer(self, blanc: str) -> None:
        """Put a blank between two pieces."""
        if self._morceaux:
            self.noter(blanc)

    def prendre(self) -> str:
        """Return the whole text, and begin another one."""
        text = "".join(self._morceaux)
        self._morceaux.clear()
        self._longueur = 0
        return text


class Lecteur(Protocol):
    """What is done with each tag; names are « namespace name », attributes alike."""

    ecoute: Ecoute
    """Where what stands between tags goes."""

    def debut(self, nom: str, attributs: dict[str, str]) -> None:
        """Take an opening tag."""

    def fin(self, nom: str) -> None:
        """Take a closing tag."""


class _Balises:
    """Keep the opening tags of some names: what small parts are made of."""

    def __init__(self, noms: Container[str]) -> None:
        self.ecoute = Ecoute()
        self.noms = noms
        self.trouvees: list[tuple[str, dict[str, str]]] = []

    def debut(self, nom: str, attributs: dict[str, str]) -> None:
        if nom in self.noms:
            self.trouvees.append((nom, attributs))
            if len(self.trouvees) > MAX_ATTRIBUTS:
                raise ValueError("too many tags for a small part")

    def fin(self, nom: str) -> None:
        pass


class Archive:
    """An archive whose parts may be read; ``IllisibleError`` if it must not be."""

    def __init__(self, nom: str, contenu: bytes) -> None:
        self.nom = nom
        self._zip = ZipFile(BytesIO(contenu))
        self.membres = frozenset(self._zip.namelist())
        self._balises = 0
        self._refuser_les_bombes()
        self._refuser_les_macros()
        for name in self.membres:
            if name.endswith(XML):
                self._refuser_les_entites(name)

    def lire(self, membre: str, maximum: int) -> bytes:
        """Return the first bytes of a part; nothing when it is absent."""
        if membre not in self.membres:
            return b""
        with self._zip.open(membre) as part:
            return part.read(maximum)

    def parcourir(self, membre: str, lecteur: Lecteur) -> None:
        """Give every tag of a part to a reader."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._abime
        self._brancher(parser, lecteur)
        given = 0
        with self._zip.open(membre) as part:
            while block := part.read(BLOC):
                self._balises += block.count(b"<") + block.count(b"/>")
                if self._balises > MAX_BALISES:
                    raise self.illisible(Genre.FICHIER_TROP_GROS, mots.TROP_DE_CASES)
                parser.Parse(block, False)
                given += len(block)
                endless = given - parser.CurrentByteIndex > MAX_OCTETS_BALISE
                if endless or len(parser.intern) > MAX_NOMS:
                    self._abime()
        parser.Parse(b"", True)

    def _brancher(self, parser: expat.XMLParserType, lecteur: Lecteur) -> None:
        """Give the tags to the reader, unless expat would have to remember too much of them."""
        begin, end, depth, spaces = lecteur.debut, lecteur.fin, 0, 0

        def declarer(*_: object) -> None:
            nonlocal spaces
            spaces += 1
            if spaces > MAX_ESPACES:
                self._abime()

        def debut(nom: str, attributs: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > MAX_PROFONDEUR:
                self._abime()
            begin(nom, attributs)

        def fin(nom: str) -> None:
            nonlocal depth
            depth -= 1
            end(nom)

        parser.StartNamespaceDeclHandler = declarer
        parser.StartElementHandler = debut
        parser.EndElementHandler = fin
        parser.CharacterDataHandler = lecteur.ecoute.noter

    def balises(self, membre: str, *noms: str) -> list[tuple[str, dict[str, str]]]:
        """Return the opening tags of these names in a part, with their attributes."""
        found = _Balises(noms)
        if membre in self.membres:
            self.parcourir(membre, found)
        return found.trouvees

    def illisible(self, genre: Genre, detail: str = "") -> IllisibleError:
        """Return the error of an archive that must not be read further."""
        return IllisibleError(Anomalie(genre=genre, lu=self.nom, detail=detail))

    def _refuser_les_bombes(self) -> None:
        members = self._zip.infolist()
        total = sum(member.file_size for member in members)
        swells = any(
            member.file_size > RATIO_A_PARTIR_DE
            and member.file_size > MAX_RATIO * max(member.compress_size, 1)
            for member in members
        )
        if swells or len(members) > MAX_MEMBRES or total > MAX_OCTETS_DECOMPRESSES:
            detail = mots.decompresse(total >> 20, len(members))
            raise self.illisible(Genre.FICHIER_TROP_GROS, detail)

    def _refuser_les_macros(self) -> None:
        for member in self._zip.infolist():
            name = member.filename.lower()
            if name.endswith(MACROS) or name.startswith(DOSSIERS_DE_MACROS):
                raise self.illisible(Genre.MACRO_REFUSEE)
            if member.flag_bits & 1:
                raise self.illisible(Genre.MOT_DE_PASSE)
            if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                self._abime()  # no spreadsheet writes another, whose memory nothing bounds

    def _refuser_les_entites(self, membre: str) -> None:
        """Refuse a part that declares a document type, however it is encoded."""
        begun = False

        def begin(*_: object) -> None:
            nonlocal begun
            begun = True

        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._abime
        parser.StartElementHandler = begin
        given = 0
        with self._zip.open(membre) as part, suppress(expat.ExpatError):
            while not begun and given < MAX_OCTETS_BALISE and (block := part.read(BLOC)):
                parser.Parse(block, False)
                given += len(block)

    def _abime(self, *_: object) -> None:
        raise self.illisible(Genre.FICHIER_ABIME)
