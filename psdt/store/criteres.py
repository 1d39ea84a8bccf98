"""The criteria a démarche chose, and how people rank them. The caller owns the transaction."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from psdt.domain.priorites import Critere, Liste
from psdt.store.tables import BulletinRow, CritereRow
from psdt.store.upsert import upsert


def add(
    session: Session, demarche_id: int, liste: Liste, criteres: Iterable[Critere]
) -> list[int]:
    """Add criteria after those of the list, and return their ids."""
    start = len(of_demarche(session, demarche_id, liste))
    rows = [
        CritereRow(
            demarche_id=demarche_id,
            liste=liste,
            ordre=ordre,
            libelle=critere.libelle,
            question=critere.question,
            ancres=list(critere.ancres),
        )
        for ordre, critere in enumerate(criteres, start)
    ]
    session.add_all(rows)
    session.flush()
    return [row.id for row in rows]


def of_demarche(session: Session, demarche_id: int, liste: Liste) -> dict[int, Critere]:
    """Return the criteria of a list, in their order: id → criterion."""
    rows = select(CritereRow).where(
        CritereRow.demarche_id == demarche_id, CritereRow.liste == liste
    )
    return {row.id: _critere(row) for row in session.scalars(rows.order_by(CritereRow.ordre))}


def save_ranking(
    session: Session,
    demarche_id: int,
    activite_id: int,
    participant_id: int,
    ranking: Sequence[int],
) -> None:
    """Record one person's ranking of the criteria, replacing the earlier one."""
    upsert(
        session,
        BulletinRow,
        activite_id=activite_id,
        participant_id=participant_id,
        demarche_id=demarche_id,
        contenu=list(ranking),
    )


def rankings(session: Session, activite_id: int) -> list[list[int]]:
    """Return the rankings of an activité, in no particular order and with nobody's name."""
    found = session.scalars(
        select(BulletinRow.contenu).where(
            BulletinRow.activite_id == activite_id, BulletinRow.contenu.is_not(None)
        )
    )
    return sorted(list(ranking) for ranking in found if ranking is not None)


def _critere(row: CritereRow) -> Critere:
    first, second, third, fourth = row.ancres
    return Critere(
        libelle=row.libelle, question=row.question, ancres=(first, second, third, fourth)
    )
