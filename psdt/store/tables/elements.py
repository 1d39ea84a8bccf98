"""Tables of what people say, and of what ties it together."""

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from psdt.domain.elements import Nature, NatureLien, StatutElement
from psdt.domain.people import College
from psdt.store.tables.base import Base, OfDemarche, named


class ElementRow(OfDemarche, Base):
    """One statement. Who wrote it is not kept: their collège is."""

    __tablename__ = "element"
    __table_args__ = (
        CheckConstraint("statut NOT IN ('ECARTE', 'FUSIONNE') OR motif <> ''", name="motif"),
        UniqueConstraint("id", "demarche_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    nature: Mapped[Nature] = mapped_column(named(Nature))
    texte: Mapped[str] = mapped_column(Text)
    seance_id: Mapped[int | None] = mapped_column(ForeignKey("seance.id"))
    activite_id: Mapped[int | None] = mapped_column(ForeignKey("activite.id"))
    college: Mapped[College | None] = mapped_column(named(College))
    commune: Mapped[str] = mapped_column(String(100))
    statut: Mapped[StatutElement] = mapped_column(named(StatutElement))
    motif: Mapped[str] = mapped_column(Text)


class LienRow(OfDemarche, Base):
    """A tie from a statement, or from an indicator, to a statement."""

    __tablename__ = "lien"
    __table_args__ = (
        CheckConstraint(
            "(element_source_id IS NULL) <> (indicateur_source_id IS NULL)", name="une_source"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    nature: Mapped[NatureLien] = mapped_column(named(NatureLien))
    element_source_id: Mapped[int | None] = mapped_column(ForeignKey("element.id"), index=True)
    indicateur_source_id: Mapped[int | None] = mapped_column(ForeignKey("indicateur.id"))
    element_cible_id: Mapped[int] = mapped_column(ForeignKey("element.id"), index=True)
    texte: Mapped[str] = mapped_column(Text, default="")
    """The sentence of a constat, as it was when it was attached."""
