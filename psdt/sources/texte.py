"""Read a text file (.csv): its encoding, its separator, its rows."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.grille import Classeur, Feuille, Ligne
from psdt.words import fichiers as mots

UTF16 = (b"\xff\xfe", b"\xfe\xff")
UTF8_MELE = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x90-\xaf]")
"""« é », « ’ » in UTF-8: a file that has some and is not UTF-8 mixes two encodings."""
BALISE = re.compile(r"\s*<(!doctype|html|table|\?xml)", re.IGNORECASE)
SEPARATEURS = ";\t,"
ENTRE_GUILLEMETS = re.compile('"[^"]*"')
DEBUT, PREMIERES_LIGNES = 64 * 1024, 30
"""Where the separator is looked for: characters, then lines."""


def ouvrir(nom: str, contenu: bytes) -> Classeur:
    """Return a text file as a single sheet, named after nothing."""
    text = decoder(nom, contenu)
    if tag := BALISE.match(text):
        detail = mots.XML if tag[1] == "?xml" else mots.HTML
        raise IllisibleError(Anomalie(genre=Genre.FORMAT_INCONNU, lu=nom, detail=detail))
    if "\0" in text:
        numero = text.count("\n", 0, text.index("\0")) + 1
        raise _abime(nom, numero, mots.OCTET_NUL)
    return Classeur(nom, ("",), lambda _feuille: _lignes(nom, text))


def decoder(nom: str, contenu: bytes) -> str:
    """Return the text of a file, or raise ``IllisibleError``."""
    encodings = ["utf-16"] if contenu.startswith(UTF16) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        if encoding == "cp1252" and UTF8_MELE.search(contenu):
            break
        try:
            return contenu.decode(encoding)
        except UnicodeDecodeError:
            continue
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
