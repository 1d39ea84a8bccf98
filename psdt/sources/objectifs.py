"""Read the objectifs of a forum from a file: a workbook, a CSV, or one text a line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from psdt.sources import cellules, texte
from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.grille import MAX_CARACTERES, MAX_COLONNES, Classeur, Ligne, Trou, lettre
from psdt.sources.ouvrir import ouvrir
from psdt.sources.tableau import Refus
from psdt.words import fichiers as mots

FEUILLE = "Objectifs"
COLONNE = "objectif"
NOMS = ("objectif", "objectifs", "text", "texte")
"""Names of the column of texts."""
COLONNES = ("enjeu", "table", "profil")
"""What may be said besides."""
DERNIERE_ENTETE = 30
"""The header of a sheet is searched down to this row."""
MAX_OBJECTIFS = 10_000
MAX_ANOMALIES = 100
SANS_SEPARATEUR = "\x1f"
PERSONNEL = {
    mots.COURRIEL: re.compile(r"[\w.+-]+@[\w-]+\.\w+"),
    mots.TELEPHONE: re.compile(
        r"(?<!\d)(?:(?:\+|00)33\s?(?:\(0\)\s?)?|0\s?)[1-9](?:[\s.-]?\d\d){4}(?!\d)"
    ),
    mots.NOM: re.compile(
        r"\b(?:(?i:m(?:me|lle)s?\.?|mesdames|messieurs|madame|monsieur|mademoiselle|dr\.?|mr\.?)"
        r"|MM?\.)\s+[A-ZÀ-Ý]"
    ),
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
    largeur: int = MAX_COLONNES
    """Of the header of a text file: beyond it, a separator was not between quotes."""


def lire(nom: str, contenu: bytes, *, souple: bool = False) -> Objectifs | Refus:
    """Read a file of objectifs, or say what must be mended in it.

    Parameters
    ----------
    nom : str
        Name of the file, for the sentences. What the file is, its bytes say; but a text
        file without a header has one objectif a line if it is called ``.txt``.
    contenu : bytes
        Its bytes.
    souple : bool
        Take any sheet that has the column, and pass over the rows without a text: enough
        to group texts, when nothing is kept of the file.
    """
    try:
        classeur = ouvrir(nom, contenu)
        if classeur.feuilles == ("",):
            table = _de_texte(nom, texte.decoder(nom, contenu))
        else:
            table = _de_classeur(classeur, souple=souple)
        return _releve(table, souple=souple)
    except IllisibleError as error:
        return Refus(anomalies=(error.anomalie,))


def _de_texte(nom: str, contenu: str) -> _Table:
    """Read a text file: the separator of its header says whether it has columns."""
    lines = contenu.splitlines()
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise IllisibleError(Anomalie(genre=Genre.FICHIER_VIDE, lu=nom))
    separator = max(texte.SEPARATEURS, key=lines[first].count)
    names = [cellules.cle(cell) for cell in lines[first].split(separator)]
    if nom.lower().endswith(".txt") and not (len(names) > 1 and set(names) & set(NOMS)):
        start = first + 1 if names[0] in NOMS else first
        bare = [Ligne(numero, [line]) for numero, line in enumerate(lines[start:], start + 1)]
        return _Table(None, {COLONNE: 0}, [(ligne.numero - start, ligne) for ligne in bare])
    separator = separator if len(names) > 1 else SANS_SEPARATEUR
    lignes = [Ligne(n, [*cells]) for n, cells in texte.enregistrements(nom, contenu, separator)]
    if any(ligne.largeur > MAX_COLONNES for ligne in lignes):
        genre, detail = Genre.FEUILLE_TROP_GRANDE, mots.colonnes_max(MAX_COLONNES)
        raise IllisibleError(Anomalie(genre=genre, lu=nom, detail=detail))
    header = next((i for i, ligne in enumerate(lignes) if any(_noms(ligne))), 0)
    entete, rows = lignes[header], [*enumerate(lignes[header + 1 :], 1)]
    return _Table(None, _places(None, entete), rows, entete.largeur)


def _de_classeur(classeur: Classeur, *, souple: bool) -> _Table:
    """Find the sheet called « Objectifs »; or else, any one that has the column."""
    found = classeur.nommee(FEUILLE)
    if found is None and not souple:
        detail = ", ".join(classeur.feuilles)
        raise IllisibleError(Anomalie(genre=Genre.FEUILLE_ABSENTE, lu=FEUILLE, detail=detail))
    sheets = classeur.feuilles if found is None else (found,)
    for feuille in sheets:
        lignes = classeur.lignes(feuille)
        for index, ligne in enumerate(lignes):
            if ligne.numero > DERNIERE_ENTETE:
                break
            if set(_noms(ligne)) & set(NOMS):
                rows = [(below.numero - ligne.numero, below) for below in lignes[index + 1 :]]
                return _Table(feuille, _places(feuille, ligne), rows)
    lignes = classeur.lignes(sheets[0])
    return _Table(sheets[0], _places(sheets[0], lignes[0] if lignes else Ligne(0, [])), [])


def _noms(ligne: Ligne) -> list[str]:
    return ["" if isinstance(cell, Trou) else cellules.cle(cell) for cell in ligne.cellules]


def _places(feuille: str | None, entete: Ligne) -> dict[str, int]:
    """Return where each column is; raise ``IllisibleError`` when the texts have none, or two."""
    names = _noms(entete)
    column = next((name for name in NOMS if name in names), None)
    if column is None:
        raise IllisibleError(
            Anomalie(
                genre=Genre.COLONNE_ABSENTE,
                feuille=feuille,
                lu=mots.manque([COLONNE]),
                detail=", ".join(filter(None, names)) or mots.AUCUN_TITRE,
            )
        )
    for name in (column, *COLONNES):
        letters = [lettre(index) for index, found in enumerate(names) if found == name]
        if len(letters) > 1:
            detail = mots.colonnes(letters)
            raise IllisibleError(
                Anomalie(genre=Genre.COLONNE_EN_DOUBLE, feuille=feuille, lu=name, detail=detail)
            )
    others = {name: names.index(name) for name in COLONNES if name in names}
    return {COLONNE: names.index(column), **others}


def _releve(table: _Table, *, souple: bool) -> Objectifs | Refus:
    rows = [row for row in table.lignes if _dit_quelque_chose(table, row[1])]
    if not rows:
        raise IllisibleError(Anomalie(genre=Genre.AUCUNE_LIGNE, feuille=table.feuille))
    if len(rows) > MAX_OBJECTIFS:
        genre, detail = Genre.FEUILLE_TROP_GRANDE, mots.lignes_max(MAX_OBJECTIFS)
        raise IllisibleError(Anomalie(genre=genre, feuille=table.feuille, detail=detail))
    place = table.places[COLONNE]
    kept = [row for row in rows if _texte(row[1][place])] if souple else rows
    anomalies = [anomalie for _, ligne in kept or rows for anomalie in _anomalies_de(table, ligne)]
    if anomalies:
        return Refus(anomalies=tuple(anomalies[:MAX_ANOMALIES]))
    objectifs = [_objectif(table, rang, ligne) for rang, ligne in kept]
    numeros = [ligne.numero for _, ligne in kept]
    return Objectifs(
        objectifs=tuple(objectifs),
        remarques=tuple(_remarques(table, zip(numeros, objectifs, strict=True))),
    )


def _dit_quelque_chose(table: _Table, ligne: Ligne) -> bool:
    cells = [ligne[place] for place in table.places.values()]
    return any(isinstance(cell, Trou) or cellules.texte(cell) for cell in cells)


def _anomalies_de(table: _Table, ligne: Ligne) -> Iterator[Anomalie]:
    """Yield what must be mended in a row."""
    if ligne.largeur > table.largeur:
        detail, genre = mots.largeurs(ligne.largeur, table.largeur), Genre.LIGNE_TROP_LONGUE
        yield Anomalie(genre=genre, ligne=ligne.numero, detail=detail)
    for name, place in table.places.items():
        cell = ligne[place]
        text = _texte(cell)
        if isinstance(cell, Trou):
            yield _anomalie(table, Genre.FORMULE_SANS_VALEUR, ligne.numero, colonne=name)
        elif len(text) > MAX_CARACTERES:
            detail = mots.caracteres(len(text), MAX_CARACTERES)
            yield _anomalie(table, Genre.TEXTE_TROP_LONG, ligne.numero, detail, colonne=name)
        elif text in cellules.ERREURS:
            genre = Genre.VALEUR_ILLISIBLE
            yield replace(_anomalie(table, genre, ligne.numero, colonne=name), lu=text)
        elif name == COLONNE and not text:
            yield _anomalie(table, Genre.VALEUR_ABSENTE, ligne.numero)


def _objectif(table: _Table, rang: int, ligne: Ligne) -> Objectif:
    said = {name: _texte(ligne[place]) for name, place in table.places.items()}
    return Objectif(rang=rang, texte=said.pop(COLONNE), **said)


def _texte(cell: cellules.Cellule | Trou) -> str:
    return "" if isinstance(cell, Trou) else cellules.texte(cell)


def _remarques(table: _Table, read: Iterable[tuple[int, Objectif]]) -> Iterator[Anomalie]:
    """Yield what deserves a look: texts already met, texts that seem to name somebody."""
    seen: dict[str, int] = {}
    for numero, objectif in read:
        first = seen.setdefault(cellules.cle(objectif.texte), numero)
        if first != numero:
            yield _anomalie(table, Genre.DOUBLON_PROBABLE, numero, str(first))
        found = [what for what, form in PERSONNEL.items() if form.search(objectif.texte)]
        if found:
            detail = ", ".join(found)
            yield _anomalie(table, Genre.DONNEE_PERSONNELLE_PROBABLE, numero, detail)


def _anomalie(
    table: _Table, genre: Genre, numero: int, detail: str = "", *, colonne: str = COLONNE
) -> Anomalie:
    return Anomalie(
        genre=genre,
        feuille=table.feuille,
        ligne=numero,
        colonne=f"{colonne} ({lettre(table.places[colonne])})",
        detail=detail,
    )
