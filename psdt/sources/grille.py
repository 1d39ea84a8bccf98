"""A file once opened: sheets of cells, whatever its format, and the limits of reading."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from psdt.sources.anomalies import frontiere
from psdt.sources.cellules import Cellule
from psdt.words import fichiers as mots

MAX_OCTETS = 10 * 1024 * 1024
MAX_OCTETS_DECOMPRESSES = 200 * 1024 * 1024
MAX_RATIO = 200
MAX_MEMBRES = 2_000
MAX_LIGNES = 100_000
MAX_COLONNES = 200
MAX_LIGNES_VIDES = 20_000
MAX_CARACTERES = 5_000

TROP_DE_LIGNES = mots.lignes_max(MAX_LIGNES)
TROP_DE_COLONNES = mots.colonnes_max(MAX_COLONNES)


class Trou(Enum):
    """A cell that holds something, and yet nothing that can be read."""

    FORMULE = "formule"
    """A formula whose result was never computed."""


@dataclass(frozen=True, slots=True)
class Ligne:
    """One row that is not blank; ``numero`` is what the spreadsheet shows, from 1."""

    numero: int
    cellules: list[Cellule | Trou]

    def __getitem__(self, index: int) -> Cellule | Trou:
        """Return a cell; short rows end with blank ones."""
        return self.cellules[index] if index < len(self.cellules) else None


@dataclass(frozen=True, slots=True)
class Classeur:
    """A file and the names of its sheets, each read when it is asked for."""

    nom: str
    feuilles: tuple[str, ...]
    lecteur: Callable[[str], list[Ligne]]

    def lignes(self, feuille: str) -> list[Ligne]:
        """Return the rows of a sheet that are not blank, or raise ``IllisibleError``."""
        with frontiere(self.nom):
            return self.lecteur(feuille)


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
