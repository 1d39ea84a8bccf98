"""Long files of the Observatoire des territoires: a row a territoire and a year or period."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from psdt.sources.anomalies import Anomalie, Genre
from psdt.sources.calculs import connus, publier, remarques
from psdt.sources.feuillet import Feuillet
from psdt.sources.grille import Ligne
from psdt.sources.inconnus import decrire_inconnu, inconnus
from psdt.sources.perimetre import Perimetre
from psdt.sources.releve import Releve
from psdt.sources.tableau import Catalogue, Refus, Tableau
from psdt.sources.variables import Cle
from psdt.words import producteurs as mots

REPERES = ("codgeo", "libgeo", "an")
Periode: TypeAlias = tuple[int, int]
"""First and last year, the same one for a single year."""
PERIODE = re.compile(r"((?:19|20)\d\d)(?:\s*-\s*((?:19|20)\d\d))?")
CODES = {"tx_morta": "TX_MORTALITE"}
"""What the Observatoire calls the indicators of the catalogue."""


def entete(noms: Sequence[str]) -> bool:
    """Recognise such a file."""
    keys = {nom.lower() for nom in noms}
    return set(REPERES) <= keys and len(keys - {*REPERES, ""}) > 0


def lire(feuillet: Feuillet, catalogue: Catalogue, perimetre: Perimetre) -> Tableau | Refus:
    """Read such a file; an indicator out of the catalogue is kept under its own name."""
    known = connus(catalogue)
    keys = [nom.lower() for nom in feuillet.noms]
    at, named, when = map(keys.index, REPERES)
    columns = {
        index: CODES.get(key, key.upper())
        for index, key in enumerate(keys)
        if key and key not in REPERES
    }
    new = {
        code: decrire_inconnu(code, feuillet.noms[index])
        for index, code in columns.items()
        if code not in known
    }
    releve = Releve(feuillet, perimetre)
    periods: dict[int, Periode] = {}
    for ligne, lieu_code, lieu in releve.parcourir(at, named):
        if (period := _periode(releve, ligne, when)) is None:
            continue
        periods[period[1]] = max(period, periods.get(period[1], period))  # the shorter one
        for index, code in columns.items():
            if (lue := releve.lecture(ligne, index)) is not None:
                releve.noter(lieu, lieu_code, Cle(code, period[1]), lue)
    kept, crossing = _sans_recouvrement(periods)
    for lieu in releve.lieux.values():
        lieu.mesures = {cle: lue for cle, lue in lieu.mesures.items() if cle.annee in kept}

    def source(cle: Cle) -> str:
        return mots.observatoire(cle.variable, *kept[cle.annee or 0])

    detail = mots.enumerer(f"{first}-{last}" for first, last in crossing)
    set_aside = [Anomalie(genre=Genre.PERIODES_ECARTEES, detail=detail)] if crossing else []
    noted = chain(remarques(releve), inconnus(new.values()), set_aside)
    return publier(releve, known | new, source, noted)


def _sans_recouvrement(
    periods: Mapping[int, Periode],
) -> tuple[dict[int, Periode], list[Periode]]:
    """Return the periods to keep by their last year, and those that overlap with them.

    The latest is kept, then each that ends when the next one begins, or before.
    """
    kept: dict[int, Periode] = {}
    start = max(periods, default=0)
    for fin in sorted(periods, reverse=True):
        if fin <= start:
            kept[fin] = periods[fin]
            start = periods[fin][0]
    return kept, [periods[fin] for fin in sorted(periods) if fin not in kept]


def _periode(releve: Releve, ligne: Ligne, index: int) -> Periode | None:
    """Return the period of a row; when it cannot be read, note why."""
    text = releve.texte(ligne, index)
    match = PERIODE.fullmatch(text)
    if match is None:
        releve.refuser(Genre.ANNEE_ILLISIBLE, ligne.numero, index, lu=text)
        return None
    return int(match[1]), int(match[2] or match[1])
