"""Territoires, indicators and their values. The caller owns the transaction."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from psdt.domain.indicators import (
    MAX_INDICATEURS,
    Axe,
    Indicateur,
    Niveau,
    Statut,
    Territoire,
)
from psdt.domain.lettres import sans_accent
from psdt.errors import TropDIndicateursError
from psdt.store.tables import DemarcheRow, IndicateurRow, TerritoireRow, ValeurRow
from psdt.store.tables.base import Base

VALEURS = (
    *("code", "niveau", "code_territoire", "territoire"),
    *("annee", "valeur", "statut", "source"),
)


def touch(session: Session, demarche_id: int) -> None:
    """Mark that the ABS has changed: what was kept in memory of it is read again.

    The mark is drawn, not counted: a base that is restored never bears that of another state.
    """
    changed = update(DemarcheRow).where(DemarcheRow.id == demarche_id)
    session.execute(changed.values(version_abs=secrets.token_hex(8)))


def save_territoires(
    session: Session, demarche_id: int, territoires: Iterable[Territoire]
) -> dict[tuple[Niveau, str], int]:
    """Add territoires or rename them, and return all their ids by level and code.

    An outline already known is kept when the new one is missing.
    """
    rows = [
        {"demarche_id": demarche_id, "code": t.code, "nom": t.nom, "niveau": t.niveau}
        | ({"contour": t.contour} if t.contour else {})
        for t in territoires
    ]
    _upsert(session, TerritoireRow, rows, key=("demarche_id", "niveau", "code"))
    known = select(TerritoireRow.niveau, TerritoireRow.code, TerritoireRow.id).where(
        TerritoireRow.demarche_id == demarche_id
    )
    return {(niveau, code): id_ for niveau, code, id_ in session.execute(known)}


def save_indicateurs(
    session: Session, demarche_id: int, indicateurs: Iterable[Indicateur]
) -> dict[str, int]:
    """Add indicators or describe them anew, and return all their ids by code.

    Those that the CIAS described itself keep its words.
    """
    rows = [
        {
            "demarche_id": demarche_id,
            "code": i.code,
            "libelle": i.libelle,
            "theme": i.theme,
            "unite": i.unite,
            "sens": i.sens,
            "definition": i.definition,
        }
        | ({"source": i.source} if i.source else {})
        | ({"calcul": i.calcul} if i.calcul else {})
        for i in indicateurs
    ]
    ours = IndicateurRow.modifie.is_(False)
    _upsert(session, IndicateurRow, rows, key=("demarche_id", "code"), where=ours)
    known = select(IndicateurRow.code, IndicateurRow.id).where(
        IndicateurRow.demarche_id == demarche_id
    )
    return {code: id_ for code, id_ in session.execute(known)}  # noqa: C416 (not pairs for mypy)


def nombre(session: Session, demarche_id: int, codes: Iterable[str]) -> int:
    """Return how many indicators a démarche would have with these."""
    known = select(IndicateurRow.code).where(IndicateurRow.demarche_id == demarche_id)
    return len({*session.scalars(known), *codes})


def bound(session: Session, demarche_id: int, codes: Iterable[str]) -> None:
    """Raise ``TropDIndicateursError`` when a démarche would have too many with these."""
    total = nombre(session, demarche_id, codes)
    if total > MAX_INDICATEURS:
        raise TropDIndicateursError(total, MAX_INDICATEURS)


def save_valeurs(
    session: Session,
    demarche_id: int,
    valeurs: pd.DataFrame,
    *,
    indicateurs: Mapping[str, int],
    territoires: Mapping[tuple[Niveau, str], int],
    import_id: int | None = None,
) -> None:
    """Add figures or replace those of the same indicator, territoire and year.

    ``valeurs`` has the columns of ``psdt.sources.Tableau``; what an import replaces is put
    aside by ``psdt.store.imports``, which calls this.
    """
    columns = ["code", "niveau", "code_territoire", "annee", "valeur", "statut", "source"]
    rows = [
        {
            "indicateur_id": indicateurs[code],
            "territoire_id": territoires[niveau, lieu],
            "annee": int(annee),
            "demarche_id": demarche_id,
            "valeur": float(valeur) if statut is Statut.OK else None,
            "statut": statut,
            "source": source,
            "import_id": import_id,
        }
        for code, niveau, lieu, annee, valeur, statut, source in zip(
            *(valeurs[column] for column in columns), strict=True
        )
    ]
    _upsert(session, ValeurRow, rows, key=("indicateur_id", "territoire_id", "annee"))
    touch(session, demarche_id)


def territoires(session: Session, demarche_id: int) -> list[Territoire]:
    """Return the territoires that a démarche compares, by level then name."""
    rows = session.scalars(
        select(TerritoireRow).where(
            TerritoireRow.demarche_id == demarche_id, TerritoireRow.membre.is_(True)
        )
    )
    order = list(Niveau)
    found = [
        Territoire(code=row.code, nom=row.nom, niveau=row.niveau, contour=row.contour)
        for row in rows
    ]
    return sorted(found, key=lambda t: (order.index(t.niveau), sans_accent(t.nom)))


def indicateurs(session: Session, demarche_id: int, axe: Axe | None = None) -> list[Indicateur]:
    """Return the indicators of a démarche, or of one of its axes, in the order they came."""
    rows = select(IndicateurRow).where(IndicateurRow.demarche_id == demarche_id)
    if axe is not None:
        rows = rows.where(IndicateurRow.theme == axe)
    return [indicateur(row) for row in session.scalars(rows.order_by(IndicateurRow.id))]


def indicateur(row: IndicateurRow) -> Indicateur:
    """Return an indicator as the domain knows it."""
    return Indicateur(
        code=row.code,
        libelle=row.libelle,
        theme=row.theme,
        unite=row.unite,
        sens=row.sens,
        definition=row.definition,
        source=row.source,
        calcul=row.calcul,
        modifie=row.modifie,
    )


def valeurs(session: Session, demarche_id: int, code: str) -> pd.DataFrame:
    """Return all that is known, or known to be missing, of an indicator.

    One row a value, columns ``VALEURS``; ``niveau`` and ``statut`` are enums, ``valeur`` is
    missing unless ``statut`` is OK.
    """
    rows = (
        select(
            IndicateurRow.code,
            TerritoireRow.niveau,
            TerritoireRow.code,
            TerritoireRow.nom,
            ValeurRow.annee,
            ValeurRow.valeur,
            ValeurRow.statut,
            ValeurRow.source,
        )
        .join(ValeurRow, ValeurRow.indicateur_id == IndicateurRow.id)
        .join(TerritoireRow, ValeurRow.territoire_id == TerritoireRow.id)
        .where(
            IndicateurRow.demarche_id == demarche_id,
            TerritoireRow.membre.is_(True),
            IndicateurRow.code == code,
        )
        .order_by(IndicateurRow.id, ValeurRow.annee, TerritoireRow.id)
    )
    return _frame(session.execute(rows).all(), VALEURS).astype({"valeur": "float64"})


def _frame(rows: Sequence[Any], columns: Sequence[str]) -> pd.DataFrame:
    """Return a table whose enums stay enums: pandas would make them strings."""
    frame = pd.DataFrame(list(map(tuple, rows)), columns=list(columns), dtype=object)
    counts = frame.columns.intersection(["annee", "connus"])
    return frame.astype(dict.fromkeys(counts, "int64"))


def _upsert(
    session: Session,
    table: type[Base],
    rows: Sequence[dict[str, Any]],
    *,
    key: Sequence[str],
    where: ColumnElement[bool] | None = None,
) -> None:
    """Insert rows or replace those of the same key, by groups that fill the same columns.

    ``where`` says which of the rows already there may be replaced.
    """
    dialect = {"postgresql": postgresql, "sqlite": sqlite}[session.get_bind().dialect.name]
    by_columns: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        by_columns.setdefault(tuple(row), []).append(row)
    for columns, alike in by_columns.items():
        # The table itself: of its class, the ORM would look at each row once more.
        insert = dialect.insert(Base.metadata.tables[table.__tablename__])
        changed = {name: insert.excluded[name] for name in columns if name not in key}
        upsert = insert.on_conflict_do_update(index_elements=key, set_=changed, where=where)
        session.execute(upsert, alike)
