"""The files that producers really publish, where there are some: PSDT_RAW_FILES names a folder.

They are not ours to ship. What our sample holds of the same territoires was read in them by
other means: both must agree to the last digit.
"""

import os
from pathlib import Path

import pytest

from psdt import sources
from psdt.settings import app_dir
from psdt.sources import Perimetre, Refus, Tableau

SAMPLE = app_dir() / "data" / "abs_sample.xlsx"
THEIRS = Path(os.environ["PSDT_RAW_FILES"]) if "PSDT_RAW_FILES" in os.environ else None
FILES = [SAMPLE, *sorted(THEIRS.glob("*.[cC][sS][vV]") if THEIRS else [])]
KEY = ["code", "niveau", "code_territoire", "annee"]


@pytest.fixture(scope="module")
def sample() -> Tableau:
    return sources.lire(SAMPLE.name, SAMPLE.read_bytes(), {})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_is_imported_whole(path):
    answer = sources.lire(path.name, path.read_bytes(), {})

    if isinstance(answer, Refus):
        assert path.name.startswith("meta_")
        assert [a.genre for a in answer.anomalies] == ["dictionnaire"]
    else:
        assert len(answer.valeurs) > 0


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_says_what_the_sample_says(path, sample):
    wanted = Perimetre(territoires=sample.territoires, epci="245614383")

    answer = sources.lire(path.name, path.read_bytes(), {}, wanted)

    if isinstance(answer, Refus):  # a dictionary, or a file of elsewhere
        assert answer.anomalies[0].genre in ("dictionnaire", "aucun_territoire")
        return
    both = answer.valeurs.merge(sample.valeurs, on=KEY, suffixes=("", "_sample"))
    known = both["valeur"].notna()
    assert len(both) > 0
    assert both["statut"].tolist() == both["statut_sample"].tolist()
    assert both.loc[known, "valeur"].tolist() == both.loc[known, "valeur_sample"].tolist()
