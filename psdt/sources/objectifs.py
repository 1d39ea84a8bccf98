"""Read the objectifs of a forum from a file: a workbook, a CSV, or one text a line."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO

from psdt.sources import cellules, texte
from psdt.sources.anomalies import Anomalie, Genre, IllisibleError, frontiere
from psdt.sources.grille import MAX_CARACTERES, Classeur, Ligne, Trou, lettre
from psdt.sources.ouvrir import ouvrir
from psdt.sources.tableau import Refus
from psdt.words import fichiers as mots

FEUILLE = "Objectifs"
COLONNE = "objectif"
NOMS = ("objectif", "objectifs", "text", "texte")
"""Names of the column of texts."""
DERNIERE_ENTETE = 30
"""The header of a sheet is searched down to this row."""
MAX_OBJECTIFS = 10_000
PERSONNEL = {
    mots.COURRIEL: re.compile(r"[\w.+-]+@[\w-]+\.\w+"),
    mots.TELEPHONE: re.compile(r"(?<!\d)(?:\+33|0)\s?[1-9](?:[\s.-]?\d\d){4}(?!\d)"),
    mots.NOM: re.compile(r"\b(?:Mme|Mlle|Madame|Monsieur|Mr|M\.|Dr)\s+[A-ZÀ-Ý]"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Objectif:
    """One text, and where it stood."""

    rang: int
    """Its row among the data, from 1: the header is not counted, rows without a text are."""
    texte: str
    enjeu: str = ""
    table: str = ""
    profil: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objectifs:
    """A file read: every text, duplicates included, in the order of the file."""

    objectifs: tuple[Objectif, ...]
    remarques: tuple[Anomalie, ...] = ()
    """Texts written twice, or that seem to name somebody."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet whose columns are known."""

    feuille: str | None
    places: dict[str, int]
    lignes: list[tuple[int, Ligne]]
    """Rows with their rank among the data."""


def lire(nom: str, contenu: bytes) -> Objectifs | Refus:
    """Read a file of objectifs, or say what must be mended in it.

    Parameters
    ----------
    nom : str
        Name of the file, for the sentences. What the file is, its bytes say; but a text
        file without a header has one objectif a line if it is called ``.txt``.
    contenu : bytes
        Its bytes.
    """
    try:
        classeur = ouvrir(nom, contenu)
        texts = classeur.feuilles == ("",)
        table = _de_texte(nom, texte.decoder(nom, contenu)) if texts else _de_classeur(classeur)
        return _releve(table)
    except IllisibleError as error:
        return Refus(anomalies=(error.anomalie,))


def _de_texte(nom: str, contenu: str) -> _Table:
    """Read a text file: the separator of its header says whether it has columns."""
    lines = contenu.splitlines()
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise IllisibleError(Anomalie(genre=Genre.FICHIER_VIDE, lu=nom))
    separator = max(";\t,", key=lines[first].count)
    names = [cellules.cle(cell) for cell in lines[first].split(separator)]
    if nom.lower().endswith(".txt") and not (len(names) > 1 and set(names) & set(NOMS)):
        start = first + 1 if names[0] in NOMS else first
        rows = [(n, Ligne(n, [line])) for n, line in enumerate(lines[start:], 1) if line.strip()]
        return _Table(None, {COLONNE: 0}, rows)
    body = StringIO(contenu, newline="")
    reader = csv.reader(body, delimiter=separator if len(names) > 1 else "\x1f", strict=True)
    with frontiere(nom):
        records = [list(record) for record in reader if record]
    header = next((i for i, record in enumerate(records) if any(map(str.strip, record))), 0)
    return _table(None, [Ligne(n, list(record)) for n, record in enumerate(records, 1)], header)


def _de_classeur(classeur: Classeur) -> _Table:
    """Find the sheet called « Objectifs », or the first one that has the column."""
    found = {cellules.cle(name): name for name in classeur.feuilles}.get(cellules.cle(FEUILLE))
    sheets = (found,) if found else classeur.feuilles
    for feuille in sheets:
        lignes = classeur.lignes(feuille)
        for index, ligne in enumerate(lignes):
            if ligne.numero > DERNIERE_ENTETE:
                break
            if set(_noms(ligne)) & set(NOMS):
                return _table(feuille, lignes, index)
    lignes = classeur.lignes(sheets[0])
    return _table(sheets[0], lignes, 0) if lignes else _Table(sheets[0], {}, [])


