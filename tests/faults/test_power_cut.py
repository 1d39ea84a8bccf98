"""A power cut: only what the disk was told to synchronise survives.

The file system of this test forgets everything else, as a machine whose plug is pulled.
It proves the settings of the connection: ``synchronous = NORMAL`` fails here.
"""

import shutil
from pathlib import Path

import apsw
import pytest

from psdt.store.database import PRAGMAS

TABLE = "CREATE TABLE bulletin (numero INTEGER PRIMARY KEY, texte TEXT)"


class Forgetful(apsw.VFS):
    """A file system that keeps, in ``durable``, the files as they were last synchronised."""

    def __init__(self, durable: Path) -> None:
        super().__init__("forgetful", "")
        self.durable = durable

    def xOpen(self, name, flags):  # noqa: N802 (SQLite's name)
        return ForgetfulFile(self.durable, name, flags)


class ForgetfulFile(apsw.VFSFile):
    def __init__(self, durable, name, flags):
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.path = Path(path) if path else None  # a temporary file has no name
        self.durable = durable
        super().__init__("", name, flags)

    def xSync(self, flags):  # noqa: N802 (SQLite's name)
        super().xSync(flags)
        if self.path and self.path.exists():
            shutil.copyfile(self.path, self.durable / self.path.name)


def survivors(folder: Path, pragmas, n: int) -> tuple[int, str]:
    """Write ``n`` ballots, cut the power; return how many are left, and whether all is sound."""
    working, durable = folder / "disque", folder / "apres"
    working.mkdir(), durable.mkdir()
    base = working / "psdt.db"
    made = apsw.Connection(str(base))
    made.execute("PRAGMA journal_mode = WAL")
    made.execute(TABLE)
    made.close()
    shutil.copyfile(base, durable / base.name)

    disk = Forgetful(durable)
    connection = apsw.Connection(str(base), vfs="forgetful")
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")
    for numero in range(n):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bulletin VALUES (?, ?)", (numero, "x" * 200))
        connection.execute("COMMIT")
    shutil.copytree(durable, folder / "redemarrage")
    connection.close()
    disk.unregister()

    left = apsw.Connection(str(folder / "redemarrage" / base.name))
    (count,) = left.execute("SELECT count(*) FROM bulletin").fetchone()
    (verdict,) = left.execute("PRAGMA integrity_check").fetchone()
    left.close()
    return count, verdict


@pytest.mark.parametrize("n", [1, 7, 300, 1500])
def test_no_ballot_is_lost_with_our_settings(tmp_path, n):
    assert survivors(tmp_path, PRAGMAS, n) == (n, "ok")


def test_the_cut_does_lose_ballots_with_the_usual_settings(tmp_path):
    usual = [p.replace("FULL", "NORMAL") for p in PRAGMAS]

    assert survivors(tmp_path, usual, 300)[0] < 300
