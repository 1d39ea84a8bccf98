"""``psdt backup`` and ``psdt restore``."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from psdt.services import access
from psdt.store.driver import sqlite
from psdt.store.tables import DemarcheRow
from tests.conftest import NOW


@pytest.fixture
def copy(psdt, sqlite_db, tmp_path) -> Path:
    """A copy of a base that holds one démarche."""
    access.install(sqlite_db, "Projet social", "CIAS de test", now=NOW)
    target = tmp_path / "copie.db"
    assert psdt("backup", target)[0] == 0
    return target


def name_in(db) -> str:
    with db.read() as session:
        return session.query(DemarcheRow.nom).scalar()


def test_copies_every_table_and_tells_of_the_key(psdt, sqlite_db, data_dir, tmp_path):
    status, output = psdt("backup", tmp_path / "copie.db")

    assert (status, "Copie vérifiée" in output) == (0, True)
    assert str(data_dir / "cle") in output
    with closing(sqlite.connect(tmp_path / "copie.db")) as made:
        assert ("bulletin",) in made.execute("SELECT name FROM sqlite_master").fetchall()
    assert (tmp_path / "copie.db").stat().st_mode & 0o777 == 0o600


def test_says_when_the_journal_was_changed_behind_the_application(psdt, sqlite_db, tmp_path):
    access.install(sqlite_db, "Projet social", "CIAS de test", now=NOW)
    assert "Attention" not in psdt("backup", tmp_path / "avant.db")[1]
    with sqlite_db.write() as session:
        session.execute(text("DROP TRIGGER journal_no_UPDATE"))
        session.execute(text("UPDATE journal SET objet = 'autre chose'"))

    status, output = psdt("backup", tmp_path / "copie.db")

    assert (status, "Copie vérifiée" in output, "Attention" in output) == (0, True, True)


def test_there_is_nothing_to_copy_yet(psdt, tmp_path):
    status, output = psdt("backup", tmp_path / "copie.db")

    assert (status, "pas encore de base" in output) == (1, True)


def test_never_overwrites_a_file(psdt, sqlite_db, tmp_path):
    (tmp_path / "copie.db").write_text("précieux")

    status, output = psdt("backup", tmp_path / "copie.db")

    assert (status, "existe déjà" in output) == (1, True)
    assert (tmp_path / "copie.db").read_text() == "précieux"


def test_a_missing_folder_is_a_sentence(psdt, sqlite_db, tmp_path):
    status, output = psdt("backup", tmp_path / "absent" / "copie.db")

    assert (status, "n'existe pas" in output) == (1, True)


def test_a_copy_made_while_somebody_writes_is_whole(psdt, sqlite_db, tmp_path, copy):
    with sqlite_db.write() as session:
        session.query(DemarcheRow).update({"nom": "Pas encore"})
        session.flush()
        assert psdt("backup", tmp_path / "pendant.db")[0] == 0

    with closing(sqlite.connect(tmp_path / "pendant.db")) as made:
        assert made.execute("SELECT nom FROM demarche").fetchall() == [("Projet social",)]


def test_restores_a_copy_and_keeps_the_former_data(psdt, sqlite_db, data_dir, copy):
    with sqlite_db.write() as session:
        session.query(DemarcheRow).update({"nom": "Après la copie"})

    status, output = psdt("restore", copy)

    assert (status, "est en place" in output) == (0, True)
    assert name_in(sqlite_db) == "Projet social"
    (former,) = data_dir.glob("*avant-restauration*.db")
    with closing(sqlite.connect(former)) as kept:
        assert kept.execute("SELECT nom FROM demarche").fetchall() == [("Après la copie",)]
    assert f"{datetime.now():%Y%m%d}" in former.name


@pytest.mark.parametrize("content", [b"", b"pas une base", b"SQLite format 3\0" + b"\xff" * 4096])
def test_refuses_what_is_not_a_copy_and_changes_nothing(psdt, sqlite_db, copy, tmp_path, content):
    (tmp_path / "faux.db").write_bytes(content)

    status, output = psdt("restore", tmp_path / "faux.db")

    assert status == 1
    assert "n'est pas une copie" in output
    assert name_in(sqlite_db) == "Projet social"


def test_refuses_a_copy_cut_short(psdt, sqlite_db, copy):
    copy.write_bytes(copy.read_bytes()[:-8192])

    status, output = psdt("restore", copy)

    assert status == 1
    assert "copie" in output
    assert name_in(sqlite_db) == "Projet social"


def test_refuses_a_copy_of_a_later_version(psdt, sqlite_db, copy):
    with closing(sqlite.connect(copy)) as made:
        made.execute("UPDATE alembic_version SET version_num = '9999'")
        made.commit()

    status, output = psdt("restore", copy)

    assert (status, "version plus récente" in output) == (1, True)


def test_refuses_an_absent_file(psdt, sqlite_db, tmp_path):
    status, output = psdt("restore", tmp_path / "absente.db")

    assert (status, "n'existe pas" in output) == (1, True)


def test_postgresql_has_its_own_tools(psdt, postgres_db, tmp_path):
    status, output = psdt("backup", tmp_path / "copie.db")

    assert (status, "pg_dump" in output) == (1, True)
