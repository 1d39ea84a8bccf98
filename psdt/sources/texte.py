"""Read a text file (.csv): its encoding, its separator, its rows."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO

from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.grille import MAX_OCTETS, Classeur, Feuille, Ligne
from psdt.words import fichiers as mots

UTF16 = (b"\xff\xfe", b"\xfe\xff")
UTF8_MELE = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x90-\xaf]")
"""« é », « ’ » in UTF-8: a file that has some and is not UTF-8 mixes two encodings."""
DOS_OU_MAC = re.compile(rb"[A-Za-z][\x82\x88]|\x82[a-z]|[a-z][\x8a\x8e]|[A-Z][\x8a\x8e][a-z]")
"""« é », « à » as DOS and the old Macintosh wrote them: for Windows, letters nobody joins."""
WINDOWS = re.compile(rb"[\x80-\x9f]")
EURO = re.compile(rb"\xa4|[A-Za-z]\xbd|\xbd[a-z]")
"""« € », « œ » in ISO-8859-15; they would be « ¤ », « ½ »."""
BALISE = re.compile(
    r"(?:\s*<!--.*?-->)*+\s*<(!doctype|html|head|meta|body|table|\?xml)", re.IGNORECASE | re.DOTALL
)
JSON = re.compile(r'\s*(\{\s*"|\[\s*[\[{])')
SEPARATEURS = ";\t,|"
ENTRE_GUILLEMETS = re.compile('"[^"]*"')
DEBUT, PREMIERES_LIGNES = 64 * 1024, 30
"""Where the separator is looked for: characters, then lines."""
csv.field_size_limit(MAX_OCTETS)  # what is too long is said of its cell, not of its quotes


def ouvrir(nom: str, contenu: bytes) -> Classeur:
    """Return a text file as a single sheet, named after nothing."""
    text = decoder(nom, contenu)
    if not text.strip("\ufeff").strip():
        raise IllisibleError(Anomalie(genre=Genre.FICHIER_VIDE, lu=nom))
    if tag := BALISE.match(text):
        detail = mots.XML if tag[1] == "?xml" else mots.HTML
        raise IllisibleError(Anomalie(genre=Genre.FORMAT_INCONNU, lu=nom, detail=detail))
    if JSON.match(text):
        raise IllisibleError(Anomalie(genre=Genre.FORMAT_INCONNU, lu=nom, detail=mots.JSON))
    if "\0" in text:
        numero = text.count("\n", 0, text.index("\0")) + 1
        raise _abime(nom, numero, mots.OCTET_NUL)
    return Classeur(nom, ("",), lambda _feuille: _lignes(nom, text))


def decoder(nom: str, contenu: bytes) -> str:
    """Return the text of a file, or raise ``IllisibleError``."""
    if contenu.startswith(UTF16):
        encodings = ["utf-16"]
    elif UTF8_MELE.search(contenu) or DOS_OU_MAC.search(contenu):
        encodings = ["utf-8-sig"]
    elif EURO.search(contenu) and not WINDOWS.search(contenu):
        encodings = ["utf-8-sig", "iso8859-15"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            return contenu.decode(encoding)
    raise IllisibleError(Anomalie(genre=Genre.ENCODAGE, lu=nom))


def enregistrements(
    nom: str, text: str, separateur: str, *, debut: int = 1
) -> Iterator[tuple[int, list[str]]]:
    """Yield the records of a text and the line where each begins, ``debut`` for the first.

    A text between quotes may run over several lines. Lines without any character are passed
    over; raises ``IllisibleError`` where quotes are not those of a table.
    """
    reader = csv.reader(StringIO(text, newline=""), delimiter=separateur, strict=True)
    numero = debut
    try:
        for cells in reader:
            if cells:
                yield numero, cells
            numero = debut + reader.line_num
    except csv.Error as error:
        raise _abime(nom, numero, mots.GUILLEMET) from error


def _lignes(nom: str, text: str) -> list[Ligne]:
    feuille, debut = Feuille(""), 1
    first, _, rest = text.partition("\n")
    separator = _separateur(text)
    if first.startswith("sep=") and len(first.strip()) == 5:  # a line for Excel only
        separator, text, debut = first[4], rest, 2
    for numero, cells in enregistrements(nom, text, separator, debut=debut):
        feuille.ajouter(numero, [feuille.garder(cell) for cell in cells])
    return feuille.lignes


def _separateur(text: str) -> str:
    """Return what separates the cells: what most of the first lines have as many times.

    A title above the table may hold any of them, a number its decimal comma.
    """
    lines = ENTRE_GUILLEMETS.sub("", text[:DEBUT]).splitlines()[:PREMIERES_LIGNES]

    def alike(separator: str) -> tuple[int, int]:
        times = Counter(n for line in lines if (n := line.count(separator)))
        return max(((lines_alike, n) for n, lines_alike in times.items()), default=(0, 0))

    return max(SEPARATEURS, key=alike)


def _abime(nom: str, numero: int, detail: str) -> IllisibleError:
    genre = Genre.FICHIER_ABIME
    return IllisibleError(Anomalie(genre=genre, lu=nom, ligne=numero, detail=detail))
