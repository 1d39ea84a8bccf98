"""One indicator over the years: up to four communes together, and the larger territoires."""

import pandas as pd

from psdt.services.comparer_selection import Demande, Montre
from psdt.services.comparer_serie import Serie
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
        serie = Serie(self._seen, self._code, [*self._communes, *self._seen.references])
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
            source=serie.source,
        )

    @staticmethod
    def _named(frame: pd.DataFrame) -> pd.DataFrame:
        pairs = zip(frame["nom"], frame["niveau"], strict=True)
        return frame.assign(nom=[mots.lieu(nom, niveau.name) for nom, niveau in pairs])

    @staticmethod
    def _titre(serie: Serie) -> str:
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
        places = serie.places
        compte = serie.indicateur.effectif
        return dire.evolution(noms.dans(*ou), start, end, serie.unite, places, compte=compte)
