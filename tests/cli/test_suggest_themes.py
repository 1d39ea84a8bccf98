"""``psdt suggest-themes``: the themes of a file, to read or for another program."""

import json

import pytest

from psdt.settings import app_dir

DEMO = app_dir() / "data" / "demo" / "objectifs.csv"
CSV = """objectif;enjeu
un bus le soir;x
un médecin au bourg;x
;x
des bus le samedi;x
trouver un médecin;x
???;x
un bus le soir;x
"""


@pytest.fixture
def forum(tmp_path):
    """A small file of objectifs."""
    path = tmp_path / "forum.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_for_another_program_every_text_is_somewhere_once(psdt, forum):
    status, output = psdt("suggest-themes", forum, "-k", 2, "--json")
    found = json.loads(output)

    assert status == 0
    assert [set(theme) for theme in found["themes"]] == [{"titre", "mots", "membres"}] * 2
    assert [theme["membres"] for theme in found["themes"]] == [[1, 4, 7], [2, 5]]
    assert found["a_classer"] == [6]
    assert found["themes"][0]["titre"] == "Transports et déplacements"


def test_the_order_of_the_rows_changes_nothing(psdt, tmp_path):
    header, *rows = DEMO.read_text("utf-8").splitlines()
    upside_down = tmp_path / "inverse.csv"
    upside_down.write_text("\n".join([header, *reversed(rows)]), encoding="utf-8")

    def groups(path):
        themes = json.loads(psdt("suggest-themes", path, "--json")[1])["themes"]
        return [theme["membres"] for theme in themes]

    n = len(rows) + 1
    straight = {frozenset(group) for group in groups(DEMO)}
    assert {frozenset(n - row for row in group) for group in groups(upside_down)} == straight
    assert len(straight) in (6, 7)


def test_to_read_it_is_in_words(psdt):
    status, output = psdt("suggest-themes", DEMO, "-k", 7)

    assert status == 0
    assert "7\u00a0thèmes suggérés" in output
    assert "Mobilité" in output
    assert "À classer" in output


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("vide.csv", "", "est vide"),
        ("autre.csv", "nom;ville\na;b\n", "il manque la colonne"),
        ("blanc.csv", "objectif;enjeu\n;x\n", "la case est vide"),
    ],
)
def test_a_wrong_file_is_a_sentence(psdt, tmp_path, name, content, said):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    status, output = psdt("suggest-themes", path)

    assert status == 1
    assert said in output.replace("Il manque", "il manque")
    assert len(output.splitlines()) == 1


def test_a_file_that_is_not_there_is_a_sentence(psdt, tmp_path):
    status, output = psdt("suggest-themes", tmp_path / "absent.csv")

    assert (status, "introuvable" in output) == (1, True)
