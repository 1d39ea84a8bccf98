"""Texts as vectors: what makes two objectifs speak of the same thing.

Each block is a matrix of unit rows; together, weighted, they make the vectors that are
grouped: the cosine of two texts is the weighted mean of their cosines in each block.

- ``stems`` and ``letters``: latent semantic analysis (LSA) of TF-IDF weighted stems, and
  of character n-grams, which bring inflections and typing errors together;
- ``lexicon``: the concepts each text names, and their families;
- with an encoder, ``meaning`` and ``concepts``: the vector of the sentence, and the same
  seen along the axes that best tell apart the concepts of the lexicon, as its own words
  and phrases teach it (linear discriminant analysis).

Sources: S. Deerwester et al., *Indexing by latent semantic analysis*, JASIS 41, 1990;
R. A. Fisher, *The use of multiple measurements in taxonomic problems*,
1936, with the within-class scatter shrunk towards a multiple of the identity.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from psdt.analytics.text import content, fold, significant, stem
from psdt.analytics.themes_lexicon import Concepts, Lexicon, Matrix, by_family, compile_lexicon
from psdt.analytics.themes_lexicon import count_concepts as count

Encoder: TypeAlias = Callable[[Sequence[str]], Matrix]
"""Texts → one vector each, shape (n_texts, n_dimensions)."""

WITHOUT_ENCODER = {"stems": 0.2, "letters": 0.2, "lexicon": 0.6}
WITH_ENCODER = {"stems": 0.1, "lexicon": 0.4, "meaning": 0.2, "concepts": 0.3}
STEM_DIMENSIONS = 100
LETTER_DIMENSIONS = 50
CONCEPT_AXES = 40
SEED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """An encoder, and what it learnt of a lexicon."""

    encode: Encoder
    axes: Matrix
    """Shape (n_dimensions, n_axes): the directions that tell concepts apart."""


def learn(lexicon: Lexicon, encode: Encoder) -> Meaning:
    """Learn, from the words of a lexicon, the axes along which its concepts differ.

    It takes about a second with the usual lexicon: keep the answer.
    """
    concepts = compile_lexicon(lexicon)
    # an encoder of sentences knows nothing of acronyms
    known = [(text, concept) for text, concept in concepts.examples if not text.isupper()]
    vectors = np.asarray(encode([text for text, _ in known]), dtype=np.float64)
    return Meaning(encode=encode, axes=_discriminant(vectors, [c for _, c in known]))


def represent(texts: Sequence[str], concepts: Concepts, meaning: Meaning | None) -> Matrix:
    """Return one unit vector per text, zero for a text that says nothing.

    Parameters
    ----------
    texts : sequence of str
        Distinct texts, in a set order: the vectors depend on it by rounding only.
    concepts : Concepts
        From ``compile_lexicon``.
    meaning : Meaning or None
        From ``learn``, when there is an encoder.

    Returns
    -------
    ndarray, shape (n_texts, n_dimensions)
    """
    named = unit(_concept_block(texts, concepts))
    subject = lsa(map(stems, texts), STEM_DIMENSIONS)
    if meaning is None:
        spelled = lsa(map(_letters, texts), LETTER_DIMENSIONS)
        return _weighted({"stems": subject, "letters": spelled, "lexicon": named}, WITHOUT_ENCODER)
    said = _centred(np.asarray(meaning.encode([_bare(text) for text in texts]), np.float64))
    semantic = {"meaning": unit(said), "concepts": unit(said @ meaning.axes)}
    return _weighted({"stems": subject, "lexicon": named, **semantic}, WITH_ENCODER)


def stems(text: str) -> list[str]:
    """Return the stems of the words that carry the subject of a text."""
    return [stem(word) for word in content(text) or significant(text)]


def unit(rows: Matrix) -> Matrix:
    """Scale each row to length one; a zero row stays zero."""
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Matrix = np.where(norms > 1e-9, rows, 0.0) / np.where(norms > 1e-9, norms, 1.0)
    return scaled


def lsa(documents: Iterable[list[str]], dimensions: int) -> Matrix:
    """Return latent semantic coordinates of documents given as lists of terms.

    Returns
    -------
    ndarray, shape (n_documents, n), rows of length one or zero; ``n`` is ``dimensions``,
    or the number of terms when documents or terms are fewer than that.
    """
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    terms = list(documents)
    if not any(terms):
        return np.zeros((len(terms), 1))
    table = TfidfVectorizer(analyzer=list, sublinear_tf=True).fit_transform(terms)
    if min(table.shape) <= dimensions:  # nothing to reduce
        return unit(table.toarray())
    return unit(TruncatedSVD(dimensions, random_state=SEED).fit_transform(table))


def _concept_block(texts: Sequence[str], concepts: Concepts) -> Matrix:
    counts = count(texts, concepts) @ concepts.kinship
    fine, broad = (_idf_weighted(c) for c in (counts, by_family(counts, concepts)))
    return unit(np.hstack([fine, broad]))


def _idf_weighted(counts: Matrix) -> Matrix:
    """Damp repetition, and give less to what most texts name."""
    named = (counts > 0).sum(axis=0)
    return unit(np.sqrt(counts) * (np.log((1 + len(counts)) / (1 + named)) + 1))


def _letters(text: str) -> list[str]:
    """Return the pieces of 3 to 5 letters of each word, its ends marked by a space."""
    padded = (f" {fold(word)} " for word in content(text) or significant(text))
    return [
        word[start : start + size]
        for word in padded
        for size in (3, 4, 5)
        for start in range(max(1, len(word) - size + 1))
    ]


def _bare(text: str) -> str:
    return " ".join(content(text)) or text


def _centred(rows: Matrix) -> Matrix:
    return rows - rows.mean(axis=0) if len(rows) > 1 else rows


def _weighted(blocks: dict[str, Matrix], weights: dict[str, float]) -> Matrix:
    return unit(np.hstack([np.sqrt(weights[name]) * block for name, block in blocks.items()]))


def _discriminant(vectors: Matrix, classes: Sequence[int]) -> Matrix:
    """Return the axes that spread classes most, against the spread within them."""
    from scipy.linalg import eigh

    labels = np.unique(classes, return_inverse=True)[1]
    means = np.array([vectors[labels == label].mean(axis=0) for label in range(labels.max() + 1)])
    within, between = vectors - means[labels], means - vectors.mean(axis=0)
    scatter = within.T @ within / len(within)
    scatter += np.eye(len(scatter)) * np.trace(scatter) / len(scatter)
    axes: Matrix = eigh(between.T @ between / len(between), scatter)[1]
    return axes[:, ::-1][:, : min(CONCEPT_AXES, len(means) - 1)]
