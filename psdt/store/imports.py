"""What each import brought and replaced, and how it is undone. The caller owns the transaction.

A figure is the top of a pile: ``valeur`` shows it and says which import wrote it;
``valeur_remplacee`` holds what is below, each tied to the import that replaced it. Undoing an
import takes its figures out of the piles, wherever they are. Descriptions are piled likewise.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import and_, delete, func, insert, select, update
from sqlalchemy.orm import Session, aliased

from psdt.domain.imports import LONGUEUR_FICHIER, ImportAbs, Provenance
from psdt.domain.indicators import Indicateur, Niveau, Territoire
from psdt.errors import ImportAnnuleError, ImportInconnuError
from psdt.store import descriptions
from psdt.store import indicateurs as store
from psdt.store.ensemble import version
from psdt.store.tables import (
    DemarcheRow,
    ImportRow,
    IndicateurRow,
    ParticipantRow,
    TerritoireRow,
    ValeurRemplaceeRow,
    ValeurRow,
)

CLE = ["indicateur_id", "territoire_id", "annee"]
PRESENTES = ("code", "niveau", "code_territoire", "annee", "valeur", "statut")
LOT = 500
"""Indicators asked for in one statement."""


def hold(session: Session, demarche_id: int) -> str:
    """Let nobody else import before this transaction ends; return the mark of the ABS."""
    session.get(DemarcheRow, demarche_id, with_for_update=True)
    return version(session, demarche_id)


def present(session: Session, demarche_id: int, codes: Iterable[str]) -> pd.DataFrame:
    """Return the figures that the démarche has of some indicators, columns ``PRESENTES``."""
    wanted, found = list(codes), []
    for start in range(0, len(wanted), LOT):
        rows = (
            select(
                IndicateurRow.code,
                TerritoireRow.niveau,
                TerritoireRow.code,
                ValeurRow.annee,
                ValeurRow.valeur,
                ValeurRow.statut,
            )
            .join(ValeurRow, ValeurRow.indicateur_id == IndicateurRow.id)
            .join(TerritoireRow, ValeurRow.territoire_id == TerritoireRow.id)
            .where(
                IndicateurRow.demarche_id == demarche_id,
                IndicateurRow.code.in_(wanted[start : start + LOT]),
            )
        )
        found += map(tuple, session.execute(rows))
    frame = pd.DataFrame(found, columns=list(PRESENTES), dtype=object)
    return frame.astype({"annee": "int64", "valeur": "float64"})


def add(
    session: Session,
    demarche_id: int,
    provenance: Provenance,
    *,
    acteur_id: int,
    bilan: Mapping[str, int],
    now: datetime,
) -> int:
    """Add an import to the history and return its number."""
    row = ImportRow(
        demarche_id=demarche_id,
        fichier=provenance.fichier[:LONGUEUR_FICHIER],
        empreinte=provenance.empreinte,
        nature=provenance.nature[:100],
        instant=now,
        acteur_id=acteur_id,
        details=dict(bilan),
    )
    session.add(row)
    session.flush()
    return row.id


def write(
    session: Session,
    demarche_id: int,
    import_id: int,
    *,
    valeurs: pd.DataFrame,
    indicateurs: Iterable[Indicateur],
    territoires: Iterable[Territoire],
) -> None:
    """Write the figures of an import above those that are there, and what they are of."""
    with descriptions.piled(session, demarche_id, import_id, indicateurs, territoires):
        numbers = store.save_indicateurs(session, demarche_id, indicateurs)
        places = store.save_territoires(session, demarche_id, territoires)
    _put_aside(session, demarche_id, import_id, _keys(valeurs, numbers, places))
    store.save_valeurs(
        session,
        demarche_id,
        valeurs,
        indicateurs=numbers,
        territoires=places,
        import_id=import_id,
    )


def undo(
    session: Session, demarche_id: int, import_id: int, *, acteur_id: int, now: datetime
) -> ImportAbs:
    """Take an import away: its figures give way to those it replaced; return what it was.

    Raises ``ImportInconnuError``, or ``ImportAnnuleError`` when that was done already.
    """
    row = session.get(ImportRow, import_id)
    if row is None or row.demarche_id != demarche_id:
        raise ImportInconnuError
    if row.annule_le is not None:
        raise ImportAnnuleError
    row.annule_le, row.annule_par = now, acteur_id
    _close_piles(session, import_id)
    _uncover(session, import_id)
    descriptions.unpile(session, demarche_id, import_id)
    store.touch(session, demarche_id)
    session.flush()
    (found,) = history(session, demarche_id, import_id)
    return found


def history(
    session: Session, demarche_id: int, import_id: int | None = None
) -> list[ImportAbs]:
    """Return the imports of a démarche, or one of them, the latest first."""
    by, undone_by = aliased(ParticipantRow), aliased(ParticipantRow)
    rows = (
        select(ImportRow, by.nom, undone_by.nom)
        .outerjoin(by, by.id == ImportRow.acteur_id)
        .outerjoin(undone_by, undone_by.id == ImportRow.annule_par)
        .where(ImportRow.demarche_id == demarche_id)
        .order_by(ImportRow.id.desc())
    )
    if import_id is not None:
        rows = rows.where(ImportRow.id == import_id)
    counted = (
        select(ValeurRow.import_id, func.count())
        .where(ValeurRow.demarche_id == demarche_id, ValeurRow.import_id.is_not(None))
        .group_by(ValeurRow.import_id)
    )
    shown = {number: n for number, n in session.execute(counted)}  # noqa: C416 (pairs for mypy)
    return [
        ImportAbs(
            id=row.id,
            provenance=Provenance(
                fichier=row.fichier, nature=row.nature, empreinte=row.empreinte
            ),
            instant=row.instant,
            par=name or "",
            bilan=row.details,
            en_vigueur=shown.get(row.id, 0),
            annule_le=row.annule_le,
            annule_par=undone_name or "",
        )
        for row, name, undone_name in session.execute(rows)
    ]


def _keys(
    valeurs: pd.DataFrame,
    indicateurs: Mapping[str, int],
    territoires: Mapping[tuple[Niveau, str], int],
) -> set[tuple[int, int, int]]:
    """Return what the figures are about, as the base numbers it."""
    columns = (valeurs[name] for name in ("code", "niveau", "code_territoire", "annee"))
    return {
        (indicateurs[code], territoires[niveau, lieu], int(annee))
        for code, niveau, lieu, annee in zip(*columns, strict=True)
    }


def _put_aside(
    session: Session, demarche_id: int, import_id: int, keys: set[tuple[int, int, int]]
) -> None:
    """Keep the figures that an import is about to replace."""
    numbers = sorted({indicateur for indicateur, _, _ in keys})
    kept: list[dict[str, Any]] = []
    columns = (
        *(getattr(ValeurRow, name) for name in CLE),
        *(ValeurRow.valeur, ValeurRow.statut, ValeurRow.source, ValeurRow.import_id),
    )
    names = (*CLE, "valeur", "statut", "source", "import_id")
    for start in range(0, len(numbers), LOT):
        rows = select(*columns).where(ValeurRow.indicateur_id.in_(numbers[start : start + LOT]))
        kept += [
            dict(zip(names, row, strict=True))
            | {"remplacee_par": import_id, "demarche_id": demarche_id}
            for row in session.execute(rows)
            if tuple(row[:3]) in keys
        ]
    if kept:
        session.execute(insert(ValeurRemplaceeRow), kept)


def _close_piles(session: Session, import_id: int) -> None:
    """Take out of the piles the figures of an import that a later one replaced."""
    covered = ValeurRemplaceeRow.import_id == import_id
    names = [getattr(ValeurRemplaceeRow, name) for name in CLE]
    above: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for later, *key in session.execute(select(ValeurRemplaceeRow.remplacee_par, *names).where(covered)):
        above[later].append((key[0], key[1], key[2]))
    session.execute(delete(ValeurRemplaceeRow).where(covered))
    for later, keys in above.items():
        _lift(session, import_id, later, keys)


def _lift(session: Session, undone: int, later: int, keys: list[tuple[int, int, int]]) -> None:
    """Tie to a later import what the one that is undone had replaced."""
    table = ValeurRemplaceeRow.__table__
    below = select(*(table.c[name] for name in CLE)).where(table.c.remplacee_par == undone)
    there = set(map(tuple, session.execute(below)))
    moved = [key for key in keys if key in there]
    ...
