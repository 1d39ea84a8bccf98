"""A base of a former version, brought up to date: nothing of it is lost."""

from dataclasses import replace

import pytest

from psdt.services import catalogue, locales
from psdt.services import catalogue_fichier as fichiers
from psdt.store import maintenance
from psdt.store.tables import DescriptionRow, IndicateurRow, JournalRow, ModificationRow
from tests.services.test_catalogue import CRECHES, last
from tests.services.test_catalogue_retour import CODE, now, take, write
from tests.sources.test_saisie import ASKED


@pytest.fixture
def former(db, agent):
    """A base as version 5 left it: what the CIAS wrote is there, not what it replaced."""
    write(db, agent, libelle="Sans douche")
    added = catalogue.add(db, agent, CRECHES)
    take(db, agent, {"MENAGES": {"Indicateur": "Foyers"}, added: {"Indicateur": "Places"}})
    with db.write() as session:
        journal = {line.id: line.instant for line in session.query(JournalRow)}
        session.query(DescriptionRow).delete()
        session.query(ModificationRow).delete()
        ask = session.connection().exec_driver_sql
        ask("DROP INDEX ix_description_modification_id")
        if db.engine.dialect.name == "postgresql":
            ask("ALTER TABLE description DROP CONSTRAINT ck_description_une_origine")
            ask("ALTER TABLE description DROP COLUMN modification_id")
        else:
            ask("DROP TABLE description")
        ask("DROP TABLE modification")
        ask("ALTER TABLE territoire DROP COLUMN contour_avant")
        ask("ALTER TABLE enquete_question DROP COLUMN multiple")
        ask("DROP TABLE propos")
        ask("UPDATE alembic_version SET version_num = '0005'")
        if db.engine.dialect.name == "sqlite":
            _described_again(session)
    return added, journal


def _described_again(session):
    """SQLite cannot take away a column that a constraint names: the table is made as it was."""
    from importlib import import_module

    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    with Operations.context(MigrationContext.configure(session.connection())):
        import_module("psdt.store.migrations.versions.v0005_descriptions").upgrade()


def test_what_the_cias_wrote_has_its_author_and_its_day(db, agent, former):
    added, journal = former
    maintenance.migrate(db)

    back = catalogue.past(db, agent, CODE)
    assert back.passe.derniere.instant in journal.values()
    assert back.passe.derniere.par == "Agent d'essai"
    (file,) = fichiers.files(db, agent)
    assert (file.fichier, file.nombre, file.en_vigueur) == ("catalogue.xlsx", 2, 2)
    assert catalogue.past(db, agent, added).passe.derniere.id == file.id


def test_and_it_comes_back_after_other_words(db, agent, former):
    maintenance.migrate(db)
    before = now(db, agent)
    catalogue.describe(db, agent, replace(before, libelle="Sans bain"), vu=before)

    catalogue.undo(db, agent, CODE, last(db, agent, CODE))
    assert now(db, agent) == before
    catalogue.undo(db, agent, CODE, last(db, agent, CODE))
    assert not now(db, agent).modifie


def test_what_the_journal_does_not_tell_is_as_old_as_the_demarche(db, agent, former):
    with db.write() as session:
        row = session.query(IndicateurRow).filter_by(code=CODE).one()
        row.code = "INCONNU_DU_JOURNAL"
    maintenance.migrate(db)

    told = catalogue.past(db, agent, "INCONNU_DU_JOURNAL").passe.derniere
    assert (told.par, told.fichier, told.instant.year) == ("", "", 2026)


def test_one_answer_each_is_supposed_only_where_counts_say_so(db, agent):
    counts = {"Autant ?": ("10", "30"), "Moins ?": ("10", "20"), "Plus ?": ("30", "20")}
    for question, said in counts.items():
        asked = replace(ASKED, question=question, multiple=True)
        locales.ask(db, agent, asked, list(zip(("Oui", "Non"), said, strict=True)))
    with db.write() as session:
        ask = session.connection().exec_driver_sql
        ask("ALTER TABLE enquete_question DROP COLUMN multiple")
        ask("DROP TABLE propos")
        ask("UPDATE alembic_version SET version_num = '0007'")
    maintenance.migrate(db)

    known = {q.question: q.multiple for q in locales.answers(db, agent).values()}
    assert known == {"Autant ?": False, "Moins ?": True, "Plus ?": True}
