"""Which figures of a chapter Word shows, and in which order."""

from types import SimpleNamespace

import pytest

from psdt.exports.rapport import Chapitre, Illustration, Table
from psdt.exports.rapport_pages import PAGE, hauteur, ranger

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
        pytest.param(8, (13, 10), [0], id="one fits under the text, the other would fill no page"),
        pytest.param(8, (13, 12, 12), [0, 1, 2], id="one fits, two more fill a page"),
        pytest.param(16, (13, 10), [1], id="the first that fits, not the first"),
        pytest.param(30, (13, 10), [0, 1], id="a page after the text in any case"),
        pytest.param(30, (40, 10), [1, 0], id="one larger than a page is shown all the same"),
        pytest.param(3, (), [], id="none"),
    ],
)
def test_figures_fill_pages(lines, figures, shown):
    assert ranger(chapter(lines, *figures)) == shown


def test_nothing_is_shown_twice():
    order = ranger(chapter(20, *[PAGE / 3] * 6))

    assert len(order) == len(set(order))
