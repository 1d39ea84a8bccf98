"""The figures of one indicator over comparable years, and what must be said of them."""

from functools import cached_property

import numpy as np
import pandas as pd

from psdt.analytics.comparisons import one_a_level
from psdt.analytics.evolutions import evolution, since_first
from psdt.domain.indicators import RECENSEMENT, Niveau, Statut, Territoire, producteur
from psdt.services.comparer_selection import Selection
from psdt.services.ensemble import Ensemble
from psdt.words import abs as communs
from psdt.words import comparer as mots
from psdt.words import comparer_notes as a_savoir
from psdt.words import mesures

POURCENT = "%"


class Serie:
    """The figures of an indicator over comparable years, counts as changes since the first.

    Parameters
    ----------
    seen : Ensemble
        All that is known.
    code : str
        The indicator.
    lieux : list of Territoire
        Whose figures, in the order of the picture; the first known over several years says
        which ones.
    """

    def __init__(self, seen: Ensemble, code: str, lieux: list[Territoire]) -> None:
        self.selection = Selection(seen, [code])
        self.indicateur = seen.indicateurs[code]
        self.lieux = lieux
        self._asked = [(t.niveau, t.code) for t in lieux]
        rows = seen.de(code)
        wanted = set(self._asked)
        places = zip(rows["niveau"], rows["code_territoire"], strict=True)
        asked = np.array([place in wanted for place in places], dtype=bool)
        self.valeurs = one_a_level(rows[asked], self.selection.own)
        raw = evolution(self.valeurs, self._asked)
        changed = since_first(raw) if self.indicateur.effectif else None
        self.variation = changed is not None
        self._raw, self.frame = raw, raw if changed is None else changed
        if self.indicateur.effectif and changed is None:  # counts of larger places dwarf others
            self.frame = raw[raw["niveau"].isin(raw["niveau"].head(1))]
        self.frame = self.frame.assign(texte=[self.texte(v) for v in self.frame["valeur"]])

    @property
    def raison(self) -> str:
        """Why there is nothing to draw, of ``words.comparer.VIDES``."""
        return "secrets" if (self.valeurs["statut"].to_numpy() == Statut.SECRET).any() else "serie"

    @property
    def unite(self) -> str:
        """The unit of what is drawn."""
        return POURCENT if self.variation else self.indicateur.unite

    @property
    def euros(self) -> bool:
        """Whether figures are amounts, which rise with prices too."""
        return self.indicateur.unite.startswith("€")

    @property
    def places(self) -> int:
        """How many decimals the figures of the picture have."""
        return 1 if self.variation else self.selection.places(self.indicateur.code)

    @cached_property
    def years(self) -> list[int]:
        """The years of the picture."""
        return sorted(self.frame["annee"].unique().tolist())

    def texte(self, valeur: float) -> str:
        """Return a figure of the picture, in words."""
        if self.variation:
            return f"{mesures.signe(valeur, 1)}{mesures.suffixe(POURCENT)}"
        return self.selection.texte(self.indicateur.code, valeur)

    @property
    def measured(self) -> str:
        """What is drawn, its unit and its years."""
        first, last = self.years[0], self.years[-1]
        if self.variation:
            return mots.variation(self.indicateur.libelle, first, last)
        return mots.periode(self.indicateur.libelle, self.indicateur.unite, first, last)

    def de(self, lieu: Territoire) -> pd.DataFrame:
        """Return what is drawn of a territoire; no row when nothing is."""
        own = self.frame["code_territoire"].to_numpy() == lieu.code
        own &= self.frame["niveau"].to_numpy() == lieu.niveau
        rows: pd.DataFrame = self.frame[own]
        return rows

    @cached_property
    def lignes(self) -> pd.DataFrame:
        """The values behind the picture: counts stay counts."""
        one = ["niveau", "code_territoire", "annee"]
        shown = set(zip(*(self.frame[name] for name in one), strict=True))
        rows = zip(*(self.valeurs[name] for name in one), strict=True)
        kept: pd.DataFrame = self.valeurs[np.array([row in shown for row in rows], dtype=bool)]
        return kept

    @cached_property
    def releve(self) -> pd.DataFrame:
        """The same, with their words."""
        return self.selection.releve(self.lignes)

    def cautions(self) -> list[str]:
        """Say what one must know to read these lines."""
        known = self.valeurs[self.valeurs["statut"].to_numpy() == Statut.OK]
        makers = known["source"].map(producteur)
        compared = makers.isin({producteur(source) for source in self._raw["source"]})
        census = known["source"].map(lambda source: bool(RECENSEMENT.search(source)))
        overlap = set(known["annee"][compared & census.astype(bool)]) - set(self.years)
        asked = {
            a_savoir.RECENSEMENTS: bool(overlap),
            a_savoir.AUTRE_SOURCE: not compared.all(),
            communs.EUROS: self.euros,
            a_savoir.INTERRUPTION: bool((self.frame["trait"] > 0).any()),
        }
        return [text for text, said in asked.items() if said]

    @property
    def source(self) -> str:
        """Where the figures come from."""
        return self.selection.source(self.releve)

    def notes(self, communes: list[Territoire]) -> list[str]:
        """Say the cautions that the picture asks for."""
        notes = self.cautions()
        drawn = set(self.frame["code_territoire"])
        levels = set(self.frame["niveau"]) - {Niveau.COMMUNE}  # one a level is enough
        absent = [t.nom for t in self.lieux if t.code not in drawn and t.niveau not in levels]
        if absent:
            notes.append(a_savoir.sans_annees(list(dict.fromkeys(absent))))
        return notes + self.selection.prudence(communes)
