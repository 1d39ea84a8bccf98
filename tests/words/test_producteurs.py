"""Sources of figures, as people read them."""

import pytest

from psdt.words.grammar import NNBSP
from psdt.words.producteurs import origine, source


@pytest.mark.parametrize("calcule", [True, False])
@pytest.mark.parametrize("somme", [True, False])
def test_the_origin_of_a_figure_does_not_say_how_it_was_computed(calcule, somme):
    said = source({"recensement": 2022}, calcule=calcule, somme=somme)

    assert origine(said) == "Insee, recensement 2022"


@pytest.mark.parametrize("space", [" ", NNBSP])
def test_what_a_person_wrote_after_a_semicolon_stays(space):
    assert origine(f"Caf{space}; MSA") == f"Caf{space}; MSA"
    assert origine(f"Drees 2023{space}; somme des départements") == "Drees 2023"
