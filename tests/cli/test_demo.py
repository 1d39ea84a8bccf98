"""``psdt demo``: whole, or as if it had never begun."""

import subprocess
import sys
import time

import pytest

from psdt.services import access
from psdt.store.database import Database


@pytest.fixture
def home(tmp_path, monkeypatch):
    """The data folder that the command is given."""
    monkeypatch.setenv("PSDT_DATA_DIR", str(tmp_path))
    return tmp_path


def prepare():
    command = [sys.executable, "-m", "psdt", "demo", "--preparer"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def test_a_play_that_was_cut_short_starts_again_and_a_whole_one_is_kept(home):
    with prepare() as cut:
        while not list(home.glob("demonstration.en-cours/*.db")):
            time.sleep(0.05)
        cut.kill()
    assert not (home / "demonstration").exists()

    with prepare() as again:
        assert "est prête" in again.communicate()[0]
    base = home / "demonstration" / "psdt.db"
    before = base.stat().st_mtime_ns
    with prepare() as third:
        assert "déjà prête" in third.communicate()[0]

    assert base.stat().st_mtime_ns == before
    db = Database(f"sqlite:///{base}")
    assert access.is_demonstration(db)
    db.engine.dispose()
    assert not (home / "demonstration.en-cours").exists()
