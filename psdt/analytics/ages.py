"""The age pyramid of a territoire, from the counts of the census by sex and age."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import pandas as pd

from psdt.domain.indicators import Niveau, Statut

T = TypeVar("T")


def shares(counts: pd.DataFrame) -> pd.DataFrame:
    """Return each sex and age class as a share of the whole population, in %.

    Parameters
    ----------
    counts : DataFrame
        Age classes × sexes, in people.

    Raises
    ------
    ValueError
        If a count is missing, or nobody lives there: shares of a part would be false.

    Examples
    --------
    >>> shares(pd.DataFrame({"hommes": [20.0, 30.0], "femmes": [15.0, 35.0]})).to_numpy().tolist()
    [[20.0, 15.0], [30.0, 35.0]]
    """
    total = counts.to_numpy().sum()
    if counts.isna().any(axis=None) or not total > 0:
        raise ValueError("a count is missing")
    found: pd.DataFrame = 100 * counts / total
    return found


def counts(
    values: pd.DataFrame, codes: Mapping[str, tuple[str, str]]
) -> dict[tuple[Niveau, str, int], pd.DataFrame]:
    """Return the counts by age and sex of each territoire and year where all are known.

    Parameters
    ----------
    values : DataFrame
        One row a value: ``code``, ``niveau``, ``code_territoire``, ``annee``, ``valeur``,
        ``statut``.
    codes : mapping
        Code of an indicator → (age class, sex); classes in their order.

    Returns
    -------
    dict of (level, code, year) → DataFrame
        Age classes × sexes.
    """
    known = values[(values["statut"].to_numpy() == Statut.OK) & values["code"].isin(codes)]
    cells = [codes[code] for code in known["code"]]
    ages = list(dict.fromkeys(age for age, _ in codes.values()))
    sexes = list(dict.fromkeys(sex for _, sex in codes.values()))
    known = known.assign(age=[age for age, _ in cells], sexe=[sex for _, sex in cells])
    found = {}
    for (niveau, code, annee), rows in known.groupby(
        ["niveau", "code_territoire", "annee"], sort=False
    ):
        if len(rows) == len(codes) and rows["valeur"].sum() > 0:
            table = rows.pivot(index="age", columns="sexe", values="valeur")
            found[niveau, str(code), int(annee)] = table.reindex(index=ages, columns=sexes)
    return found


def latest_shared(
    known: Mapping[tuple[Niveau, str, int], T],
    lieu: tuple[Niveau, str],
    larger: Sequence[tuple[Niveau, str]],
) -> tuple[int, tuple[Niveau, str] | None] | None:
    """Return the latest year of a territoire, and the smallest larger one known in that year.

    ``None`` when the territoire is known in no year.
    """
    years = [annee for niveau, code, annee in known if (niveau, code) == lieu]
    if not years:
        return None
    annee = max(years)
    return annee, next((place for place in larger if (*place, annee) in known), None)
