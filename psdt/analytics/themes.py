"""Suggested themes: short French texts put in a few groups that can be named.

The same texts give the same groups whatever the order of the rows: texts are sorted by
their canonical form, and nothing is drawn at random. Exact duplicates are one text, which
counts as many times as it was written. A text that says nothing, or nothing that another
text or the lexicon says too, is never forced into a group: it is to be sorted by hand.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from psdt.analytics.text import canonical, content
from psdt.analytics.themes_blocks import Meaning, represent, stems
from psdt.analytics.themes_graph import Labels, Spectrum, centres
from psdt.analytics.themes_lexicon import (
    Lexicon,
    Matrix,
    compile_lexicon,
    count_concepts,
)
from psdt.analytics.themes_names import keywords, titles

Flags: TypeAlias = NDArray[np.bool_]

USUAL = (6, 7)
"""Numbers of themes a commission can hold in mind, and works with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One group of texts."""

    titre: str
    mots: tuple[str, ...]
    membres: tuple[int, ...]
    """Indices of its texts, those at the heart of the theme first."""
    marges: tuple[float, ...]
    """For each of them, how much closer it is to this theme than to the next one: from
    about 0, could stand in either, to 1."""
    central: int
    """Index of the text that says the theme best: one of its members."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Themes, the largest first, and the texts that stand in none."""

    themes: tuple[Theme, ...]
    a_classer: tuple[int, ...]


class Corpus:
    """Texts read once, then grouped for one or several numbers of themes.

    Parameters
    ----------
    texts : sequence of str
        As people wrote them.
    lexicon : Lexicon
        Family → concept → words.
    meaning : Meaning or None
        An encoder, and what it learnt of the lexicon.
    most : int
        The most themes that will be asked for.
    """

    def __init__(
        self,
        texts: Sequence[str],
        lexicon: Lexicon,
        meaning: Meaning | None = None,
        *,
        most: int = max(USUAL),
    ) -> None:
        rows: dict[str, list[int]] = {}
        for row, text in enumerate(texts):
            rows.setdefault(canonical(text), []).append(row)
        self._concepts = compile_lexicon(lexicon)
        forms = sorted(rows)
        counts = count_concepts(forms, self._concepts)
        signal = _with_signal(forms, counts, alone=meaning is not None)
        self._forms = [forms[i] for i in np.flatnonzero(signal)]
        self._counts = counts[signal]
        self._rows = [rows[form] for form in self._forms]
        self._written = [min(texts[row] for row in same) for same in self._rows]
        silent = (rows[forms[i]] for i in np.flatnonzero(~signal))
        self._outside = tuple(sorted(row for same in silent for row in same))
        self._most = min(most, max(1, len(self._forms) // 2))
        with threadpool_limits(1):  # on small matrices, threads mostly wait for each other
            self._vectors = represent(self._forms, self._concepts, meaning)
            self._spectrum = Spectrum(self._vectors, self._most)

    def better(self) -> int:
        """Return which of the usual numbers of themes stands out most in these texts."""
        possible = [k for k in USUAL if k <= self._most] or [self._most]
        return max(possible, key=self._spectrum.gap)

    def suggest(self, k: int) -> Suggestion:
        """Group the texts in ``k`` themes; in fewer when they are few, or all alike.

        Raises
        ------
        ValueError
            If ``k`` is not positive.
        """
        if k < 1:
            raise ValueError(f"k: {k} themes")
        if not self._forms:
            return Suggestion(themes=(), a_classer=self._outside)
        labels = _renumbered(self._spectrum.groups(min(k, self._most)))
        found = int(labels.max()) + 1
        centre = centres(self._vectors, labels, found)
        words = keywords(self._written, labels, found)
        closeness = self._spectrum.closeness(centre)
        members = [_by_closeness(labels == group, closeness[:, group]) for group in range(found)]
        hearts = [[self._written[member] for member in inside] for inside in members]
        names = titles(self._counts, labels, self._concepts, words, hearts)
        themes = [
            self._theme(members[group], closeness, group, names[group], words[group])
            for group in range(found)
        ]
        themes.sort(key=lambda theme: -len(theme.membres))
        return Suggestion(themes=tuple(themes), a_classer=self._outside)

    def _theme(
        self, members: Labels, closeness: Matrix, group: int, title: str, words: list[str]
    ) -> Theme:
        rivals = np.delete(closeness[members], group, axis=1).max(axis=1, initial=0.0)
        margins = np.clip(closeness[members, group] - rivals, 0.0, 1.0)
        pairs = [
            (row, float(margin))
            for member, margin in zip(members, margins, strict=True)
            for row in self._rows[member]
        ]
        return Theme(
            titre=title,
            mots=tuple(words),
            membres=tuple(row for row, _ in pairs),
            marges=tuple(margin for _, margin in pairs),
            central=pairs[0][0],
        )


def suggest(
    texts: Sequence[str],
    lexicon: Lexicon,
    meaning: Meaning | None = None,
    *,
    k: int | None = None,
) -> Suggestion:
    """Suggest ``k`` themes, or without it the better of the usual numbers.

    Examples
    --------
    >>> texts = ["des bus le soir", "plus de bus", "un médecin au bourg", "trouver un médecin"]
    >>> lexicon = {"Vie": {"Transports": "bus, car", "Santé": "médecin"}}
    >>> [(theme.titre, sorted(theme.membres)) for theme in suggest(texts, lexicon).themes]
    [('Transports', [0, 1]), ('Santé', [2, 3])]
    """
    corpus = Corpus(texts, lexicon, meaning, most=max(k or 0, *USUAL))
    return corpus.suggest(corpus.better() if k is None else k)


def _with_signal(forms: Sequence[str], counts: Matrix, *, alone: bool) -> Flags:
    """Say which texts can be grouped.

    ``alone`` tells that an encoder will place a word that no other text has.
    """
    said = [set(stems(form)) if content(form) else set() for form in forms]
    frequency = Counter(stem for found in said for stem in found)
    shared = [any(alone or frequency[stem] > 1 for stem in found) for found in said]
    return np.array(shared, dtype=bool) | (counts > 0).any(axis=1)


def _by_closeness(inside: Flags, closeness: Matrix) -> Labels:
    """Return the texts of a group, the closest to its centre first."""
    members = np.flatnonzero(inside)
    return members[np.argsort(-closeness[members], kind="stable")]


def _renumbered(labels: Labels) -> Labels:
    """Give the groups that are not empty numbers from 0, in the order they appear."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    ranks: Labels = np.argsort(np.argsort(first))[inverse]
    return ranks
