"""Old workbooks: read in a process of its own, which may fail in any way."""

import pytest

from psdt.sources import biff, xls
from psdt.sources.anomalies import IllisibleError
from tests.corpus.indicateurs import FICHIERS

ANCIEN = (FICHIERS / "ancien.xls").read_bytes()


def test_gives_the_cells_of_the_sheet():
    classeur = xls.ouvrir("ancien.xls", ANCIEN)
    first, second, *_ = classeur.lignes("Indicateurs")

    assert classeur.feuilles == ("Indicateurs",)
    assert first.cellules[:2] == ["code", "libelle"]
    assert second.cellules[3:7] == ["Berric", 2016, 820, "ménages"]


def test_notes_what_the_library_leaves_out():
    percents = biff.remarques((FICHIERS / "ancien_pourcents.xls").read_bytes())
    errors = biff.remarques((FICHIERS / "ancien_erreur.xls").read_bytes())

    assert percents == [{(1, 5): "%", (2, 5): "%", (3, 5): "%"}]
    assert errors == [{(3, 5): "#DIV/0!"}]
    assert biff.remarques(ANCIEN) == [{}]


@pytest.mark.parametrize(
    ("script", "genre"),
    [
        ("import os; os.abort()", "feuille_trop_grande"),
        ("import sys; sys.exit(4)", "feuille_trop_grande"),
        ("import sys; sys.exit(3)", "mot_de_passe"),
        ("raise RuntimeError", "fichier_abime"),
        ("import time; time.sleep(60)", "fichier_trop_gros"),
    ],
)
def test_however_the_process_ends_there_is_a_sentence(tmp_path, monkeypatch, script, genre):
    path = tmp_path / "lecteur.py"
    path.write_text(script)
    monkeypatch.setattr(xls, "LECTEUR", path)
    monkeypatch.setattr(xls, "SECONDES", 1)

    with pytest.raises(IllisibleError) as refused:
        xls.ouvrir("ancien.xls", ANCIEN)
    assert refused.value.anomalie.genre == genre


def test_the_process_may_not_take_all_the_memory(tmp_path, monkeypatch):
    greedy = tmp_path / "lecteur.py"
    reader = xls.LECTEUR.read_text("utf-8")
    greedy.write_text(reader.replace("sys.stdin.buffer.read()", "b'x' * (1 << 30)"), "utf-8")
    monkeypatch.setattr(xls, "LECTEUR", greedy)

    with pytest.raises(IllisibleError, match="mémoire"):
        xls.ouvrir("ancien.xls", ANCIEN)


def test_a_chain_of_sectors_that_bites_its_tail_ends():
    size, table = 512, int.from_bytes(ANCIEN[76:80], "little")
    place = (table + 1) * size
    looped = bytearray(ANCIEN)
    for sector in range(20):
        looped[place + 4 * sector : place + 4 * sector + 4] = (sector ^ 1).to_bytes(4, "little")

    with pytest.raises(ValueError, match="without end"):
        biff.remarques(bytes(looped))
