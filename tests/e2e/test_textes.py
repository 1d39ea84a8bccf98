"""What people wrote reaches the screen as they wrote it: no tag, no link, no translation."""

from fractions import Fraction
from urllib.parse import urlsplit

import pytest

from psdt.domain.elements import Contribution, Nature
from psdt.domain.priorites import Bareme, Critere, Liste
from psdt.services import criteres, elements
from tests import notation as scene

ENJEU = "Close <img src=x onerror=alert(1)> **gras** http://exemple.invalid"
ANCRES = (
    "Open",
    "*Search*",
    "[lien](http://exemple.invalid)",
    "![](http://exemple.invalid/x.png)",
)


@pytest.fixture
def activite(world) -> int:
    """A notation whose texts try everything."""
    enjeu = elements.write(world.db, world.agent, Contribution(nature=Nature.ENJEU, texte=ENJEU))
    critere = Critere(libelle="Fullscreen", question="$x$ :red[Close]", ancres=ANCRES)
    [number] = criteres.choose(world.db, world.agent, Liste.ENJEUX, [critere])
    return scene.opened(
        world.db, world.agent, Bareme(elements=(enjeu,), poids={number: Fraction(1)})
    )


def test_texts_are_shown_word_for_word(world, visit, activite):
    visitor = visit(world.session(), phone=True)
    page = visitor.open("participer/noter")

    page.get_by_test_id("stRadioOption").first.wait_for()
    boxes = page.get_by_test_id("stRadioOption").all_inner_texts()
    assert page.locator(".psdt-question h2").inner_text() == ENJEU
    assert page.locator(".psdt-question p").inner_text() == "$x$ :red[Close]"
    assert [box.strip().replace("\u2060", "") for box in boxes[:4]] == list(ANCRES)
    assert page.get_by_test_id("stMain").locator("a, img, strong, em").count() == 0
    assert visitor.hosts == {urlsplit(world.address).netloc}
