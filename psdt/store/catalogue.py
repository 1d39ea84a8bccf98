"""Descriptions of indicators, as the CIAS writes them. The caller owns the transaction."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from psdt.domain.indicators import Indicateur, Statut
from psdt.store.indicateurs import touch
from psdt.store.tables import IndicateurRow, TerritoireRow, ValeurRow
from psdt.store.upsert import upsert


def describe(session: Session, demarche_id: int, indicateurs: Iterable[Indicateur]) -> None:
    """Add indicators, or describe anew those of the same code, whoever described them."""
    for i in indicateurs:
        upsert(
            session,
            IndicateurRow,
            key=("demarche_id", "code"),
            demarche_id=demarche_id,
            code=i.code,
            libelle=i.libelle,
            theme=i.theme,
            unite=i.unite,
            sens=i.sens,
            definition=i.definition,
            source=i.source,
            calcul=i.calcul,
            modifie=i.modifie,
        )
    touch(session, demarche_id)


def figures(session: Session, demarche_id: int) -> dict[str, tuple[int, int, int]]:
    """Return how many figures are known of each indicator, their first and last years.

    Those of territoires put aside are not counted.
    """
    rows = (
        select(
            IndicateurRow.code, func.count(), func.min(ValeurRow.annee), func.max(ValeurRow.annee)
        )
        .join(ValeurRow, ValeurRow.indicateur_id == IndicateurRow.id)
        .join(TerritoireRow, ValeurRow.territoire_id == TerritoireRow.id)
        .where(
            IndicateurRow.demarche_id == demarche_id,
            ValeurRow.statut == Statut.OK,
            TerritoireRow.membre.is_(True),
        )
        .group_by(IndicateurRow.code)
    )
    return {code: (n, first, last) for code, n, first, last in session.execute(rows)}
