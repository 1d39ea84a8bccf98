"""The indicators of the fiches communales: which ones, and what they are for a commune."""

from collections.abc import Iterator
from functools import cached_property
from math import isnan
from typing import NamedTuple

import pandas as pd

from psdt.analytics.indicators import is_more_fragile, usual_gap
from psdt.domain.indicators import Axe, Niveau, Sens, Statut, Territoire
from psdt.domain.signaux import PETITE_COMMUNE
from psdt.exports.fiche import Ligne, Point, Rubrique
from psdt.services.chiffres import Chiffre
from psdt.services.comparer_selection import Selection
from psdt.services.ensemble import Ensemble
from psdt.words import abs as communs
from psdt.words import fiche as mots
from psdt.words.lieux import article
from psdt.words.producteurs import origine

LIGNES = 14
MOST, ENOUGH = 0.9, 0.2
"""Shares of the communes that have a figure: of what comes first, of what is shown at all."""
NIVEAUX = (Niveau.COMMUNE, Niveau.EPCI, Niveau.DEPARTEMENT, Niveau.FRANCE)
"""Those of the columns; a région is one number too many on a page."""


class Row(NamedTuple):
    """A figure, as it is read."""

    valeur: float
    texte: str
    source: str


class Lignes:
    """The lines of all the fiches: read once, whatever the commune."""

    def __init__(self, whole: Ensemble) -> None:
        self.selection = Selection(whole, _choisis(whole))

    @cached_property
    def rows(self) -> dict[tuple[str, Niveau, str], Row]:
        """Return the figures of the lines, by indicator and territoire."""
        rows = self.selection.lignes
        keys = zip(rows["code"], rows["niveau"], rows["code_territoire"], strict=True)
        cells = map(Row._make, zip(rows["valeur"], rows["texte"], rows["source"], strict=True))
        return dict(zip(keys, cells, strict=True))


def _choisis(whole: Ensemble) -> tuple[str, ...]:
    """Choose the indicators of all the fiches: two an axis, then others in turn.

    They are known for enough communes and tell them apart; those with a direction and a
    published reference come first. Counts are left out: they follow the population.
    """
    by_axis: dict[Axe, list[tuple[tuple[bool, ...], int, str]]] = {axe: [] for axe in Axe}
    for order, (code, annee) in enumerate(Selection.annees(whole).items()):
        indicateur = whole.indicateurs[code]
        merit = None if indicateur.effectif else _merit(whole, code, annee)
        if merit is not None:
            by_axis[indicateur.theme].append((merit, order, code))
    ranked = {axe: [code for _, _, code in sorted(found)] for axe, found in by_axis.items()}
    turns = [(turn, axe) for turn in range(LIGNES) for axe in Axe if turn < len(ranked[axe])]
    kept = {(axe, turn) for turn, axe in turns[:LIGNES]}
    return tuple(
        code
        for axe, codes in ranked.items()
        for turn, code in enumerate(codes)
        if (axe, turn) in kept
    )


def _merit(whole: Ensemble, code: str, annee: int) -> tuple[bool, ...] | None:
    """Return what an indicator lacks, to sort by; ``None`` when it is not worth a line."""
    rows = whole.de(code)
    now = rows[(rows["annee"].to_numpy() == annee) & (rows["statut"].to_numpy() == Statut.OK)]
    communal = now["niveau"].to_numpy() == Niveau.COMMUNE
    known, n = now[communal]["valeur"], max(len(whole.communes), 1)
    alike = known.nunique() < 2 and n > 1
    if known.empty or alike or len(known) < ENOUGH * n:
        return None
    neutral = whole.indicateurs[code].sens is Sens.NEUTRE
    return len(known) < MOST * n, neutral, bool(communal.all())


