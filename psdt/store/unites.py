"""Units that an import may not change: those of figures that it leaves in place."""

from collections.abc import Collection

import pandas as pd
from sqlalchemy import select
from sqlalchemy.orm import Session

from psdt.domain.imports import UniteChangee
from psdt.domain.indicators import Indicateur, Statut, meme_unite
from psdt.store.tables import DescriptionRow, IndicateurRow, TerritoireRow, ValeurRow


def changees(
    session: Session, demarche_id: int, valeurs: pd.DataFrame, indicateurs: Collection[Indicateur]
) -> list[UniteChangee]:
    """Return the indicators whose figures, kept by an import, would be read in its unit.

    ``valeurs`` has the columns of ``psdt.sources.Tableau``. Of an indicator that the CIAS
    describes, the units of former imports are as good as its own words.
    """
    by_code = {i.code: i for i in indicateurs}
    rows = session.scalars(select(IndicateurRow).where(IndicateurRow.demarche_id == demarche_id))
    found = []
    for row in rows:
        said = by_code.get(row.code)
        if said is None or any(meme_unite(u, said.unite) for u in _unites(session, row)):
            continue
        kept = _gardes(session, row.id, valeurs[valeurs["code"] == row.code])
        if kept:
            found.append(
                UniteChangee(
                    libelle=row.libelle, avant=row.unite, apres=said.unite, annees=tuple(kept)
                )
            )
    return found


def melees(session: Session, demarche_id: int) -> list[UniteChangee]:
    """Return the indicators that have figures of an import which counted in another unit."""
    origins = (
        select(ValeurRow.indicateur_id, ValeurRow.import_id)
        .where(ValeurRow.demarche_id == demarche_id, ValeurRow.statut == Statut.OK)
        .distinct()
        .subquery()
    )
    said = (
        select(IndicateurRow, DescriptionRow.contenu)
        .join(origins, origins.c.indicateur_id == IndicateurRow.id)
        .join(DescriptionRow, DescriptionRow.indicateur_id == IndicateurRow.id)
        .where(
            DescriptionRow.import_id.is_not_distinct_from(origins.c.import_id),
            DescriptionRow.modification_id.is_(None),
            IndicateurRow.modifie.is_(False),
        )
    )
    return [
        UniteChangee(libelle=row.libelle, avant=row.unite, apres=contenu["unite"], annees=())
        for row, contenu in session.execute(said)
        if not meme_unite(row.unite, contenu["unite"])
    ]


def _unites(session: Session, row: IndicateurRow) -> list[str]:
    """Return the units that an indicator is known in."""
    if not row.modifie:
        return [row.unite]
    piled = select(DescriptionRow.contenu).where(
        DescriptionRow.indicateur_id == row.id, DescriptionRow.modification_id.is_(None)
    )
    return [row.unite, *(said["unite"] for said in session.scalars(piled))]


def _gardes(session: Session, indicateur_id: int, new: pd.DataFrame) -> list[int]:
    """Return the years of the figures that none of ``new`` replaces, one a figure."""
    brought = set(zip(new["niveau"], new["code_territoire"], new["annee"], strict=True))
    there = (
        select(TerritoireRow.niveau, TerritoireRow.code, ValeurRow.annee)
        .join(ValeurRow, ValeurRow.territoire_id == TerritoireRow.id)
        .where(ValeurRow.indicateur_id == indicateur_id, ValeurRow.statut == Statut.OK)
        .order_by(ValeurRow.annee)
    )
    return [row.annee for row in session.execute(there) if tuple(row) not in brought]
