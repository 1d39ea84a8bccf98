"""The whole ABS of a démarche, read at once. The caller owns the transaction."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from psdt.domain.indicators import Statut
from psdt.store.indicateurs import VALEURS
from psdt.store.tables import IndicateurRow, TerritoireRow, ValeurRow


def valeurs(session: Session, demarche_id: int) -> pd.DataFrame:
    """Return all that is known, or known to be missing, in the territoires compared.

    Columns ``VALEURS``, by indicator in the order they came, then year, then territoire.
    A base of hundreds of thousands of figures is read by their numbers, and named here.
    """
    indicators = select(IndicateurRow.id, IndicateurRow.code).where(
        IndicateurRow.demarche_id == demarche_id
    )
    places = select(
        TerritoireRow.id, TerritoireRow.niveau, TerritoireRow.code, TerritoireRow.nom
    ).where(TerritoireRow.demarche_id == demarche_id, TerritoireRow.membre.is_(True))
    figures = select(
        ValeurRow.indicateur_id,
        ValeurRow.territoire_id,
        ValeurRow.annee,
        ValeurRow.valeur,
        type_coerce(ValeurRow.statut, String),
        ValeurRow.source,
    ).where(ValeurRow.demarche_id == demarche_id)
    codes = {id_: (code,) for id_, code in session.execute(indicators)}
    lieux = {id_: tuple(rest) for id_, *rest in session.execute(places)}
    read = pd.DataFrame(
        list(map(tuple, session.execute(figures))),
        columns=["indicateur", "lieu", "annee", "valeur", "statut", "source"],
    )
    kept = read[read["lieu"].isin(lieux)].sort_values(["indicateur", "annee", "lieu"])
    statuts = {statut.name: (statut,) for statut in Statut}
    sources = {source: (source,) for source in kept["source"].unique()}
    named = _named(kept["indicateur"], codes, ["code"])
    named |= _named(kept["lieu"], lieux, ["niveau", "code_territoire", "territoire"])
    named |= _named(kept["statut"], statuts, ["statut"]) | _named(
        kept["source"], sources, ["source"]
    )
    frame = pd.DataFrame(named, dtype=object)
    frame["annee"] = kept["annee"].to_numpy(dtype="int64")
    frame["valeur"] = kept["valeur"].to_numpy(dtype="float64")
    return frame[list(VALEURS)]


def _named(
    keys: pd.Series, known: Mapping[Any, tuple[Any, ...]], columns: list[str]
) -> dict[str, np.ndarray]:
    """Return what is known of each key: one array of shared objects a column."""
    places, uniques = pd.factorize(keys)
    found = {}
    for position, column in enumerate(columns):
        names = np.empty(len(uniques), dtype=object)
        names[:] = [known[key][position] for key in uniques]
        found[column] = names[places]
    return found
