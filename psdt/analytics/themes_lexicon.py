"""A lexicon of concepts, and what each text says of them.

A lexicon is a plain dict, which anybody can extend: family → concept → its words and
phrases, separated by commas. A word after ``~`` says for whom or how rather than what
(« jeunes », « gratuit »), and counts half. After ``≈`` stands the name of a concept close to
this one: what is said of one is said a little of the other. Names of families and concepts
become titles of themes.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from psdt.analytics.text import light, significant, words

Lexicon: TypeAlias = Mapping[str, Mapping[str, str]]
Matrix: TypeAlias = NDArray[np.float64]

WEAK = 0.5
CLOSE = 0.35
"""How much of what is said of a concept is said of one close to it."""
PHRASE = 1.5
"""A phrase of several words is surer than a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concepts:
    """A lexicon made ready for search."""

    titles: tuple[str, ...]
    families: tuple[str, ...]
    family_of: NDArray[np.intp]
    """Shape (n_concepts,): index of the family of each concept."""
    entries: Mapping[tuple[str, ...], Mapping[int, float]]
    """Light forms of a phrase → weight in each concept."""
    longest: int
    """Words of the longest phrase."""
    kinship: Matrix
    """Shape (n_concepts, n_concepts), symmetric: 1 for itself, ``CLOSE`` for a close one."""
    examples: tuple[tuple[str, int], ...]
    """Each word or phrase as written, and the index of its concept."""


def compile_lexicon(lexicon: Lexicon) -> Concepts:
    """Make a lexicon ready for search.

    Examples
    --------
    >>> concepts = compile_lexicon({"Familles": {"Crèches": "crèche, ~parent"}})
    >>> concepts.titles, concepts.entries[("creche",)], concepts.entries[("parent",)]
    (('Crèches',), {0: 1.0}, {0: 0.5})

    Raises
    ------
    ValueError
        If a concept is said to be close to one that is not there.
    """
    listed = [
        (family, title, [" ".join(entry.split()) for entry in phrases.split(",")])
        for family, concepts in enumerate(lexicon.values())
        for title, phrases in concepts.items()
    ]
    titles = tuple(title for _, title, _ in listed)
    kinship = np.eye(len(titles))
    entries: defaultdict[tuple[str, ...], dict[int, float]] = defaultdict(dict)
    examples: list[tuple[str, int]] = []
    for concept, (_, _, phrases) in enumerate(listed):
        for phrase in filter(None, phrases):
            written = phrase.lstrip("~≈ ")
            if phrase.startswith("≈"):
                other = titles.index(written)
                kinship[concept, other] = kinship[other, concept] = CLOSE
                continue
            form, weight = _form(written), WEAK if phrase.startswith("~") else 1.0
            entries[form][concept] = max(entries[form].get(concept, 0.0), weight)
            examples.append((written, concept))
    return Concepts(
        titles=titles,
        families=tuple(lexicon),
        family_of=np.array([family for family, _, _ in listed], dtype=np.intp),
        entries=entries,
        longest=max(map(len, entries), default=1),
        kinship=kinship,
        examples=tuple(examples),
    )


def count_concepts(texts: Sequence[str], concepts: Concepts) -> Matrix:
    """Count what each text says of each concept.

    The longest phrase wins: « accueil de loisirs » says nothing of « loisirs ». A word that
    belongs to two concepts counts half in each.

    Returns
    -------
    ndarray, shape (n_texts, n_concepts)
    """
    counts = np.zeros((len(texts), len(concepts.titles)))
    for row, text in zip(counts, texts, strict=True):
        forms = [light(word) for word in significant(text)]
        start = 0
        while start < len(forms):
            start += _count_one(row, forms, start, concepts)
    return counts


def by_family(counts: Matrix, concepts: Concepts) -> Matrix:
    """Add the concepts of each family: shape (n_texts, n_families)."""
    members = np.eye(len(concepts.families))[concepts.family_of]
    return counts @ members.reshape(len(concepts.titles), len(concepts.families))


def _count_one(row: Matrix, forms: list[str], start: int, concepts: Concepts) -> int:
    """Count the longest entry that begins here; return how many words it took."""
    for length in range(min(concepts.longest, len(forms) - start), 0, -1):
        found = concepts.entries.get(tuple(forms[start : start + length]), {})
        for concept, weight in found.items():
            row[concept] += weight * (PHRASE if length > 1 else 1.0) / len(found)
        if found:
            return length
    return 1


def _form(phrase: str) -> tuple[str, ...]:
    return tuple(map(light, significant(phrase) or words(phrase)))
