"""Indicators of a period: growth between two censuses, births and deaths of several years.

Their codes and labels hold the years, as two periods are two indicators.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from psdt.domain.indicators import RECOUVREMENT, Indicateur, Statut
from psdt.sources.recettes import (
    Calcul,
    Mesures,
    Recette,
    Resultat,
    decrire,
    lire_formules,
    planifier,
)
from psdt.sources.variables import Cle
from psdt.words.catalogue import PERIODES, Fiche
from psdt.words.mesures import arrondi

RECENTES = 2006
"""The first yearly census: what is older is history, not a need to analyse."""
NAISSANCES = "NAIS_"
CROISSANCE, SOLDE = ((fiche, axe) for axe, fiches in PERIODES.items() for fiche in fiches)


class Croissance(NamedTuple):
    """A yearly growth rate to compute: (end ÷ start)^(1 ÷ years) − 1, in %."""

    debut: Cle
    fin: Cle
    annees: int

    def evaluer(self, mesures: Mesures) -> Resultat:
        """Return the rate of a territoire, or why there is none."""
        start, end = mesures[self.debut], mesures[self.fin]
        missing = [lue.statut for lue in (start, end) if lue.statut is not Statut.OK]
        statut = missing[0] if missing else Statut.OK if start.valeur else Statut.SANS_OBJET
        value = None
        if statut is Statut.OK and start.valeur and end.valeur is not None:
            rate = (end.valeur / start.valeur) ** (1 / self.annees) - 1
            value = arrondi(100 * rate, CROISSANCE[0].decimales) + 0.0
        annee = self.fin.annee or 0
        return Resultat(annee, value, statut, end.ligne, (self.debut, self.fin))


def planifier_periodes(
    cles: Collection[Cle],
) -> Iterator[tuple[Indicateur, Calcul | Croissance]]:
    """Yield the indicators of the periods that a file tells of, and how to compute them."""
    variable = CROISSANCE[0].calcul
    for debut, fin in _recensements({annee for name, annee in cles if name == variable and annee}):
        indicateur = _de_la_periode(*CROISSANCE, debut, fin)
        yield indicateur, Croissance(Cle(variable, debut), Cle(variable, fin), fin - debut)
    for name, last in cles:
        if last is None or not name.startswith(NAISSANCES):
            continue
        first = int(name.removeprefix(NAISSANCES))
        fiche, axe = SOLDE
        recette = Recette(lire_formules(fiche.calcul.format(debut=first)), fiche.decimales)
        if first >= RECENTES:
            for calcul in planifier(recette, cles, last):
                yield _de_la_periode(fiche, axe, first, last), calcul


def _recensements(annees: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of censuses that share no survey, the latest first."""
    years = sorted(annees, reverse=True)
    while years:
        fin = years[0]
        years = [year for year in years if RECENTES <= year <= fin - RECOUVREMENT]
        if years:
            yield years[0], fin


def _de_la_periode(fiche: Fiche, axe: str, debut: int, fin: int) -> Indicateur:
    texts = (fiche.code, fiche.libelle, fiche.definition)
    code, libelle, definition = (text.format(debut=debut, fin=fin) for text in texts)
    return decrire(fiche._replace(code=code, libelle=libelle, definition=definition), axe)
