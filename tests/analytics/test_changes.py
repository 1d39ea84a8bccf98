"""What a file changes: each figure told once, and what deserves a look."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psdt.analytics.changes import CLE, changes
from psdt.domain.imports import Etat
from psdt.domain.indicators import Niveau, Statut


def figures(said: dict[str, float | Statut]) -> pd.DataFrame:
    """Return a table: commune → its figure, or why there is none."""
    rows = [
        (
            *("POP", Niveau.COMMUNE, code, 2021),
            *((np.nan, what) if isinstance(what, Statut) else (what, Statut.OK)),
        )
        for code, what in said.items()
    ]
    frame = pd.DataFrame(rows, columns=[*CLE, "valeur", "statut"], dtype=object)
    return frame.astype({"annee": "int64", "valeur": "float64"})


@pytest.mark.parametrize(
    ("now", "file", "etat", "look"),
    [
        (None, 5.0, Etat.NOUVELLE, False),
        (None, Statut.SECRET, Etat.NOUVELLE, False),
        (5.0, 5.0, Etat.INCHANGEE, False),
        (Statut.SECRET, Statut.SECRET, Etat.INCHANGEE, False),
        (Statut.SECRET, Statut.VIDE, Etat.CHANGEE, False),
        (Statut.SECRET, 5.0, Etat.CHANGEE, False),
        (5.0, Statut.SECRET, Etat.CHANGEE, True),  # a known figure is lost
        (4.0, 6.0, Etat.CHANGEE, False),  # half of it, no more
        (4.0, 6.1, Etat.CHANGEE, True),
        (-4.0, 4.0, Etat.CHANGEE, True),
        (0.0, 0.1, Etat.CHANGEE, True),
        (12.5, 0.125, Etat.CHANGEE, True),  # a percentage taken for a share
    ],
)
def test_one_figure(now, file, etat, look):
    old = figures({} if now is None else {"56015": now})

    found = changes(figures({"56015": file}), old)

    assert found["etat"].tolist() == [etat]
    assert found["a_regarder"].tolist() == [look]


WHAT = st.one_of(st.sampled_from((0.0, 1.0, 2.5, 100.0)), st.sampled_from(list(Statut)[1:]))
TABLE = st.dictionaries(st.sampled_from(("56015", "56045", "56184")), WHAT, min_size=1)


@given(new=TABLE, old=TABLE)
def test_every_figure_is_told_once_and_nothing_else(new, old):
    found = changes(figures(new), figures(old))

    assert found["code_territoire"].tolist() == list(new)
    for code, etat, ampleur in zip(
        found["code_territoire"], found["etat"], found["ampleur"], strict=True
    ):
        same = old.get(code) == new[code]
        expected = Etat.NOUVELLE if code not in old else Etat.INCHANGEE
        assert etat is (expected if code not in old or same else Etat.CHANGEE)
        assert ampleur == 0 or etat is Etat.CHANGEE
    assert (changes(figures(new), figures(new))["etat"] == Etat.INCHANGEE).all()
