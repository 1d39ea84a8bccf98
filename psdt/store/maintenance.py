"""Operations on the database as a whole: bring its tables up to date, check it.

Alembic is imported only when there is something to migrate: the application starts faster.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import String, column, inspect, select, table
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session

from psdt.errors import BaseInaccessibleError, BaseTropRecenteError
from psdt.store.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).with_name("migrations")
TABLE = "alembic_version"
MIGRATION_LOCK = 7_265_371  # any number that only this application uses


def migrate(db: Database) -> None:
    """Bring the tables up to date, in one transaction.

    Several processes may start together: one migrates, the others wait and find it done.
    """
    try:
        with db.read() as session:
            found = _revision(session)
        if found != revisions()[-1]:
            _upgrade(db)
    except OperationalError as error:
        raise BaseInaccessibleError from error


def check(db: Database) -> tuple[bool, bool]:
    """Say whether the database answers, and whether its tables are those of this version."""
    try:
        with db.read() as session:
            return True, _revision(session) == revisions()[-1]
    except SQLAlchemyError:
        return False, False


@cache
def revisions() -> tuple[str, ...]:
    """Return the versions of the tables that this code knows, oldest first.

    They are the numbers of the files: « v0002_paroles.py » is « 0002 ».
    """
    return tuple(sorted(path.name[1:5] for path in MIGRATIONS.glob("versions/v*.py")))


def _revision(session: Session) -> str | None:
    """Return the version of the tables; ``None`` when there is none yet."""
    if not inspect(session.connection()).has_table(TABLE):
        return None
    return session.scalar(select(column("version_num", String)).select_from(table(TABLE)))


def _upgrade(db: Database) -> None:
    from alembic import command
    from alembic.util import CommandError

    config = _config()
    with db.rebuild() as session:
        connection = session.connection()
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise BaseTropRecenteError from error


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
