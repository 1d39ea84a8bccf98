"""Which figures of a chapter Word shows, and in which order."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from psdt.exports.rapport import Annexe, Chapitre, Illustration, Table
from psdt.exports.rapport_pages import PAGE, Pages, hauteur

DATA = Table(titre="", note="", entetes=("A",), lignes=(), largeurs=(16.0,))


def figure(centimetres: float) -> Illustration:
    """Return a figure that takes about that height, its caption in a line."""
    return Illustration(
        titre="Un constat",
        sous_titre="",
        alt="",
        source="",
        fig=SimpleNamespace(layout=SimpleNamespace(height=None)),
        largeur=604,
        hauteur=round((centimetres - 1.02) * 604 / 16),
        donnees=DATA,
    )


def chapter(lines: int, *figures: float) -> Chapitre:
    text = "x" * 90
    return Chapitre(
        titre="", introduction=(text,) * lines, illustrations=tuple(map(figure, figures))
    )


def test_the_height_of_a_figure_is_that_of_its_parts():
    assert hauteur(figure(10)) == pytest.approx(10, abs=0.05)


@pytest.mark.parametrize(
    ("lines", "figures", "shown"),
    [
        pytest.param(8, (13, 12), [0, 1], id="one fits under the text, the other on a page"),
        pytest.param(16, (13, 10), [1, 0], id="the first that fits, not the first"),
        pytest.param(30, (40, 10), [1, 0], id="one larger than a page is shown all the same"),
        pytest.param(3, (), [], id="none"),
    ],
)
def test_figures_fill_pages(lines, figures, shown):
    assert [*Pages(2).chapitre(chapter(lines, *figures)).figures] == shown


@pytest.mark.parametrize(
    ("chapters", "starts"),
    [
        pytest.param([(5,), (5,), (20,)], [3, 3, 3], id="there is room"),
        pytest.param([(25,), (5,)], [3, 3], id="it holds in what is left"),
        pytest.param([(30,), (20, 10)], [3, 4], id="it does not, and little is left"),
        pytest.param([(5, 19), (5,)], [3, 4], id="figures count"),
        pytest.param([(80,), (5,)], [3, 5], id="a long text goes over pages"),
    ],
)
def test_a_chapter_follows_or_begins_a_page(chapters, starts):
    pages = Pages(2)
    places = [pages.chapitre(chapter(*one)) for one in chapters]

    assert [place.page for place in places] == starts
    assert places[0].saut


def test_a_table_that_holds_on_a_page_is_not_cut():
    rows = replace(DATA, lignes=(("x",),) * 30)
    pages = Pages(2)
    pages.ouvrir()

    assert pages.annexes([Annexe(titre="", tables=(rows, rows))], entiers=True) == 3
    assert pages.page == 4


def test_nothing_is_shown_twice():
    order = Pages(2).chapitre(chapter(20, *[PAGE / 3] * 6)).figures

    assert len(order) == len(set(order)) == 6
