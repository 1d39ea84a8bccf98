"""What each import brought and replaced, and how it is undone. The caller owns the transaction.

A figure is the top of a pile: ``valeur`` shows it and says which import wrote it;
``valeur_remplacee`` holds what is below, each tied to the import that replaced it. Undoing an
import takes its figures out of the piles, wherever they are. Descriptions are piled likewise.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeAlias

import pandas as pd
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session, aliased

from psdt.domain.imports import LONGUEUR_FICHIER, Etat, ImportAbs, Provenance
from psdt.domain.indicators import Indicateur, Niveau, Statut, Territoire
from psdt.domain.journal import Evenement
from psdt.domain.people import Actor
from psdt.errors import ImportAnnuleError, ImportInconnuError, UniteChangeeError, UniteRevenueError
from psdt.store import descriptions, journal, unites
from psdt.store import indicateurs as store
from psdt.store.demarches import version_abs
from psdt.store.tables import (
    DemarcheRow,
    ImportRow,
    IndicateurRow,
    ParticipantRow,
    TerritoireRow,
    ValeurRemplaceeRow,
    ValeurRow,
)
from psdt.store.tables.base import Base

Cle: TypeAlias = tuple[Any, ...]
Figure: TypeAlias = tuple[Statut, float | None]

CLE = ["indicateur_id", "territoire_id", "annee"]
FIGURE = ["valeur", "statut", "source", "import_id"]
NO_SYNCHRO = {"synchronize_session": False}
"""No figure is in the memory of the session: none has to be looked for there."""
PRESENTES = ("code", "niveau", "code_territoire", "annee", "valeur", "statut")
LOT = 500
"""Indicators asked for in one statement."""


def hold(session: Session, demarche_id: int) -> str:
    """Let nobody else import before this transaction ends; return the mark of the ABS."""
    session.get(DemarcheRow, demarche_id, with_for_update=True)
    return version_abs(session, demarche_id)


def present(session: Session, demarche_id: int, codes: Iterable[str]) -> pd.DataFrame:
    """Return the figures that the démarche has of some indicators, columns ``PRESENTES``."""
    wanted = list(codes)
    found: list[tuple[Any, ...]] = []
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


def bring(
    session: Session,
    actor: Actor,
    provenance: Provenance,
    *,
    valeurs: pd.DataFrame,
    indicateurs: Collection[Indicateur],
    territoires: Collection[Territoire],
) -> int | None:
    """Write the figures of an import above those that are there, and what they are of.

    ``valeurs`` has the columns of ``psdt.sources.Tableau``. Returns the number of the import,
    or ``None`` when the same file brought the same figures already: nothing is written then.
    Raises ``UniteChangeeError`` when figures that stay would be read in another unit, and
    ``TropDIndicateursError``.
    """
    demarche_id = actor.demarche_id
    codes = [indicateur.code for indicateur in indicateurs]
    store.bound(session, demarche_id, codes)
    if _is_there(session, demarche_id, provenance):
        there = _figures(present(session, demarche_id, codes), PRESENTES[:4])
        if _bilan(_figures(valeurs, PRESENTES[:4]), there)[Etat.INCHANGEE.name] == len(valeurs):
            return None
    if changed := unites.changees(session, demarche_id, valeurs, indicateurs):
        raise UniteChangeeError([unite.phrase for unite in changed])
    row = ImportRow(
        demarche_id=demarche_id,
        fichier=provenance.fichier[:LONGUEUR_FICHIER],
        empreinte=provenance.empreinte,
        nature=provenance.nature[:100],
        instant=datetime.now(UTC),
        acteur_id=actor.id,
        details={},
    )
    session.add(row)
    session.flush()
    with descriptions.piled(session, demarche_id, row.id, indicateurs, territoires):
        numbers = store.save_indicateurs(session, demarche_id, indicateurs)
        places = store.save_territoires(session, demarche_id, territoires)
    figures = _figures(_numbered(valeurs, numbers, places), CLE)
    bilan = _bilan(figures, _put_aside(session, demarche_id, row.id, figures))
    row.details = bilan | {"indicateurs": len(codes), "territoires": len(territoires)}
    store.save_valeurs(
        session,
        demarche_id,
        valeurs,
        indicateurs=numbers,
        territoires=places,
        import_id=row.id,
    )
    details = {"import": row.id, "indicateurs": len(codes), "valeurs": len(valeurs)}
    _tell(session, actor, Evenement.ABS_IMPORTEE, row.fichier, details)
    return row.id


def undo(session: Session, actor: Actor, import_id: int) -> ImportAbs:
    """Take an import away: its figures give way to those it replaced; return what it was.

    Raises ``ImportInconnuError``, ``ImportAnnuleError`` when that was done already, and
    ``UniteRevenueError`` when figures would come back under a unit that is not theirs.
    """
    demarche_id = actor.demarche_id
    row = session.get(ImportRow, import_id)
    if row is None or row.demarche_id != demarche_id:
        raise ImportInconnuError
    if row.annule_le is not None:
        raise ImportAnnuleError
    mixed = unites.melees(session, demarche_id)
    row.annule_le, row.annule_par = datetime.now(UTC), actor.id
    for pile in (ValeurRow, ValeurRemplaceeRow):
        _lower(session, pile, import_id)
    session.execute(
        delete(ValeurRemplaceeRow).where(ValeurRemplaceeRow.remplacee_par == import_id),
        execution_options=NO_SYNCHRO,
    )
    descriptions.unpile(session, demarche_id, import_id)
    if back := [u.libelle for u in unites.melees(session, demarche_id) if u not in mixed]:
        raise UniteRevenueError(back)
    store.touch(session, demarche_id)
    _tell(session, actor, Evenement.IMPORT_ANNULE, row.fichier, {"import": import_id})
    (found,) = history(session, demarche_id, import_id)
    return found


def history(session: Session, demarche_id: int, import_id: int | None = None) -> list[ImportAbs]:
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
            provenance=Provenance(fichier=row.fichier, nature=row.nature, empreinte=row.empreinte),
            instant=row.instant,
            par=name or "",
            bilan=row.details,
            en_vigueur=shown.get(row.id, 0),
            annule_le=row.annule_le,
            annule_par=undone_name or "",
        )
        for row, name, undone_name in session.execute(rows)
    ]


def _tell(
    session: Session, actor: Actor, event: Evenement, fichier: str, details: dict[str, int]
) -> None:
    journal.append(
        session,
        actor.demarche_id,
        event,
        acteur_id=actor.id,
        objet=fichier,
        details=details,
    )


def _is_there(session: Session, demarche_id: int, provenance: Provenance) -> bool:
    """Say whether the same bytes were imported already, and not undone."""
    same = select(ImportRow.id).where(
        ImportRow.demarche_id == demarche_id,
        ImportRow.empreinte == provenance.empreinte,
        ImportRow.fichier == provenance.fichier[:LONGUEUR_FICHIER],
        ImportRow.annule_le.is_(None),
    )
    return bool(provenance.empreinte) and session.scalar(same.limit(1)) is not None


def _figures(frame: pd.DataFrame, key: Sequence[str]) -> dict[Cle, Figure]:
    """Return what a table says, by what it says it of."""
    columns = (frame[name] for name in (*key, "statut", "valeur"))
    return {
        tuple(of): (statut, valeur if statut is Statut.OK else None)
        for *of, statut, valeur in zip(*columns, strict=True)
    }


def _bilan(new: Mapping[Cle, Figure], before: Mapping[Cle, Figure]) -> dict[str, int]:
    """Count figures by what they change, by name of ``Etat``."""
    counts = dict.fromkeys((etat.name for etat in Etat), 0)
    for key, figure in new.items():
        known = before.get(key)
        etat = Etat.NOUVELLE if known is None else Etat.INCHANGEE
        counts[(etat if known in (None, figure) else Etat.CHANGEE).name] += 1
    return counts


def _numbered(
    valeurs: pd.DataFrame,
    indicateurs: Mapping[str, int],
    territoires: Mapping[tuple[Niveau, str], int],
) -> pd.DataFrame:
    """Return the figures, and what they are about as the base numbers it."""
    lieux = zip(valeurs["niveau"], valeurs["code_territoire"], strict=True)
    return valeurs.assign(
        indicateur_id=[indicateurs[code] for code in valeurs["code"]],
        territoire_id=[territoires[lieu] for lieu in lieux],
    )


def _put_aside(
    session: Session, demarche_id: int, import_id: int, new: Mapping[Cle, Figure]
) -> dict[Cle, Figure]:
    """Keep the figures that an import is about to replace, and return them."""
    numbers = sorted({key[0] for key in new})
    kept: list[dict[str, Any]] = []
    names = (*CLE, *FIGURE)
    columns = [getattr(ValeurRow, name) for name in names]
    for start in range(0, len(numbers), LOT):
        rows = select(*columns).where(ValeurRow.indicateur_id.in_(numbers[start : start + LOT]))
        kept += [
            dict(zip(names, row, strict=True))
            | {"remplacee_par": import_id, "demarche_id": demarche_id}
            for row in session.execute(rows)
            if tuple(row[:3]) in new
        ]
    if kept:
        session.execute(insert(Base.metadata.tables[ValeurRemplaceeRow.__tablename__]), kept)
    return {
        (row["indicateur_id"], row["territoire_id"], row["annee"]): (row["statut"], row["valeur"])
        for row in kept
    }


def _lower(
    session: Session, pile: type[ValeurRow] | type[ValeurRemplaceeRow], undone: int
) -> None:
    """Put in the place of the figures of an import those it had replaced, or nothing.

    Called for both tables: an import stands on top of some piles, inside others.
    """
    below = aliased(ValeurRemplaceeRow)
    same = [getattr(below, name) == getattr(pile, name) for name in CLE]
    theirs = pile.import_id == undone
    replaced = select(below.annee).where(below.remplacee_par == undone, *same)
    session.execute(delete(pile).where(theirs, ~replaced.exists()), execution_options=NO_SYNCHRO)
    session.execute(
        update(pile)
        .where(theirs, below.remplacee_par == undone, *same)
        .values({name: getattr(below, name) for name in FIGURE}),
        execution_options=NO_SYNCHRO,
    )
