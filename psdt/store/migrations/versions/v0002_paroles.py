"""What people say, their answers, and the themes."""

import sqlalchemy as sa
from alembic import op

from psdt.store.types import Instant

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "critere",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("liste", sa.String(30), nullable=False),
        sa.Column("ordre", sa.Integer, nullable=False),
        sa.Column("libelle", sa.String(200), nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("ancres", sa.JSON, nullable=False),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
    )
    op.create_table(
        "regroupement",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("k", sa.Integer, nullable=False),
        sa.Column("statut", sa.String(30), nullable=False),
        sa.Column("cree_le", Instant, nullable=False),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.UniqueConstraint("id", "demarche_id"),
    )
    op.create_table(
        "theme",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "regroupement_id",
            sa.Integer,
            sa.ForeignKey("regroupement.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("ordre", sa.Integer, nullable=False),
        sa.Column("titre", sa.String(200), nullable=False),
        sa.Column("mots", sa.Text, nullable=False),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.UniqueConstraint("id", "regroupement_id"),
    )
    op.create_table(
        "bulletin",
        sa.Column(
            "activite_id",
            sa.Integer,
            sa.ForeignKey("activite.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("participant_id", sa.Integer, sa.ForeignKey("participant.id"), primary_key=True),
        sa.Column("porteur_id", sa.Integer, sa.ForeignKey("participant.id")),
        sa.Column("contenu", sa.JSON),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
    )
    op.create_table(
        "element",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("nature", sa.String(30), nullable=False),
        sa.Column("texte", sa.Text, nullable=False),
        sa.Column("seance_id", sa.Integer, sa.ForeignKey("seance.id")),
        sa.Column("activite_id", sa.Integer, sa.ForeignKey("activite.id")),
        sa.Column("college", sa.String(30)),
        sa.Column("commune", sa.String(100), nullable=False),
        sa.Column("statut", sa.String(30), nullable=False),
        sa.Column("motif", sa.Text, nullable=False),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.CheckConstraint("statut NOT IN ('ECARTE', 'FUSIONNE') OR motif <> ''", name="motif"),
        sa.UniqueConstraint("id", "demarche_id"),
    )
    op.create_table(
        "lien",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("nature", sa.String(30), nullable=False),
        sa.Column("element_source_id", sa.Integer, sa.ForeignKey("element.id"), index=True),
        sa.Column("indicateur_source_id", sa.Integer, sa.ForeignKey("indicateur.id")),
        sa.Column(
            "element_cible_id", sa.Integer, sa.ForeignKey("element.id"), nullable=False, index=True
        ),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.CheckConstraint(
            "(element_source_id IS NULL) <> (indicateur_source_id IS NULL)", name="une_source"
        ),
    )
    op.create_table(
        "note",
        sa.Column("activite_id", sa.Integer, primary_key=True),
        sa.Column("participant_id", sa.Integer, primary_key=True),
        sa.Column("element_id", sa.Integer, sa.ForeignKey("element.id"), primary_key=True),
        sa.Column("critere_id", sa.Integer, sa.ForeignKey("critere.id"), primary_key=True),
        sa.Column("niveau", sa.Integer),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.CheckConstraint("niveau BETWEEN 1 AND 4", name="niveau"),
        sa.ForeignKeyConstraint(
            ["activite_id", "participant_id"],
            ["bulletin.activite_id", "bulletin.participant_id"],
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "rangement",
        sa.Column(
            "regroupement_id",
            sa.Integer,
            sa.ForeignKey("regroupement.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("element_id", sa.Integer, sa.ForeignKey("element.id"), primary_key=True),
        sa.Column("theme_id", sa.Integer, index=True),
        sa.Column("confiance", sa.Double),
        sa.Column("deplace", sa.Boolean, nullable=False),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.ForeignKeyConstraint(
            ["theme_id", "regroupement_id"], ["theme.id", "theme.regroupement_id"]
        ),
    )
