"""The outlines that a file replaces are kept: the wrong one can be taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("territoire", sa.Column("contour_avant", sa.Text))
