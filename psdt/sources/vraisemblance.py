"""Figures that cannot be: a share above 100 %, fewer people than nobody. They are told, and kept.

A column shifted by one, or two producers mixed up, often shows that way. Nothing is mended: what
a file says is shown before it is imported, with what is strange in it.
"""

import re
from collections.abc import Iterable, Iterator
from math import inf

import pandas as pd

from psdt.domain.indicators import Indicateur
from psdt.sources.anomalies import Anomalie, Genre
from psdt.words import producteurs as mots

PART = re.compile(r"(parts?|taux (de (pauvreté|chômage)|d'(activité|emploi)))\b")
"""Labels of what is a part of a whole, when the unit is a percentage."""
EN_POURCENT = re.compile(r"%|pour ?cent|\b(parts?|taux|points?|ratio|proportion|rapport|indice)\b")
"""Units of what may be written with a « % », besides the indicators that have none."""
AUTREMENT = re.compile(r"[€‰]|\beuros?\b|pour (mille|1 ?000)\b")
"""Units of amounts, and of rates that are no percentage."""
SIGNE = re.compile(
    r"solde|évolution|variation|croissance|écart|différence|excédent|bilan|gain|impôt"
)
"""Labels of what goes below zero: taxes do in the income that Filosofi takes to pieces."""


def impossibles(frame: pd.DataFrame, indicateurs: Iterable[Indicateur]) -> Iterator[Anomalie]:
    """Yield what is said of the figures of a table that cannot be, if there are any.

    Parameters
    ----------
    frame : DataFrame
        ``code``, ``territoire``, ``annee``, ``valeur``: NaN where there is no figure.
    indicateurs : iterable of Indicateur
        Those of the table.
    """
    most = {i.code: limit for i in indicateurs if (limit := _maximum(i)) is not None}
    high = frame["code"].map(most).astype("float64")
    wrong = frame[high.notna() & ((frame["valeur"] < 0) | (frame["valeur"] > high))]
    if len(wrong):
        rows = zip(*(wrong[c] for c in ("code", "territoire", "annee", "valeur")), strict=True)
        detail = mots.enumerer(mots.figure(*row) for row in rows)
        yield Anomalie(genre=Genre.VALEUR_IMPOSSIBLE, lu=str(len(wrong)), detail=detail)


def contredit(indicateur: Indicateur) -> bool:
    """Say whether a figure written with a « % » contradicts the unit of its indicator.

    « 42 % » of « foyers » is neither 42 of them, nor 0,42: only who wrote it can tell.
    """
    unite = indicateur.unite.lower()
    if EN_POURCENT.search(unite):
        return False
    counts = indicateur.effectif and any(map(str.isalpha, unite))
    return counts or AUTREMENT.search(unite) is not None


def _maximum(indicateur: Indicateur) -> float | None:
    """Return the most an indicator may be, when its words tell that it is no less than zero."""
    libelle = indicateur.libelle.lower()
    if SIGNE.search(libelle):
        return None
    if indicateur.unite.strip() == "%":
        return 100.0 if PART.match(libelle) else None
    return inf if indicateur.effectif else None
