"""Open the bytes of a file: what they are, whatever their name says."""

from psdt.sources import tableur, texte
from psdt.sources.anomalies import Anomalie, Genre, IllisibleError, frontiere
from psdt.sources.grille import MAX_OCTETS, Classeur
from psdt.words import fichiers as mots

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CHIFFRE = "EncryptedPackage".encode("utf-16-le")
BINAIRES = {b"\x89PNG": "PNG", b"%PDF": "PDF", b"\xff\xd8\xff": "JPEG", b"\x1f\x8b": "GZIP"}


def ouvrir(nom: str, contenu: bytes) -> Classeur:
    """Return the sheets of a file, or raise ``IllisibleError``."""
    if not contenu.strip():
        raise IllisibleError(Anomalie(genre=Genre.FICHIER_VIDE, lu=nom))
    if len(contenu) > MAX_OCTETS:
        detail = mots.mega(MAX_OCTETS >> 20)
        raise IllisibleError(Anomalie(genre=Genre.FICHIER_TROP_GROS, lu=nom, detail=detail))
    if contenu.startswith(OLE):
        genre = Genre.MOT_DE_PASSE if CHIFFRE in contenu else Genre.FORMAT_INCONNU
        raise IllisibleError(Anomalie(genre=genre, lu=nom, detail=mots.ANCIEN))
    for magie, sorte in BINAIRES.items():
        if contenu.startswith(magie):
            raise IllisibleError(Anomalie(genre=Genre.FORMAT_INCONNU, lu=nom, detail=sorte))
    with frontiere(nom):
        if contenu.startswith(tableur.MAGIE):
            return tableur.ouvrir(nom, contenu)
        return texte.ouvrir(nom, contenu)
