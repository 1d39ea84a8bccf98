"""French agreement and typography."""

import importlib
import pkgutil
import re

import pytest

from psdt import words
from psdt.words.grammar import NBSP, NNBSP, count, fine


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "Aucun bulletin reçu"),
        (1, f"1{NBSP}bulletin reçu"),
        (12, f"12{NBSP}bulletins reçus"),
        (24380, f"24{NNBSP}380{NBSP}bulletins reçus"),
    ],
)
def test_number_and_noun_agree(n, expected):
    assert count(n, "bulletin reçu", "bulletins reçus", none="Aucun bulletin reçu") == expected


def test_a_line_never_begins_with_a_semicolon_or_a_closing_quote():
    assert fine("« Oui » : 80 %") == f"«{NBSP}Oui{NBSP}»{NNBSP}: 80{NNBSP}%"


@pytest.mark.parametrize("module", [m.name for m in pkgutil.iter_modules(words.__path__)])
def test_words_have_french_spaces(module):
    texts = vars(importlib.import_module(f"psdt.words.{module}")).items()
    constants = [value for name, value in texts if name.isupper() and isinstance(value, str)]

    assert not [text for text in constants if re.search(r" [;:!?%»]|« ", text)]
