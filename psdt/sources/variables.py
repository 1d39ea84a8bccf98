"""What the columns of statistical files are called: a variable, and the years it is about."""

import re
from enum import StrEnum
from typing import NamedTuple


class Famille(StrEnum):
    """Where a variable comes from: what is said in the source, and whether it adds up."""

    RECENSEMENT = "recensement"
    ETAT_CIVIL = "etat_civil"
    FLORES = "flores"
    FILOSOFI = "filosofi"
    CNAF = "cnaf"
    GEOGRAPHIE = "geographie"


FAMILLES = {
    r"[PC]_.+": Famille.RECENSEMENT,
    r"NAISD|DECESD|(NAIS|DECE)_\d+": Famille.ETAT_CIVIL,
    r"ET[A-Z0-9]+": Famille.FLORES,
    r"CAF_.+": Famille.CNAF,
    r"SUPERF": Famille.GEOGRAPHIE,
}
"""By the name of the variable; every other one is of Filosofi."""

EN_TETE = re.compile(r"([PCD])(\d\d)_(\w+)")
PERIODE = re.compile(r"(NAIS|DECE)(\d\d)(\d\d)")
CUMUL = re.compile(r"(?:NAIS|DECE)_(\d{4})")
EN_QUEUE = re.compile(r"(\w+?)(\d\d)")
PREMIERE_ANNEE = 1950


class Cle(NamedTuple):
    """A variable and its year."""

    variable: str
    """« P_POP », « MED »; with its first year when it counts over a period: « NAIS_2016 »."""
    annee: int | None
    """``None`` when the file does not say it."""


def famille(variable: str) -> Famille:
    """Return where a variable comes from."""
    found = (name for form, name in FAMILLES.items() if re.fullmatch(form, variable))
    return next(found, Famille.FILOSOFI)


def additionnable(variable: str) -> bool:
    """Say whether a variable is a count, that can be added up over communes.

    What Filosofi publishes (medians, deciles, shares) never is.
    """
    return famille(variable) is not Famille.FILOSOFI


def annees(variable: str, derniere: int) -> str:
    """Return the years a variable is about: « 2022 », or « 2016-2021 » when it counts over some.

    Examples
    --------
    >>> annees("P_POP", 2022), annees("NAIS_2016", 2021)
    ('2022', '2016-2021')
    """
    match = CUMUL.fullmatch(variable)
    return f"{match[1]}-{derniere}" if match else str(derniere)


def colonne(nom: str) -> Cle | None:
    """Read the name of a column as Insee writes it; ``None`` when it is no variable.

    Examples
    --------
    >>> colonne("P22_RP_VOIT1P")
    Cle(variable='P_RP_VOIT1P', annee=2022)
    >>> colonne("D121")
    Cle(variable='D1', annee=2021)
    >>> colonne("NAIS1621")
    Cle(variable='NAIS_2016', annee=2021)
    >>> colonne("SUPERF")
    Cle(variable='SUPERF', annee=None)
    """
    if match := EN_TETE.fullmatch(nom):
        survey = "P" if match[1] == "D" else match[1]  # D: the counts of the former censuses
        return Cle(f"{survey}_{match[3]}", _annee(match[2]))
    if match := PERIODE.fullmatch(nom):
        return Cle(f"{match[1]}_{_annee(match[2])}", _annee(match[3]))
    if match := EN_QUEUE.fullmatch(nom):
        return Cle(match[1], _annee(match[2]))
    return Cle(nom, None) if re.fullmatch(r"\w+", nom) else None


def _annee(deux_chiffres: str) -> int:
    """Return the year of two digits, from 1950 to 2049."""
    return PREMIERE_ANNEE + (int(deux_chiffres) - PREMIERE_ANNEE) % 100
