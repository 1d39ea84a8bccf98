"""Tables of the démarche: itself, its séances, its activités, its journal."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from psdt.domain.demarche import Etape, NatureActivite, StatutActivite
from psdt.domain.indicators import Niveau
from psdt.store.tables.base import Base, OfDemarche, named
from psdt.store.types import Instant


class DemarcheRow(Base):
    """One projet social de territoire in the making."""

    __tablename__ = "demarche"

    id: Mapped[int] = mapped_column(primary_key=True)
    nom: Mapped[str] = mapped_column(String(200))
    organisme: Mapped[str] = mapped_column(String(200))
    demonstration: Mapped[bool]
    creee_le: Mapped[datetime] = mapped_column(Instant)
    lieu_niveau: Mapped[Niveau | None] = mapped_column(named(Niveau))
    lieu_code: Mapped[str | None] = mapped_column(String(20))
    """Level and code of the territoire whose démarche it is, once somebody said it."""
    version_abs: Mapped[str] = mapped_column(String(16), default="")
    """A mark drawn anew at each change of the ABS: what was read under it still holds."""


class SeanceRow(OfDemarche, Base):
    """One meeting."""

    __tablename__ = "seance"

    id: Mapped[int] = mapped_column(primary_key=True)
    etape: Mapped[Etape] = mapped_column(named(Etape))
    titre: Mapped[str] = mapped_column(String(200))
    jour: Mapped[date]
    lieu: Mapped[str] = mapped_column(String(200))


class ActiviteRow(OfDemarche, Base):
    """One moment of a séance. ``colleges`` holds names of ``College``."""

    __tablename__ = "activite"

    id: Mapped[int] = mapped_column(primary_key=True)
    seance_id: Mapped[int | None] = mapped_column(ForeignKey("seance.id"), index=True)
    nature: Mapped[NatureActivite] = mapped_column(named(NatureActivite))
    titre: Mapped[str] = mapped_column(String(200))
    consigne: Mapped[str] = mapped_column(Text)
    methode: Mapped[str] = mapped_column(String(50))
    parametres: Mapped[dict[str, Any]] = mapped_column(JSON)
    colleges: Mapped[list[str]] = mapped_column(JSON)
    statut: Mapped[StatutActivite] = mapped_column(named(StatutActivite))
    ouverte_le: Mapped[datetime | None] = mapped_column(Instant)
    close_le: Mapped[datetime | None] = mapped_column(Instant)


class JournalRow(OfDemarche, Base):
    """What was done and by whom, never a voter with a choice.

    Append-only: triggers of the database refuse to change or delete a line of a démarche,
    and each line carries the hash of the one before.
    """

    __tablename__ = "journal"

    id: Mapped[int] = mapped_column(primary_key=True)
    instant: Mapped[datetime] = mapped_column(Instant)
    acteur_id: Mapped[int | None]
    action: Mapped[str] = mapped_column(String(50))
    objet: Mapped[str] = mapped_column(String(200))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    precedente: Mapped[str] = mapped_column(String(64))
    empreinte: Mapped[str] = mapped_column(String(64), unique=True)
