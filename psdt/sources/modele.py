"""Read the template of the application: one row a value, columns found by their name."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from psdt.domain.indicators import (
    COLONNES,
    COLONNES_EN_PLUS,
    COLONNES_OBLIGATOIRES,
    LONGUEURS,
    Indicateur,
    Niveau,
    Sens,
    Statut,
)
from psdt.sources import cellules
from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.assembler import Rangee, assembler
from psdt.sources.cellules import Cellule
from psdt.sources.feuillet import DERNIERE_ENTETE, Feuillet
from psdt.sources.grille import MAX_CARACTERES, Classeur, Ligne, Trou, lettre
from psdt.sources.perimetre import PARTOUT, Perimetre
from psdt.sources.tableau import Catalogue, Refus, Tableau
from psdt.sources.vraisemblance import contredit
from psdt.words import fichiers as mots
from psdt.words import producteurs

FEUILLE = "Indicateurs"
OBJECTIFS = ("objectif", "objectifs")
"""Names of the column of texts in a file of objectifs."""
MAX_ANOMALIES = 100
CLE = ("code", "territoire", "annee", "niveau", "code_territoire")
"""Columns that say what a figure is about."""
CONNUES = (*COLONNES, *COLONNES_EN_PLUS)

NIVEAUX = {
    **{cellules.cle(niveau): niveau for niveau in Niveau},
    "communes": Niveau.COMMUNE,
    "epci": Niveau.EPCI,
    "cc": Niveau.EPCI,
    "communaute_de_communes": Niveau.EPCI,
    "dep": Niveau.DEPARTEMENT,
    "reg": Niveau.REGION,
    "france_metropolitaine": Niveau.FRANCE,
    "metropole": Niveau.FRANCE,
    "pays": Niveau.FRANCE,
    "": None,
}
SENS = {**{cellules.cle(sens): sens for sens in Sens}, "": None}


T = TypeVar("T")


def _parmi(known: Mapping[str, T], cell: Cellule) -> T:
    name = cellules.cle(cell)
    if name not in known:
        raise ValueError(f"unknown name: {name}")
    return known[name]


def _code(cell: Cellule) -> str:
    """Return an official code: « 245 614 383 » is written with blanks to be read."""
    return "".join(cellules.texte(cell).split())


LECTEURS: dict[str, Callable[[Cellule], Any]] = {
    "code_territoire": _code,
    "annee": cellules.annee,
    "valeur": cellules.nombre,
    "niveau": partial(_parmi, NIVEAUX),
    "sens": partial(_parmi, SENS),
}
"""How the columns that are not texts are read."""


def entete(noms: Sequence[str]) -> bool:
    """Say whether a row is the header of the template: most of what it must have is there."""
    return len({cellules.cle(nom) for nom in noms} & set(COLONNES_OBLIGATOIRES)) > 1


def feuilles(classeur: Classeur) -> tuple[str, ...]:
    """Return the sheets worth looking at: that of the template, else all of them."""
    feuille = _feuille(classeur)
    return classeur.feuilles if feuille is None else (feuille,)


def lire(
    classeur: Classeur, catalogue: Catalogue, perimetre: Perimetre = PARTOUT
) -> Tableau | Refus:
    """Read the template, or say everything that must be mended in it.

    Raises
    ------
    IllisibleError
        When nothing more can be said than one anomaly of the whole sheet.
    """
    feuille = _feuille(classeur)
    if feuille is None:
        found = ", ".join(classeur.feuilles)
        if any(_d_objectifs(classeur.lignes(name)) for name in classeur.feuilles):
            genre, detail = Genre.FICHIER_D_OBJECTIFS, mots.feuilles(found)
            raise IllisibleError(Anomalie(genre=genre, lu=classeur.nom, detail=detail))
        raise IllisibleError(Anomalie(genre=Genre.FEUILLE_ABSENTE, lu=FEUILLE, detail=found))
    if _d_objectifs(classeur.lignes(feuille)):
        raise IllisibleError(Anomalie(genre=Genre.FICHIER_D_OBJECTIFS, lu=classeur.nom))
    read = _lire(feuille, classeur.lignes(feuille), catalogue, perimetre)
    hidden = [name for name in classeur.masquees if name != feuille]
    if isinstance(read, Refus) or not hidden:
        return read
    told = Anomalie(genre=Genre.FEUILLES_MASQUEES, detail=producteurs.enumerer(hidden))
    return replace(read, remarques=(*read.remarques, told))


def lire_feuillet(
    feuillet: Feuillet, catalogue: Catalogue, perimetre: Perimetre
) -> Tableau | Refus:
    """Read the template from its header on."""
    lignes = [Ligne(0, list(feuillet.noms)), *feuillet.lignes]
    return _lire(feuillet.feuille, lignes, catalogue, perimetre)


def _lire(
    feuille: str, lignes: list[Ligne], catalogue: Catalogue, perimetre: Perimetre
) -> Tableau | Refus:
    header, places = _entete(feuille, lignes)
    releve = _Releve(feuille, places, lignes[header].largeur)
    for ligne in lignes[header + 1 :]:
        releve.noter(ligne)
        if len(releve.anomalies) >= MAX_ANOMALIES:
            break
    if not releve.rangees and not releve.anomalies:
        raise IllisibleError(Anomalie(genre=Genre.AUCUNE_LIGNE, feuille=feuille))
    colonnes = {column: releve.nommer(column) for column in places}
    table = assembler(feuille, releve.rangees, catalogue, perimetre, colonnes)
    if releve.anomalies:
        others = table.anomalies if isinstance(table, Refus) else ()
        told = sorted([*releve.anomalies, *others], key=lambda anomalie: anomalie.ligne or 0)
        return Refus(anomalies=tuple(told))
    if isinstance(table, Refus):
        return table
    told = [*releve.contraires(table.indicateurs), *releve.masquees()]
    return replace(table, remarques=(*table.remarques, *told))


def _feuille(classeur: Classeur) -> str | None:
    return "" if classeur.feuilles == ("",) else classeur.nommee(FEUILLE)


def _d_objectifs(lignes: Sequence[Ligne]) -> bool:
    """Say whether a sheet has the header of a file of objectifs, and nothing of the template."""
    for ligne in lignes[:DERNIERE_ENTETE]:
        read = {cellules.cle(cell) for cell in ligne.cellules if not isinstance(cell, Trou)}
        if read & set(OBJECTIFS) and not read & set(COLONNES_OBLIGATOIRES):
            return True
    return False


def _entete(feuille: str, lignes: list[Ligne]) -> tuple[int, dict[str, int]]:
    """Return which row is the header, and where each known column is.

    The header is, among the first rows, the one with the most known names.
    """
    best, names = -1, [""]
    for index, ligne in enumerate(lignes):
        if ligne.numero > DERNIERE_ENTETE:
            break
        read = [cellules.cle(cell) for cell in ligne.cellules if not isinstance(cell, Trou)]
        if len(set(read) & set(CONNUES)) > len(set(names) & set(CONNUES)):
            best, names = index, read
    missing = [column for column in COLONNES_OBLIGATOIRES if column not in names]
    if missing:
        raise IllisibleError(
            Anomalie(
                genre=Genre.COLONNE_ABSENTE,
                feuille=feuille,
                lu=mots.manque(missing),
                detail=", ".join(filter(None, names)) or mots.AUCUNE,
            )
        )
    for column in CONNUES:
        letters = [lettre(index) for index, name in enumerate(names) if name == column]
        if len(letters) > 1:
            detail = mots.colonnes(letters)
            raise IllisibleError(
                Anomalie(genre=Genre.COLONNE_EN_DOUBLE, feuille=feuille, lu=column, detail=detail)
            )
    return best, {column: names.index(column) for column in CONNUES if column in names}


def _ecrite(cell: Cellule | Trou) -> str:
    """Return a percentage as people see it: its cell may hold but a number."""
    if isinstance(cell, cellules.Pourcent):
        return producteurs.pourcentage(cell)
    return "" if isinstance(cell, Trou) else cellules.texte(cell)


class _Releve:
    """The rows read so far, and what is wrong in them."""

    def __init__(self, feuille: str, places: dict[str, int], largeur: int) -> None:
        self.feuille = feuille
        self.places = places
        self.largeur = largeur
        self.rangees: list[Rangee] = []
        self.anomalies: list[Anomalie] = []
        self.pourcents: list[tuple[Ligne, str]] = []
        """Rows whose figure has a « % », and their indicator."""
        self.cachees: list[int] = []
        """Numbers of the rows that the spreadsheet hides."""

    def noter(self, ligne: Ligne) -> None:
        """Read one row; a row without any text is passed over."""
        cells = {column: ligne[place] for column, place in self.places.items()}
        if not any(isinstance(cell, Trou) or cellules.texte(cell) for cell in cells.values()):
            return
        before = len(self.anomalies)
        if not self.feuille and ligne.largeur > self.largeur:  # « 12,5 » without quotes is two
            detail = mots.largeurs(ligne.largeur, self.largeur)
            genre = Genre.LIGNE_TROP_LONGUE
            self.anomalies.append(Anomalie(genre=genre, ligne=ligne.numero, detail=detail))
        values = {column: self._lire(ligne, column, cell) for column, cell in cells.items()}
        wrong = {(anomalie.colonne or "").split(" ")[0] for anomalie in self.anomalies[before:]}
        if not wrong & {"", *CLE}:  # said twice, it is told at once with the rest
            values["valeur"], values["statut"] = values["valeur"] or (None, Statut.VIDE)
            self.rangees.append(Rangee(ligne.numero, values))
            if ligne.masquee:
                self.cachees.append(ligne.numero)
            if cellules.en_pourcent(cells["valeur"]):
                self.pourcents.append((ligne, values["code"]))

    def contraires(self, indicateurs: Iterable[Indicateur]) -> Iterator[Anomalie]:
        """Yield what is said of the percentages of indicators that have another unit, if any."""
        unites = {i.code: i.unite for i in indicateurs if contredit(i)}
        wrong = [(unites[code], ligne) for ligne, code in self.pourcents if code in unites]
        if wrong:
            by_unit: dict[str, list[Ligne]] = {}
            for unite, ligne in wrong:
                by_unit.setdefault(unite, []).append(ligne)
            rows = (
                (unite, len(rows), rows[0].numero, _ecrite(rows[0][self.places["valeur"]]))
                for unite, rows in by_unit.items()
            )
            yield Anomalie(
                genre=Genre.POURCENTAGE_CONTRAIRE,
                feuille=self.feuille,
                colonne=self.nommer("valeur"),
                lu=str(len(wrong)),
                detail=producteurs.enumerer(producteurs.contraire(*row) for row in rows),
            )

    def masquees(self) -> Iterator[Anomalie]:
        """Yield what is said of the rows that people do not see, if there are any."""
        if self.cachees:
            detail = producteurs.enumerer(map(str, self.cachees))
            genre, lu = Genre.LIGNES_MASQUEES, str(len(self.cachees))
            yield Anomalie(genre=genre, feuille=self.feuille, lu=lu, detail=detail)

    def nommer(self, column: str) -> str:
        """Return the name of a column and its letter: « annee (E) »."""
        return f"{column} ({lettre(self.places[column])})"

    def _lire(self, ligne: Ligne, column: str, cell: Cellule | Trou) -> Any:
        """Return what a cell says; when it says nothing of use, note why."""
        if isinstance(cell, Trou):
            return self._refuser(Genre.FORMULE_SANS_VALEUR, ligne, column)
        text = cellules.texte(cell)
        allowed = LONGUEURS.get(column, MAX_CARACTERES)
        if len(text) > allowed:
            detail = mots.caracteres(len(text), allowed)
            return self._refuser(Genre.TEXTE_TROP_LONG, ligne, column, detail=detail)
        if not text and column in COLONNES_OBLIGATOIRES and column != "valeur":
            return self._refuser(Genre.VALEUR_ABSENTE, ligne, column)
        if column not in LECTEURS and text not in cellules.ERREURS:
            return text
        try:
            return LECTEURS[column](cell)
        except (KeyError, ValueError):  # the error of a formula is no text
            return self._refuser(Genre.VALEUR_ILLISIBLE, ligne, column, lu=text)

    def _refuser(
        self, genre: Genre, ligne: Ligne, column: str, *, lu: str = "", detail: str = ""
    ) -> None:
        self.anomalies.append(
            Anomalie(
                genre=genre,
                feuille=self.feuille,
                ligne=ligne.numero,
                colonne=self.nommer(column),
                lu=lu,
                detail=detail,
            )
        )
