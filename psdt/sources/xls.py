"""Read an old workbook (.xls) in a process of its own.

The library that reads this format may take all the memory, or end its process, on a small
file made for it. The process is new for each file, limited, and killed when it is late.
"""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from psdt.sources import biff, xls_lecteur
from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.cellules import Cellule, pourcent
from psdt.sources.grille import Classeur, Feuille, Fusion, Trou
from psdt.words import fichiers as mots

MAGIE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SECONDES = 4
LECTEUR = Path(xls_lecteur.__file__)
CHIFFRE = "EncryptedPackage".encode("utf-16-le")
"""A recent workbook under a password is wrapped in this old format."""
MACROS = "_VBA_PROJECT".encode("utf-16-le")
CLASSEURS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))


def ouvrir(nom: str, contenu: bytes) -> Classeur:
    """Return the sheets of a workbook, or raise ``IllisibleError``."""
    _refuser(nom, contenu)
    lines = _lire(nom, contenu).splitlines()
    notes = biff.remarques(contenu)
    sheets: list[Feuille] = []
    noted: biff.Remarques = {}
    for told in map(json.loads, lines):
        if isinstance(told, dict):
            sheets.append(Feuille(told["feuille"]))
            noted = notes[told["rang"]]
            for fusion in told["fusions"]:
                sheets[-1].fusionner(Fusion(*fusion))
        else:
            numero, *cells = told
            read: list[Cellule | Trou] = [
                _cellule(sheets[-1], cell, noted.get((numero - 1, column), ""))
                for column, cell in enumerate(cells)
            ]
            sheets[-1].ajouter(numero, read)
    for feuille in sheets:
        feuille.etendre()
    rows = {feuille.nom: feuille.lignes for feuille in sheets}
    return Classeur(nom, tuple(rows), rows.__getitem__)


def _refuser(nom: str, contenu: bytes) -> None:
    """Refuse what is not a workbook that may be read."""
    if CHIFFRE in contenu:
        raise _illisible(nom, Genre.MOT_DE_PASSE)
    if MACROS in contenu:
        raise _illisible(nom, Genre.MACRO_REFUSEE)
    if not any(stream in contenu for stream in CLASSEURS):
        if biff.tronque(contenu):
            raise _illisible(nom, Genre.FICHIER_ABIME)
        raise _illisible(nom, Genre.FORMAT_INCONNU, mots.ANCIEN)
    if biff.chiffre(contenu):
        raise _illisible(nom, Genre.MOT_DE_PASSE)


def _lire(nom: str, contenu: bytes) -> bytes:
    """Return what the process says of the file; raise ``IllisibleError`` when it fails."""
    command = [sys.executable, "-I", str(LECTEUR)]
    try:
        done = subprocess.run(  # noqa: S603 (no shell, our own words)
            command,
            input=contenu,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDES,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _illisible(nom, Genre.FICHIER_TROP_GROS, mots.TROP_LONG) from None
    if done.returncode == xls_lecteur.MOT_DE_PASSE:
        raise _illisible(nom, Genre.MOT_DE_PASSE)
    if done.returncode == xls_lecteur.TROP_GRAND or done.returncode < 0:  # ended by the system
        raise _illisible(nom, Genre.FEUILLE_TROP_GRANDE, mots.MEMOIRE)
    if done.returncode:
        raise _illisible(nom, Genre.FICHIER_ABIME)
    return done.stdout


def _cellule(feuille: Feuille, cell: Any, note: str) -> Cellule:
    """Return what a cell shows: see ``biff`` for the note."""
    if note == biff.POURCENT and isinstance(cell, int | float):
        return pourcent(cell)
    if note not in ("", biff.POURCENT):
        return note
    if isinstance(cell, dict):
        return datetime.fromisoformat(cell["date"])
    return feuille.garder(cell) if isinstance(cell, str) else cell


def _illisible(nom: str, genre: Genre, detail: str = "") -> IllisibleError:
    return IllisibleError(Anomalie(genre=genre, lu=nom, detail=detail))
