"""French agreement and typography."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

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


def _texts(value: object) -> Iterator[str]:
    """Return the texts of a constant, those of its tuples and mappings too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


SPACED_LATER = ("QUE_FAIRE", "ILLISIBLE", "PATTERNS")
"""Sentences with holes, whose spaces are put once filled, and those of Streamlit."""


@pytest.mark.parametrize("module", [m.name for m in pkgutil.iter_modules(words.__path__)])
def test_words_have_french_spaces(module):
    texts = vars(importlib.import_module(f"psdt.words.{module}")).items()
    named = {name: value for name, value in texts if name.isupper() and name not in SPACED_LATER}
    if module.startswith("catalogue") and module != "catalogue_ecran":
        named = {}  # written as producers do, spaced when shown
    constants = [text for value in named.values() for text in _texts(value)]

    assert not [text for text in constants if re.search(r" [;:!?%»]|« |\d \d{3}\b", text)]
