"""Rules of the house that no linter knows. Each says what it protects."""

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
import textwrap
import tomllib
from importlib.metadata import packages_distributions

import pytest

from psdt import services
from psdt.settings import app_dir
from psdt.ui.screens import SCREENS

ROOT = app_dir()
PAGES = sorted((ROOT / "pages").rglob("*.py"))
PUBLIC = {"accueil/bienvenue"}
PHONES = ("accueil/bienvenue", "participer/noter")
KEY = re.compile(r"[a-z0-9_./:-]*")

# Those who call them are nobody yet, or the machine itself.
WITHOUT_ACTOR = {"access", "encoder", "health"}
USE_CASES = [
    pytest.param(function, id=f"{module.name}.{name}")
    for module in pkgutil.iter_modules(services.__path__)
    if module.name not in WITHOUT_ACTOR
    for name, function in vars(importlib.import_module(f"psdt.services.{module.name}")).items()
    if inspect.isfunction(function)
    and function.__module__ == f"psdt.services.{module.name}"
    and not name.startswith("_")
]


def name_of(page) -> str:
    return page.relative_to(ROOT / "pages").with_suffix("").as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
class TestEveryPage:
    def test_is_in_a_folder_and_on_the_list(self, page):
        """A file directly in pages/, or that no right opens, would be served to anybody."""
        assert name_of(page) in SCREENS

    def test_is_framed(self, page):
        """A page must be safe even when nothing ran before it."""
        public = ", public=True" in page.read_text()

        assert re.search(r"^with ui\.page\(", page.read_text(), re.MULTILINE)
        assert public == (name_of(page) in PUBLIC)

    def test_has_no_french_of_its_own(self, page):
        """Words live in psdt/words, where they are proofread together."""
        module = ast.parse(page.read_text())
        docs = {
            ast.get_docstring(node, clean=False)
            for node in ast.walk(module)
            if isinstance(node, ast.Module | ast.FunctionDef)
        }
        literals = [n.value for n in ast.walk(module) if isinstance(n, ast.Constant)]
        words = {v for v in literals if isinstance(v, str) and not KEY.fullmatch(v)}

        assert words <= docs

    def test_fits_on_a_screen(self, page):
        assert len(page.read_text().splitlines()) <= 80


WRITTEN = [
    module
    for module in sorted((ROOT / "psdt").rglob("*.py"))
    if module.relative_to(ROOT / "psdt").parts[0] not in {"words", "errors"}
]
PROSE = re.compile(r"[^\\|^$*\[\]\n]*\S[^\S\n]+[^\\|^$*\[\]\s]+[^\S\n]+\S[^\\|^$*\[\]\n]*")
"""Three words at least, and no sign of a pattern."""
FRENCH = re.compile(
    r"[àâçéèêëîïôùûœÀÉÈÊ]|\b([ldns]'|le|la|les|un|une|des|du|et|ou|est|sont|pas|pour|dans|sur|avec"
    r"|ce|cette|qui|que|vous|votre|il|aucune?)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("module", WRITTEN, ids=lambda m: m.relative_to(ROOT / "psdt").as_posix())
def test_french_sentences_are_with_the_words(module):
    """A sentence written where it is used is proofread by nobody.

    What Python names stays where it is: the values of an enumeration, labels of one word.
    """
    tree = ast.parse(module.read_text())
    apart = {id(part) for node in ast.walk(tree) for part in _apart(node)}
    said = [_said(node) for node in ast.walk(tree) if id(node) not in apart]

    assert not [s for s in said if s and PROSE.fullmatch(s) and FRENCH.search(s)]


def _apart(node):
    """Yield what is no sentence of its own: docs, values of enumerations, parts of f-strings."""
    if isinstance(node, ast.Expr):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from node.values
    elif isinstance(node, ast.ClassDef) and any("Enum" in ast.unparse(b) for b in node.bases):
        yield from (part for line in node.body for part in ast.walk(line))


def _said(node) -> str:
    """Return the text of a literal; what fills an f-string is « x »."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_said(part) or "x" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_every_screen_has_its_page():
    assert {name_of(page) for page in PAGES} == set(SCREENS)


@pytest.mark.parametrize("use_case", USE_CASES)
def test_every_use_case_checks_the_right_to_act(use_case):
    """Asked after the reading, it would let what must not be seen be computed."""
    (function,) = ast.parse(textwrap.dedent(inspect.getsource(use_case))).body
    steps = [ast.unparse(step) for step in _in_order(function.body)]
    asked = [step.startswith("actor.require(") for step in steps]

    assert "actor" in inspect.signature(use_case).parameters
    assert True in asked
    before = steps[: asked.index(True)]
    assert not [s for s in before if re.search(r"\b(db|session)\b", s) and not FINDS.match(s)]


FINDS = re.compile(r"[\w, ]+ = \w+\.(get|get_actor|hold|take|theme_of)\(session, [^()]*\)$")
"""What may be read before: the thing itself, to know whose démarche it is of."""


def _in_order(steps):
    """Yield the statements of a function, those inside its transaction in their place."""
    for step in steps:
        if isinstance(step, ast.With):
            yield from _in_order(step.body)
        else:
            yield step


@pytest.mark.parametrize(
    ("folders", "extra"), [(("psdt", "pages"), ""), (("tests", "bench"), "test")]
)
def test_what_is_imported_is_declared(folders, extra):
    """What comes along with another library may leave with its next version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["postgresql"]]
    declared += project["optional-dependencies"]["semantique"]
    declared += project["optional-dependencies"].get(extra, [])
    names = {_normal(re.match(r"[\w-]+", line)[0]) for line in declared}
    modules = {
        name.split(".")[0]
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        for name in _imported(node)
    }
    known = packages_distributions()

    foreign = {m: set(map(_normal, known[m])) for m in modules if m in known and m != "psdt"}
    assert {m for m, origins in foreign.items() if not origins & names} == set()


def _normal(name: str) -> str:
    return name.lower().replace("_", "-")


def _imported(node) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def test_modules_stay_readable():
    modules = (ROOT / "psdt").rglob("*.py")

    assert not [m for m in modules if len(m.read_text().splitlines()) > 300]


HEAVY = {"pandas", "sklearn", "openpyxl", "xlsxwriter", "psdt.charts"}
"""Streamlit loads Plotly by itself; what draws with it is psdt.charts."""


@pytest.mark.parametrize("name", PHONES)
def test_a_phone_loads_neither_pandas_nor_charts(name):
    lines = (ROOT / "pages" / f"{name}.py").read_text().splitlines()
    imports = [line for line in lines if line.startswith(("import", "from"))]
    script = [
        "import sys, psdt.ui, psdt.ui.francais, psdt.web.routes",
        *imports,
        f"print(sorted({HEAVY} & set(sys.modules)))",
    ]

    done = subprocess.run(
        [sys.executable, "-c", "\n".join(script)], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def test_no_text_of_a_participant_can_be_run():
    """Streamlit escapes HTML and JavaScript unless told not to."""
    sources = [*(ROOT / "psdt").rglob("*.py"), *PAGES]
    unsafe = ("unsafe_allow_html", "unsafe_allow_javascript")

    assert not [s.name for s in sources if any(word in s.read_text() for word in unsafe)]
