"""The documentation says all there is, and nothing that is not there."""

import re
from pathlib import Path

import pytest

from psdt.cli import app
from psdt.domain.priorites import Accord
from psdt.settings import app_dir

ROOT = app_dir()
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "data").rglob("*.md")])

SETTINGS = sorted(
    {
        name
        for source in ("psdt/settings.py", "psdt/cli.py")
        for name in re.findall(r'"(PSDT_\w+)"', (ROOT / source).read_text("utf-8"))
    }
)
COMMANDS = sorted(
    command.name or command.callback.__name__.replace("_", "-")
    for command in app.registered_commands
)
METHODS = sorted(
    module.name
    for module in (ROOT / "psdt" / "analytics").glob("*.py")
    if module.name != "__init__.py"
)


@pytest.mark.parametrize("variable", SETTINGS)
def test_each_setting_is_documented(variable):
    assert f"| `{variable}` |" in README
    assert f"| `{variable}` |" in (DOCS / "exploitation.md").read_text("utf-8")


def test_no_setting_is_documented_that_is_not_read():
    read = {*SETTINGS, "PSDT_CASES", "PSDT_BAD_FILES"}  # the last two are read by the tests

    for page in PAGES:
        assert set(re.findall(r"PSDT_\w+", page.read_text("utf-8"))) <= read, page.name


def test_every_command_is_documented_and_no_other():
    titles = re.findall(
        r"^## `psdt ([\w-]+)`", (DOCS / "commandes.md").read_text("utf-8"), re.MULTILINE
    )
    rows = re.findall(r"^\| `psdt ([\w-]+)` \|", README, re.MULTILINE)

    assert sorted(titles) == COMMANDS
    assert sorted(rows) == COMMANDS


@pytest.mark.parametrize("module", METHODS)
def test_each_calculation_is_explained(module):
    assert f"`psdt/analytics/{module}`" in (DOCS / "methodes.md").read_text("utf-8")


def test_no_calculation_is_explained_that_is_not_there():
    named = re.findall(r"`psdt/analytics/(\w+\.py)`", (DOCS / "methodes.md").read_text("utf-8"))

    assert set(named) <= set(METHODS)


def test_agreement_is_explained_with_the_words_on_screen():
    methods = (DOCS / "methodes.md").read_text("utf-8")

    assert all(f"| {word} |" in methods for word in Accord)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)\)", page.read_text("utf-8"))

    assert not [link for link in links if "://" not in link and not _exists(page, link)]


def _exists(page: Path, link: str) -> bool:
    return (page.parent / link).exists()


def test_the_readme_opens_with_the_two_commands():
    first = README.split("```")[1]

    assert re.findall(r"^make \w+", first, re.MULTILINE) == ["make run", "make test"]


def test_the_licence_is_the_one_declared():
    licence = (ROOT / "LICENSE").read_text("utf-8")

    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert 'license = "EUPL-1.2"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert "license: EUPL-1.2" in (ROOT / "publiccode.yml").read_text("utf-8")
