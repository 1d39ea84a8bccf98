"""The declarative base of all tables, and the columns that most of them share."""

from enum import Enum as PythonEnum

from sqlalchemy import Enum, ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Constraint names are fixed, so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class OfDemarche:
    """Each row belongs to one démarche: none is ever read without naming it."""

    demarche_id: Mapped[int] = mapped_column(
        ForeignKey("demarche.id", ondelete="CASCADE"), index=True
    )


def named(enum: type[PythonEnum]) -> Enum:
    """Return the column type of an enum: the base keeps the name, the label may be reworded."""
    return Enum(enum, native_enum=False, length=30, create_constraint=False)
