"""What a person mistypes, or what the machine refuses, is one French sentence."""

import pytest


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (["serve", "--prot", "80"], "psdt serve --help"),
        (["serve", "--port", "abc"], "psdt serve --help"),
        (["backup"], "psdt backup --help"),
        (["sauvegarde"], "psdt --help"),
    ],
)
def test_a_command_badly_written(psdt, words, where):
    status, output = psdt(*words)

    assert status == 2
    assert where in output
    assert not {"Usage:", "Error", "Try"} & set(output.split())


def test_a_data_folder_that_cannot_be_written(psdt, monkeypatch):
    monkeypatch.setenv("PSDT_DATA_DIR", "/dev/null/donnees")

    status, output = psdt("agent", "a@b.fr", "--mot-de-passe", "une phrase de passe")

    assert status == 1
    assert "vérifiez le disque" in output


def test_help_is_there(psdt):
    status, output = psdt("--help")

    assert status == 0
    assert "psdt" in output
