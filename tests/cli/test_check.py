"""``psdt check-abs`` and ``check-objectifs``: what a file gives, or what to mend in it."""

import json
import os
import subprocess
import sys

import pytest

from psdt.settings import app_dir
from tests.sources.conftest import LIGNE, ecrire

SAMPLE = app_dir() / "data" / "abs_sample.xlsx"
COLUMNS = {
    *("code", "libelle", "theme", "territoire", "annee"),
    *("valeur", "statut", "unite", "source"),
}


@pytest.fixture
def fichier(tmp_path):
    """Write a file; return its path."""

    def fichier(contenu: bytes, nom: str = "essai.xlsx"):
        path = tmp_path / nom
        path.write_bytes(contenu)
        return path

    return fichier


def test_a_good_file_gives_its_rows(psdt, fichier):
    secret = [*LIGNE[:4], 2016, "s", *LIGNE[6:]]
    status, output = psdt("check-abs", fichier(ecrire([LIGNE, secret])), "--json")
    verdict = json.loads(output)
    first, second = verdict["rows"]

    assert (status, verdict["expect"], verdict["n_rows"]) == (0, "ok", 2)
    assert set(verdict) == {"expect", "n_rows", "rows", "warnings"}
    assert set(first) == COLUMNS
    assert (first["territoire"], first["annee"], first["valeur"]) == ("Berric", 2021, 2109)
    assert (first["theme"], first["statut"]) == ("Démographie", "ok")
    assert (second["valeur"], second["statut"]) == (None, "secret")
    assert [set(warning) for warning in verdict["warnings"]] == [{"code", "message"}]


def test_a_wrong_file_gives_its_kind_and_every_sentence(psdt, fichier):
    wrong = [[*LIGNE[:4], "hier", "douze", *LIGNE[6:]]]
    status, output = psdt("check-abs", fichier(ecrire(wrong)), "--json")
    verdict = json.loads(output)

    assert (status, verdict["expect"], verdict["kind"]) == (2, "error", "valeur_illisible")
    assert set(verdict) == {"expect", "kind", "message"}
    assert ["hier" in line for line in verdict["message"].splitlines()] == [True, False]


def test_objectifs_are_told_with_what_is_said_besides(psdt, fichier):
    rows = "objectif;enjeu;table;profil\nun bus;Mobilité;T1;élu\nUN BUS;;;\n"
    status, output = psdt("check-objectifs", fichier(rows.encode(), "forum.csv"), "--json")
    verdict = json.loads(output)

    assert (status, verdict["n_rows"]) == (0, 2)
    assert verdict["rows"][0] == {
        "objectif": "un bus",
        "enjeu": "Mobilité",
        "table": "T1",
        "profil": "élu",
    }
    assert [warning["code"] for warning in verdict["warnings"]] == ["doublon_probable"]


def test_to_read_it_is_in_words(psdt, fichier):
    good = psdt("check-abs", SAMPLE)
    mended = psdt("check-objectifs", fichier(b"objectif\nun bus\nun bus\n", "forum.csv"))
    wrong = psdt("check-objectifs", fichier(b"", "vide.csv"))

    assert good == (0, "Ce fichier peut être repris\u202f: 2\u202f047\u00a0lignes lues.\n")
    assert (mended[0], "À vérifier" in mended[1], "Ligne 3" in mended[1]) == (0, True, True)
    assert (wrong[0], "à corriger" in wrong[1], "vide.csv" in wrong[1]) == (2, True, True)


def test_a_file_that_is_too_large_is_not_read_whole(psdt, fichier):
    status, output = psdt("check-abs", fichier(b"x" * (11 << 20)))

    assert (status, "plus de 10 Mo" in output) == (2, True)


@pytest.mark.parametrize("command", ["check-abs", "check-objectifs"])
def test_what_is_no_file_is_a_sentence(psdt, tmp_path, command):
    os.mkfifo(tmp_path / "tuyau.csv")

    for nom in ("absent.xlsx", "", "tuyau.csv"):
        status, output = psdt(command, tmp_path / nom, "--json")
        verdict = json.loads(output)

        assert (status, verdict["expect"], verdict["kind"]) == (2, "error", "fichier_introuvable")
        assert "introuvable" in verdict["message"]
        assert psdt(command, tmp_path / nom) == (1, verdict["message"] + "\n")


def test_any_name_of_file_may_be_told(psdt, fichier):
    status, output = psdt("check-abs", fichier(b"", os.fsdecode(b"caf\xe9\n.csv")), "--json")

    assert (status, json.loads(output)["kind"]) == (2, "fichier_vide")
    assert "caf.csv" in output


def test_a_console_without_our_spaces_gets_them_all_the_same(fichier):
    rows = fichier(ecrire([LIGNE]))
    done = subprocess.run(
        [sys.executable, "-m", "psdt", "check-abs", str(rows)],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        check=True,
    )

    assert done.stdout.decode().startswith("Ce fichier peut être repris\u202f: 1\u00a0ligne lue.")
