"""Name groups of texts: a title, keywords, the text that says it best.

A word or a group of words (« aide à domicile ») describes a group when it is frequent in
it, rare in all, and found there rather than elsewhere: TF-IDF of the group × share of the
texts with the words that are in it. A concept of the lexicon names a group in the same way.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import TypeAlias

import numpy as np

from psdt.analytics.text import WORD, fold, has_subject, stem, typed
from psdt.analytics.themes_graph import Labels
from psdt.analytics.themes_lexicon import Concepts, Matrix
from psdt.domain.themes import LONGUEUR_TITRE

Term: TypeAlias = tuple[str, ...]
"""Stems of a word, or of two words that belong together."""

KEYWORDS = 3
GROUP_OF_WORDS = 1.35
"""Preference for two words over one."""
DOMINANT = 0.6
"""Share of what a group names from which one concept is its title, whatever the second."""
SECOND = 0.5
"""Part of the first concept from which a second one has its place in the title."""
LINK = re.compile(r"\s+|\s+(?:de|du|des|de la|à|à la|au|aux|en|sans)\s+|\s+(?:d|de l|à l)'")


def keywords(texts: Sequence[str], labels: Labels, k: int) -> list[list[str]]:
    """Return up to three words, or pairs of words, of each group, best first.

    Parameters
    ----------
    texts : sequence of str
        Distinct texts.
    labels : ndarray, shape (n_texts,)
        Group of each text, from 0 to ``k`` − 1.
    """
    said = [dict(_terms(text)) for text in texts]
    written: defaultdict[Term, Counter[str]] = defaultdict(Counter)
    for terms in said:
        for term, form in terms.items():
            written[term][form] += 1
    spread = {term: sum(forms.values()) for term, forms in written.items()}
    groups: list[Counter[Term]] = [Counter() for _ in range(k)]
    for terms, label in zip(said, labels, strict=True):
        groups[label].update(terms.keys())
    sizes = np.bincount(labels, minlength=k)
    return [
        [_usual(written[term]) for term in _apart(_ranked(group, int(size), spread, len(texts)))]
        for group, size in zip(groups, sizes, strict=True)
    ]


def titles(
    counts: Matrix,
    labels: Labels,
    concepts: Concepts,
    words: list[list[str]],
    hearts: Sequence[Sequence[str]],
) -> list[str]:
    """Return a distinct title for each group: its concepts or their family, else its words.

    A group that shares neither is named after its most central text; a group never stays
    without a title.

    Parameters
    ----------
    counts : ndarray, shape (n_texts, n_concepts)
        From ``count_concepts``.
    labels : ndarray, shape (n_texts,)
        Group of each text.
    concepts : Concepts
        The lexicon ``counts`` comes from.
    words : list of k lists of str
        From ``keywords``: what a group without concepts is named after.
    hearts : sequence of k sequences of str
        The texts of each group, the most central first.
    """
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1.0)
    mass = np.array([shares[labels == group].sum(axis=0) for group in range(len(words))])
    purity = mass / np.maximum(mass.sum(axis=0), 1e-9)
    taken: set[str] = set()
    named = [""] * len(words)
    for group in np.argsort(-mass.sum(axis=1), kind="stable"):
        choices = chain(
            _choices(mass[group], purity[group], concepts, words[group]), hearts[group]
        )
        free = (title for title in map(_shortened, choices) if title not in taken)
        named[group] = next(free, _shortened(hearts[group][0]))
        taken.add(named[group])
    return named


def _terms(text: str) -> Iterator[tuple[Term, str]]:
    """Yield the words with a subject, then the pairs of them that belong together."""
    lower = typed(text)
    found = [match for match in WORD.finditer(lower) if has_subject(match[0])]
    for match in found:
        yield (stem(match[0]),), match[0]
    for first, second in pairwise(found):
        if LINK.fullmatch(lower[first.end() : second.start()]):
            form = " ".join(lower[first.start() : second.end()].split())
            yield (stem(first[0]), stem(second[0])), form


def _ranked(group: Counter[Term], size: int, spread: dict[Term, int], n: int) -> list[Term]:
    """Return the terms that several texts of a group use, the most telling first."""
    score = {
        term: inside / size * np.log(1 + n / spread[term]) * inside / spread[term]
        for term, inside in group.items()
        if inside > 1 or size < 2 * KEYWORDS
    }
    return sorted(score, key=lambda t: (-score[t] * GROUP_OF_WORDS ** (len(t) - 1), t))


def _apart(ranked: list[Term]) -> list[Term]:
    """Keep the first terms that share no stem."""
    kept: list[Term] = []
    for term in ranked:
        if all(set(term).isdisjoint(other) for other in kept):
            kept.append(term)
        if len(kept) == KEYWORDS:
            break
    return kept


def _usual(forms: Counter[str]) -> str:
    """Return the form most people wrote, with its accents if anybody typed them."""
    usual = min(forms, key=lambda form: (-forms[form], form))
    same = [form for form in forms if fold(form) == fold(usual)]
    return max(
        same, key=lambda form: (sum(a != b for a, b in zip(form, fold(form), strict=True)), form)
    )


def _choices(mass: Matrix, purity: Matrix, concepts: Concepts, words: list[str]) -> Iterator[str]:
    """Yield titles for a group, best first; none is left when it has neither concept nor word."""
    score = mass * np.sqrt(purity)
    order = [int(i) for i in np.argsort(-score, kind="stable") if score[i] > 0]
    named = [concepts.titles[i] for i in order]
    if len(order) > 1 and score[order[1]] >= SECOND * score[order[0]]:
        first, second = (int(concepts.family_of[i]) for i in order[:2])
        if mass[order[0]] < DOMINANT * mass.sum() and first == second:
            yield concepts.families[first]
        elif mass[order[0]] < DOMINANT * mass.sum():
            yield f"{named[0]}, {_lower(named[1])}"
    yield from named[:1]
    yield from (f"{named[0]}, {_lower(other)}" for other in named[1:3])
    written = ", ".join(words)
    yield from filter(None, (written[:1].upper() + written[1:], *named))


def _shortened(title: str) -> str:
    """Return a title on one line, cut between two words when it is too long."""
    line = " ".join(title.split())
    if len(line) <= LONGUEUR_TITRE:
        return line
    cut = line[:LONGUEUR_TITRE]
    return (cut.rpartition(" ")[0] or cut[:-1]).rstrip(" ,;:.") + "…"


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