def _noms(ligne: Ligne) -> list[str]:
    return ["" if isinstance(cell, Trou) else cellules.cle(cell) for cell in ligne.cellules]


def _table(feuille: str | None, lignes: list[Ligne], header: int) -> _Table:
    """Return the rows under a header, or raise ``IllisibleError`` when it has no text."""
    names = _noms(lignes[header])
    columns = [index for index, name in enumerate(names) if name in NOMS]
    if not columns:
        raise IllisibleError(
            Anomalie(
                genre=Genre.COLONNE_ABSENTE,
                feuille=feuille,
                lu=mots.manque([COLONNE]),
                detail=", ".join(filter(None, names)) or mots.AUCUNE,
            )
        )
    places = {COLONNE: columns[0]}
    places |= {name: names.index(name) for name in ("enjeu", "table", "profil") if name in names}
    start = lignes[header].numero
    rows = [(ligne.numero - start, ligne) for ligne in lignes[header + 1 :]]
    return _Table(feuille, places, rows)


def _releve(table: _Table) -> Objectifs:
    if not table.lignes:
        raise IllisibleError(Anomalie(genre=Genre.AUCUNE_LIGNE, feuille=table.feuille))
    if len(table.lignes) > MAX_OBJECTIFS:
        detail = mots.lignes_max(MAX_OBJECTIFS)
        raise IllisibleError(
            Anomalie(genre=Genre.FEUILLE_TROP_GRANDE, feuille=table.feuille, detail=detail)
        )
    read = [_objectif(table, rang, ligne) for rang, ligne in table.lignes]
    kept = tuple(objectif for objectif in read if objectif.texte)
    if not kept:
        raise IllisibleError(_anomalie(table, Genre.VALEUR_ABSENTE, table.lignes[0][1].numero))
    numero = {rang: ligne.numero for rang, ligne in table.lignes}
    return Objectifs(objectifs=kept, remarques=tuple(_remarques(table, kept, numero)))


def _objectif(table: _Table, rang: int, ligne: Ligne) -> Objectif:
    said = {name: _texte(ligne[place]) for name, place in table.places.items()}
    if len(said[COLONNE]) > MAX_CARACTERES:
        detail = mots.caracteres(len(said[COLONNE]), MAX_CARACTERES)
        raise IllisibleError(_anomalie(table, Genre.TEXTE_TROP_LONG, ligne.numero, detail))
    return Objectif(
        rang=rang,
        texte=said[COLONNE],
        enjeu=said.get("enjeu", ""),
        table=said.get("table", ""),
        profil=said.get("profil", ""),
    )


def _texte(cell: cellules.Cellule | Trou) -> str:
    return "" if isinstance(cell, Trou) else cellules.texte(cell)


def _remarques(
    table: _Table, objectifs: Iterable[Objectif], numero: dict[int, int]
) -> Iterable[Anomalie]:
    """Yield what deserves a look: texts already met, texts that seem to name somebody."""
    seen: dict[str, int] = {}
    for objectif in objectifs:
        line = numero[objectif.rang]
        first = seen.setdefault(cellules.cle(objectif.texte), line)
        if first != line:
            yield _anomalie(table, Genre.DOUBLON_PROBABLE, line, str(first))
        found = [what for what, form in PERSONNEL.items() if form.search(objectif.texte)]
        if found:
            detail = ", ".join(found)
            yield _anomalie(table, Genre.DONNEE_PERSONNELLE_PROBABLE, line, detail)


def _anomalie(table: _Table, genre: Genre, numero: int, detail: str = "") -> Anomalie:
    return Anomalie(
        genre=genre,
        feuille=table.feuille,
        ligne=numero,
        colonne=f"{COLONNE} ({lettre(table.places[COLONNE])})",
        detail=detail,
    )
