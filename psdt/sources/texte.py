"""Read a text file (.csv): its encoding, its separator, its rows."""

import csv
import re
from io import StringIO

from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.grille import MAX_LIGNES, TROP_DE_LIGNES, Classeur, Ligne
from psdt.words import fichiers as mots

UTF16 = (b"\xff\xfe", b"\xfe\xff")
HTML = re.compile(r"\s*<(!doctype|html|table|\?xml)", re.IGNORECASE)
SEPARATEURS = ";\t,"


def ouvrir(nom: str, contenu: bytes) -> Classeur:
    """Return a text file as a single sheet, named after nothing."""
    text = decoder(nom, contenu)
    if HTML.match(text):
        raise IllisibleError(Anomalie(genre=Genre.FORMAT_INCONNU, lu=nom, detail=mots.HTML))
    if "\0" in text:
        raise IllisibleError(Anomalie(genre=Genre.FICHIER_ABIME, lu=nom))
    return Classeur(nom, ("",), lambda _feuille: _lignes(text))


def decoder(nom: str, contenu: bytes) -> str:
    """Return the text of a file, or raise ``IllisibleError``."""
    encodings = ["utf-16"] if contenu.startswith(UTF16) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return contenu.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise IllisibleError(Anomalie(genre=Genre.ENCODAGE, lu=nom))


def _lignes(text: str) -> list[Ligne]:
    """Return the rows that are not blank, numbered as a text editor does."""
    first = text.partition("\n")[0]
    separator, start = max(SEPARATEURS, key=first.count), 1
    if first.startswith("sep=") and len(first.strip()) == 5:  # a line for Excel only
        separator, start, text = first[4], 2, text.partition("\n")[2]
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    lignes = []
    numero = start
    for cells in reader:
        if any(cell.strip() for cell in cells):
            lignes.append(Ligne(numero, list(cells)))
        if len(lignes) > MAX_LIGNES + 1:
            detail = TROP_DE_LIGNES
            raise IllisibleError(Anomalie(genre=Genre.FEUILLE_TROP_GRANDE, detail=detail))
        numero = start + reader.line_num
    return lignes
