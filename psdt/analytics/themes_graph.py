"""Groups of vectors: spectral clustering of a nearest-neighbour graph, without any draw.

The graph ties each text to the ``NEIGHBOURS`` it is closest to, with the square of their
cosine as weight. Its normalised Laplacian gives the coordinates in which groups are read
(*cluster QR*), then two steps of spherical k-means let each text join the nearest centre.

Sources: A. Ng, M. Jordan and Y. Weiss, *On spectral clustering*, NIPS 2001; A. Damle,
V. Minden and L. Ying, *Simple, direct and efficient multi-way spectral clustering*,
Information and Inference 8, 2019 (cluster QR); I. Dhillon and D. Modha, *Concept
decompositions for large sparse text data using clustering*, Machine Learning 42, 2001.
"""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from psdt.analytics.themes_blocks import unit
from psdt.analytics.themes_lexicon import Matrix

NEIGHBOURS = 20
FLOOR = 1e-6
"""Weight of a tie between texts that share nothing, so that a lone text still has one."""
REFINEMENTS = 2
LANDMARKS = 2_000
EXACT = 5_000
"""Above, groups are sought among ``LANDMARKS`` texts, and the others join them."""
DENSE = 1_000
"""Above, only the eigenvectors that are used are computed."""

Labels: TypeAlias = NDArray[np.intp]


class Spectrum:
    """The spectral coordinates of vectors, from which groups are read for several ``k``.

    Parameters
    ----------
    vectors : ndarray, shape (n, n_dimensions)
        Rows of length one.
    most : int
        The most groups that will be asked for.
    """

    def __init__(self, vectors: Matrix, most: int) -> None:
        self.vectors = vectors
        self._landmarks = _landmarks(len(vectors))
        self._values = self._coordinates = np.zeros((0, 0))
        if most > 1:
            self._values, self._coordinates = _eigen(_graph(vectors[self._landmarks]), most + 1)

    def gap(self, k: int) -> float:
        """Return how much ``k`` groups stand apart: the drop after the k-th eigenvalue."""
        return float(self._values[k - 1] - self._values[k]) if k < len(self._values) else 0.0

    def groups(self, k: int) -> Labels:
        """Return the group of each vector, from 0 to k − 1; a group may be empty."""
        if k == 1:
            return np.zeros(len(self.vectors), dtype=np.intp)
        labels = _cluster_qr(self._coordinates[:, :k])
        if len(labels) < len(self.vectors):
            labels = self._nearest(centres(self.vectors[self._landmarks], labels, k))
        for _ in range(REFINEMENTS):
            labels = self._nearest(centres(self.vectors, labels, k))
        return labels

    def _nearest(self, centre: Matrix) -> Labels:
        labels: Labels = self.closeness(centre).argmax(axis=1)
        return labels

    def closeness(self, centre: Matrix) -> Matrix:
        """Return the cosine of each vector to each centre: shape (n, k)."""
        cosines: Matrix = self.vectors @ centre.T
        return cosines


def centres(vectors: Matrix, labels: Labels, k: int) -> Matrix:
    """Return the direction of each group: shape (k, n_dimensions); zero for an empty one."""
    return unit(np.array([vectors[labels == group].sum(axis=0) for group in range(k)]))


def _landmarks(n: int) -> Labels:
    """Return evenly spaced rows: sorted texts that begin alike are all represented."""
    if n <= EXACT:
        return np.arange(n)
    return np.linspace(0, n - 1, LANDMARKS).astype(np.intp)


def _graph(vectors: Matrix) -> Any:
    """Return the sparse symmetric adjacency of the nearest neighbours."""
    from scipy.sparse import csr_array

    n = len(vectors)
    m = min(NEIGHBOURS, n - 1)
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -np.inf)
    nearest = np.argpartition(-cosines, m - 1, axis=1)[:, :m]
    weights = np.maximum(np.take_along_axis(cosines, nearest, axis=1), 0.0) ** 2 + FLOOR
    rows = np.repeat(np.arange(n), m)
    ties = csr_array((weights.ravel(), (rows, nearest.ravel())), shape=(n, n))
    return ties.maximum(ties.T)


def _eigen(adjacency: Any, wanted: int) -> tuple[Matrix, Matrix]:
    """Return the largest eigenvalues of the normalised adjacency, and their vectors."""
    n = adjacency.shape[0]
    wanted = min(wanted, n)
    scale = 1 / np.sqrt(adjacency.sum(axis=1))
    normalised = adjacency.multiply(scale).T.multiply(scale).T
    if n <= DENSE:
        from scipy.linalg import eigh

        values, vectors = eigh(normalised.toarray(), subset_by_index=(n - wanted, n - 1))
    else:
        from scipy.sparse.linalg import eigsh

        start = np.cos(np.arange(n))  # any set vector that no eigenvector is orthogonal to
        values, vectors = eigsh(normalised.tocsr(), k=wanted, which="LA", v0=start)
    order = np.argsort(-values, kind="stable")
    return values[order], vectors[:, order] * scale[:, None]


def _cluster_qr(coordinates: Matrix) -> Labels:
    """Read groups from spectral coordinates, by a pivoted QR factorisation."""
    from scipy.linalg import qr, svd

    k = coordinates.shape[1]
    pivots = qr(coordinates.T, pivoting=True, mode="r")[1][:k]
    left, _, right = svd(coordinates[pivots].T)
    labels: Labels = np.abs(coordinates @ (left @ right)).argmax(axis=1)
    return labels
