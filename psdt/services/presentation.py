"""Signals shown one at a time on a big screen, each with the figures of its chart."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from psdt.domain.indicators import Axe, Niveau
from psdt.domain.people import Action, Actor
from psdt.domain.signaux import Genre, Ton
from psdt.exports.dossier import file_name
from psdt.services import signaux
from psdt.services.ensemble import ensemble
from psdt.services.portrait import Portrait
from psdt.services.presentation_series import POURCENT, Trace
from psdt.services.signaux import Signal
from psdt.store.database import Database
from psdt.words import abs as abs_words
from psdt.words import signaux as mots
from psdt.words.diseur import CITES
from psdt.words.mesures import suffixe

MONTREES = 13
"""Most communes drawn: beyond, nobody reads their names from the back of the room."""


@dataclass(frozen=True, kw_only=True)
class Diapo:
    """One signal on a big screen."""

    signal: Signal
    place: int
    """From 1."""
    total: int
    portrait: Portrait
    organisme: str
    habitants: pd.Series
    """By code of commune."""

    @cached_property
    def courbes(self) -> bool:
        """Whether lines show it; bars otherwise.

        Beside larger territoires, bars that start at zero look alike: lines over the years
        show the gap, and since when, where several territoires have them up to that year.
        """
        if self.signal.genre is Genre.TERRITOIRE:
            ends = self.serie[self.serie["annee"] == self.signal.annee]
            return len(set(ends["nom"])) > 1
        return self.signal.courbes and len(self.serie) > 0

    @cached_property
    def serie(self) -> pd.DataFrame:
        """The lines, as ``charts.abs_series.serie`` wants them."""
        return self._trace.serie()

    @property
    def suffixe(self) -> str:
        """What follows the figures on the axis of the lines."""
        return suffixe(POURCENT) if self._trace.croissance else self.portrait.suffixe

    @cached_property
    def lieux(self) -> pd.DataFrame:
        """Rows of the bars, as ``charts.abs.barres`` wants them.

        Orange means more fragile, as everywhere: the territoires named are the bold ones.
        """
        about = {lieu.code for lieu in self.signal.territoires}
        rows = self._montrees if self._communal else self._tous[self._tous.index.isin(about)]
        named = rows.index.isin(about) & self.signal.fragile
        rows = rows.assign(fragile=rows["fragile"].eq(True) | named)
        return self._trace.parts(rows, self.habitants) if self._parts else rows

    @property
    def references(self) -> pd.DataFrame:
        """Larger territoires, drawn apart, the smallest level first."""
        if self._communal:
            return self.portrait.references
        return self._tous[~self._tous.index.isin(self.lieux.index)]

    @property
    def repere(self) -> tuple[str, float] | None:
        """Name and value of the line across the bars."""
        return self.portrait.repere if self._communal else None

    @property
    def choisis(self) -> list[str]:
        """Codes of the territoires to bring out: those that the sentence names."""
        return [lieu.code for lieu in self.signal.territoires[:CITES]]

    @property
    def sous_titre(self) -> str:
        """What it says of the situation, what is measured, and what is left out."""
        indicateur, cut = self.portrait.indicateur, ""
        said = (indicateur.libelle, indicateur.unite)
        if self.courbes and self._trace.croissance:
            measured = mots.croissance(indicateur.libelle, self.signal.debut, self.signal.annee)
        elif self._parts and not self.courbes:
            measured = mots.parts(indicateur.libelle, self.signal.annee)
        elif self.courbes:
            years = sorted(self.serie["annee"].unique().tolist())
            euros = indicateur.unite.startswith("€") and mots.EUROS not in self.signal.prudences
            measured = abs_words.periode(*said, years, recensement=False, euros=euros)
        else:
            if self._communal and self._coupees:
                first = self._montrees.index.equals(self._bout.index)
                fin = self.signal.ton is Ton.FORCE
                total = len(self.portrait.lieux)
                cut = mots.coupees(MONTREES, fin=fin) if first else mots.choisies(MONTREES, total)
            orange = abs_words.orange(*self.portrait.ou) if self._communal else mots.ORANGE
            cut = " ".join(filter(None, [cut and f"{cut}.", orange * self._oranges]))
            measured = abs_words.sous_titre(*said, self.signal.annee, cut)
        return mots.marque(self.signal.ton.name, measured)

    @property
    def alt(self) -> str:
        """What the chart shows, for those who do not see it."""
        genre = abs_words.COURBES if self.courbes else mots.BARRES
        return abs_words.alt(genre, self.signal.phrase.rstrip("."), self.sous_titre)

    @property
    def pied(self) -> str:
        """Cautions and sources."""
        return " ".join([*self.signal.prudences, self.signal.source])

    def tableau(self) -> pd.DataFrame:
        """Return the table behind the chart, in words."""
        portrait = self.portrait
        return portrait.tableau_serie(self.serie) if self.courbes else portrait.tableau()

    @property
    def legende(self) -> str:
        """What that table is."""
        return abs_words.TABLE_SERIE if self.courbes else abs_words.TABLE

    def fichier(self, jour: date, extension: str) -> str:
        """Return the name of a file of the indicator, or of the picture of the slide."""
        noun = f"abs {self.signal.id if extension == 'png' else self.signal.code}"
        return file_name(jour, self.organisme, noun, 1, extension)

    @property
    def adresse(self) -> dict[str, str]:
        """Return what the address of the explorer says to show the indicator."""
        signal = self.signal
        said = {"axe": signal.axe.name, "indicateur": signal.code, "annee": str(signal.annee)}
        return said | ({"commune": signal.commune} if signal.commune else {})

    @property
    def position(self) -> str:
        """« 3 sur 12 »."""
        return mots.position(self.place, self.total)

    @property
    def _trace(self) -> Trace:
        return Trace(self.portrait, self.signal)

    @property
    def _parts(self) -> bool:
        return self.signal.genre is Genre.PART and pd.notna(self.portrait.reference)

    @property
    def _oranges(self) -> bool:
        return bool(self.lieux["fragile"].any())

    @property
    def _communal(self) -> bool:
        """Whether communes are drawn, and not one territoire beside larger ones."""
        return self.signal.genre is not Genre.TERRITOIRE

    @cached_property
    def _tous(self) -> pd.DataFrame:
        """The commune looked at, if any, and the larger territoires, by level."""
        order, chosen = list(Niveau), self.portrait.lieux.index == self.signal.commune
        rows = pd.concat([self.portrait.lieux[chosen], self.portrait.plus_grands])
        rows = rows.dropna(subset="valeur")
        return rows.iloc[[*np.argsort([order.index(n) for n in rows["niveau"]], kind="stable")]]

    @property
    def _coupees(self) -> bool:
        return len(self.portrait.lieux) > MONTREES

    @property
    def _bout(self) -> pd.DataFrame:
        """The communes at the end of the list that the signal is about, as many as are drawn."""
        known = self.portrait.connus
        return known.tail(MONTREES) if self.signal.ton is Ton.FORCE else known.head(MONTREES)

    @cached_property
    def _montrees(self) -> pd.DataFrame:
        """The communes drawn: those the signal is about, wherever they are, then others."""
        lieux = self.portrait.lieux
        if not self._coupees:
            return lieux
        about = [t.code for t in self.signal.territoires if t.code in lieux.index]
        end = list(self._bout.index)
        others = end[::-1] if self.signal.ton is Ton.FORCE else end
        kept = list(dict.fromkeys([*about, *others]))[:MONTREES]
        return lieux[lieux.index.isin(kept)]


def diapo(
    db: Database, actor: Actor, place: str, *, axe: Axe | None = None, commune: str | None = None
) -> Diapo | None:
    """Return the signal at a place, which anybody may have typed; ``None`` without signals."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    found = signaux.signaux(db, actor, axe=axe, commune=commune)
    if not found:
        return None
    typed = place.isascii() and place.isdigit() and len(place) < 6
    number = min(max(int(place), 1), len(found)) if typed else 1
    signal, whole = found[number - 1], ensemble(db, actor)
    return Diapo(
        signal=signal,
        place=number,
        total=len(found),
        portrait=signaux.dessin(db, actor, signal),
        organisme=whole.organisme,
        habitants=whole.habitants,
    )
