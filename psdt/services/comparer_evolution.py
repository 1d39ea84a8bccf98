"""One indicator over the years: a few territoires together, then commune by commune."""

from functools import cached_property

import pandas as pd

from psdt.analytics.comparisons import evolution, more_fragile, one_a_level, since_first
from psdt.analytics.indicators import SIGN
from psdt.domain.indicators import RECENSEMENT, Niveau, Sens, Statut, Territoire, producteur
from psdt.services.comparer_selection import Demande, Montre, Selection
from psdt.services.constats import Vue
from psdt.services.ensemble import Ensemble
from psdt.words import abs as communs
from psdt.words import comparer as mots
from psdt.words import comparer_titres as titres
from psdt.words import constats as dire
from psdt.words import lieux as noms
from psdt.words import mesures

QUATRE = 4
"""Communes on one picture."""
PAGE = 16
"""Small pictures before one asks for all of them."""
POURCENT = "%"


class _Serie:
    """The figures of an indicator over comparable years, counts as changes since the first."""

    def __init__(self, seen: Ensemble, code: str, lieux: list[Territoire]) -> None:
        self.selection = Selection(seen, [code])
        self.indicateur = seen.indicateurs[code]
        self.values = one_a_level(seen.de(code), self.selection.own)
        self.lieux = lieux
        raw = evolution(self.values, [(t.niveau, t.code) for t in lieux])
        changed = since_first(raw) if self.indicateur.effectif else None
        self.variation = changed is not None
        self._raw, self.frame = raw, raw if changed is None else changed
        if self.indicateur.effectif and changed is None:  # counts of larger places dwarf others
            first = raw["niveau"] == raw["niveau"].iloc[0] if len(raw) else []
            self.frame = raw[first]
        self.frame = self.frame.assign(texte=[self.texte(v) for v in self.frame["valeur"]])

    @property
    def raison(self) -> str:
        """Why there is nothing to draw, of ``words.comparer.VIDES``."""
        keys = pd.MultiIndex.from_frame(self.values[["niveau", "code_territoire"]])
        asked = keys.isin([(t.niveau, t.code) for t in self.lieux])
        hidden = asked & (self.values["statut"].to_numpy() == Statut.SECRET)
        return "secrets" if hidden.any() else "serie"

    @property
    def unite(self) -> str:
        """The unit of what is drawn."""
        return POURCENT if self.variation else self.indicateur.unite

    @property
    def euros(self) -> bool:
        """Whether figures are amounts, which rise with prices too."""
        return self.indicateur.unite.startswith("€")

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

    @cached_property
    def releve(self) -> pd.DataFrame:
        """The values behind the picture: counts stay counts."""
        shown = self.frame[["niveau", "code_territoire", "annee"]]
        rows = self.values.reset_index(drop=True)
        kept = rows.merge(shown, on=["niveau", "code_territoire", "annee"])
        return self.selection.releve(kept[list(rows.columns)])

    def notes(self, communes: list[Territoire]) -> list[str]:
        """Say the cautions that the picture asks for, and where figures come from."""
        known = self.values[self.values["statut"].to_numpy() == Statut.OK]
        notes = []
        makers = known["source"].map(producteur)
        compared = makers.isin({producteur(source) for source in self._raw["source"]})
        census = known["source"].map(lambda source: bool(RECENSEMENT.search(source)))
        if set(known["annee"][compared & census.astype(bool)]) - set(self.years):
            notes.append(mots.RECENSEMENTS)
        if not compared.all():
            notes.append(mots.AUTRE_SOURCE)
        if self.euros:
            notes.append(mots.EUROS)
        if (self.frame["trait"] > 0).any():
            notes.append(mots.INTERRUPTION)
        drawn = set(self.frame["code_territoire"])
        levels = set(self.frame["niveau"]) - {Niveau.COMMUNE}  # one a level is enough
        absent = [t.nom for t in self.lieux if t.code not in drawn and t.niveau not in levels]
        if absent:
            notes.append(mots.sans_annees(list(dict.fromkeys(absent))))
        return notes + self.selection.prudence(communes) + self.selection.sources(self.releve)


