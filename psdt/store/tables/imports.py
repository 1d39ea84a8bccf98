"""Tables of what brought figures into the ABS: imports, what they replaced, questionnaires."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from psdt.domain.indicators import Axe
from psdt.store.tables.base import Base, OfDemarche, named
from psdt.store.tables.indicateurs import Chiffre
from psdt.store.types import Instant


class ImportRow(OfDemarche, Base):
    """One import of figures: a file, or what was typed; it may have been undone."""

    __tablename__ = "import_abs"

    id: Mapped[int] = mapped_column(primary_key=True)
    fichier: Mapped[str] = mapped_column(String(200))
    empreinte: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the file, or of the figures that were typed, in hexadecimal."""
    nature: Mapped[str] = mapped_column(String(100))
    """The layout that was recognised, as people read it."""
    instant: Mapped[datetime] = mapped_column(Instant)
    acteur_id: Mapped[int | None]
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    annule_le: Mapped[datetime | None] = mapped_column(Instant)
    annule_par: Mapped[int | None]


class ValeurRemplaceeRow(Chiffre, Base):
    """The figure that an import replaced: what undoing it puts back."""

    __tablename__ = "valeur_remplacee"

    remplacee_par: Mapped[int] = mapped_column(ForeignKey("import_abs.id"), primary_key=True)


class ModificationRow(OfDemarche, Base):
    """One change of descriptions by the CIAS: typed, or a file of the catalogue."""

    __tablename__ = "modification"

    id: Mapped[int] = mapped_column(primary_key=True)
    fichier: Mapped[str] = mapped_column(String(200))
    """Name of the file; nothing when it was typed."""
    nombre: Mapped[int]
    """How many indicators it described."""
    instant: Mapped[datetime] = mapped_column(Instant)
    acteur_id: Mapped[int | None]
    annule_le: Mapped[datetime | None] = mapped_column(Instant)
    annule_par: Mapped[int | None]


class DescriptionRow(OfDemarche, Base):
    """What an import, or the CIAS, says of an indicator or of a territoire.

    Undoing it puts the former words back.
    """

    __tablename__ = "description"
    __table_args__ = (
        CheckConstraint("(indicateur_id IS NULL) <> (territoire_id IS NULL)", name="un_objet"),
        CheckConstraint("import_id IS NULL OR modification_id IS NULL", name="une_origine"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int | None] = mapped_column(ForeignKey("import_abs.id"), index=True)
    """The import that says so; none for what was said before any import was kept."""
    modification_id: Mapped[int | None] = mapped_column(ForeignKey("modification.id"), index=True)
    """The modification that says so, above what imports say."""
    indicateur_id: Mapped[int | None] = mapped_column(
        ForeignKey("indicateur.id", ondelete="CASCADE"), index=True
    )
    territoire_id: Mapped[int | None] = mapped_column(
        ForeignKey("territoire.id", ondelete="CASCADE"), index=True
    )
    contenu: Mapped[dict[str, Any]] = mapped_column(JSON)


class QuestionRow(OfDemarche, Base):
    """A question of a questionnaire to the residents, of which only counts are kept."""

    __tablename__ = "enquete_question"

    id: Mapped[int] = mapped_column(primary_key=True)
    enquete: Mapped[str] = mapped_column(String(200))
    annee: Mapped[int]
    source: Mapped[str] = mapped_column(Text)
    axe: Mapped[Axe] = mapped_column(named(Axe))
    question: Mapped[str] = mapped_column(Text)
    repondants: Mapped[int]
    multiple: Mapped[bool]
    """Whether a person could give several answers."""
    ordre: Mapped[int]


class ReponseRow(Base):
    """How many people gave an answer."""

    __tablename__ = "enquete_reponse"

    question_id: Mapped[int] = mapped_column(
        ForeignKey("enquete_question.id", ondelete="CASCADE"), primary_key=True
    )
    ordre: Mapped[int] = mapped_column(primary_key=True)
    demarche_id: Mapped[int] = mapped_column(index=True)
    modalite: Mapped[str] = mapped_column(Text)
    effectif: Mapped[int]
