"""What each import says of indicators and territoires, so that it can be undone."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "description",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("import_id", sa.Integer, sa.ForeignKey("import_abs.id"), index=True),
        sa.Column(
            "indicateur_id",
            sa.Integer,
            sa.ForeignKey("indicateur.id", ondelete="CASCADE"),
            index=True,
        ),
        sa.Column(
            "territoire_id",
            sa.Integer,
            sa.ForeignKey("territoire.id", ondelete="CASCADE"),
            index=True,
        ),
        sa.Column("contenu", sa.JSON, nullable=False),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.CheckConstraint("(indicateur_id IS NULL) <> (territoire_id IS NULL)", name="un_objet"),
    )
