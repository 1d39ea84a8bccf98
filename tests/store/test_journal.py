"""The journal only grows, and shows when somebody tampered with it."""

import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from psdt.domain.journal import Evenement
from psdt.store import journal
from psdt.store.tables import JournalRow


def write(db, demarche_id, objet="Noter les enjeux"):
    with db.write() as session:
        return journal.append(
            session,
            demarche_id,
            Evenement.ACTIVITE_OUVERTE,
            acteur_id=1,
            objet=objet,
            details={"activite": 3, "méthode": "échelle"},
        )


def test_each_line_follows_the_one_before(db, demarche_id):
    first, second = write(db, demarche_id), write(db, demarche_id)

    with db.read() as session:
        last = session.query(JournalRow).order_by(JournalRow.id.desc()).first()
        assert (last.precedente, last.empreinte) == (first, second)
        assert journal.head(session, demarche_id) == second
        assert journal.is_whole(session, demarche_id)


@pytest.mark.parametrize("verb", ["UPDATE journal SET objet = 'x'", "DELETE FROM journal"])
def test_the_database_refuses_to_change_a_line(db, demarche_id, verb):
    with pytest.raises(DBAPIError, match="only grows"), db.write() as session:
        session.execute(text(verb))


def test_a_line_changed_behind_the_triggers_shows(db, demarche_id):
    write(db, demarche_id)
    with db.write() as session:
        if db.engine.dialect.name == "postgresql":
            session.execute(text("DROP TRIGGER journal_no_change ON journal"))
        else:
            session.execute(text("DROP TRIGGER journal_no_UPDATE"))
        session.execute(text("UPDATE journal SET objet = 'autre chose'"))

    with db.read() as session:
        assert not journal.is_whole(session, demarche_id)


def test_lines_written_together_make_one_chain(db, demarche_id):
    writers = [threading.Thread(target=write, args=(db, demarche_id)) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    with db.read() as session:
        assert journal.is_whole(session, demarche_id)
        assert session.query(JournalRow).count() == 8 + 2  # the démarche and its agent
