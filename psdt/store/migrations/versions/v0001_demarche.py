"""The démarche, the ABS, and the people."""

import sqlalchemy as sa
from alembic import op

from psdt.store.types import Instant

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "demarche",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("nom", sa.String(200), nullable=False),
        sa.Column("organisme", sa.String(200), nullable=False),
        sa.Column("demonstration", sa.Boolean, nullable=False),
        sa.Column("creee_le", Instant, nullable=False),
    )
    op.create_table(
        "indicateur",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("libelle", sa.Text, nullable=False),
        sa.Column("theme", sa.String(30), nullable=False),
        sa.Column("unite", sa.String(60), nullable=False),
        sa.Column("sens", sa.String(30), nullable=False),
        sa.Column("definition", sa.Text, nullable=False),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.UniqueConstraint("demarche_id", "code"),
        sa.UniqueConstraint("id", "demarche_id"),
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("instant", Instant, nullable=False),
        sa.Column("acteur_id", sa.Integer),
        sa.Column("action", sa.String(50), nullable=False),
        sa.Column("objet", sa.String(200), nullable=False),
        sa.Column("details", sa.JSON, nullable=False),
        sa.Column("precedente", sa.String(64), nullable=False),
        sa.Column("empreinte", sa.String(64), nullable=False, unique=True),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
    )
    op.create_table(
        "seance",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("etape", sa.String(30), nullable=False),
        sa.Column("titre", sa.String(200), nullable=False),
        sa.Column("jour", sa.Date, nullable=False),
        sa.Column("lieu", sa.String(200), nullable=False),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
    )
    op.create_table(
        "territoire",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code", sa.String(20), nullable=False),
        sa.Column("nom", sa.String(100), nullable=False),
        sa.Column("niveau", sa.String(30), nullable=False),
        sa.Column("contour", sa.Text),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.UniqueConstraint("demarche_id", "niveau", "code"),
        sa.UniqueConstraint("id", "demarche_id"),
    )
    op.create_table(
        "activite",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("seance_id", sa.Integer, sa.ForeignKey("seance.id"), index=True),
        sa.Column("nature", sa.String(30), nullable=False),
        sa.Column("titre", sa.String(200), nullable=False),
        sa.Column("consigne", sa.Text, nullable=False),
        sa.Column("methode", sa.String(50), nullable=False),
        sa.Column("parametres", sa.JSON, nullable=False),
        sa.Column("colleges", sa.JSON, nullable=False),
        sa.Column("statut", sa.String(30), nullable=False),
        sa.Column("ouverte_le", Instant),
        sa.Column("close_le", Instant),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
    )
    op.create_table(
        "participant",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("role", sa.String(30), nullable=False),
        sa.Column("nom", sa.String(200)),
        sa.Column("seance_id", sa.Integer, sa.ForeignKey("seance.id")),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
    )
    op.create_table(
        "valeur",
        sa.Column("indicateur_id", sa.Integer, primary_key=True),
        sa.Column("territoire_id", sa.Integer, primary_key=True),
        sa.Column("annee", sa.Integer, primary_key=True),
        sa.Column("demarche_id", sa.Integer, nullable=False, index=True),
        sa.Column("valeur", sa.Double),
        sa.Column("statut", sa.String(30), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.CheckConstraint("(statut = 'OK') = (valeur IS NOT NULL)", name="valeur_ou_statut"),
        sa.ForeignKeyConstraint(
            ["indicateur_id", "demarche_id"],
            ["indicateur.id", "indicateur.demarche_id"],
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territoire_id", "demarche_id"],
            ["territoire.id", "territoire.demarche_id"],
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "code",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "participant_id",
            sa.Integer,
            sa.ForeignKey("participant.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("empreinte", sa.String(64), nullable=False, unique=True),
        sa.Column("revoque_le", Instant),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
    )
    op.create_table(
        "compte",
        sa.Column(
            "participant_id",
            sa.Integer,
            sa.ForeignKey("participant.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("identifiant", sa.String(200), nullable=False, unique=True),
        sa.Column("mot_de_passe", sa.String(200), nullable=False),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
    )
    op.create_table(
        "mandat",
        sa.Column(
            "participant_id",
            sa.Integer,
            sa.ForeignKey("participant.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("nature", sa.String(30), primary_key=True),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
    )
    op.create_table(
        "session",
        sa.Column("empreinte", sa.String(64), primary_key=True),
        sa.Column(
            "participant_id",
            sa.Integer,
            sa.ForeignKey("participant.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column(
            "code_id", sa.Integer, sa.ForeignKey("code.id", ondelete="CASCADE"), unique=True
        ),
        sa.Column("expire_le", Instant, nullable=False),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
    )
