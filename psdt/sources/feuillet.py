"""A sheet with a known header: what the readers of a producer's layout are given."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from psdt.sources.cellules import cle, texte
from psdt.sources.grille import Classeur, Ligne, Trou

DERNIERE_ENTETE = 30
"""The header is searched down to this row."""
ANNEE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(slots=True)
class Texte:
    """How a text table is written, and who sees all of it."""

    separateur: str
    place: int
    """Where the code of the territoire is."""
    observateurs: list[Callable[[bytes], None]] = field(default_factory=list)
    """Told of each block of whole rows, before those that are wanted are parsed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feuillet:
    """The rows of a sheet below its header, read once, and what is above them."""

    fichier: str
    feuille: str
    haut: tuple[str, ...]
    """Texts of the rows above the header."""
    noms: tuple[str, ...]
    """The header, cell by cell."""
    lignes: Iterable[Ligne]
    autres: tuple[str, ...] = ()
    """Other sheets of the file, which are not read."""
    texte: Texte | None = None
    """How it is written, when it is a text table."""
    libelles: Mapping[str, str] = field(default_factory=dict)
    """What its columns mean, when a dictionary came with the file."""

    @property
    def annee(self) -> int | None:
        """The year that the name of the file tells, when it tells only one."""
        years = set(ANNEE.findall(self.fichier))
        return int(years.pop()) if len(years) == 1 else None

    def place(self, *noms: str) -> int | None:
        """Return where the first of these columns is, whatever its case and accents."""
        found = [cle(nom) for nom in self.noms]
        return next((found.index(cle(nom)) for nom in noms if cle(nom) in found), None)


def feuillets(classeur: Classeur) -> Iterator[Feuillet]:
    """Yield each sheet below each of the rows that may be its header."""
    for feuille in classeur.feuilles:
        lignes = classeur.lignes(feuille)
        for index, ligne in enumerate(lignes[:DERNIERE_ENTETE]):
            yield Feuillet(
                fichier=classeur.nom,
                feuille=feuille,
                haut=(),
                noms=textes(ligne),
                lignes=lignes[index + 1 :],
            )


def textes(ligne: Ligne) -> tuple[str, ...]:
    """Return the texts of a row, nothing for what cannot be read."""
    return tuple("" if isinstance(cell, Trou) else texte(cell) for cell in ligne.cellules)
