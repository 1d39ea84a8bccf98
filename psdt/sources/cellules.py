"""What a cell says: texts, French numbers, years, and the reasons of an absence.

Every function takes what a spreadsheet or a CSV gives, and raises ``ValueError`` when it
cannot be read for sure: ``1,234.5`` is refused rather than guessed.
"""

import math
import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from psdt.domain.indicators import Statut
from psdt.domain.lettres import sans_accent

Cellule: TypeAlias = str | float | bool | date | None


class Pourcent(float):
    """A number that its cell shows as a percentage: 12.5 for « 12,5 % »."""

    __slots__ = ()


INVISIBLES = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\xad]"
)
"""Control characters, marks of direction, blanks without width: copied along with a text."""
MOT = 100
"""Longest text remembered: a file says the same ones in thousands of rows."""
NOMBRE = re.compile(r"-?\d{1,15}(?:[.,]\d+)?")
MILLIERS = re.compile(r"(?<=\d)[ \u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))")
NEGATIF = re.compile(r"\((.+)\)")
ANNEE = re.compile(r"((?:19|20)\d\d)(?:[.,]0+)?")
MARQUES = {
    "s": Statut.SECRET,
    "c": Statut.SECRET,
    "secret": Statut.SECRET,
    "secret statistique": Statut.SECRET,
    "nd": Statut.NON_DISPONIBLE,
    "n.d.": Statut.NON_DISPONIBLE,
    "na": Statut.NON_DISPONIBLE,
    "n/a": Statut.NON_DISPONIBLE,
    "n.a.": Statut.NON_DISPONIBLE,
    "…": Statut.NON_DISPONIBLE,
    "...": Statut.NON_DISPONIBLE,
    "nc": Statut.NON_COMMUNIQUE,
    "n.c.": Statut.NON_COMMUNIQUE,
    "///": Statut.SANS_OBJET,
    "//": Statut.SANS_OBJET,
    "-": Statut.SANS_OBJET,
    "–": Statut.SANS_OBJET,
    "—": Statut.SANS_OBJET,
    "ns": Statut.NON_SIGNIFICATIF,
    "n.s.": Statut.NON_SIGNIFICATIF,
    "": Statut.VIDE,
}
"""What producers write when there is no figure."""


ERREURS = frozenset(
    {
        *("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"),
        *("#NOM?", "#NUL!", "#NOMBRE!", "#VALEUR!"),
    }
)
"""What a spreadsheet shows of a formula that failed."""


def texte(cell: Cellule) -> str:
    """Return the text of a cell: composed accents, no invisible character, no outer space."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _propre(cell) if len(cell) <= MOT else _propre.__wrapped__(cell)
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)  # a code typed as a number
    return str(cell)


@lru_cache(maxsize=10_000)
def _propre(text: str) -> str:
    return unicodedata.normalize("NFC", INVISIBLES.sub("", text)).strip()


def cle(cell: Cellule) -> str:
    """Return a text without case, accents or punctuation, to compare names.

    Examples
    --------
    >>> cle(" Thème ")
    'theme'
    >>> cle("Code territoire")
    'code_territoire'
    """
    return re.sub(r"[^a-z0-9]+", "_", sans_accent(texte(cell))).strip("_")


ABSENCES = {
    **{cle(statut): statut for statut in Statut if statut not in (Statut.OK, Statut.VIDE)},
    "n_d": Statut.NON_DISPONIBLE,
    "n_c": Statut.NON_COMMUNIQUE,
    "n_s": Statut.NON_SIGNIFICATIF,
    "s_o": Statut.SANS_OBJET,
    "n_a_secret_statistique": Statut.SECRET,
    "n_a_resultat_non_disponible": Statut.NON_DISPONIBLE,
    "n_a_division_par_0": Statut.SANS_OBJET,
}
"""The same in full, or with other blanks and dots: « n. d. », « Sans objet »."""


def nombre(cell: Cellule) -> tuple[float | None, Statut]:
    """Return the number of a cell, or why there is none.

    A « % » sign is dropped: 12,5 % is 12.5, as in the unit of the indicator.
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if not math.isfinite(cell):
            raise ValueError(f"not a finite number: {cell}")
        return float(cell), Statut.OK
    written = texte(cell)
    if (statut := MARQUES.get(written.lower())) is not None:
        return None, statut
    written = MILLIERS.sub("", written).replace("−", "-").replace("–", "-")
    written = written.removesuffix("%").rstrip()
    if match := NEGATIF.fullmatch(written):  # as accountants write a negative number
        written = f"-{match[1]}"
    if not NOMBRE.fullmatch(written):
        if (statut := ABSENCES.get(cle(cell))) is not None:
            return None, statut
        raise ValueError(f"not a number: {written}")
    return float(written.replace(",", ".")), Statut.OK


def pourcent(part: float) -> Pourcent:
    """Return what the format of a percentage shows: 12.5 for 0.125."""
    return Pourcent(round(part * 100, 10))


def en_pourcent(cell: object) -> bool:
    """Say whether people see a figure with its « % », written or from the format of the cell."""
    return isinstance(cell, Pourcent) or (isinstance(cell, str) and texte(cell).endswith("%"))


def annee(cell: Cellule) -> int:
    """Return the year of a cell: a number, a text or a date."""
    match = ANNEE.fullmatch(str(cell.year) if isinstance(cell, date) else texte(cell))
    if match is None:
        raise ValueError(f"not a year: {cell}")
    return int(match[1])
