"""What an agent writes in the rapport d'ABS is kept with the démarche."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "propos",
        sa.Column("demarche_id", sa.Integer, nullable=False),
        sa.Column("nature", sa.String(30), nullable=False),
        sa.Column("texte", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["demarche_id"],
            ["demarche.id"],
            name="fk_propos_demarche_id_demarche",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("demarche_id", "nature", name="pk_propos"),
    )
