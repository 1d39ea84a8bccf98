"""Signals of the ABS, written: from what stands out to sentences people read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from psdt.analytics.indicators import decimals
from psdt.analytics.signals import Study
from psdt.analytics.signals_figures import Place
from psdt.analytics.signals_ground import Finding
from psdt.domain.indicators import Axe, Indicateur, Niveau, Statut, Territoire
from psdt.domain.signaux import PETITE_COMMUNE, Genre, Ton
from psdt.services.ensemble import Ensemble
from psdt.words import abs as abs_words
from psdt.words import mesures
from psdt.words import signaux as mots
from psdt.words.diseur import Diseur, Lieu
from psdt.words.peu import peu
from psdt.words.producteurs import origine


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One thing that stands out."""

    id: str
    """The same as long as it is about the same thing: « TX_CHOM_1564.communes.fragile »."""
    phrase: str
    """One French sentence with its figures and its year, ended by a full stop."""
    depuis: str
    """« C'était déjà le cas en 2014. »; nothing when it is not known."""
    pour: str
    """Whom it concerns: « Caden », « 4 communes sur 13 », « toute l'intercommunalité »."""
    prudences: tuple[str, ...]
    """Sentences: small populations, secrecy, figures of a larger territoire."""
    axe: Axe
    code: str
    """Of the indicator."""
    libelle: str
    territoires: tuple[Territoire, ...]
    """Those it is about, the one farthest from the reference first."""
    genre: Genre
    ton: Ton
    annee: int
    debut: int | None
    """Year that an evolution is said from."""
    reperes: tuple[Territoire, ...]
    """The larger territoires that the sentence compares them with."""
    ecarts: str
    """Of a single territoire, its gap to each larger one in that year; else nothing."""
    source: str
    """« Source : Insee, recensement 2022. »"""
    force: float
    """What it is ranked by, for tests and files: never shown to élus."""

    @property
    def fragile(self) -> bool:
        """Whether it says a more fragile situation."""
        return self.ton is Ton.FRAGILE

    @property
    def commune(self) -> str:
        """Code of the only commune it is about; nothing when there are others, or none."""
        seul = self.territoires[0] if len(self.territoires) == 1 else None
        return seul.code if seul and seul.niveau is Niveau.COMMUNE else ""

    @property
    def courbes(self) -> bool:
        """Whether lines show it; bars otherwise."""
        return self.genre is Genre.EVOLUTION


