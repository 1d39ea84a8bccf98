"""What is asked of « Comparer », what it shows, and the figures of chosen indicators."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import isnan
from typing import Any

import pandas as pd

from psdt.analytics.comparisons import coverage, one_a_level, year_shown
from psdt.analytics.indicators import decimals
from psdt.domain.indicators import Indicateur, Niveau, Sens, Statut, Territoire
from psdt.domain.signaux import PETITE_COMMUNE
from psdt.services.constats import Vue
from psdt.services.ensemble import Ensemble
from psdt.words import abs as communs
from psdt.words import comparer as mots
from psdt.words import comparer_notes as a_savoir
from psdt.words import mesures
from psdt.words.producteurs import origine

MILLESIME = re.compile(r"(.*?)((?: \d{4}(?:-\d{4})?)?)(\D*)", re.DOTALL)
"""A source: what comes before its last year, or years, that year, and what comes after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demande:
    """What somebody asks to compare. Whatever the address says, what is not offered is dropped."""

    vue: str
    """A way of seeing, of ``words.comparer.VUES``."""
    codes: tuple[str, ...] = ()
    """Indicators, in the order of the picture."""
    code: str = ""
    """The one indicator of an evolution."""
    communes: tuple[str, ...] = ()
    """Codes of communes; none is all of them, or the intercommunalité."""
    ordre: str = "fragile"
    """Order of the communes, of ``words.comparer.ORDRES``."""
    toutes: bool = False
    """Whether all the small charts are wanted."""


