"""Questionnaires to the residents: questions and counts. The caller owns the transaction."""

from dataclasses import asdict

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from psdt.domain.enquetes import Question, Reponse
from psdt.domain.journal import Evenement
from psdt.domain.people import Actor
from psdt.errors import QuestionInconnueError
from psdt.store import journal
from psdt.store.indicateurs import touch
from psdt.store.tables import QuestionRow, ReponseRow


def save(session: Session, demarche_id: int, question: Question) -> int:
    """Add a question, or write anew the one that has this number; return its number.

    Raises ``QuestionInconnueError`` for a number of another démarche, or of none.
    """
    row = _row(session, demarche_id, question.id) if question.id else None
    if row is None:
        last = select(func.max(QuestionRow.ordre)).where(QuestionRow.demarche_id == demarche_id)
        row = QuestionRow(demarche_id=demarche_id, ordre=(session.scalar(last) or 0) + 1)
        session.add(row)
    for name in ("enquete", "annee", "source", "axe", "question", "repondants", "multiple"):
        setattr(row, name, getattr(question, name))
    session.flush()
    session.execute(delete(ReponseRow).where(ReponseRow.question_id == row.id))
    session.add_all(
        ReponseRow(
            question_id=row.id,
            ordre=ordre,
            demarche_id=demarche_id,
            modalite=reponse.modalite,
            effectif=reponse.effectif,
        )
        for ordre, reponse in enumerate(question.reponses)
    )
    session.flush()
    return row.id


def remove(session: Session, demarche_id: int, question_id: int) -> None:
    """Remove a question and its counts, or raise ``QuestionInconnueError``."""
    row = _row(session, demarche_id, question_id)
    session.execute(delete(ReponseRow).where(ReponseRow.question_id == row.id))
    session.delete(row)
    session.flush()


def tell(
    session: Session,
    actor: Actor,
    event: Evenement,
    *,
    before: Question | None = None,
    after: Question | None = None,
) -> None:
    """Mark that the ABS has changed, and keep in the journal all that is replaced."""
    touch(session, actor.demarche_id)
    said = {
        name: asdict(question) | {"axe": question.axe.name}
        for name, question in (("avant", before), ("apres", after))
        if question is not None
    }
    journal.append(
        session,
        actor.demarche_id,
        event,
        acteur_id=actor.id,
        objet=next(question["question"] for question in reversed(said.values())),
        details=said,
    )


def questions(session: Session, demarche_id: int) -> list[Question]:
    """Return the questions of a démarche: the latest year first, then as they were typed."""
    answers: dict[int, list[Reponse]] = {}
    counted = select(ReponseRow).where(ReponseRow.demarche_id == demarche_id)
    for row in session.scalars(counted.order_by(ReponseRow.question_id, ReponseRow.ordre)):
        found = Reponse(modalite=row.modalite, effectif=row.effectif)
        answers.setdefault(row.question_id, []).append(found)
    asked = select(QuestionRow).where(QuestionRow.demarche_id == demarche_id)
    order = (QuestionRow.annee.desc(), QuestionRow.enquete, QuestionRow.ordre)
    return [
        Question(
            id=row.id,
            enquete=row.enquete,
            annee=row.annee,
            source=row.source,
            axe=row.axe,
            question=row.question,
            repondants=row.repondants,
            multiple=row.multiple,
            reponses=tuple(answers.get(row.id, ())),
        )
        for row in session.scalars(asked.order_by(*order))
    ]


def _row(session: Session, demarche_id: int, question_id: int) -> QuestionRow:
    row = session.get(QuestionRow, question_id)
    if row is None or row.demarche_id != demarche_id:
        raise QuestionInconnueError
    return row
