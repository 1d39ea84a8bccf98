"""What is said of past imports agrees with how many figures they brought."""

import pytest

from psdt.words import historique, rapport_annexes
from psdt.words.grammar import NBSP, NNBSP


@pytest.mark.parametrize(
    ("bilan", "en_vigueur", "said"),
    [
        ({"NOUVELLE": 13}, 13, "13 chiffres nouveaux."),
        ({"NOUVELLE": 13}, 12, "13 chiffres nouveaux, dont 1 remplacé depuis."),
        ({"NOUVELLE": 13}, 11, "13 chiffres nouveaux, dont 2 remplacés depuis."),
        ({"NOUVELLE": 13}, 0, "13 chiffres nouveaux, tous remplacés depuis."),
        ({"NOUVELLE": 1}, 0, "1 chiffre nouveau, remplacé depuis."),
    ],
)
def test_what_an_import_brought(bilan, en_vigueur, said):
    assert historique.apport("", bilan, en_vigueur).replace(NBSP, " ") == said


@pytest.mark.parametrize(
    ("secret", "total", "said"),
    [
        (1, 3, "Secret dans 1 commune sur 3"),
        (2, 3, "Secret dans 2 communes sur 3"),
        (1, 1, "Secret statistique"),
    ],
)
def test_where_a_figure_is_secret(secret, total, said):
    found = rapport_annexes.connues_ailleurs(secret, total, [])
    assert found.replace(NBSP, " ").replace(NNBSP, " ") == said
