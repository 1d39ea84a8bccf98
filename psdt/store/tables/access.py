"""Tables of the way in: people, mandates, accounts, codes and sessions."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from psdt.domain.people import Mandat, Role
from psdt.store.tables.base import Base, OfDemarche, named
from psdt.store.types import Instant


class ParticipantRow(OfDemarche, Base):
    """A person of the démarche. A forum participant has a role and nothing else."""

    __tablename__ = "participant"

    id: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[Role] = mapped_column(named(Role))
    nom: Mapped[str | None] = mapped_column(String(200))
    seance_id: Mapped[int | None] = mapped_column(ForeignKey("seance.id"))


class MandatRow(OfDemarche, Base):
    """A seat that a person holds besides the role."""

    __tablename__ = "mandat"

    participant_id: Mapped[int] = mapped_column(
        ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True
    )
    nature: Mapped[Mandat] = mapped_column(named(Mandat), primary_key=True)


class CompteRow(OfDemarche, Base):
    """How an agent or an animateur signs in; the password is an argon2id hash."""

    __tablename__ = "compte"

    participant_id: Mapped[int] = mapped_column(
        ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True
    )
    identifiant: Mapped[str] = mapped_column(String(200), unique=True)
    mot_de_passe: Mapped[str] = mapped_column(String(200))


class CodeRow(OfDemarche, Base):
    """What a participant shows to come in. Only the HMAC of the code is kept."""

    __tablename__ = "code"

    id: Mapped[int] = mapped_column(primary_key=True)
    participant_id: Mapped[int] = mapped_column(
        ForeignKey("participant.id", ondelete="CASCADE"), index=True
    )
    empreinte: Mapped[str] = mapped_column(String(64), unique=True)
    revoque_le: Mapped[datetime | None] = mapped_column(Instant)


class SessionRow(OfDemarche, Base):
    """A browser that is somebody. One per code, by the unique key: opening another moves it."""

    __tablename__ = "session"

    empreinte: Mapped[str] = mapped_column(String(64), primary_key=True)
    participant_id: Mapped[int] = mapped_column(
        ForeignKey("participant.id", ondelete="CASCADE"), index=True
    )
    code_id: Mapped[int | None] = mapped_column(
        ForeignKey("code.id", ondelete="CASCADE"), unique=True
    )
    expire_le: Mapped[datetime] = mapped_column(Instant)
