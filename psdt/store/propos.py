"""What an agent writes in the rapport d'ABS. The caller owns the session."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from psdt.domain.propos import Propos
from psdt.store.tables import ProposRow
from psdt.store.upsert import upsert


def of_demarche(session: Session, demarche_id: int) -> dict[Propos, str]:
    """Return the texts of a démarche, in the order of the report."""
    rows = session.scalars(select(ProposRow).where(ProposRow.demarche_id == demarche_id))
    found = {row.nature: row.texte for row in rows}
    return {nature: found[nature] for nature in Propos if found.get(nature)}


def write(session: Session, demarche_id: int, nature: Propos, texte: str) -> None:
    """Keep a text, in the place of the one that was there; an empty one says nothing."""
    upsert(session, ProposRow, demarche_id=demarche_id, nature=nature, texte=texte)
