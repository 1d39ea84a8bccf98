"""Table of what an agent writes in the rapport d'ABS."""

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from psdt.domain.propos import Propos
from psdt.store.tables.base import Base, named


class ProposRow(Base):
    """One text of the report: plain, kept with the démarche from one report to the next."""

    __tablename__ = "propos"

    demarche_id: Mapped[int] = mapped_column(
        ForeignKey("demarche.id", ondelete="CASCADE"), primary_key=True
    )
    nature: Mapped[Propos] = mapped_column(named(Propos), primary_key=True)
    texte: Mapped[str] = mapped_column(Text)
