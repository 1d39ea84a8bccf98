"""What a reader gives back: a checked table, or what must be mended."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import pandas as pd

from psdt.domain.indicators import Indicateur, Territoire
from psdt.sources.anomalies import Anomalie
from psdt.words import fichiers
from psdt.words import saisie as mots
from psdt.words.grammar import majuscule

MONTREES = 50
"""Things to mend that are shown at once."""

Catalogue: TypeAlias = Mapping[str, Indicateur]
"""Indicators by code: what a file does not say of them is found here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tableau:
    """A file read without error: its figures, what they measure, and where."""

    valeurs: pd.DataFrame
    """One row a value, in the order of the file: ``code``, ``niveau`` (Niveau),
    ``code_territoire``, ``annee`` (int), ``valeur`` (float, missing unless OK), ``statut``
    (Statut), ``source``; and as the file says them, ``libelle``, ``theme``, ``territoire``,
    ``unite``. Code, niveau, code_territoire and annee are unique together."""
    indicateurs: tuple[Indicateur, ...]
    """In the order of the file: the first of an axis is the first shown."""
    territoires: tuple[Territoire, ...]
    remarques: tuple[Anomalie, ...] = ()
    """What was supposed, and deserves a look."""
    nature: str = ""
    """Label of the layout it was read in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refus:
    """A file that cannot be taken, and everything that must be mended first."""

    anomalies: tuple[Anomalie, ...]
    nature: str = ""
    """Label of its layout, when it was recognised."""

    def tableau(self) -> pd.DataFrame:
        """Return what must be mended, one row a thing: where, what to do."""
        rows = []
        for anomalie in self.anomalies[:MONTREES]:
            where = fichiers.lieu(anomalie.feuille, anomalie.ligne, anomalie.colonne)
            texts = (where or mots.PARTOUT, anomalie.que_faire)
            rows.append([*map(majuscule, texts)])
        return pd.DataFrame(rows, columns=[mots.OU, mots.QUE_FAIRE_COLONNE])

    @property
    def autres(self) -> int:
        """How many things are not in the table."""
        return max(len(self.anomalies) - MONTREES, 0)
