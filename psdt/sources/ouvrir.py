"""Open the bytes of a file: what they are, whatever their name says."""

from psdt.sources import archive, odf, tableur, texte, xls
from psdt.sources.anomalies import Anomalie, Genre, IllisibleError, frontiere
from psdt.sources.grille import MAX_OCTETS, Classeur
from psdt.words import fichiers as mots

BINAIRES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"\x1f\x8b": "GZIP",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7Z",
    b"PAR1": "Parquet",
    b"SQLite format 3": "SQLite",
    b"RIFF": "RIFF",
    b"BZh91AY&SY": "BZIP2",
    b"\xfd7zXZ": "XZ",
    b"MZ\x90\x00": mots.PROGRAMME,
    b"\x7fELF": mots.PROGRAMME,
    b"MIME-Version:": mots.HTML,
    b"PK\x05\x06": mots.AUTRE_ARCHIVE,
}
"""How the files begin that people take for a table, or whose name says they are one."""
VERROUS = ("~$", ".~lock.")
"""How the names begin of the files that only say that a workbook is open."""


def ouvrir(nom: str, contenu: bytes) -> Classeur:
    """Return the sheets of a file, or raise ``IllisibleError``."""
    if len(contenu) > MAX_OCTETS:
        detail = mots.mega(MAX_OCTETS >> 20)
        raise IllisibleError(Anomalie(genre=Genre.FICHIER_TROP_GROS, lu=nom, detail=detail))
    if not contenu.strip():
        raise IllisibleError(Anomalie(genre=Genre.FICHIER_VIDE, lu=nom))
    if nom.startswith(VERROUS) and not contenu.startswith((archive.MAGIE, xls.MAGIE)):
        raise IllisibleError(Anomalie(genre=Genre.FICHIER_DE_VERROU, lu=nom))
    for magie, sorte in BINAIRES.items():
        if contenu.startswith(magie):
            raise IllisibleError(Anomalie(genre=Genre.FORMAT_INCONNU, lu=nom, detail=sorte))
    with frontiere(nom):
        if contenu.startswith(xls.MAGIE):
            return xls.ouvrir(nom, contenu)
        if not contenu.startswith(archive.MAGIE):
            return texte.ouvrir(nom, contenu)
        parts = archive.Archive(nom, contenu)
        return odf.ouvrir(parts) if odf.MIMETYPE in parts.membres else tableur.ouvrir(parts)
