"""Operations on the database as a whole: bring its tables up to date, check it."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from psdt.errors import BaseInaccessibleError, BaseTropRecenteError
from psdt.store.database import Database

MIGRATIONS = Path(__file__).with_name("migrations")
MIGRATION_LOCK = 7_265_371  # any number that only this application uses


def migrate(db: Database) -> None:
    """Bring the tables up to date, in one transaction.

    Several processes may start together: one migrates, the others wait and find it done.
    """
    config = _config()
    try:
        with db.write() as session:
            connection = session.connection()
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        raise BaseTropRecenteError from error
    except OperationalError as error:
        raise BaseInaccessibleError from error


def check(db: Database) -> tuple[bool, bool]:
    """Say whether the database answers, and whether its tables are those of this version."""
    try:
        with db.read() as session:
            found = MigrationContext.configure(session.connection()).get_current_revision()
    except SQLAlchemyError:
        return False, False
    return True, found == head()


@cache
def head() -> str | None:
    """Return the version of the tables that this code expects."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def knows(revision: str) -> bool:
    """Say whether this code can bring up to date a database of that version."""
    return revision in {
        script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()
    }


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
