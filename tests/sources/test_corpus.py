"""Every file of the corpus gives what its manifest says, in little time and memory.

``PSDT_BAD_FILES`` names another folder of files with a ``manifest.json``, checked likewise.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpus.__main__ import CAS, ecrire_tout

OURS = [cas.fichier for cas in CAS]
FOLDER = os.environ.get("PSDT_BAD_FILES")
MANIFEST = json.loads((Path(FOLDER) / "manifest.json").read_text("utf-8")) if FOLDER else {}
THEIRS = [case["file"] for case in MANIFEST.get("cases", ())]


def weigh(folder: Path) -> dict:
    """Return what each reading gave, by name of file."""
    command = [sys.executable, "-m", "tests.corpus.peser", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {told["file"]: told for told in map(json.loads, done.stdout.splitlines())}


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    ecrire_tout(folder)
    return weigh(folder), json.loads((folder / "manifest.json").read_text("utf-8"))["limits"]


@pytest.fixture(scope="module")
def theirs():
    return weigh(Path(FOLDER)), MANIFEST["limits"]


@pytest.mark.parametrize(
    ("folder", "name"),
    [*(("ours", name) for name in OURS), *(("theirs", name) for name in THEIRS)],
)
def test_a_file_gives_what_its_manifest_says(request, folder, name):
    readings, limits = request.getfixturevalue(folder)
    told = readings[name]

    assert told["ecarts"] == []
    assert told["secondes"] <= limits["seconds"]
    assert told["mo"] <= limits["memory_mb"]
