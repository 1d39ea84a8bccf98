"""Groups of vectors, against scikit-learn's own spectral clustering."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.cluster import SpectralClustering
from sklearn.metrics import adjusted_rand_score

from psdt.analytics import themes_graph
from psdt.analytics.themes_blocks import unit
from psdt.analytics.themes_graph import Spectrum, centres


def clouds(sizes, *, spread=0.15, seed=0, dimensions=12) -> tuple[np.ndarray, np.ndarray]:
    """Return unit vectors around as many random directions, and which one each is around."""
    draw = np.random.default_rng(seed)
    labels = np.repeat(np.arange(len(sizes)), sizes)
    directions = unit(draw.standard_normal((len(sizes), dimensions)))
    noise = spread * draw.standard_normal((len(labels), dimensions))
    return unit(directions[labels] + noise), labels


def test_finds_groups_that_stand_apart():
    vectors, truth = clouds([40, 25, 10])

    assert adjusted_rand_score(truth, Spectrum(vectors, 7).groups(3)) == 1


def test_the_gap_points_at_the_number_of_groups():
    vectors, _ = clouds([30, 30, 30, 30], spread=0.1)
    spectrum = Spectrum(vectors, 7)

    assert max(range(2, 8), key=spectrum.gap) == 4


def test_agrees_with_scikit_learn_on_the_same_graph():
    vectors, _ = clouds([30, 30, 30], spread=0.6)
    ours = themes_graph._cluster_qr(Spectrum(vectors, 3)._coordinates[:, :3])
    theirs = SpectralClustering(
        3, affinity="precomputed", assign_labels="cluster_qr", random_state=0
    ).fit_predict(themes_graph._graph(vectors).toarray())

    assert adjusted_rand_score(theirs, ours) > 0.95


@pytest.mark.parametrize("limit", ["DENSE", "EXACT"])
def test_a_large_set_is_grouped_as_a_small_one(monkeypatch, limit):
    vectors, truth = clouds([60, 40, 30])
    monkeypatch.setattr(themes_graph, limit, 50)
    monkeypatch.setattr(themes_graph, "LANDMARKS", 50)

    assert adjusted_rand_score(truth, Spectrum(vectors, 7).groups(3)) == 1


def test_texts_tied_to_no_other_do_not_stop_the_rest():
    vectors = np.eye(12)  # nothing in common

    assert len(set(Spectrum(vectors, 3).groups(3))) <= 3


def test_the_centre_of_an_empty_group_is_zero():
    assert centres(np.eye(2), np.array([0, 0]), 2).tolist()[1] == [0, 0]


@settings(deadline=None)
@given(st.integers(2, 40), st.integers(1, 6), st.integers(0, 99))
def test_each_vector_has_a_group_and_always_the_same(n, k, seed):
    vectors, _ = clouds([n], spread=2, seed=seed)
    labels = Spectrum(vectors, 6).groups(min(k, n))

    assert labels.shape == (n,)
    assert set(labels) <= set(range(k))
    assert np.array_equal(labels, Spectrum(vectors, 6).groups(min(k, n)))
