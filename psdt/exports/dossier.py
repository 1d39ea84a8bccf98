"""What a document is made of, and how its file is called."""

import re
from dataclasses import dataclass
from datetime import date

import pandas as pd

from psdt.domain.lettres import sans_accent


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The priority table of one notation, ready to be written: only what may be published."""

    organisme: str
    demarche: str
    demonstration: bool
    """Whether the data are an example: every page then says so."""
    titre: str
    """The activité that people answered."""
    vue: str
    """Whose answers: a collège, or all of them."""
    constat: str
    """What the table says, in a sentence."""
    n_personnes: int
    effectifs: dict[str, int]
    """Collège → number of people, those that may be shown."""
    clos_le: date
    jour: date
    """The day of the export."""
    enjeux: pd.DataFrame
    """One row an enjeu, best first: ``rang`` (Int64), ``enjeu``, ``score`` (0 to 100),
    ``reponses`` (people), ``accord`` (a word, or nothing)."""
    criteres: pd.DataFrame
    """One row a criterion, in the order asked: ``critere``, ``question``, ``poids`` (they add
    up to 1), ``accord``, and ``niveau_1`` to ``niveau_4``, the written answers."""
    moyennes: pd.DataFrame
    """Mean level, 1 to 4: same rows as ``enjeux``, one column a row of ``criteres``."""
    detail: pd.DataFrame
    """One row an enjeu and a criterion: ``enjeu``, ``critere``, ``poids``, ``moyenne``,
    ``reponses``, ``accord``, and ``niveau_1`` to ``niveau_4``, numbers of people."""


def file_name(jour: date, organisme: str, noun: str, version: int, extension: str) -> str:
    """Return a name without accents or spaces that sorts by date.

    Of the organism, only the first word is kept, which is what it is (CIAS, CCAS…).

    Examples
    --------
    >>> file_name(date(2026, 3, 12), "CIAS de démonstration", "priorités", 1, "xlsx")
    '2026-03-12_cias_priorites_v1.xlsx'
    """
    words = [_slug(organisme).partition("-")[0], _slug(noun), f"v{version}"]
    return "_".join([f"{jour:%Y-%m-%d}", *filter(None, words)]) + f".{extension}"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", sans_accent(text)).strip("-")