class Choisis:
    """Chosen indicators, for one commune and the larger territoires."""

    def __init__(self, whole: Ensemble, commune: Territoire) -> None:
        self._whole, self._commune = whole, commune
        lignes = whole.kept("fiche.lignes", Lignes)
        self._selection, self._rows = lignes.selection, lignes.rows

    @cached_property
    def _lieux(self) -> list[Territoire]:
        """The territoires of the columns: the commune, then one a level, first by code."""
        found = [self._commune]
        for niveau in NIVEAUX[1:]:
            same = [t for t in self._whole.references if t.niveau is niveau]
            found += sorted(same, key=lambda t: t.code)[:1]
        return found

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the lines."""
        return tuple(self._selection.indicateurs)

    @property
    def colonnes(self) -> tuple[str, ...]:
        """Names of the territoires of the columns."""
        return tuple(mots.EPCI if t.niveau is Niveau.EPCI else t.nom for t in self._lieux)

    @property
    def niveaux(self) -> tuple[str, ...]:
        """Names of their levels."""
        return tuple(t.niveau.name for t in self._lieux)

    @property
    def repere(self) -> str:
        """What the commune is compared with when it is said to be more fragile."""
        return article(self._lieux[1].nom, self._lieux[1].niveau.name) if self._lieux[1:] else ""

    def themes(self) -> Iterator[Rubrique]:
        """Yield the lines of each axis that has some."""
        by_axis: dict[Axe, list[Ligne]] = {}
        for code, indicateur in self._selection.indicateurs.items():
            by_axis.setdefault(indicateur.theme, []).append(self._ligne(code))
        for axe, lignes in by_axis.items():
            yield Rubrique(nom=communs.AXES[axe.name], lignes=tuple(lignes))

    def cles(self) -> Iterator[str]:
        """Yield the codes of key figures: known for the commune, one an axis, then again.

        Those that may be compared come first, and the population, which the page says
        elsewhere, last.
        """
        alone: list[str] = []
        by_axis: dict[Axe, list[str]] = {axe: [] for axe in (*list(Axe)[1:], Axe.DEMOGRAPHIE)}
        for code, indicateur in self._selection.indicateurs.items():
            own, *larger = (self._valeur(code, lieu) for lieu in self._lieux)
            if not isnan(own):
                compared = not all(map(isnan, larger))
                (by_axis[indicateur.theme] if compared else alone).append(code)
        for turn in range(LIGNES):
            for codes in by_axis.values():
                yield from codes[turn : turn + 1]
        yield from alone

    def chiffre(self, code: str) -> Chiffre | None:
        """Return a key figure, in words, in the year of its line."""
        annee = self._selection.annees(self._whole)[code]
        indicateur = self._whole.indicateurs[code]
        return Chiffre.lu(self._whole.de(code), indicateur, self._commune.code, annee)

    def notes(self) -> Iterator[str]:
        """Yield the cautions, then the sources."""
        if self._commune.code in self._whole.petites:
            yield communs.prudence([self._commune.nom], PETITE_COMMUNE)
        secret = any(row.texte == str(Statut.SECRET) for row in self._shown)
        yield from [communs.EXPLICATION_SECRET] * secret
        yield from filter(None, [self.source])

    @property
    def source(self) -> str:
        """Where the figures of the columns come from."""
        found = (origine(row.source) for row in self._shown)
        return communs.source([text for text in dict.fromkeys(found) if text], secret=False)

    @property
    def _shown(self) -> list[Row]:
        columns = {(t.niveau, t.code) for t in self._lieux}
        return [row for (_, *lieu), row in self._rows.items() if tuple(lieu) in columns]

    def _valeur(self, code: str, lieu: Territoire) -> float:
        """Return a figure, NaN without one."""
        row = self._row(code, lieu)
        return float("nan") if row is None else row.valeur

    def _row(self, code: str, lieu: Territoire) -> Row | None:
        return self._rows.get((code, lieu.niveau, lieu.code))

    def _ligne(self, code: str) -> Ligne:
        rows = [self._row(code, lieu) for lieu in self._lieux]
        values = [float("nan") if row is None else row.valeur for row in rows]
        everybody = {
            (niveau, lieu): row.valeur
            for (which, niveau, lieu), row in self._rows.items()
            if which == code and not isnan(row.valeur)
        }
        low, high = min(everybody.values()), max(everybody.values())

        def place(value: float) -> float:
            return (value - low) / (high - low) if high > low else 0.5

        reference = values[1] if values[1:] else float("nan")
        communes = [v for (niveau, _), v in everybody.items() if niveau is Niveau.COMMUNE]
        usual = usual_gap(pd.Series(communes), reference)
        sens = self._selection.sens(code)
        return Ligne(
            libelle=self._selection.libelles[code],
            textes=tuple(str(Statut.NON_DISPONIBLE) if row is None else row.texte for row in rows),
            connus=tuple(not isnan(value) for value in values),
            fragile=is_more_fragile(values[0], reference, sens, usual),
            points=tuple(
                Point(niveau=lieu.niveau.name, x=place(value))
                for lieu, value in zip(self._lieux, values, strict=True)
                if not isnan(value)
            ),
            autres=tuple(
                place(value)
                for (niveau, other), value in everybody.items()
                if niveau is Niveau.COMMUNE and other != self._commune.code
            ),
        )
