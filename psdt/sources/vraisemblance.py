"""Figures that can hardly be: a share above 100 %, fewer people than nobody. They are kept.

A column shifted by one, or two producers mixed up, often shows that way. Nothing is mended: what
a file says is shown before it is imported, with what is strange in it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from math import inf

import pandas as pd

from psdt.domain.indicators import Indicateur, Niveau
from psdt.sources.anomalies import Anomalie, Genre
from psdt.sources.perimetre import Perimetre
from psdt.words import producteurs as mots

PART = re.compile(r"^parts?\b|\bparts? d|\btaux (de (pauvreté|chômage)|d'(activité|emploi))\b")
"""Labels of what is a part of a whole, when the unit is a percentage."""
TAUX = re.compile(r"^(parts?|taux)\b|\b(parts?|taux) d")
"""The same, and what may well be a little more than the whole."""
EN_POURCENT = re.compile(r"%|pour ?cent|\b(parts?|taux|points?|ratio|proportion|rapport|indice)\b")
"""Units of what may be written with a « % », besides the indicators that have none."""
AUTREMENT = re.compile(r"[€‰]|\beuros?\b|pour (mille|1 ?000)\b")
"""Units of amounts, and of rates that are no percentage."""
POUR_CENT = re.compile(r"pour (100|cent)\b")
"""Labels of what is counted for a hundred others, of which it is no part."""
PREVU = re.compile(r"projection|prévision|prévu|scénario|horizon|omphale")
"""Labels of what is foreseen."""
DISPERSION = re.compile(
    r"gini|décile|rapport|inégalit|dispersion|écart|indice|ségrégation|diversité|\brang\b"
    r"|\bpoids\b|contribution|dans (l'|son |le |la )?"
    r"(intercommunalité|epci|ensemble|territoire|département|région|france)"
)
"""Labels of what a whole may have more of than each of its parts, or is told of the whole."""
PREMIERE = 1962
"""The first census that the series of Insee begin with."""
ASSEZ = 5
"""Figures from which something may be said of all of them."""
ARRONDI = 0.002
"""Of a figure: how far rounding and blurring, by its producer, may move it."""
SIGNE = re.compile(
    r"solde|évolution|variation|croissance|écart|différence|excédent|bilan|gain|impôt"
    r"|accroissement|augmentation|progression|diminution|mouvement|migrat|déficit|résultat"
    r"|épargne|température|altitude|latitude|longitude"
    r"|\b(baisses?|hausses?|apports?|flux|pertes?|net(te)?s?)\b"
)
"""Labels of what goes below zero: taxes do in the income that Filosofi takes to pieces."""


def douteuses(
    frame: pd.DataFrame,
    indicateurs: Sequence[Indicateur],
    perimetre: Perimetre,
    *,
    calcule: bool = False,
) -> Iterator[Anomalie]:
    """Yield what is said of the figures of a table that deserve a look, if there are any.

    Parameters
    ----------
    frame : DataFrame
        ``code``, ``territoire``, ``niveau``, ``code_territoire``, ``annee``, ``valeur``: NaN
        where there is no figure.
    indicateurs : sequence of Indicateur
        Those of the table.
    perimetre : Perimetre
        The territoires of the démarche, if they are known.
    calcule : bool, optional
        Whether the shares were divided here: none is then a fraction.
    """
    found = {
        Genre.VALEUR_IMPOSSIBLE: _impossibles(frame, indicateurs),
        Genre.ANNEE_A_VERIFIER: _annees(frame, indicateurs),
        Genre.PARTS_EN_FRACTIONS: [] if calcule else _fractions(frame, indicateurs),
        Genre.HORS_DES_COMMUNES: _hors(frame, indicateurs, perimetre),
    }
    for genre, told in found.items():
        if told:
            yield Anomalie(genre=genre, lu=str(len(told)), detail=mots.enumerer(told))


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
        return 100.0 if not POUR_CENT.search(libelle) and PART.search(libelle) else None
    return inf if indicateur.effectif else None


def _impossibles(frame: pd.DataFrame, indicateurs: Sequence[Indicateur]) -> list[str]:
    most = {i.code: limit for i in indicateurs if (limit := _maximum(i)) is not None}
    high = frame["code"].map(most).astype("float64")
    wrong = frame[high.notna() & ((frame["valeur"] < 0) | (frame["valeur"] > high))]
    rows = zip(*(wrong[c] for c in ("code", "territoire", "annee", "valeur")), strict=True)
    return [mots.figure(*row) for row in rows]


def _annees(frame: pd.DataFrame, indicateurs: Sequence[Indicateur]) -> list[str]:
    """Say which years are to come, but of projections, and which are older than figures are."""
    foreseen = {i.code for i in indicateurs if PREVU.search(i.libelle.lower())}
    coming = datetime.now(tz=UTC).year + 1
    late = (frame["annee"] > coming) & ~frame["code"].isin(foreseen)
    wrong = frame[late | (frame["annee"] < PREMIERE)]
    return [mots.annees(str(code), set(years)) for code, years in wrong.groupby("code")["annee"]]


def _fractions(frame: pd.DataFrame, indicateurs: Sequence[Indicateur]) -> list[str]:
    """Say which shares may all be fractions: a few may well be under 1 %."""
    shares = {i.code for i in indicateurs if _part(i)}
    told = frame[frame["code"].isin(shares)].groupby("code")["valeur"].agg(["min", "max", "count"])
    small = told[(told["count"] >= ASSEZ) & (told["min"] >= 0) & (told["max"] <= 1)]
    small = small[small["max"] > 0]
    return [mots.fractions(str(code), row["min"], row["max"]) for code, row in small.iterrows()]


def _hors(
    frame: pd.DataFrame, indicateurs: Sequence[Indicateur], perimetre: Perimetre
) -> list[str]:
    """Say which figures of the intercommunalité are beyond those of all its communes.

    That of a whole, when it is a rate or a median, is between those of its parts.
    """
    if not perimetre.epci:  # nothing tells which communes it has
        return []
    rates = frame[frame["code"].isin({i.code for i in indicateurs if _moyenne(i)})]
    ours = (rates["niveau"] == Niveau.EPCI) & (rates["code_territoire"] == perimetre.epci)
    inside = rates["code_territoire"].isin(perimetre.communes)
    parts = rates[(rates["niveau"] == Niveau.COMMUNE) & inside]
    ends = parts.groupby(["code", "annee"])["valeur"].agg(["min", "max", "count", "size"])
    ends = ends[(ends["count"] == ends["size"]) & (ends["count"] >= len(perimetre.communes))]
    both = rates[ours].merge(ends, on=["code", "annee"])
    slack = (both["valeur"].abs() * ARRONDI).clip(lower=_pas(both[["valeur", "min", "max"]]))
    wrong = both[(both["valeur"] < both["min"] - slack) | (both["valeur"] > both["max"] + slack)]
    rows = zip(*(wrong[c] for c in ("code", "annee", "valeur", "min", "max")), strict=True)
    return [
        mots.hors_des_communes(code, annee, whole, (low, high))
        for code, annee, whole, low, high in rows
    ]


def _pas(figures: pd.DataFrame) -> pd.Series:
    """Return how far apart two rounded figures of each row may be: 1, 0.1, 0.01."""
    steps = pd.Series(0.01, index=figures.index)
    for places in (1, 0):
        steps[(figures.round(places) == figures).all(axis=1)] = 10.0**-places
    return steps * 1.001  # what is a step apart may be a little more, in binary


def _part(indicateur: Indicateur) -> bool:
    """Say whether an indicator is a share of a whole, in %."""
    libelle = indicateur.libelle.lower()
    share = indicateur.unite.strip() == "%" and TAUX.search(libelle) is not None
    return share and not SIGNE.search(libelle)


def _moyenne(indicateur: Indicateur) -> bool:
    """Say whether the figure of a whole is between those of its parts, for sure."""
    libelle, unite = indicateur.libelle.lower(), indicateur.unite.lower()
    if indicateur.effectif or not unite or DISPERSION.search(libelle):
        return False
    return bool(re.search(r"[%‰]|\bpour\b", unite) or re.search(r"\bmédiane?\b", libelle))
