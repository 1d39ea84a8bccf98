"""The application serves any territoire: none is written in its code, but in data/."""

import ast
from itertools import chain

import pytest

from psdt.settings import app_dir

NAMES = ("Questembert", "56184", "245614383", "Berric")
FOLDERS = [app_dir() / name for name in ("psdt", "pages")]
CODE = sorted(chain.from_iterable(folder.rglob("*.py") for folder in FOLDERS))
OTHERS = sorted((app_dir() / "psdt").rglob("*.css")) + sorted((app_dir() / "psdt").rglob("*.js"))


def words(source: str) -> list[str]:
    """Return the texts that a module uses: all but docstrings, which give examples."""
    module = ast.parse(source)
    alone = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    return [
        str(node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and id(node) not in alone
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_territoire_is_known_by_the_code(name):
    assert [p.name for p in CODE if any(name in w for w in words(p.read_text("utf-8")))] == []
    assert [p.name for p in OTHERS if name in p.read_text("utf-8")] == []
