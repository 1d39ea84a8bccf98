"""The application itself: make it ready at start, say whether it is."""

import logging
import secrets
import shutil
import traceback
from dataclasses import dataclass

from psdt.settings import data_dir
from psdt.store.database import Database, database
from psdt.store.keys import server_key
from psdt.store.maintenance import check, migrate

logger = logging.getLogger(__name__)

ENOUGH = 200 * 1024**2
"""Bytes of free disk under which the application says it is in danger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What ``/sante`` tells a watchdog."""

    base: bool
    """The database answers."""
    migration: bool
    """Its tables are those of this version."""
    espace_libre_mo: int

    @property
    def ok(self) -> bool:
        """Whether people can work."""
        return self.base and self.migration and self.espace_libre_mo * 1024**2 >= ENOUGH


def incident(error: Exception) -> str:
    """Log what was not foreseen, and return the number to give to whoever met it.

    The log has the number, the class and the places. The message of the error stays out of
    it: it may quote what a participant wrote.
    """
    number = secrets.token_hex(3).upper()
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    places = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    logger.error("incident %s: %s (%s)", number, type(error).__name__, places)
    return number


def prepare() -> Database:
    """Create what is missing (data folder, key, tables) and return the database."""
    data_dir().mkdir(mode=0o700, parents=True, exist_ok=True)
    server_key()
    db = database()
    migrate(db)
    return db


def examine(db: Database) -> Health:
    """Say how the application is, without ever raising."""
    answers, current = check(db)
    free = shutil.disk_usage(data_dir()).free // 1024**2 if data_dir().is_dir() else 0
    return Health(base=answers, migration=current, espace_libre_mo=free)