class Redaction:
    """Writes findings as signals."""

    def __init__(self, whole: Ensemble, study: Study) -> None:
        self._whole = whole
        self._study = study
        everywhere = (*whole.communes, *whole.references)
        self._lieux = {(lieu.niveau, lieu.code): lieu for lieu in everywhere}
        self._niveau = whole.lieu.niveau if whole.lieu else Niveau.EPCI
        self._contexte = mots.CONTEXTES.get(self._niveau.name, "")

    def signal(self, finding: Finding, *, alone: bool) -> Signal:
        """Return a signal; ``alone`` when one looks at a commune."""
        indicateur = self._whole.indicateurs[finding.code]
        values = self._whole.de(finding.code)
        lieux = tuple(self._lieux[place] for place in finding.lieux)
        keys = [finding.code, finding.genre.name.lower(), finding.ton.name.lower()]
        return Signal(
            id=".".join([*keys, lieux[0].code] if alone else keys),
            phrase=self._phrase(finding, indicateur),
            depuis=mots.depuis(finding.depuis),
            pour=self._pour(finding, lieux),
            prudences=tuple(filter(None, self._prudences(finding, indicateur, lieux))),
            axe=indicateur.theme,
            code=finding.code,
            libelle=indicateur.libelle,
            territoires=lieux if finding.genre is not Genre.SOLDE else lieux[:1],
            genre=finding.genre,
            ton=finding.ton,
            annee=finding.annee,
            debut=finding.debut,
            reperes=tuple(self._lieux[place] for place, _ in finding.reperes[:1]),
            ecarts=self._ecarts(finding),
            source=self._source(finding, values),
            force=finding.force,
        )

    def _diseur(self, code: str) -> Diseur:
        indicateur, values = self._whole.indicateurs[code], self._whole.de(code)["valeur"]
        places = mesures.affichees(indicateur.unite, decimals(values), values)
        return Diseur(indicateur.libelle, indicateur.unite, places)

    def _ecarts(self, finding: Finding) -> str:
        if finding.genre not in {Genre.COMMUNES, Genre.TERRITOIRE} or len(finding.lieux) > 1:
            return ""
        reperes = [(self._lieu(place), value) for place, value in finding.reperes]
        return self._diseur(finding.code).ecarts(finding.valeurs[0], reperes)

    def _phrase(self, finding: Finding, indicateur: Indicateur) -> str:
        annee, diseur = finding.annee, self._diseur(finding.code)
        named = [self._lieu(place) for place in finding.lieux]
        reperes = [(self._lieu(place), value) for place, value in finding.reperes]
        sur = len(self._whole.communes)
        if finding.genre is Genre.EVOLUTION:
            ends = [*zip(reperes, finding.alors[1:], strict=True)]
            repere = next(((ou, then, now) for (ou, now), then in ends), None)
            avant = (finding.debut or 0, finding.alors[0])
            apres, compte = (annee, finding.valeurs[0]), indicateur.effectif
            return diseur.evolution(named[0], avant, apres, repere, compte=compte)
        if finding.genre is Genre.SOLDE:
            return diseur.sous_zero(named[0], finding.valeurs[0], len(named) - 1, sur, annee)
        noms = [nom for nom, _ in named]
        if finding.genre is Genre.PART:
            rows = zip(noms, finding.valeurs, finding.alors, strict=True)
            return diseur.parts([*rows], reperes[0][0], annee)
        if len(named) > 1:
            rows_ = [*zip(noms, finding.valeurs, strict=True)]
            return diseur.des_communes(rows_, reperes[0], sur, annee)
        return diseur.un_lieu(named[0], finding.valeurs[0], self._deux(finding, reperes), annee)

    def _deux(
        self, finding: Finding, reperes: list[tuple[Lieu, float]]
    ) -> list[tuple[Lieu, float]]:
        """Return what is said beside a figure: of a commune, only the nearest reference."""
        return reperes[:1] if finding.genre is Genre.COMMUNES else reperes

    def _pour(self, finding: Finding, lieux: Sequence[Territoire]) -> str:
        if finding.genre is Genre.SOLDE or lieux[0].niveau is not Niveau.COMMUNE:
            return mots.tout(self._lieu(finding.lieux[0]))
        return mots.pour([lieu.nom for lieu in lieux], len(self._whole.communes))

    def _prudences(
        self, finding: Finding, indicateur: Indicateur, lieux: Sequence[Territoire]
    ) -> list[str]:
        n, first = len(self._whole.communes), lieux[0]
        small = [lieu.nom for lieu in lieux if lieu.code in self._whole.petites]
        counted = indicateur.effectif or finding.genre is Genre.SOLDE
        euros = finding.debut and indicateur.unite.startswith("€")
        return [
            mots.petites(small, PETITE_COMMUNE, peu(indicateur.libelle))
            if small and not counted
            else "",
            mots.secret(finding.caches, n) if finding.caches else "",
            mots.connu(finding.connus, n) if self._few(finding, first) else "",
            "" if first.niveau in {Niveau.COMMUNE, self._niveau} else self._contexte,
            self._plus_recent(finding),
            mots.EUROS if euros else "",
        ]

    def _plus_recent(self, finding: Finding) -> str:
        """Say that later figures cannot be compared, and for want of whose."""
        figures = self._study.figures[finding.code]
        later = np.flatnonzero(figures.annees > finding.annee)
        if not len(later) or finding.genre not in {Genre.COMMUNES, Genre.TERRITOIRE}:
            return ""
        year, place = later[-1], finding.lieux[0]
        if place[0] is Niveau.COMMUNE:
            own = figures.communes[year]
        else:
            own = figures.reperes[year, [figures.plus_grands.index(place)]]
        lacking = finding.reperes[0][0] if np.isfinite(own).any() else place
        if lacking[0] is Niveau.COMMUNE:
            return ""
        return mots.plus_recent(int(figures.annees[year]), self._lieu(lacking))

    def _few(self, finding: Finding, first: Territoire) -> bool:
        communal = first.niveau is Niveau.COMMUNE and finding.genre is Genre.COMMUNES
        return communal and not finding.caches and finding.connus < len(self._whole.communes)

    def _source(self, finding: Finding, values: pd.DataFrame) -> str:
        levels = {niveau for niveau, _ in finding.lieux}
        years = values["annee"].isin([finding.annee, finding.debut])
        rows = values[years & (values["statut"] == Statut.OK)]
        rows = rows[rows["niveau"].isin(levels)]
        found = (origine(text) for text in rows["source"] if text)
        return abs_words.source(abs_words.par_periode([*dict.fromkeys(found)]), secret=False)

    def _lieu(self, place: Place) -> Lieu:
        return self._lieux[place].nom, place[0].name
