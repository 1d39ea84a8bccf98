"""One indicator over the years, commune by commune: a small picture each."""

import numpy as np
import pandas as pd

from psdt.analytics.evolutions import more_fragile
from psdt.analytics.indicators import SIGN, gaps, usual_gap
from psdt.domain.indicators import Niveau, Sens
from psdt.services.comparer_selection import Demande, Montre, Selection
from psdt.services.comparer_serie import Serie
from psdt.services.constats import Vue
from psdt.services.ensemble import Ensemble
from psdt.words import abs as communs
from psdt.words import comparer as mots
from psdt.words import comparer_titres as titres

PAGE = 16
"""Small pictures before one asks for all of them."""


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
        serie = Serie(self._seen, self._demande.code, [*self._seen.communes, *around])
        panels = self._panneaux(serie)
        if panels.empty:
            return Montre.rien(serie.raison)
        shown = panels if self._demande.toutes else panels.head(PAGE)
        titre = self._titre(serie, len(panels))
        oriented = bool(SIGN[serie.selection.sens(serie.indicateur.code)])
        said = mots.multiples(serie.measured, oriented, len(shown), len(panels))
        return Montre(
            vue=Vue(
                titre=titre,
                sous_titre=said,
                alt=communs.alt(mots.GENRES["multiples"], titre, said),
            ),
            dessin={"frame": _autour(serie.frame, shown), "panneaux": shown},
            releve=serie.releve,
            notes=tuple(serie.notes(list(self._seen.communes))),
            source=serie.source,
            reste=len(panels) - len(shown),
        )

    def _panneaux(self, serie: Serie) -> pd.DataFrame:
        """Return the communes drawn, ordered by their last figure."""
        frame = serie.frame
        communal = frame["niveau"].to_numpy() == Niveau.COMMUNE
        last = frame[communal].groupby("code_territoire", sort=False).last()
        sens = serie.selection.sens(serie.indicateur.code)
        larger = frame[~communal]
        reference = float(larger["valeur"].iloc[-1]) if len(larger) else float("nan")
        same = last["annee"] == (int(larger["annee"].iloc[-1]) if len(larger) else 0)
        usual = usual_gap(last["valeur"][same], reference)
        last["fragile"] = same & gaps(last["valeur"], reference, sens, usual)["fragile"]
        first = frame[communal].groupby("code_territoire", sort=False).first()
        starts = first["annee"] == serie.years[0] if len(first) else []
        last["debut"] = [
            mots.depart(annee, texte) if start else ""
            for annee, texte, start in zip(first["annee"], first["texte"], starts, strict=True)
        ]
        ordered = last.sort_values("valeur", ascending=SIGN[sens] < 0, kind="stable")
        panels: pd.DataFrame = ordered[["nom", "debut", "texte", "fragile"]].assign(dit="")
        return panels

    @staticmethod
    def _titre(serie: Serie, sur: int) -> str:
        """Say in how many communes the situation became more fragile."""
        sens = serie.selection.sens(serie.indicateur.code)
        sens = Sens.NEUTRE if serie.euros else sens
        changes = more_fragile(serie.frame, sens).values()
        n = sum(round(change, serie.places) > 0 for change in changes)
        say = titres.plus_fragiles if SIGN[sens] else titres.augmente
        ends = serie.years[0], serie.years[-1]
        return say(n, len(changes), sur, *ends) if changes else titres.sans_bouts(*ends)


def _autour(frame: pd.DataFrame, panneaux: pd.DataFrame) -> pd.DataFrame:
    """Return the lines of each panel: that of its commune, and of the larger territoire."""
    communal = frame["niveau"].to_numpy() == Niveau.COMMUNE
    own = frame[communal & frame["code_territoire"].isin(panneaux.index).to_numpy()]
    larger = frame[~communal]
    around = pd.concat([larger] * len(panneaux), ignore_index=True)
    around["panneau"] = np.repeat(panneaux.index.to_numpy(), len(larger))
    own = own.assign(panneau=own["code_territoire"])
    parts = [around.assign(propre=False), own.assign(propre=True)]
    lines: pd.DataFrame = pd.concat(parts, ignore_index=True)
    return lines
