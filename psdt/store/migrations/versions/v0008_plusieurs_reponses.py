"""A question says whether a person could give several answers: counts do not always tell it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

question = sa.table(
    "enquete_question", sa.column("id"), sa.column("repondants"), sa.column("multiple")
)
reponse = sa.table("enquete_reponse", sa.column("question_id"), sa.column("effectif"))


def upgrade() -> None:
    op.add_column(
        "enquete_question",
        sa.Column("multiple", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    # Prudence: one answer each only where there are as many answers as respondents.
    total = (
        sa.select(sa.func.coalesce(sa.func.sum(reponse.c.effectif), 0))
        .where(reponse.c.question_id == question.c.id)
        .scalar_subquery()
    )
    several = sa.update(question).where(total != question.c.repondants)
    op.execute(several.values(multiple=sa.true()))
