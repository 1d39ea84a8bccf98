"""Read a workbook of LibreOffice (.ods), one cell after the other.

OpenDocument 1.3, part 3, §9. All the sheets are in one part of the archive: they are read
together, and a sheet beyond the limits refuses the file.
"""

from datetime import datetime
from itertools import repeat

from psdt.sources.anomalies import Genre
from psdt.sources.archive import Archive, Ecoute
from psdt.sources.cellules import Cellule, pourcent
from psdt.sources.grille import MAX_COLONNES, Classeur, Feuille, Fusion, Trou
from psdt.words import fichiers as mots

MIMETYPE, TABLEUR = "mimetype", b"application/vnd.oasis.opendocument.spreadsheet"
MANIFESTE, CONTENU = "META-INF/manifest.xml", "content.xml"
CHIFFREMENT = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0 encryption-data"
CHIFFRE = "encrypted-package"
"""The whole document, since OpenDocument 1.4."""

TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
FEUILLE, NOM = f"{TABLE} table", f"{TABLE} name"
LIGNE, LIGNES = f"{TABLE} table-row", f"{TABLE} number-rows-repeated"
MONTREE, VISIBLE = f"{TABLE} visibility", "visible"
CASE, COLONNES = f"{TABLE} table-cell", f"{TABLE} number-columns-repeated"
COUVERTE, FORMULE = f"{TABLE} covered-table-cell", f"{TABLE} formula"
HAUTEUR, LARGEUR = f"{TABLE} number-rows-spanned", f"{TABLE} number-columns-spanned"

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
SORTE, VALEUR, CHAINE = f"{OFFICE} value-type", f"{OFFICE} value", f"{OFFICE} string-value"
DATE, BOOLEEN = f"{OFFICE} date-value", f"{OFFICE} boolean-value"
NOMBRES = ("float", "percentage", "currency")
ERREURS = ("#", "Err:")
"""How the text of a formula that failed begins; old versions gave it the value zero."""

TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
PARAGRAPHE, ESPACES, NOMBRE_D_ESPACES = f"{TEXT} p", f"{TEXT} s", f"{TEXT} c"
BLANCS = {f"{TEXT} tab": "\t", f"{TEXT} line-break": "\n"}


def ouvrir(archive: Archive) -> Classeur:
    """Return the sheets of a workbook."""
    if CHIFFRE in archive.membres or archive.balises(MANIFESTE, CHIFFREMENT):
        raise archive.illisible(Genre.MOT_DE_PASSE)
    if not archive.lire(MIMETYPE, 100).startswith(TABLEUR):
        raise archive.illisible(Genre.FORMAT_INCONNU, mots.AUTRE_ARCHIVE)
    reader = _LecteurContenu()
    archive.parcourir(CONTENU, reader)
    sheets = {feuille.nom: feuille.lignes for feuille in reader.feuilles}
    return Classeur(archive.nom, tuple(sheets), sheets.__getitem__)


class _LecteurContenu:
    """Give the rows of every sheet to its ``Feuille``."""

    def __init__(self) -> None:
        self.ecoute = Ecoute()
        self.feuilles: list[Feuille] = []
        self._feuille: Feuille | None = None
        self._numero = 0
        self._repetee = 1
        self._masquee = False
        self._cellules: list[Cellule | Trou] = []
        self._colonne = 0
        self._case: dict[str, str] | None = None
        self._profondeur = 0
        """Of the current tag inside its cell: comments and drawings are deeper than texts."""

    def debut(self, nom: str, attributs: dict[str, str]) -> None:
        """Begin a sheet, a row, a cell, or listen to what it holds."""
        if self._case is not None:
            self._profondeur += 1
            self._ecrire(nom, attributs)
        elif nom == FEUILLE:
            self._feuille, self._numero = Feuille(attributs[NOM]), 1
            self.feuilles.append(self._feuille)
        elif nom == LIGNE:
            self._repetee = _fois(attributs, LIGNES)
            self._masquee = attributs.get(MONTREE, VISIBLE) != VISIBLE
            self._cellules, self._colonne = [], 0
        elif nom in (CASE, COUVERTE) and self._feuille is not None:
            self._case = attributs if nom == CASE else attributs | {COUVERTE: ""}

    def fin(self, nom: str) -> None:
        """End what ends."""
        if self._profondeur:
            self._profondeur -= 1
            self.ecoute.ouverte = self.ecoute.ouverte and self._profondeur > 0
        elif self._feuille is None:
            return
        elif self._case is not None:
            self._ranger(self._feuille, self._case)
            self._case = None
        elif nom == LIGNE:
            for rang in range(self._repetee if self._cellules else 0):
                row = list(self._cellules)
                self._feuille.ajouter(self._numero + rang, row, masquee=self._masquee)
            self._numero += self._repetee
        elif nom == FEUILLE:
            self._feuille.etendre()
            self._feuille = None

    def _ecrire(self, nom: str, attributs: dict[str, str]) -> None:
        """Listen to a paragraph of the cell, or write the blanks that it has in tags."""
        if nom == PARAGRAPHE and self._profondeur == 1:
            self.ecoute.ouverte = True
            self.ecoute.separer("\n")
        elif nom == ESPACES:
            self.ecoute.noter(" " * min(_fois(attributs, NOMBRE_D_ESPACES), 100))
        elif nom in BLANCS:
            self.ecoute.noter(BLANCS[nom])

    def _ranger(self, feuille: Feuille, case: dict[str, str]) -> None:
        """Put the cell that ends in its place, as many times as it is repeated."""
        times = _fois(case, COLONNES)
        value = self._valeur(case)
        if value not in (None, ""):
            if self._colonne + times > MAX_COLONNES:
                raise feuille.trop_grande(mots.colonnes_max(MAX_COLONNES))
            kept = feuille.garder(value) if isinstance(value, str) else value
            blank = self._colonne - len(self._cellules)
            self._cellules += [*repeat(None, blank), *repeat(kept, times)]
            if HAUTEUR in case and _fois(case, LARGEUR) == 1:
                bottom = self._numero + _fois(case, HAUTEUR) - 1
                feuille.fusionner(Fusion(self._colonne, self._numero, bottom))
        self._colonne += times

    def _valeur(self, case: dict[str, str]) -> Cellule | Trou:
        """Return what the cell says; nothing when it is blank."""
        written, sorte = self.ecoute.prendre(), case.get(SORTE)
        if COUVERTE in case:  # what it held when it was merged, that nobody sees
            return None
        if sorte in NOMBRES and not written.startswith(ERREURS):
            number = float(case[VALEUR])
            return pourcent(number) if sorte == "percentage" else number
        if sorte == "date":
            return _date(case[DATE]) or written
        if sorte == "boolean":
            return case[BOOLEEN] == "true"
        if sorte is None and not written and FORMULE in case:
            return Trou.FORMULE
        return written or case.get(CHAINE)


def _fois(attributs: dict[str, str], nom: str) -> int:
    """Return how many times something is repeated."""
    times = int(attributs[nom]) if nom in attributs else 1
    if times < 1:
        raise ValueError(f"not a count: {times}")
    return times


def _date(ecrite: str) -> datetime | None:
    try:
        return datetime.fromisoformat(ecrite)
    except ValueError:  # before the year 1, or after 9999
        return None
