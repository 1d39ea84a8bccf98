"""Read the XML of a sheet (.xlsx), one cell after the other.

ECMA-376, part 1, §18.3. Values are what the spreadsheet showed when it was saved: a
percentage is multiplied, a date is a date, a formula is its last result.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import repeat

from psdt.sources.archive import Ecoute
from psdt.sources.cellules import Cellule, pourcent
from psdt.sources.grille import MAX_COLONNES, Feuille, Fusion, Trou, indice
from psdt.words import fichiers as mots

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LIGNE, CASE, VALEUR = f"{MAIN} row", f"{MAIN} c", f"{MAIN} v"
FORMULE, FUSION = f"{MAIN} f", f"{MAIN} mergeCell"
CHAINE, TEXTE, PHONETIQUE = f"{MAIN} si", f"{MAIN} t", f"{MAIN} rPh"
CHIFFRES = "0123456789"
VRAIS = ("1", "true")
RETOUR = "_x000D_"
"""How Excel writes a carriage return; a line feed follows it."""


@dataclass(frozen=True, slots=True)
class Formats:
    """What the styles of cells, named by their number, make of the numbers inside."""

    pourcents: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    depuis_1904: bool = False

    def montrer(self, valeur: float, style: str) -> Cellule:
        """Return what people see: « 12,5 % » for 0.125, a date for a count of days."""
        if style in self.pourcents:
            return pourcent(valeur)
        if style in self.dates:
            origin = date(1904, 1, 1) if self.depuis_1904 else date(1899, 12, 30)
            try:
                return origin + timedelta(days=valeur)
            except (OverflowError, ValueError):  # beyond the year 9999
                return valeur
        return valeur


class LecteurTextes:
    """Keep the texts that cells share; they name them by their rank."""

    def __init__(self, feuille: Feuille) -> None:
        self.ecoute = Ecoute()
        self.chaines: list[str] = []
        self._garder = feuille.garder
        self._phonetique = False

    def debut(self, nom: str, attributs: dict[str, str]) -> None:  # noqa: ARG002
        """Listen to what is written, not to how it is pronounced."""
        if nom == TEXTE:
            self.ecoute.ouverte = not self._phonetique
        elif nom == PHONETIQUE:
            self._phonetique = True

    def fin(self, nom: str) -> None:
        """Keep a whole text, made of as many pieces as it has typefaces."""
        if nom == TEXTE:
            self.ecoute.ouverte = False
        elif nom == PHONETIQUE:
            self._phonetique = False
        elif nom == CHAINE:
            self.chaines.append(self._garder(self.ecoute.prendre().replace(RETOUR, "")))


class LecteurFeuille:
    """Give the rows and the merged cells of a sheet to a ``Feuille``."""

    def __init__(self, feuille: Feuille, chaines: list[str], formats: Formats) -> None:
        self.ecoute = Ecoute()
        self._feuille = feuille
        self._chaines = chaines
        self._formats = formats
        self._numero = 0
        self._masquee = False
        self._colonne = -1
        self._cellules: list[Cellule | Trou] = []
        self._case: dict[str, str] = {}
        self._formule = False
        self._phonetique = False

    def debut(self, nom: str, attributs: dict[str, str]) -> None:
        """Begin a row or a cell, or listen to what it holds."""
        if nom == CASE:
            self._case, self._formule = attributs, False
        elif nom in (VALEUR, TEXTE):
            self.ecoute.ouverte = not self._phonetique
        elif nom == LIGNE:
            self._numero = int(attributs.get("r", self._numero + 1))
            self._cellules, self._colonne = [], -1
            self._masquee = attributs.get("hidden") in VRAIS
        elif nom == FORMULE:
            self._formule = True
        elif nom == PHONETIQUE:
            self._phonetique = True
        elif nom == FUSION:
            self._fusionner(attributs["ref"])

    def fin(self, nom: str) -> None:
        """End a cell or a row."""
        if nom in (VALEUR, TEXTE):
            self.ecoute.ouverte = False
        elif nom == CASE:
            self._ranger()
        elif nom == LIGNE:
            self._feuille.ajouter(self._numero, self._cellules, masquee=self._masquee)
        elif nom == PHONETIQUE:
            self._phonetique = False

    def _ranger(self) -> None:
        """Put the cell that ends in its place."""
        reference = self._case.get("r")
        if reference is None:
            self._colonne += 1
        else:
            self._colonne = indice(reference.rstrip(CHIFFRES))
        value = self._valeur(self.ecoute.prendre())
        if value is None:
            return
        if self._colonne >= MAX_COLONNES:
            raise self._feuille.trop_grande(mots.colonnes_max(MAX_COLONNES))
        missing = self._colonne - len(self._cellules)
        if missing < 0:
            self._cellules[self._colonne] = value
        else:
            self._cellules += [*repeat(None, missing), value]

    def _valeur(self, ecrit: str) -> Cellule | Trou:
        """Return what the cell says; nothing when it is blank."""
        sorte = self._case.get("t", "n")
        if not ecrit:  # the empty result of a formula is a text
            return Trou.FORMULE if self._formule and sorte != "str" else None
        if sorte == "n":
            return self._formats.montrer(_nombre(ecrit), self._case.get("s", "0"))
        if sorte == "s":
            return self._chaines[_rang(ecrit)] or None
        if sorte == "b":
            return ecrit == "1"
        if sorte == "d":
            return datetime.fromisoformat(ecrit)
        return self._feuille.garder(ecrit.replace(RETOUR, ""))

    def _fusionner(self, reference: str) -> None:
        """Note cells merged in one column: « B2:B14 »."""
        first, _, last = reference.partition(":")
        left, right = (name.rstrip(CHIFFRES) for name in (first, last))
        if left == right:
            rows = int(first.removeprefix(left)), int(last.removeprefix(right))
            self._feuille.fusionner(Fusion(indice(left), *rows))


def _nombre(ecrit: str) -> float:
    """Return a number, whole when it can be: a code typed as a number keeps all its digits."""
    return int(ecrit) if ecrit.isdigit() and len(ecrit) <= 15 else float(ecrit)


def _rang(ecrit: str) -> int:
    """Return the rank of a shared text; a negative one would be read from the end."""
    if not ecrit.isdigit():
        raise ValueError(f"not a rank: {ecrit[:9]}")
    return int(ecrit)
