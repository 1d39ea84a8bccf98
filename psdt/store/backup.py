"""Copying the database to a file while it is in use, and putting a copy back."""

from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from psdt.errors import BackupError, BaseTropRecenteError
from psdt.store import journal, maintenance
from psdt.store.database import Database
from psdt.store.driver import sqlite
from psdt.words import sauvegarde as mots


def copy(db: Database, target: Path) -> None:
    """Copy a SQLite database in use to a new file, and check the copy.

    The copy is written beside its final name, then renamed: a crash leaves no half file
    that would pass for a backup.
    """
    source = _file(db)
    if not source.is_file():
        raise BackupError(mots.aucune_base(source))
    if target.exists():
        raise BackupError(mots.deja_la(target))
    if not target.parent.is_dir():
        raise BackupError(mots.sans_dossier(target.parent))
    draft = target.with_name(f".{target.name}.en-cours")
    draft.unlink(missing_ok=True)
    try:
        with _reading(source) as original, closing(sqlite.connect(draft)) as duplicate:
            original.backup(duplicate)
            verdict = _integrity(duplicate)
        if verdict != "ok":
            raise BackupError(mots.copie_illisible(verdict))
        draft.chmod(0o600)
        target.hardlink_to(draft)  # unlike a rename, fails if somebody took the name meanwhile
    except (sqlite.Error, OSError) as error:
        raise BackupError(mots.pas_ecrite(error)) from error
    finally:
        draft.unlink(missing_ok=True)


def journals_whole(db: Database) -> bool:
    """Say whether no line of a journal was changed behind the application."""
    with db.read() as session:
        return journal.all_whole(session)


def restore(db: Database, source: Path, *, now: datetime) -> Path:
    """Put a copy back in place of the present data, which are kept beside; return where.

    The copy is checked before anything is touched; SQLite then replaces the whole base in
    one transaction, so that a crash leaves either the former data or the new ones.
    """
    target = _file(db)
    _check_copy(source)
    former = target.with_name(f"{target.stem}-avant-restauration-{now:%Y%m%d-%H%M%S}.db")
    copy(db, former)
    db.engine.dispose()
    try:
        with _reading(source) as copied, closing(sqlite.connect(target)) as base:
            copied.backup(base)
            base.execute("DELETE FROM session")  # those closed since the copy stay closed
            base.commit()
    except sqlite.Error as error:
        raise BackupError(mots.pas_restauree(error)) from error
    maintenance.migrate(db)
    return former


def _check_copy(source: Path) -> None:
    """Raise ``BackupError`` unless the file is a whole copy of a base of this application."""
    if not source.is_file():
        raise BackupError(mots.sans_copie(source))
    try:
        with _reading(source) as copied:
            verdict = _integrity(copied)
            (revision,) = copied.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite.Error, TypeError) as error:
        raise BackupError(mots.pas_une_copie(source)) from error
    if verdict != "ok":
        raise BackupError(mots.abimee(source, verdict))
    if revision not in maintenance.revisions():
        raise BaseTropRecenteError


def _file(db: Database) -> Path:
    path = db.engine.url.database
    if db.engine.dialect.name != "sqlite" or path is None:
        raise BackupError(mots.SERVEUR)
    return Path(path)


def _integrity(connection: Any) -> str:
    (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
    return str(verdict)


@contextmanager
def _reading(path: Path) -> Generator[Any]:
    with closing(sqlite.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        yield connection
