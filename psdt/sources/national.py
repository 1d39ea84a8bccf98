"""Files of all France, too large for the screen: read once, from top to bottom.

A text table, or a zip archive of them. Only the rows of the territoires that are wanted are
parsed; counts are added up on the way.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO
from zipfile import ZipFile, ZipInfo, is_zipfile

from psdt.domain.indicators import Niveau
from psdt.sources import dictionnaire, flux, lire
from psdt.sources.anomalies import Anomalie, Genre, IllisibleError, frontiere
from psdt.sources.flux import TOUT, Octets, Voulu
from psdt.sources.grille import MAX_OCTETS
from psdt.sources.lieux import COMMUNE, lire_code
from psdt.sources.perimetre import Perimetre
from psdt.sources.registre import SOURCES, nommer, reconnue
from psdt.sources.tableau import Catalogue, Refus, Tableau
from psdt.words import producteurs as mots

Suivi = Callable[[int, int], None]
"""Told how many bytes were read, of how many."""

EXTENSION = ".csv"
CLASSEURS = {"[Content_Types].xml", "mimetype"}
"""Members that tell a workbook from an archive of tables: both are zip files."""


def lire_fichier(
    chemin: Path, catalogue: Catalogue, perimetre: Perimetre, suivi: Suivi
) -> Iterator[tuple[str, Tableau | Refus]]:
    """Yield what each table of a file gives for the territoires that are wanted.

    Raises ``OSError`` when the file cannot be read.
    """
    nom, total = chemin.name, chemin.stat().st_size
    try:
        if _est_une_archive(chemin):
            with ZipFile(chemin) as archive:
                yield from _archive(nom, archive, catalogue, perimetre, suivi)
        elif total <= MAX_OCTETS:
            yield nom, lire(nom, chemin.read_bytes(), catalogue, perimetre)
        else:
            with chemin.open("rb") as source:
                octets = Compteur(nom, source, total, suivi)
                yield nom, _table(nom, octets, catalogue, perimetre, {})
    except IllisibleError as error:
        yield nom, Refus(anomalies=(error.anomalie,))


class Compteur:
    """Bytes that tell how far they are read; what is damaged raises ``IllisibleError``."""

    def __init__(self, nom: str, source: IO[bytes], total: int, suivi: Suivi) -> None:
        self.nom = nom
        self.source = source
        self.total = total
        self.suivi = suivi
        self.lus = 0

    def read(self, size: int, /) -> bytes:
        """Return the next bytes."""
        with frontiere(self.nom):
            block = self.source.read(size)
        self.lus += len(block)
        self.suivi(self.lus, self.total)
        return block


def voulus(perimetre: Perimetre) -> Voulu:
    """Return which codes matter; the IRIS of a commune do when it does."""
    asked = {code for _, code in perimetre.connus}
    if any(niveau is Niveau.FRANCE for niveau, _ in perimetre.connus):
        asked.add("1")  # as Filosofi calls it

    def voulu(written: str) -> bool:
        if written in asked or COMMUNE.fullmatch(written):
            return written in asked
        try:
            niveau, code = lire_code(written)
        except ValueError:
            return False
        return code in asked or (niveau is Niveau.EPCI and code[:5] in asked)

    return Voulu(frozenset(asked | {code.lstrip("0") for code in asked}), voulu)


def _est_une_archive(chemin: Path) -> bool:
    if not is_zipfile(chemin):
        return False
    with frontiere(chemin.name), ZipFile(chemin) as archive:
        return CLASSEURS.isdisjoint(archive.namelist())


def _archive(
    nom: str, archive: ZipFile, catalogue: Catalogue, perimetre: Perimetre, suivi: Suivi
) -> Iterator[tuple[str, Tableau | Refus]]:
    """Read the tables of an archive, but their dictionary, which names their columns."""
    tables = [m for m in archive.infolist() if m.filename.lower().endswith(EXTENSION)]
    labels: dict[str, str] = {}
    data: list[ZipInfo] = []
    for member in tables:
        found = _libelles(archive, member)
        labels |= found
        if not found:
            data.append(member)
    if not data:
        genre, detail = Genre.FORMAT_INCONNU, mots.ARCHIVE_SANS_TABLE
        raise IllisibleError(Anomalie(genre=genre, lu=nom, detail=detail))
    for member in data:
        with frontiere(nom):
            source = archive.open(member)
        with source:
            octets = Compteur(nom, source, member.file_size, suivi)
            yield member.filename, _table(member.filename, octets, catalogue, perimetre, labels)


def _libelles(archive: ZipFile, member: ZipInfo) -> dict[str, str]:
    """Return the labels that a member gives to columns: none unless it is a dictionary."""

    def choix(noms: Sequence[str]) -> Voulu | None:
        return TOUT if dictionnaire.entete(noms) else None

    with frontiere(member.filename), archive.open(member) as source:
        found = flux.ouvrir(member.filename, source, choix)
        return dictionnaire.libelles(found) if found else {}


def _table(
    nom: str,
    octets: Octets,
    catalogue: Catalogue,
    perimetre: Perimetre,
    libelles: Mapping[str, str],
) -> Tableau | Refus:
    def choix(noms: Sequence[str]) -> Voulu | None:
        source = reconnue(noms)
        if source is SOURCES["modele"]:
            return TOUT  # its codes are those of indicators
        return None if source is None else voulus(perimetre)

    try:
        feuillet = flux.ouvrir(nom, octets, choix)
        source = None if feuillet is None else reconnue(feuillet.noms)
        if feuillet is None or source is None:
            genre, detail = Genre.FORMAT_INCONNU, mots.EN_TETE_INCONNU
            return Refus(anomalies=(Anomalie(genre=genre, lu=nom, detail=detail),))
        feuillet = replace(feuillet, libelles=libelles)
        return nommer(source, source.lire(feuillet, catalogue, perimetre))
    except IllisibleError as error:  # the other tables of the archive may still be read
        return Refus(anomalies=(error.anomalie,))
