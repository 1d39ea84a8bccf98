"""The journal only grows: the database itself refuses to change or delete a line."""

from alembic import op

revision = "0003"
down_revision = "0002"

SQLITE = """
CREATE TRIGGER journal_no_{verb} BEFORE {verb} ON journal
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END
"""
FUNCTION = """
CREATE FUNCTION journal_only_grows() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'the journal only grows'; END $$
"""
POSTGRESQL = """
CREATE TRIGGER journal_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
FOR EACH STATEMENT EXECUTE FUNCTION journal_only_grows()
"""


def upgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        op.execute(FUNCTION)
        op.execute(POSTGRESQL)
    else:
        for verb in ("UPDATE", "DELETE"):
            op.execute(SQLITE.format(verb=verb))
