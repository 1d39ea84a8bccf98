"""Tables of the ABS: territories, indicators and their values."""

from sqlalchemy import (
    CheckConstraint,
    Constraint,
    ForeignKey,
    ForeignKeyConstraint,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from psdt.domain.indicators import Axe, Niveau, Sens, Statut
from psdt.store.tables.base import Base, OfDemarche, named


class TerritoireRow(OfDemarche, Base):
    """A commune of the territory, the intercommunalité, or a territory of reference."""

    __tablename__ = "territoire"
    __table_args__ = (
        UniqueConstraint("demarche_id", "niveau", "code"),
        UniqueConstraint("id", "demarche_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(20))
    nom: Mapped[str] = mapped_column(String(100))
    niveau: Mapped[Niveau] = mapped_column(named(Niveau))
    contour: Mapped[str | None] = mapped_column(Text)
    """A GeoJSON geometry, when the outline is known."""
    contour_avant: Mapped[str | None] = mapped_column(Text)
    """That before the last file of outlines: empty when there was none, missing without a file."""
    membre: Mapped[bool] = mapped_column(default=True)
    """Whether it is one of the territoires compared; one that no longer is keeps its figures."""


class IndicateurRow(OfDemarche, Base):
    """What is measured: its words, its unit, and what a higher value means."""

    __tablename__ = "indicateur"
    __table_args__ = (
        UniqueConstraint("demarche_id", "code"),
        UniqueConstraint("id", "demarche_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(60))
    libelle: Mapped[str] = mapped_column(Text)
    theme: Mapped[Axe] = mapped_column(named(Axe))
    unite: Mapped[str] = mapped_column(String(60))
    sens: Mapped[Sens] = mapped_column(named(Sens))
    definition: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text, default="")
    calcul: Mapped[str] = mapped_column(Text, default="")
    modifie: Mapped[bool] = mapped_column(default=False)
    """Whether the CIAS wrote this description itself: an import then leaves it alone."""


class Chiffre:
    """One figure, or the reason why there is none. A missing value is not zero."""

    indicateur_id: Mapped[int] = mapped_column(primary_key=True)
    territoire_id: Mapped[int] = mapped_column(primary_key=True)
    annee: Mapped[int] = mapped_column(primary_key=True)
    demarche_id: Mapped[int] = mapped_column(index=True)
    valeur: Mapped[float | None]
    statut: Mapped[Statut] = mapped_column(named(Statut))
    source: Mapped[str] = mapped_column(Text)
    import_id: Mapped[int | None] = mapped_column(ForeignKey("import_abs.id"), index=True)
    """The import that wrote it; none for a figure older than the list of imports."""

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Constraint, ...]:  # noqa: N805 (SQLAlchemy gives the class)
        """Tie it to an indicator and a territoire of its own démarche."""
        return (
            ForeignKeyConstraint(
                ["indicateur_id", "demarche_id"],
                ["indicateur.id", "indicateur.demarche_id"],
                ondelete="CASCADE",
            ),
            ForeignKeyConstraint(
                ["territoire_id", "demarche_id"],
                ["territoire.id", "territoire.demarche_id"],
                ondelete="CASCADE",
            ),
            CheckConstraint("(statut = 'OK') = (valeur IS NOT NULL)", name="valeur_ou_statut"),
        )


class ValeurRow(Chiffre, Base):
    """A figure as it is now."""

    __tablename__ = "valeur"
