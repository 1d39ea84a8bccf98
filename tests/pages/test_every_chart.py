"""What holds for every chart, on every screen: its finding, its words, its table, its files.

A screen that draws is found by what it imports: a new one is walked without being named here,
and one whose chart this base cannot fill fails until it can.
"""

from collections.abc import Iterator

import pytest

from psdt.domain.people import Role
from psdt.exports import images
from psdt.services import access, import_abs, locales, themes
from psdt.settings import app_dir
from psdt.ui import figures
from psdt.ui.screens import SCREENS
from psdt.words import comparer as comparer_words
from psdt.words import interface
from psdt.words import locales as locales_words
from psdt.words import territoire as territoire_words
from tests.conftest import NOW
from tests.priorites import closed, six_elus
from tests.services.test_locales import LIGNES_REPONSES
from tests.sources.test_saisie import ASKED
from tests.tables import BOX
from tests.themes import write_objectifs

VUES = {
    "abs/comparer": comparer_words.VUES,
    "abs/locales": locales_words.VUES,
    "abs/territoire": territoire_words.VUES,
}
"""Screens with several ways of seeing, which their address names."""
ADDRESSES = {
    "abs/explorer": [{"commune": "56015"}, {"indicateur": "PART_75P"}],
    "abs/presenter": [{"place": str(place)} for place in range(2, 5)],
}
"""Other addresses that draw something else."""
DRAWING = sorted(
    name
    for name in SCREENS
    if "psdt.charts" in (app_dir() / "pages" / f"{name}.py").read_text("utf-8")
)
FILES = {"xlsx", "csv"}


@pytest.fixture(params=["sqlite"])
def db(request):
    """One kind of base is enough: what is looked at is what pages draw."""
    return request.getfixturevalue(f"{request.param}_db")


@pytest.fixture
def pictures(monkeypatch):
    """What builds the picture of each chart that was drawn."""
    asked = []

    def keep(build):
        asked.append(build)
        return build

    monkeypatch.setattr(figures, "at_click", keep)
    yield asked
    images.fermer()


@pytest.fixture
def session_id(db, agent, invite, agent_session) -> str:
    """The session of the agent, once there is something to draw everywhere."""
    import_abs.import_sample(db, agent)
    locales.ask(db, agent, ASKED, LIGNES_REPONSES)
    closed(db, agent, six_elus() | {Role.HABITANT: [(1, 4)] * 6})
    write_objectifs(db, agent, invite)
    return agent_session


def drawn(node) -> Iterator[object]:
    """Yield the elements of a page in the order they are read."""
    for child in getattr(node, "children", {}).values():
        yield child
        yield from drawn(child)


def read(element) -> tuple[str, str]:
    """Return what an element is, and what it says; nothing for one that is neither."""
    if element.type == "header":
        return "finding", element.value
    if element.type == "plotly_chart":
        return "chart", element.proto.alt
    if element.type == "html" and element.proto.body.startswith(BOX):
        return "table", ""
    if element.type == "download_button":
        image = element.proto.label == interface.IMAGE
        return ("image" if image else "file"), element.key.rpartition(".")[2]
    return "", ""


def told_by(page) -> list[tuple[str, str]]:
    """Return what a page draws, in the order it is read."""
    return [said for said in map(read, drawn(page.main)) if said[0]]


def check(told) -> int:
    """Check the charts of a page, and return how many findings they show.

    A chart without a finding of its own is the one before it, for a narrow screen.
    """
    kinds = [kind for kind, _ in told]
    places = [n for n, kind in enumerate(kinds) if kind == "chart"]
    own = [n for n in places if kinds[n - 1] == "finding"]
    for n in places:
        assert told[n][1], "a chart without words for those who do not see it"
        assert n in own or kinds[n - 1] == "chart", "a chart without its finding above it"
    for n, end in zip(own, [*own[1:], len(told)], strict=False):
        assert told[n - 1][1], "an empty finding"
        assert "image" in kinds[n:end], f"no picture of « {told[n - 1][1]} »"
        assert "table" in kinds[n:], f"no table of « {told[n - 1][1]} »"
        kept = {text for kind, text in told[n:] if kind == "file"}
        assert kept >= FILES, f"no file of « {told[n - 1][1]} »"
    assert kinds.count("image") == len(own)
    return len(own)


def addresses(name) -> list[dict[str, str]]:
    return [{}, *({"vue": vue} for vue in VUES.get(name, ())), *ADDRESSES.get(name, ())]


@pytest.mark.parametrize("name", DRAWING)
def test_every_chart_has_its_finding_its_words_its_table_and_its_files(
    visit, session_id, pictures, name
):
    found = 0
    for address in addresses(name):
        page = visit(name, session_id, **address)

        assert not page.exception
        assert not page.error
        keys = {getattr(element, "key", None) for element in drawn(page.main)}
        assert ("vue" in keys) == (name in VUES)
        found += check(told_by(page))

    assert found
    assert len(pictures) == found
    assert all(build().startswith(b"\x89PNG") for build in pictures)


def test_a_draft_of_the_commission_too(visit, session_id, db, agent):
    themes.keep(db, agent, 6, themes.suggestions(db, agent).empreinte, now=NOW)

    assert check(told_by(visit("commission/themes", session_id))) == 1


def test_screens_that_do_not_import_charts_draw_none(visit, session_id, db):
    actor = access.identify(db, session_id, now=NOW)
    for name, screen in SCREENS.items():
        if name not in DRAWING and screen.is_open_to(actor):
            assert not visit(name, session_id).get("plotly_chart"), name


WHOLE = [
    *(("finding", "F"), ("chart", "A"), ("image", "png"), ("table", "")),
    *(("file", "xlsx"), ("file", "csv")),
]


def test_the_check_sees_a_chart_that_has_all():
    assert check(WHOLE) == 1
    assert check([*WHOLE[:3], *WHOLE]) == 2  # charts may share their table and their files


@pytest.mark.parametrize("n", range(len(WHOLE)), ids=[f"{a} {b}" for a, b in WHOLE])
def test_the_check_sees_what_is_missing(n):
    without = [*WHOLE[:n], *WHOLE[n + 1 :]]

    with pytest.raises(AssertionError):
        check(without)


@pytest.mark.parametrize("n", [0, 1], ids=["finding", "words"])
def test_the_check_sees_what_is_empty(n):
    with pytest.raises(AssertionError):
        check([*WHOLE[:n], (WHOLE[n][0], ""), *WHOLE[n + 1 :]])
