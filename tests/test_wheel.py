"""The wheel: what « pip install » gives works from any folder, without the checkout."""

import os
import subprocess
import sys
import zipfile

import pytest
import requests

from psdt.settings import app_dir
from tests.server import free_port, started

ROOT = app_dir()


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Install the wheel in a folder of its own; return that folder."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.fixture
def psdt(installed, tmp_path):
    """Return how to run the installed command from an empty folder."""
    elsewhere = tmp_path / "ailleurs"
    elsewhere.mkdir()
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PSDT_")}
    env = kept | {"PYTHONPATH": str(installed), "PSDT_DATA_DIR": str(tmp_path / "donnees")}
    command = [sys.executable, "-c", "from psdt.cli import main; main()"]
    return {"args": command, "cwd": elsewhere, "env": env}


def run(psdt, *args):
    return subprocess.run(
        [*psdt["args"], *args],
        cwd=psdt["cwd"],
        env=psdt["env"],
        capture_output=True,
        text=True,
        check=False,
    )


def test_carries_what_the_application_needs(installed):
    app = installed / "psdt" / "_app"

    assert (app / "streamlit_app.py").is_file()
    assert (app / "pages" / "accueil" / "bienvenue.py").is_file()
    assert (app / "data" / "abs_sample.xlsx").is_file()
    assert (app / ".streamlit" / "config.toml").is_file()
    assert list((installed / "psdt" / "store" / "migrations" / "versions").glob("v0001*.py"))
    assert list((installed / "psdt" / "ui" / "assets").glob("*.css"))
    fonts = installed / "psdt" / "exports" / "fonts"
    assert len([*fonts.glob("PSTSans-*.ttf"), *fonts.glob("OFL.txt")]) == 5
    assert (fonts / "couverture.txt").is_file()
    assert (installed / "psdt" / "exports" / "modeles" / "rapport.typ").is_file()


def test_the_demonstration_plays_and_is_served_from_any_folder(psdt):
    prepared = run(psdt, "demo", "--preparer")
    assert prepared.returncode == 0, prepared.stderr

    port = free_port()
    command = [*psdt["args"], "demo", "--port", str(port)]
    with started(command, port, cwd=psdt["cwd"], env=psdt["env"]) as address:
        health = requests.get(f"{address}/sante", timeout=5).json()
        entered = requests.post(
            f"{address}/connexion/demonstration/elu", timeout=5, allow_redirects=False
        )

    assert (health["base"], health["migration"]) == (True, True)
    assert entered.status_code == 303
    assert not list(psdt["cwd"].iterdir())


def test_serve_starts_from_any_folder(psdt):
    port = free_port()
    command = [*psdt["args"], "serve", "--port", str(port)]
    with started(command, port, cwd=psdt["cwd"], env=psdt["env"]) as address:
        assert requests.get(f"{address}/sante", timeout=5).json()["migration"]
