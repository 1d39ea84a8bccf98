"""Wide files of Insee: a row a territoire, a column a variable, the year in its name.

The base du comparateur, the dossier complet, the bases communales of the census, Filosofi
and its « revenu disponible » all have this layout. They differ by what a blank means, and by
a decimal point or comma, sometimes both in one file.
"""

from collections.abc import Sequence

from psdt.domain.indicators import Statut
from psdt.sources.calculs import VARIABLES, calculer
from psdt.sources.cumuls import Cumuls
from psdt.sources.feuillet import Feuillet
from psdt.sources.perimetre import Perimetre
from psdt.sources.releve import Releve
from psdt.sources.tableau import Catalogue, Refus, Tableau
from psdt.sources.variables import Cle, colonne

CODE = "CODGEO"
NOM = "LIBGEO"
DESCRIPTIFS = {CODE, NOM, "COM", "LIBCOM", "DEP", "REG", "EPCI", "LIBEPCI", "IRIS"}
"""Columns that describe the territoire, and are no variable."""
PERIODE = ("NAIS_", "DECE_")


def comparateur(noms: Sequence[str]) -> bool:
    """Recognise the base du comparateur: a little of each producer."""
    return {"P_POP", "SUPERF", "ETTOT"} <= _variables(noms) and not dossier(noms)


def dossier(noms: Sequence[str]) -> bool:
    """Recognise the dossier complet: all the themes of the census at once."""
    return {"P_POP0014", "P_RP_VOIT1P", "P_NSCOL15P"} <= _variables(noms)


def base_communale(noms: Sequence[str]) -> bool:
    """Recognise a base communale: one theme of the census."""
    return any(name.startswith(("P_", "C_")) for name in _variables(noms))


def filosofi(noms: Sequence[str]) -> bool:
    """Recognise Filosofi by commune."""
    return bool({"MED", "TP60", "PPEN"} & _variables(noms))


def disponible(noms: Sequence[str]) -> bool:
    """Recognise « revenu disponible »: its median is a quartile, Q2."""
    return {"Q2", "D1"} <= _variables(noms)


def lire(
    feuillet: Feuillet,
    catalogue: Catalogue,
    perimetre: Perimetre,
    *,
    vide: Statut = Statut.VIDE,
) -> Tableau | Refus:
    """Read such a file; ``vide`` is what a blank means in it."""
    columns = _colonnes(feuillet)
    releve = Releve(feuillet, perimetre)
    cumuls = Cumuls(feuillet, perimetre, columns)
    places = feuillet.noms.index(CODE), feuillet.place(NOM)
    for ligne, code, lieu in releve.parcourir(*places):
        for index, cle in columns.items():
            if (lue := releve.lecture(ligne, index, vide)) is not None:
                releve.noter(lieu, code, cle, lue)
    ignored = [
        nom
        for index, nom in enumerate(feuillet.noms)
        if index not in columns and nom.upper() not in DESCRIPTIFS
    ]
    return calculer(releve, catalogue, sommes=cumuls.entiers(), ignorees=ignored)


def _colonnes(feuillet: Feuillet) -> dict[int, Cle]:
    """Return the columns that the catalogue has a use for."""
    found: dict[Cle, int] = {}
    for index, nom in enumerate(feuillet.noms):
        cle = colonne(nom)
        if cle is not None and _utile(cle):
            found.setdefault(cle, index)  # P99_POP and D99_POP are the same count
    return {index: cle for cle, index in found.items()}


def _utile(cle: Cle) -> bool:
    return cle.variable in VARIABLES or cle.variable.startswith(PERIODE)


def _variables(noms: Sequence[str]) -> set[str]:
    """Return the variables of a header, nothing without the column of codes."""
    if CODE not in noms:
        return set()
    read = (colonne(nom) for nom in noms)
    return {cle.variable for cle in read if cle is not None and cle.variable in VARIABLES}
