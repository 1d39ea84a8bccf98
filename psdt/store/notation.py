"""Notes given to enjeux, as phones read and write them: no pandas here.

The caller owns the transaction: nothing here commits.
"""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from psdt.domain.priorites import Critere, Liste
from psdt.store import criteres
from psdt.store.tables import BulletinRow, ElementRow, NoteRow
from psdt.store.upsert import upsert

Place = tuple[int, int]
"""Where a note goes: element id, critère id."""


def of_person(session: Session, activite_id: int, participant_id: int) -> dict[Place, int | None]:
    """Return what one person has answered so far; ``None`` is « sans avis »."""
    rows = session.execute(
        select(NoteRow.element_id, NoteRow.critere_id, NoteRow.niveau).where(
            NoteRow.activite_id == activite_id, NoteRow.participant_id == participant_id
        )
    )
    return {(element, critere): niveau for element, critere, niveau in rows}


def save(
    session: Session,
    place: Place,
    niveau: int | None,
    *,
    activite_id: int,
    participant_id: int,
    demarche_id: int,
) -> None:
    """Record one note of a person, replacing the earlier one, on their one ballot."""
    element_id, critere_id = place
    upsert(
        session,
        BulletinRow,
        activite_id=activite_id,
        participant_id=participant_id,
        demarche_id=demarche_id,
    )
    upsert(
        session,
        NoteRow,
        activite_id=activite_id,
        participant_id=participant_id,
        element_id=element_id,
        critere_id=critere_id,
        demarche_id=demarche_id,
        niveau=niveau,
    )


def texts(session: Session, demarche_id: int, ids: Sequence[int]) -> dict[int, str]:
    """Return the texts of statements of a démarche, in the order asked for."""
    rows = session.execute(
        select(ElementRow.id, ElementRow.texte).where(
            ElementRow.demarche_id == demarche_id, ElementRow.id.in_(ids)
        )
    )
    found = {element_id: texte for element_id, texte in rows}  # noqa: C416 (rows, for mypy)
    return {element_id: found[element_id] for element_id in ids if element_id in found}


def questions(session: Session, demarche_id: int, ids: Sequence[int]) -> dict[int, Critere]:
    """Return criteria of a démarche, whatever their list, in the order asked for."""
    found: dict[int, Critere] = {}
    for liste in Liste:
        found |= criteres.of_demarche(session, demarche_id, liste)
    return {critere_id: found[critere_id] for critere_id in ids if critere_id in found}
