"""A file once opened: sheets of cells, whatever its format, and the limits of reading."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from itertools import repeat

from psdt.sources.anomalies import Anomalie, Genre, IllisibleError, frontiere
from psdt.sources.cellules import Cellule, cle
from psdt.words import fichiers as mots

MAX_OCTETS = 10 * 1024 * 1024
MAX_LIGNES = 100_000
MAX_COLONNES = 200
MAX_CASES = 4_000_000
"""Cells of a sheet, blank ones before the last of each row included: what memory holds."""
MAX_TEXTE = 50_000_000
"""Characters of the different texts of a sheet, likewise."""
MAX_LIGNES_VIDES = 20_000
MAX_CARACTERES = 5_000


class Trou(Enum):
    """A cell that holds something, and yet nothing that can be read."""

    FORMULE = "formule"
    """A formula whose result was never computed."""


@dataclass(frozen=True, slots=True)
class Ligne:
    """One row that is not blank; ``numero`` is what the spreadsheet shows, from 1."""

    numero: int
    cellules: list[Cellule | Trou]
    masquee: bool = False
    """Whether the spreadsheet hides it, by hand or by a filter: it is read all the same."""

    def __getitem__(self, index: int) -> Cellule | Trou:
        """Return a cell; short rows end with blank ones."""
        return self.cellules[index] if index < len(self.cellules) else None

    @property
    def largeur(self) -> int:
        """Number of cells, without the blank ones at the end."""
        filled = (i for i in range(len(self.cellules), 0, -1) if not _vide(self.cellules[i - 1]))
        return next(filled, 0)


@dataclass(frozen=True, slots=True)
class Fusion:
    """Cells of one column merged downwards, both rows included."""

    colonne: int
    """From 0."""
    haut: int
    bas: int


class Feuille:
    """The rows of a sheet as a reader finds them: those that are not blank, within the limits."""

    def __init__(self, nom: str) -> None:
        self.nom = nom
        self.lignes: list[Ligne] = []
        self._cases = 0
        self._textes: dict[str, str] = {}
        self._caracteres = 0
        self._fusions: list[Fusion] = []

    def ajouter(
        self, numero: int, cellules: list[Cellule | Trou], *, masquee: bool = False
    ) -> None:
        """Keep a row unless it is blank; raise ``IllisibleError`` beyond a limit.

        Rows come in their order: ``ValueError`` for one that does not.
        """
        while cellules and _vide(cellules[-1]):
            cellules.pop()
        if not cellules:
            return
        last = self.lignes[-1].numero if self.lignes else 0
        self._cases += len(cellules)
        if numero <= last:
            raise ValueError(f"row {numero} after row {last}")
        if numero - last > MAX_LIGNES_VIDES:
            raise self.trop_grande(mots.LOIN)
        if len(cellules) > MAX_COLONNES:
            raise self.trop_grande(mots.colonnes_max(MAX_COLONNES))
        if len(self.lignes) > MAX_LIGNES:  # the header is one more
            raise self.trop_grande(mots.lignes_max(MAX_LIGNES))
        if self._cases > MAX_CASES:
            raise self.trop_grande(mots.cases_max(MAX_CASES))
        self.lignes.append(Ligne(numero, cellules, masquee))

    def garder(self, texte: str) -> str:
        """Return the text of a cell, in memory once however often the sheet repeats it."""
        kept = self._textes.setdefault(texte, texte)
        if kept is texte:
            self._caracteres += len(texte)
            if self._caracteres > MAX_TEXTE:
                raise self.trop_grande(mots.texte_max(MAX_TEXTE))
        return kept

    def fusionner(self, fusion: Fusion) -> None:
        """Note merged cells, for ``etendre`` once all rows are read."""
        self._fusions.append(fusion)
        if len(self._fusions) > MAX_LIGNES:
            raise self.trop_grande(mots.fusions_max(MAX_LIGNES))

    def etendre(self) -> None:
        """Repeat the value of cells merged downwards: a file keeps only the first."""
        lignes = {ligne.numero: ligne for ligne in self.lignes}
        last = max(lignes, default=0)
        merged = [
            (fusion.colonne, ligne, range(fusion.haut + 1, min(fusion.bas, last) + 1))
            for fusion in self._fusions
            if (ligne := lignes.get(fusion.haut)) and ligne[fusion.colonne] is not None
        ]
        if sum(len(below) * (column + 1) for column, _, below in merged) > MAX_CASES:
            raise self.trop_grande(mots.cases_max(MAX_CASES))  # they overlap: nobody wrote that
        for column, first, below in merged:
            for ligne in (lignes[numero] for numero in below if numero in lignes):
                ligne.cellules.extend(repeat(None, column + 1 - len(ligne.cellules)))
                ligne.cellules[column] = first[column]

    def trop_grande(self, detail: str) -> IllisibleError:
        """Return the error of a sheet beyond a limit."""
        genre = Genre.FEUILLE_TROP_GRANDE
        return IllisibleError(Anomalie(genre=genre, feuille=self.nom, detail=detail))


@dataclass(frozen=True, slots=True)
class Classeur:
    """A file and the names of its sheets, each read when it is first asked for."""

    nom: str
    feuilles: tuple[str, ...]
    lecteur: Callable[[str], list[Ligne]]
    masquees: tuple[str, ...] = ()
    """Those of its sheets that the spreadsheet hides."""
    _lues: dict[str, list[Ligne]] = field(default_factory=dict, compare=False)

    def nommee(self, nom: str) -> str | None:
        """Return the sheet of that name, whatever its case and accents; the first of several."""
        if nom in self.feuilles:
            return nom
        return next((feuille for feuille in self.feuilles if cle(feuille) == cle(nom)), None)

    def lignes(self, feuille: str) -> list[Ligne]:
        """Return the rows of a sheet that are not blank, or raise ``IllisibleError``."""
        if feuille not in self._lues:
            with frontiere(self.nom):
                self._lues[feuille] = self.lecteur(feuille)
        return self._lues[feuille]


def _vide(cell: Cellule | Trou) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def lettre(index: int) -> str:
    """Return the letter of a column as spreadsheets name it, from 0.

    Examples
    --------
    >>> [lettre(index) for index in (0, 25, 26, 701, 702)]
    ['A', 'Z', 'AA', 'ZZ', 'AAA']
    """
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@lru_cache(maxsize=1_000)
def indice(lettres: str) -> int:
    """Return the index of a column, from 0; raise ``ValueError`` for what is not one.

    Examples
    --------
    >>> [indice(letters) for letters in ("A", "Z", "AA", "ZZ", "AAA")]
    [0, 25, 26, 701, 702]
    """
    if not 1 <= len(lettres) <= 3 or not all("A" <= letter <= "Z" for letter in lettres):
        raise ValueError(f"not a column: {lettres[:9]}")
    index = 0
    for letter in lettres:
        index = 26 * index + ord(letter) - ord("A") + 1
    return index - 1
