"""The two doors, the migrations, and what two processes do to each other."""

import subprocess
import sys
import threading
from subprocess import PIPE

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Integer, String, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from psdt.domain.demarche import NatureActivite, PlanActivite
from psdt.domain.elements import Contribution, Nature, StatutElement
from psdt.errors import BaseInaccessibleError, BaseTropRecenteError
from psdt.services import access, health, seances
from psdt.store import elements, journal, maintenance
from psdt.store.database import Database
from psdt.store.driver import JOURNAL_MODE
from psdt.store.tables import Base, BulletinRow, DemarcheRow, NoteRow, SeanceRow
from tests.conftest import NOW


def test_the_migrations_give_the_tables_of_the_code(db):
    with db.read() as session:
        context = MigrationContext.configure(session.connection(), {"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_versions_are_the_numbers_of_the_files():
    script = ScriptDirectory(str(maintenance.MIGRATIONS))

    chain = [revision.revision for revision in script.walk_revisions()]
    assert tuple(reversed(chain)) == maintenance.revisions()


def test_every_table_names_its_demarche():
    without = {t.name for t in Base.metadata.sorted_tables if "demarche_id" not in t.columns}

    assert without == {"demarche"}


def test_processes_that_start_together_migrate_once(db):
    with db.write() as session:
        Base.metadata.drop_all(session.connection())
        session.connection().exec_driver_sql("DROP TABLE alembic_version")
        if db.engine.dialect.name == "postgresql":
            session.connection().exec_driver_sql("DROP FUNCTION journal_only_grows CASCADE")

    script = "import psdt.services.health as health; print(flush=True); input(); health.prepare()"
    command = [sys.executable, "-c", script]
    starts = [subprocess.Popen(command, stdin=PIPE, stdout=PIPE) for _ in range(4)]
    for process in starts:
        process.stdout.readline()  # everything is imported
    for process in starts:
        process.stdin.write(b"\n")
        process.stdin.flush()
    for process in starts:
        process.communicate()

    assert [process.returncode for process in starts] == [0] * 4
    assert health.examine(db).ok


def test_a_base_newer_than_the_code_is_left_alone(db):
    with db.write() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    assert not health.examine(db).migration
    with pytest.raises(BaseTropRecenteError):
        maintenance.migrate(db)


def test_a_database_that_does_not_answer_is_a_sentence(data_dir):
    lost = Database(f"postgresql+psycopg://psdt@/absente?host={data_dir}")

    assert maintenance.check(lost) == (False, False)
    with pytest.raises(BaseInaccessibleError):
        maintenance.migrate(lost)


def test_the_reading_door_does_not_write(db):
    with db.read() as session:
        session.add(DemarcheRow(nom="X", organisme="Y", demonstration=False, creee_le=NOW))
        with pytest.raises(DBAPIError, match=r"read-?only"):
            session.flush()


def test_readers_do_not_wait_for_a_writer(db, demarche_id):
    names = []

    def read():
        with db.read() as session:
            names.append(session.get_one(DemarcheRow, demarche_id).nom)

    with db.write() as session:
        session.get_one(DemarcheRow, demarche_id).nom = "Pas encore"
        session.flush()
        reader = threading.Thread(target=read)
        reader.start()
        reader.join(timeout=5)

    assert names == ["Projet social 2027-2032"]


def test_a_transaction_that_fails_leaves_nothing(db, demarche_id):
    def fail():
        with db.write() as session:
            session.get_one(DemarcheRow, demarche_id).nom = "À moitié"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    with db.read() as session:
        assert session.get_one(DemarcheRow, demarche_id).nom == "Projet social 2027-2032"


def test_the_database_refuses_to_set_aside_without_a_reason(db, demarche_id):
    said = Contribution(nature=Nature.ENJEU, texte="Se déplacer")
    with db.write() as session:
        element = elements.add(session, demarche_id, said, None)

    with pytest.raises(IntegrityError), db.write() as session:
        elements.set_statut(session, element, StatutElement.ECARTE, "")


def test_the_database_refuses_a_note_without_its_ballot(db, demarche_id):
    with pytest.raises(IntegrityError), db.write() as session:
        session.add(
            NoteRow(
                demarche_id=demarche_id,
                activite_id=1,
                participant_id=1,
                element_id=1,
                critere_id=1,
                niveau=2,
            )
        )


def test_sqlite_survives_a_power_cut(sqlite_db: Database):
    with sqlite_db.read() as session:
        ask = session.connection().exec_driver_sql
        assert ask("PRAGMA synchronous").scalar() == 2  # FULL
        assert ask("PRAGMA journal_mode").scalar() == JOURNAL_MODE.lower()
        assert ask("PRAGMA foreign_keys").scalar() == 1


def test_an_error_never_quotes_what_people_wrote(db):
    with pytest.raises((OperationalError, DBAPIError)) as raised, db.read() as session:
        session.execute(text("SELECT :parole FROM nulle_part"), {"parole": "un secret"})

    assert "un secret" not in str(raised.value)


def test_a_migration_that_rebuilds_a_table_keeps_what_refers_to_it(db, agent):
    """On SQLite, altering a table drops the former one: ballots must not go with it."""
    activite_id = seances.prepare(
        db, agent, PlanActivite(nature=NatureActivite.VOTE, titre="Classer")
    )
    with db.write() as session:
        ballot = {"activite_id": activite_id, "participant_id": agent.id}
        session.add(BulletinRow(demarche_id=agent.demarche_id, **ballot))

    with db.rebuild() as session:
        operations = Operations(MigrationContext.configure(session.connection()))
        with operations.batch_alter_table("activite", recreate="auto") as table:
            table.add_column(Column("duree", Integer))
            table.alter_column("titre", type_=String(300))

    with db.read() as session:
        assert session.query(BulletinRow).count() == 1
        if db.engine.dialect.name == "sqlite":
            assert session.connection().exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_rebuild_that_loses_a_reference_changes_nothing(sqlite_db):
    access.install(sqlite_db, "Projet social", "CIAS", now=NOW)
    orphan = "INSERT INTO seance VALUES (1, 'FORUM', 'Perdue', '2026-03-12', 'Nulle part', 404)"

    with pytest.raises(RuntimeError, match="lead nowhere"), sqlite_db.rebuild() as session:
        session.connection().exec_driver_sql(orphan)

    with sqlite_db.read() as session:
        assert session.query(SeanceRow).count() == 0


def test_a_service_that_writes_does_not_call_another_one(sqlite_db):
    def twice():
        with sqlite_db.write(), sqlite_db.write():
            pass

    with pytest.raises(RuntimeError, match="another one that writes"):
        twice()
    with sqlite_db.write() as session:  # and the queue goes on
        assert session.query(DemarcheRow).count() == 0


def test_a_reader_sees_one_state(db, demarche_id):
    with db.read() as session:
        before = session.query(DemarcheRow.nom).scalar()
        with db.write() as writer:
            writer.get_one(DemarcheRow, demarche_id).nom = "Après"
        after = session.query(DemarcheRow.nom).scalar()

    assert before == after == "Projet social 2027-2032"


def test_an_instant_is_utc_whatever_the_server_thinks(postgres_db, monkeypatch):
    access.install(postgres_db, "Projet social", "CIAS", now=NOW)
    with postgres_db.write() as session:
        session.execute(text("SET TIME ZONE 'Europe/Paris'"))
        row = session.query(DemarcheRow).one()

        assert row.creee_le.utcoffset().total_seconds() == 0
        assert journal.is_whole(session, row.id)


@pytest.mark.parametrize("url", ["", "nimporte://quoi", "postgresql+absent://x/y"])
def test_an_address_of_no_base_is_a_sentence(data_dir, monkeypatch, url):
    monkeypatch.setenv("PSDT_DATABASE_URL", url)

    with pytest.raises(BaseInaccessibleError):
        health.prepare()
