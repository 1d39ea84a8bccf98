"""The age pyramid, from the counts by sex and age of the declared catalogue."""

import pandas as pd

from psdt.analytics.ages import counts, latest_shared, shares
from psdt.domain.indicators import Niveau, Territoire
from psdt.services.comparer_selection import Demande, Montre, Selection
from psdt.services.constats import Vue
from psdt.services.ensemble import Ensemble
from psdt.words import abs as communs
from psdt.words import comparer as mots
from psdt.words import comparer_titres as titres
from psdt.words.catalogue.demographie import AGES, SEXES

CODES: dict[str, tuple[str, str]] = {
    f"{sexe}_{age}": (age, sexe) for age in AGES for sexe in SEXES
}
"""Code of an indicator → (age class, sex)."""
SENIORS = ("6074", "7589", "90P")
"""Age classes of the people of 60 or more."""
Known = dict[tuple[Niveau, str, int], pd.DataFrame]


class Ages:
    """The pyramid of a commune, or of the intercommunalité without one."""

    def __init__(self, seen: Ensemble, demande: Demande) -> None:
        self._seen = seen
        lieux = Selection.lieux(seen, demande)
        self._lieu = next(iter(lieux), None)
        self._larger = lieux[1:]

    @staticmethod
    def known(seen: Ensemble) -> Known:
        """Return the counts of each territoire and year where all are known."""
        return seen.kept("comparer.ages", _known)

    def montre(self) -> Montre:
        """Return the figure of the pyramid and its words."""
        known, lieu = self.known(self._seen), self._lieu
        larger = [(t.niveau, t.code) for t in self._larger]
        if not known:
            return Montre.rien("ages")
        found = latest_shared(known, (lieu.niveau, lieu.code), larger) if lieu else None
        if found is None or lieu is None:
            return Montre.rien("ages_lieu")
        annee, place = found
        people = known[lieu.niveau, lieu.code, annee]
        reference = next((t for t in self._larger if (t.niveau, t.code) == place), None)
        own = shares(people)
        other = shares(known[reference.niveau, reference.code, annee]) if reference else None
        said = mots.pyramide((lieu.nom, lieu.niveau.name), annee, float(people.to_numpy().sum()))
        titre = self._titre(own, other, reference)
        selection = Selection(self._seen, list(CODES))
        releve = selection.releve(self._rows(annee, [lieu, *([reference] if reference else [])]))
        return Montre(
            vue=Vue(
                titre=titre, sous_titre=said, alt=communs.alt(mots.GENRES["ages"], titre, said)
            ),
            dessin={
                "tranches": _tranches(own, other),
                "sexes": mots.SEXES,
                "repere": reference and mots.contour(reference.nom, reference.niveau.name),
            },
            releve=releve,
            notes=tuple(selection.petites(self._seen, [lieu])),
            source=selection.source(releve),
        )

    @staticmethod
    def _titre(own: pd.DataFrame, other: pd.DataFrame | None, reference: Territoire | None) -> str:
        """Say the share of people of 60 or more."""
        share = float(own.loc[list(SENIORS)].to_numpy().sum())
        if other is None or reference is None:
            return titres.seniors(share, None, None)
        larger = float(other.loc[list(SENIORS)].to_numpy().sum())
        return titres.seniors(share, larger, (reference.nom, reference.niveau.name))

    def _rows(self, annee: int, lieux: list[Territoire]) -> pd.DataFrame:
        rows = pd.concat(self._seen.de(code) for code in CODES)
        keys = pd.MultiIndex.from_frame(rows[["niveau", "code_territoire"]])
        kept = (rows["annee"] == annee) & keys.isin([(t.niveau, t.code) for t in lieux])
        return rows[kept]


def _known(seen: Ensemble) -> Known:
    return counts(pd.concat(seen.de(code) for code in CODES), CODES)


def _tranches(own: pd.DataFrame, other: pd.DataFrame | None) -> pd.DataFrame:
    """Return the classes of ages as the pyramid is drawn, the youngest first."""
    frame = pd.DataFrame({"tranche": [mots.tranche(AGES[age]) for age in own.index]})
    for sexe, column in zip(SEXES, ("hommes", "femmes"), strict=True):
        frame[column] = own[sexe].to_numpy()
        frame[f"{column}_texte"] = [mots.part(value) for value in own[sexe]]
        frame[f"{column}_repere"] = float("nan") if other is None else other[sexe].to_numpy()
    return frame
