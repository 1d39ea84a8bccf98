"""Tables of the regroupements: themes, and where each objectif was put."""

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from psdt.domain.themes import StatutRegroupement
from psdt.store.tables.base import Base, OfDemarche, named
from psdt.store.types import Instant


class RegroupementRow(OfDemarche, Base):
    """A way to group the objectifs into ``k`` themes, which the commission reviews."""

    __tablename__ = "regroupement"
    __table_args__ = (UniqueConstraint("id", "demarche_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    k: Mapped[int]
    statut: Mapped[StatutRegroupement] = mapped_column(named(StatutRegroupement))
    cree_le: Mapped[datetime] = mapped_column(Instant)


class ThemeRow(OfDemarche, Base):
    """One theme: its title, and the keywords that suggested it."""

    __tablename__ = "theme"
    __table_args__ = (UniqueConstraint("id", "regroupement_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    regroupement_id: Mapped[int] = mapped_column(
        ForeignKey("regroupement.id", ondelete="CASCADE"), index=True
    )
    ordre: Mapped[int]
    titre: Mapped[str] = mapped_column(String(200))
    mots: Mapped[str] = mapped_column(Text)


class RangementRow(OfDemarche, Base):
    """Where an objectif stands; no theme is « à classer ».

    The double foreign key makes the database refuse a theme of another regroupement.
    """

    __tablename__ = "rangement"
    __table_args__ = (
        ForeignKeyConstraint(
            ["theme_id", "regroupement_id"], ["theme.id", "theme.regroupement_id"]
        ),
    )

    regroupement_id: Mapped[int] = mapped_column(
        ForeignKey("regroupement.id", ondelete="CASCADE"), primary_key=True
    )
    element_id: Mapped[int] = mapped_column(ForeignKey("element.id"), primary_key=True)
    theme_id: Mapped[int | None] = mapped_column(index=True)
    confiance: Mapped[float | None]
    deplace: Mapped[bool]
    """Whether a person moved it: a suggestion never moves it back."""