class Evolution:
    """Up to four communes over the years, and the larger territoires."""

    def __init__(self, seen: Ensemble, demande: Demande) -> None:
        wanted = demande.communes[:QUATRE]
        by_code = {commune.code: commune for commune in seen.communes}
        self._communes = [by_code[code] for code in wanted if code in by_code]
        self._seen, self._code = seen, demande.code

    def montre(self) -> Montre:
        """Return the figure of the lines and its words."""
        if not self._code:
            return Montre.rien("serie")
        serie = _Serie(self._seen, self._code, [*self._communes, *self._seen.references])
        if serie.frame.empty:
            return Montre.rien(serie.raison)
        titre, said = self._titre(serie), f"{serie.measured}."
        return Montre(
            vue=Vue(
                titre=titre,
                sous_titre=said,
                alt=communs.alt(mots.GENRES["evolution"], titre, said),
            ),
            dessin={"frame": self._named(serie.frame), "suffixe": mesures.suffixe(serie.unite)},
            releve=serie.releve,
            notes=tuple(serie.notes(self._communes)),
        )

    @staticmethod
    def _named(frame: pd.DataFrame) -> pd.DataFrame:
        pairs = zip(frame["nom"], frame["niveau"], strict=True)
        return frame.assign(nom=[mots.lieu(nom, niveau.name) for nom, niveau in pairs])

    @staticmethod
    def _titre(serie: _Serie) -> str:
        """Say how the first territoire of the picture moved."""
        first = serie.frame[
            serie.frame["code_territoire"] == serie.frame["code_territoire"].iloc[0]
        ]
        start, end = (
            (int(first["annee"].iloc[row]), float(first["valeur"].iloc[row])) for row in (0, -1)
        )
        ou = (str(first["nom"].iloc[0]), first["niveau"].iloc[0].name)
        if serie.variation:
            return titres.evolue(ou, end[1], start[0], end[0], serie.indicateur.libelle)
        places = serie.selection.places(serie.indicateur.code)
        compte = serie.indicateur.effectif
        return dire.evolution(noms.dans(*ou), start, end, serie.unite, places, compte=compte)


class Multiples:
    """A small picture a commune, the most fragile first."""

    def __init__(self, seen: Ensemble, demande: Demande) -> None:
        self._seen, self._demande = seen, demande

    def montre(self) -> Montre:
        """Return the figure of the small pictures and its words."""
        if not self._demande.code:
            return Montre.rien("serie")
        centre = Selection(self._seen, []).centre
        around = [centre] if centre else []
        serie = _Serie(self._seen, self._demande.code, [*self._seen.communes, *around])
        panels = self._panneaux(serie)
        if panels.empty:
            return Montre.rien(serie.raison)
        shown = panels if self._demande.toutes else panels.head(PAGE)
        titre = self._titre(serie, len(panels))
        oriented = bool(SIGN[serie.selection.sens(serie.indicateur.code)])
        said = mots.multiples(serie.measured, oriented, len(shown), len(panels))
        keys = serie.frame["code_territoire"].isin(shown.index)
        larger = serie.frame["niveau"].to_numpy() != Niveau.COMMUNE
        return Montre(
            vue=Vue(
                titre=titre,
                sous_titre=said,
                alt=communs.alt(mots.GENRES["multiples"], titre, said),
            ),
            dessin={"frame": serie.frame[keys | larger], "panneaux": shown},
            releve=serie.releve,
            notes=tuple(serie.notes(list(self._seen.communes))),
            reste=len(panels) - len(shown),
        )

    def _panneaux(self, serie: _Serie) -> pd.DataFrame:
        """Return the communes drawn, ordered by their last figure."""
        frame = serie.frame
        communal = frame["niveau"].to_numpy() == Niveau.COMMUNE
        last = frame[communal].groupby("code_territoire", sort=False).last()
        sign = SIGN[serie.selection.sens(serie.indicateur.code)]
        larger = frame[~communal]
        reference = float(larger["valeur"].iloc[-1]) if len(larger) else float("nan")
        same = last["annee"] == (int(larger["annee"].iloc[-1]) if len(larger) else 0)
        last["fragile"] = same & (sign * (last["valeur"] - reference) > 0)
        ordered = last.sort_values("valeur", ascending=sign < 0, kind="stable")
        panels: pd.DataFrame = ordered[["nom", "texte", "fragile"]]
        return panels

    @staticmethod
    def _titre(serie: _Serie, sur: int) -> str:
        """Say in how many communes the situation became more fragile."""
        sens = serie.selection.sens(serie.indicateur.code)
        places = 1 if serie.variation else serie.selection.places(serie.indicateur.code)
        sens = Sens.NEUTRE if serie.euros else sens
        changes = more_fragile(serie.frame, sens).values()
        n = sum(round(change, places) > 0 for change in changes)
        say = titres.plus_fragiles if SIGN[sens] else titres.augmente
        ends = serie.years[0], serie.years[-1]
        return say(n, len(changes), sur, *ends) if changes else titres.sans_bouts(*ends)
