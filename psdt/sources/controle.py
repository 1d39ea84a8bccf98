"""What a file would give, for other programs: « psdt check-abs », « psdt check-objectifs »."""

import gc
from collections.abc import Iterable
from typing import Any, TypeAlias

import pandas as pd

from psdt.domain.indicators import Statut
from psdt.sources import Refus, Tableau, lire, objectifs
from psdt.sources.anomalies import Anomalie, Genre
from psdt.words import fichiers as mots

Verdict: TypeAlias = dict[str, Any]
"""``{"expect": "ok", "n_rows", "rows", "warnings"}``, or ``{"expect": "error", "kind",
"message"}``: ready for JSON."""

COLONNES = (
    *("code", "libelle", "theme", "territoire", "annee"),
    *("valeur", "statut", "unite", "source"),
)
STATUTS = {statut: statut.name.lower() for statut in Statut}
MAX_PHRASES = 20
COMME = {
    Genre.LIGNE_TROP_LONGUE: Genre.VALEUR_ILLISIBLE,
    Genre.NOMBRE_ILLISIBLE: Genre.VALEUR_ILLISIBLE,
    Genre.ANNEE_ILLISIBLE: Genre.VALEUR_ILLISIBLE,
    Genre.CODE_ILLISIBLE: Genre.VALEUR_ILLISIBLE,
    Genre.FICHIER_DE_VERROU: Genre.FORMAT_INCONNU,
    Genre.DEUX_FOIS: Genre.DOUBLON,
}
"""Kinds that other programs know under another name: our sentences say more."""


def controler(sorte: str, nom: str, contenu: bytes) -> Verdict:
    """Say what a file of a sort, « abs » or « objectifs », gives: the only task of a process."""
    read = {"abs": indicateurs, "objectifs": textes}[sorte]
    gc.disable()  # to look for garbage among 100,000 rows takes a fifth of the time
    try:
        return read("".join(filter(str.isprintable, nom)), contenu)
    finally:
        gc.enable()


def introuvable(phrase: str) -> Verdict:
    """Say that there is no such file."""
    return {"expect": "error", "kind": "fichier_introuvable", "message": phrase}


def indicateurs(nom: str, contenu: bytes) -> Verdict:
    """Say what a file of indicators gives; texts are those of the file."""
    read = lire(nom, contenu, {})
    if isinstance(read, Refus):
        return _refus(read)
    values = read.valeurs
    said = values.assign(
        statut=values["statut"].map(STATUTS),
        valeur=values["valeur"].astype(object).where(values["valeur"].notna(), None),
    )
    return _accord(_lignes(said), read.remarques)


def textes(nom: str, contenu: bytes) -> Verdict:
    """Say what a file of objectifs gives."""
    read = objectifs.lire(nom, contenu)
    if isinstance(read, Refus):
        return _refus(read)
    rows = [
        {"objectif": o.texte, "enjeu": o.enjeu, "table": o.table, "profil": o.profil}
        for o in read.objectifs
    ]
    return _accord(rows, read.remarques)


def bilan(nom: str, lu: Tableau | Refus) -> list[str]:
    """Say in a few sentences what a table gives, and what was supposed or left aside."""
    if isinstance(lu, Refus):
        return [mots.laisse(nom), *(anomalie.phrase for anomalie in lu.anomalies[:MAX_PHRASES])]
    known = lu.valeurs["statut"].value_counts()
    counts = (len(lu.indicateurs), len(lu.territoires))
    secret = int(known.get(Statut.SECRET, 0))
    missing = len(lu.valeurs) - int(known.get(Statut.OK, 0)) - secret
    first = mots.bilan(nom, len(lu.valeurs), counts, secret=secret, absentes=missing)
    return [first, *(remarque.phrase for remarque in lu.remarques)]


def _lignes(values: pd.DataFrame) -> list[dict[str, Any]]:
    columns = (values[column].tolist() for column in COLONNES)
    return [dict(zip(COLONNES, row, strict=True)) for row in zip(*columns, strict=True)]


def _accord(rows: list[dict[str, Any]], remarques: Iterable[Anomalie]) -> Verdict:
    warnings = [{"code": str(r.genre), "message": r.phrase} for r in remarques]
    return {"expect": "ok", "n_rows": len(rows), "rows": rows, "warnings": warnings}


def _refus(refus: Refus) -> Verdict:
    """Return a verdict whose kind is that of the first anomaly, in the order of the file."""
    first, *_ = refus.anomalies
    sentences = [anomalie.phrase for anomalie in refus.anomalies[:MAX_PHRASES]]
    return {"expect": "error", "kind": str(_genre(first)), "message": "\n".join(sentences)}


def _genre(anomalie: Anomalie) -> Genre:
    """Return the kind of an anomaly, as other programs know it."""
    if anomalie.genre is not Genre.FICHIER_D_OBJECTIFS:
        return COMME.get(anomalie.genre, anomalie.genre)
    return Genre.FEUILLE_ABSENTE if anomalie.detail else Genre.COLONNE_ABSENTE
