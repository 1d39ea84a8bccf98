"""Constats: what the figures say, tied to the enjeux they ground. The caller owns the session."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from psdt.domain.elements import NatureLien
from psdt.domain.signaux import Constat
from psdt.store.tables import IndicateurRow, LienRow


def add(session: Session, demarche_id: int, code: str, enjeu_id: int, texte: str) -> int | None:
    """Tie a sentence on an indicator to an enjeu; ``None`` when the indicator is unknown."""
    indicateur_id = session.scalar(
        select(IndicateurRow.id).where(
            IndicateurRow.demarche_id == demarche_id, IndicateurRow.code == code
        )
    )
    if indicateur_id is None:
        return None
    row = LienRow(
        demarche_id=demarche_id,
        nature=NatureLien.CONSTAT,
        indicateur_source_id=indicateur_id,
        element_cible_id=enjeu_id,
        texte=texte,
    )
    session.add(row)
    session.flush()
    return row.id


def of_demarche(session: Session, demarche_id: int) -> list[Constat]:
    """Return the constats of a démarche, in the order they were attached.

    One attached without a sentence has the name of its indicator.
    """
    rows = session.execute(
        select(LienRow, IndicateurRow.code, IndicateurRow.libelle)
        .join(IndicateurRow, LienRow.indicateur_source_id == IndicateurRow.id)
        .where(LienRow.demarche_id == demarche_id, LienRow.nature == NatureLien.CONSTAT)
        .order_by(LienRow.id)
    )
    return [
        Constat(id=row.id, enjeu_id=row.element_cible_id, code=code, texte=row.texte or libelle)
        for row, code, libelle in rows
    ]


def remove(session: Session, constat_id: int) -> None:
    """Take a constat away from its enjeu."""
    session.delete(session.get_one(LienRow, constat_id))
