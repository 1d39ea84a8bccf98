"""What is said above the map of the communes: never more than what is known."""

import pytest

from psdt.words import territoire as mots
from psdt.words.grammar import NBSP, NNBSP


def plain(text: str) -> str:
    return text.replace(NBSP, " ").replace(NNBSP, " ")


@pytest.mark.parametrize(
    ("peuplement", "said"),
    [
        (
            (("Berric", 2129), ("Questembert", 7900)),
            "2 communes et 10 029 habitants ; la plus peuplée, Questembert, en compte 7 900",
        ),
        ((("Berric", 900), ("Larré", 900)), "2 communes et 1 800 habitants"),
        ((("Berric", 900), ("Larré", None)), "2 communes, dont 1 sans chiffre de population"),
        ((("Berric", None), ("Larré", None)), "Le territoire réunit 2 communes"),
        ((("Berric", 1),), "Berric compte 1 habitant"),
        ((("Berric", None),), "Le territoire est une commune : Berric"),
    ],
    ids=["known", "tie", "partly known", "unknown", "alone", "alone and unknown"],
)
def test_the_map_says_what_is_known(peuplement, said):
    assert plain(mots.titre_carte(peuplement)) == said


def test_what_a_map_lacks_is_said_with_its_year():
    assert plain(mots.sous_titre(2022, 2)) == (
        "Habitants en 2022. 2 communes sans contour : la carte les laisse en blanc."
    )
    assert plain(mots.sous_titre(None, 1)) == (
        "1 commune sans contour : la carte la laisse en blanc."
    )
    assert mots.sous_titre(None, 0) == ""
