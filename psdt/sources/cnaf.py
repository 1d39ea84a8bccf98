"""Files of the Cnaf by commune or by IRIS: how many allocataires, of which kind.

The figures of the IRIS of a commune are added up; one of them under secrecy, and so is the
sum. The year is told by the name of the file only, else by a person.
"""

import re
from collections.abc import Sequence

from psdt.domain.indicators import Niveau, Statut
from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.calculs import VARIABLES, calculer
from psdt.sources.feuillet import Feuillet
from psdt.sources.lieux import COMMUNE
from psdt.sources.perimetre import Perimetre
from psdt.sources.recettes import Lecture
from psdt.sources.releve import Releve
from psdt.sources.tableau import Catalogue, Refus, Tableau
from psdt.sources.variables import Cle

IRIS = re.compile(r"(\d{5}|2[AB]\d{3})\d{4}")
DESCRIPTIFS = {"CODGEO", "LIBGEO", "DEPCOM", "LIBCOM", "EPCI", "REG", "DEP", "NOTE", "IRIS"}


def entete(noms: Sequence[str]) -> bool:
    """Recognise such a file."""
    return {"CODGEO", "A", "PERCOU"} <= set(noms)


def lire(feuillet: Feuillet, catalogue: Catalogue, perimetre: Perimetre) -> Tableau | Refus:
    """Read such a file.

    Raises
    ------
    IllisibleError
        When the name of the file tells no year, or several, and nobody does.
    """
    if (annee := feuillet.annee or perimetre.annee) is None:
        raise IllisibleError(Anomalie(genre=Genre.ANNEE_A_DIRE, lu=feuillet.fichier))
    columns = {
        index: Cle(f"CAF_{nom}", annee)
        for index, nom in enumerate(feuillet.noms)
        if f"CAF_{nom}" in VARIABLES
    }
    releve = Releve(feuillet, perimetre)
    releve.place = at = feuillet.noms.index("CODGEO")
    commune, here = map(feuillet.place, ("LIBCOM", "LIBGEO"))
    seen: dict[str, set[str]] = {}
    for ligne in feuillet.lignes:
        if releve.plein:
            break
        written = releve.texte(ligne, at)
        code = _commune(written)
        if code is None or _deja_compte(written, code, seen):
            genre = Genre.CODE_ILLISIBLE if code is None else Genre.DEUX_FOIS
            releve.refuser(genre, ligne.numero, at, lu=written)
            continue
        own = here if written == code else None  # an IRIS has a name of its own
        nom = releve.nom(ligne, commune) or releve.nom(ligne, own)
        lieu = releve.lieu(Niveau.COMMUNE, code, nom, ligne.numero)
        if lieu is None:
            continue
        for index, cle in columns.items():
            if (lue := releve.lecture(ligne, index, Statut.SECRET)) is not None:
                lieu.mesures[cle] = _somme(lieu.mesures.get(cle), lue)
    ignored = [
        nom
        for index, nom in enumerate(feuillet.noms)
        if index not in columns and nom not in DESCRIPTIFS
    ]
    return calculer(releve, catalogue, ignorees=ignored)


def _commune(code: str) -> str | None:
    """Return the commune of a code, its own or that of one of its IRIS."""
    if match := IRIS.fullmatch(code):
        return match[1]
    return code if COMMUNE.fullmatch(code) else None


def _deja_compte(written: str, commune: str, seen: dict[str, set[str]]) -> bool:
    """Say whether a row counts people again: those of an IRIS are in the row of its commune."""
    rows = seen.setdefault(commune, set())
    again = written in rows or commune in rows or (written == commune and bool(rows))
    rows.add(written)
    return again


def _somme(known: Lecture | None, lue: Lecture) -> Lecture:
    """Add a figure to those before it; without one of them, say why: secrecy first."""
    if known is None:
        return lue
    if known.valeur is None or lue.valeur is None:
        missing = [said for said in (known, lue) if said.valeur is None]
        return next((said for said in missing if said.statut is Statut.SECRET), missing[0])
    return known._replace(valeur=known.valeur + lue.valeur)