@dataclass(frozen=True, kw_only=True)
class Montre:
    """What is shown: a figure to draw, its words, and the table of all that is in it.

    It is kept for whoever asks for the same: never changed in place.
    """

    vue: Vue
    dessin: dict[str, Any]
    """What the function of the chart is given."""
    releve: pd.DataFrame
    """One row a value shown: ``code``, ``libelle``, ``unite``, ``territoire``,
    ``code_territoire``, ``niveau``, ``annee``, ``valeur``, ``ecart``, ``statut``, ``texte``,
    ``source``."""
    notes: tuple[str, ...] = ()
    """What one must know to read it."""
    source: str = ""
    """Where the figures come from."""
    vide: tuple[str, str] | None = None
    """What to say instead of a figure, and what to do."""
    listes: tuple["Liste", ...] = ()
    """The same, commune by commune, for a phone."""
    reste: int = 0
    """How many communes are not drawn."""

    @property
    def dessous(self) -> tuple[str, ...]:
        """What is written under the figure: the cautions, then the source."""
        return (*self.notes, *filter(None, [self.source]))

    @classmethod
    def rien(cls, raison: str) -> "Montre":
        """Return what is shown when there is nothing to draw; ``raison`` is of ``mots.VIDES``."""
        vue = Vue(titre="", sous_titre="", alt="")
        return cls(vue=vue, dessin={}, releve=pd.DataFrame(), vide=mots.VIDES[raison])

    def par_commune(self) -> list[tuple[str, str, list[tuple[str, str, str, str]]]]:
        """Return the grid commune by commune: name, summary, and one line an indicator."""
        return [
            (
                liste.nom,
                liste.resume,
                [(name, value, says, _look(step)) for name, value, says, step in liste.lignes],
            )
            for liste in self.listes
        ]

    @cached_property
    def tableau(self) -> pd.DataFrame:
        """The table of what is shown, in words."""
        rows = self.releve
        columns: dict[str, Any] = {
            "libelle": rows["libelle"],
            "territoire": rows["territoire"],
            "niveau": rows["niveau"].map(str),
            "annee": rows["annee"],
            "texte": rows["texte"],
            "ecart": _signes(rows),
        }
        return pd.DataFrame({mots.COLONNES[name]: list(cells) for name, cells in columns.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Liste:
    """A commune in words: how often it is fragile, and each of its figures."""

    nom: str
    resume: str
    lignes: tuple[tuple[str, str, str, float], ...]
    """Indicator, figure, gap in words, class from -3 to 3 (NaN without)."""


def _look(step: float) -> str:
    """Return how a line of a list is marked, from its class."""
    if pd.isna(step):
        return ""
    return "fragile" if step > 0 else "sound" if step < 0 else "even"


def _signes(rows: pd.DataFrame) -> list[str]:
    """Return the gaps in words, those of one indicator with the same decimals."""
    codes, units = rows["code"].to_numpy(), rows["unite"].tolist()
    gaps, values = rows["ecart"].to_numpy(float), rows["valeur"].to_numpy(float)
    places: dict[str, int] = {}
    for code, unite in dict(zip(codes, units, strict=True)).items():
        own = codes == code
        places[code] = mesures.affichees(unite, decimals(gaps[own].round(6)), values[own])
    return [
        "" if isnan(gap) else mesures.signe(gap, places[code])
        for code, gap in zip(codes, gaps.tolist(), strict=True)
    ]


@dataclass(frozen=True)
class Selection:
    """Chosen indicators, each in the year it is compared, with the words for its figures."""

    seen: Ensemble
    codes: Sequence[str]
    _places: dict[str, int] = field(default_factory=dict, repr=False)

    @staticmethod
    def annees(seen: Ensemble) -> dict[str, int]:
        """Return the year in which each indicator is compared; without figures it has none."""
        return seen.kept("comparer.annees", _annees)

    @staticmethod
    def lieux(seen: Ensemble, demande: Demande) -> list[Territoire]:
        """Return the commune looked at, if one is asked, then the larger territoires."""
        chosen = [c for c in seen.communes if c.code in demande.communes[:1]]
        return [*chosen, *seen.references]

    @cached_property
    def indicateurs(self) -> dict[str, Indicateur]:
        """The indicators that have a figure, in the order asked."""
        known = self.annees(self.seen)
        return {c: self.seen.indicateurs[c] for c in self.codes if c in known}

    @property
    def sans_chiffre(self) -> list[str]:
        """Names of the indicators without any known figure."""
        known = self.annees(self.seen)
        return [self.seen.indicateurs[c].libelle for c in self.codes if c not in known]

    @cached_property
    def libelles(self) -> dict[str, str]:
        """Name, unit and year of each indicator."""
        years = self.annees(self.seen)
        return {
            code: communs.sous_titre(i.libelle, i.unite, years[code])
            for code, i in self.indicateurs.items()
        }

    @cached_property
    def centre(self) -> Territoire | None:
        """The intercommunalité that communes are compared with, when one speaks."""
        return next((t for t in self.seen.references if t.niveau is Niveau.EPCI), None)

    @property
    def own(self) -> tuple[Niveau, str] | None:
        """Level and code of the territoire of the démarche, when it is made of communes."""
        lieu = self.seen.lieu
        return None if lieu is None or lieu.niveau is Niveau.COMMUNE else (lieu.niveau, lieu.code)

    @cached_property
    def lignes(self) -> pd.DataFrame:
        """Return all that is known, or known to be missing, of the indicators in their year.

        The columns of ``Montre.releve``; ``ecart`` is the gap to the centre.
        """
        years = self.annees(self.seen)
        parts = []
        for code in self.indicateurs:
            rows = self.seen.de(code)
            parts.append(one_a_level(rows[rows["annee"].to_numpy() == years[code]], self.own))
        rows = pd.concat(parts) if parts else self.seen.valeurs.head(0)
        return self.releve(rows)

    def releve(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return values with their words and their gap to the centre, in the same year."""
        centre = self.centre
        own = rows["code_territoire"] == (centre.code if centre else None)
        own &= rows["niveau"].to_numpy() == (centre.niveau if centre else None)
        base = rows[own].set_index(["code", "annee"])["valeur"]
        base = base[~base.index.duplicated()]
        keys = pd.MultiIndex.from_frame(rows[["code", "annee"]])
        gaps = rows["valeur"] - base.reindex(keys).to_numpy()
        counts = rows["code"].map(lambda code: self.seen.indicateurs[code].effectif)
        columns = zip(rows["code"], rows["valeur"], rows["statut"], strict=True)
        found: pd.DataFrame = rows.assign(
            libelle=rows["code"].map(lambda code: self.seen.indicateurs[code].libelle),
            unite=rows["code"].map(lambda code: self.seen.indicateurs[code].unite),
            ecart=gaps.where(~own & ~counts.astype(bool)),
            texte=pd.Series([self.texte(*row) for row in columns], index=rows.index, dtype=object),
        )
        return found.reset_index(drop=True)

    def texte(self, code: str, valeur: float, statut: Statut = Statut.OK) -> str:
        """Return a figure as people read it, or why there is none."""
        if statut is not Statut.OK:
            return str(statut)
        return mesures.mesure(valeur, self.seen.indicateurs[code].unite, self.places(code))

    def places(self, code: str) -> int:
        """Return how many decimals the figures of an indicator have."""
        if code not in self._places:
            known = self.seen.de(code)["valeur"]
            unite = self.seen.indicateurs[code].unite
            self._places[code] = mesures.affichees(unite, decimals(known), known)
        return self._places[code]

    def sens(self, code: str) -> Sens:
        """Return what a higher value means; nothing for a count."""
        indicateur = self.seen.indicateurs[code]
        return Sens.NEUTRE if indicateur.effectif else indicateur.sens

    def noms(self, rows: pd.DataFrame, choisi: Territoire | None) -> dict[Niveau, str]:
        """Return what a legend calls each level met in these rows."""
        larger = rows.drop_duplicates("niveau")
        pairs = zip(larger["niveau"], larger["territoire"], strict=True)
        found = {niveau: mots.lieu(nom, niveau.name) for niveau, nom in pairs}
        return found | ({Niveau.COMMUNE: choisi.nom} if choisi else {})

    def prudence(self, communes: Sequence[Territoire]) -> list[str]:
        """Return the caution that the small ones of these communes ask for; none for counts."""
        counts = all(i.effectif for i in self.indicateurs.values())
        return [] if counts else self.petites(self.seen, communes)

    @staticmethod
    def petites(seen: Ensemble, communes: Sequence[Territoire]) -> list[str]:
        """Return the same, of shares whatever they come from."""
        small = [c.nom for c in communes if c.code in seen.petites]
        return [a_savoir.petites(small, PETITE_COMMUNE)] if small else []

    def source(self, rows: pd.DataFrame) -> str:
        """Return where the figures shown come from, in a sentence, or nothing."""
        texts = [origine(text) for text in dict.fromkeys(rows["source"]) if text]
        by_name: dict[tuple[str, str], list[str]] = {}
        for text in texts:
            name, annee, rest = MILLESIME.fullmatch(text).groups()  # type: ignore[union-attr]
            by_name.setdefault((name, rest), []).append(annee)
        found = [a_savoir.millesimes(*around, annees) for around, annees in by_name.items()]
        secret = bool((rows["statut"].to_numpy() == Statut.SECRET).any())
        return communs.source(found, secret=secret) if found else ""


def _annees(seen: Ensemble) -> dict[str, int]:
    return {
        str(code): year_shown(rows, count=seen.indicateurs[str(code)].effectif)
        for code, rows in coverage(seen.valeurs).groupby("code", sort=False)
    }
