"""The files that producers really publish, from the preview to the undoing: PSDT_RAW_FILES."""

import pytest

from psdt.domain.imports import Reponses
from psdt.services import access, import_abs, importer
from psdt.services.apercu import ACorriger
from psdt.sources import SOURCES
from psdt.store import ensemble
from tests.conftest import NOW, PASSWORD
from tests.sources.test_fichiers_reels import FILES

LABELS = {source.label for source in SOURCES.values()}


def everything(db, agent):
    with db.read() as session:
        return ensemble.valeurs(session, agent.demarche_id)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_is_previewed_imported_and_undone(sqlite_db, path):
    access.install(sqlite_db, "Projet social", "CIAS", now=NOW)
    agent = access.add_account(sqlite_db, "a@exemple.fr", PASSWORD, nom="Agent")
    import_abs.import_sample(sqlite_db, agent)
    before = everything(sqlite_db, agent)

    found = importer.read(sqlite_db, agent, path.name, path.read_bytes(), Reponses())
    if isinstance(found, ACorriger):  # a dictionary, or a file of elsewhere
        assert {a.genre for a in found.anomalies} <= {"dictionnaire", "aucun_territoire"}
        assert found.phrases
        return
    assert found.provenance.nature in LABELS
    assert found.bilan["CHANGEE"] == 0  # the sample was read in the same files by other means
    importer.keep(sqlite_db, agent, found)
    assert len(everything(sqlite_db, agent)) == len(before) + found.bilan["NOUVELLE"]

    *_, first = import_abs.history(sqlite_db, agent)
    import_abs.undo(sqlite_db, agent, first.id)
    assert len(everything(sqlite_db, agent)) == (0 if found.deja else len(found.changements))
