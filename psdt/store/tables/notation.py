"""Tables of the answers: criteria, ballots and notes."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from psdt.domain.priorites import Liste
from psdt.store.tables.base import Base, OfDemarche, named


class CritereRow(OfDemarche, Base):
    """A criterion that this démarche chose, with the anchors of its four levels."""

    __tablename__ = "critere"

    id: Mapped[int] = mapped_column(primary_key=True)
    liste: Mapped[Liste] = mapped_column(named(Liste))
    ordre: Mapped[int]
    libelle: Mapped[str] = mapped_column(String(200))
    question: Mapped[str] = mapped_column(Text)
    ancres: Mapped[list[str]] = mapped_column(JSON)


class BulletinRow(OfDemarche, Base):
    """The ballot of one represented person in one activité: one at most, by the key."""

    __tablename__ = "bulletin"

    activite_id: Mapped[int] = mapped_column(
        ForeignKey("activite.id", ondelete="CASCADE"), primary_key=True
    )
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), primary_key=True)
    porteur_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id"))
    contenu: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))
    """What is not a note: a ranking of criteria, say."""


class NoteRow(OfDemarche, Base):
    """The level given to an enjeu on a criterion; ``niveau`` null is « sans avis ».

    No row at all: not answered yet.
    """

    __tablename__ = "note"
    __table_args__ = (
        ForeignKeyConstraint(
            ["activite_id", "participant_id"],
            ["bulletin.activite_id", "bulletin.participant_id"],
            ondelete="CASCADE",
        ),
        CheckConstraint("niveau BETWEEN 1 AND 4", name="niveau"),
    )

    activite_id: Mapped[int] = mapped_column(primary_key=True)
    participant_id: Mapped[int] = mapped_column(primary_key=True)
    element_id: Mapped[int] = mapped_column(ForeignKey("element.id"), primary_key=True)
    critere_id: Mapped[int] = mapped_column(ForeignKey("critere.id"), primary_key=True)
    niveau: Mapped[int | None]
