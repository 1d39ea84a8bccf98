"""The sizes of the themes, taken away: what the screen shows, by those who may."""

from datetime import date

import pytest

from psdt.domain.people import College, Mandat, Role
from psdt.errors import AccessDeniedError, RegroupementInconnuError
from psdt.services import themes, themes_table
from psdt.store import journal
from psdt.words import themes as mots
from tests.conftest import NOW
from tests.themes import write_objectifs

JOUR = date(2026, 3, 12)


def text(db, actor) -> list[str]:
    return themes_table.download(db, actor, "csv", today=JOUR).decode("utf-8-sig").splitlines()


def test_a_suggestion_is_taken_away_then_the_draft_with_its_colleges(db, agent, invite):
    write_objectifs(db, agent, invite)
    found = themes.suggestions(db, agent)
    header, *lines = text(db, agent)
    assert header == f'"{mots.THEME}";"{mots.OBJECTIFS}"'
    assert len(lines) == found.conseil

    themes.keep(db, agent, 6, found.empreinte, now=NOW)
    header, *lines = text(db, agent)
    assert header.split(";")[1:5] == [f'"{college}"' for college in College]
    assert len(lines) == 6
    shown = themes.draft(db, agent).lisible
    assert [line.split(";")[1].strip('"') for line in lines] == shown.iloc[:, 1].map(str).tolist()
    assert themes_table.download(db, agent, "xlsx", today=JOUR).startswith(b"PK")


def test_the_journal_keeps_that_it_was(db, agent, invite):
    write_objectifs(db, agent, invite)
    text(db, agent)

    with db.read() as session:
        last = session.query(journal.JournalRow).order_by("id").all()[-1]
        assert (last.action, last.objet) == ("TABLEAU_EXPORTE", mots.TITRE)
        assert journal.is_whole(session, agent.demarche_id)


def test_without_themes_there_is_no_file(db, agent):
    with pytest.raises(RegroupementInconnuError):
        text(db, agent)


def test_files_have_a_name_each(db, agent):
    names = {themes_table.fichier(db, agent, k, today=JOUR) for k in (*mots.FICHIERS, "png")}

    assert names == {f"2026-03-12_cias_themes_v1.{k}" for k in ("xlsx", "csv", "png")}


@pytest.mark.parametrize("role", [Role.ELU, Role.HABITANT, Role.FINANCEUR])
def test_those_who_only_read_do_not_take(db, agent, invite, role):
    write_objectifs(db, agent, invite)
    actor = invite(role)

    with pytest.raises(AccessDeniedError):
        text(db, actor)
    with pytest.raises(AccessDeniedError):
        themes_table.fichier(db, actor, "csv", today=JOUR)


def test_the_conseil_takes(db, agent, invite):
    write_objectifs(db, agent, invite)

    assert text(db, invite(Role.HABITANT, mandats=[Mandat.CONSEIL_ADMINISTRATION]))
