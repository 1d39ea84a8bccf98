"""A figure away from the others."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from psdt.analytics.detached import ASSEZ, detached

figures = st.lists(st.integers(-1000, 1000).map(float), max_size=20)


def test_one_small_commune_away_from_all_others():
    # Natural balance for 1 000 inhabitants, 2024 (Insee): Rochefort-en-Terre has a care home.
    assert detached([-78.7, -4.9, -3.1, 0.0, 8.2, 16.7]) == 0
    assert detached([14.6, 15.5, 70.0, 94.0, 228.1]) == 4  # places of work


def test_figures_that_follow_one_another_have_none():
    assert detached([2.4, 4.9, 6.6, 8.3, 11.4]) is None  # vacant dwellings
    assert detached([0, 0, 0, 0, 0]) is None
    assert detached([0, 1, 2, 50]) is None  # four: too few


@given(figures)
def test_it_is_an_end_and_alone(values):
    place = detached(values)

    if place is None:
        return
    others = np.delete(values, place)
    assert len(values) >= ASSEZ
    assert values[place] < others.min() or values[place] > others.max()
    assert abs(others - values[place]).min() > others.max() - others.min()


@given(figures, st.integers(-100, 100), st.sampled_from([0.5, 2.0, -1.0]))
def test_it_does_not_depend_on_the_unit(values, shift, times):
    moved = [times * value + shift for value in values]
    found = detached(values)

    assert (detached(moved) is None) == (found is None)
    if found is not None and times > 0:
        assert detached(moved) == found
