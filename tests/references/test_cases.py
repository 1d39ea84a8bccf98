"""Published answers, replayed: ours, then those of the folder named by ``PSDT_CASES``."""

import json
import os
from pathlib import Path

import pytest

from tests.references.methods import METHODS
from tests.references.replay import replay

OURS = Path(__file__).with_name("cases")


def cases(folder: Path) -> list:
    found = sorted(folder.glob("*.json"))
    if not found:
        raise ValueError(f"no reference case in {folder}")
    return [pytest.param(path, id=path.stem) for path in found]


THEIRS = cases(Path(os.environ["PSDT_CASES"])) if "PSDT_CASES" in os.environ else []


@pytest.mark.parametrize("path", cases(OURS))
def test_our_cases_are_replayed(path, not_offered):
    verdict = replay(path)
    not_offered += verdict.not_offered

    assert not verdict.wrong
    assert verdict.replayed


if THEIRS:

    @pytest.mark.parametrize("path", THEIRS)
    def test_their_cases_are_right_or_listed(path, not_offered):
        verdict = replay(path)
        not_offered += verdict.not_offered

        assert not verdict.wrong
        assert verdict.replayed or verdict.not_offered


def test_every_method_has_a_case_with_its_source():
    ours = [json.loads(param.values[0].read_text("utf-8")) for param in cases(OURS)]

    assert {case["method"] for case in ours} == set(METHODS)
    assert all(case["source"] for case in ours)


@pytest.mark.parametrize(
    ("case", "replayed", "wrong", "not_offered"),
    [
        pytest.param(
            {"method": "rank_order_centroid", "inputs": {"n": 2}, "expected": {"weights": [1, 0]}},
            [],
            ["x: weights is [Fraction(3, 4), Fraction(1, 4)], expected [1, 0]"],
            [],
            id="wrong",
        ),
        pytest.param(
            {"method": "oracle", "inputs": {}, "expected": {"weights": []}},
            [],
            [],
            ["x: oracle"],
            id="method-not-offered",
        ),
        pytest.param(
            {
                "method": "ordinal_consensus",
                "inputs": {"frequencies": [0, 3, 0]},
                "expected": {"van_der_eijk_A": 1.4, "leik": 0},
                "tolerance": {"van_der_eijk_A": 0.5},
            },
            ["x: van_der_eijk_A"],
            [],
            ["x: leik"],
            id="one-answer-of-two",
        ),
        pytest.param(
            {
                "method": "weighted_sum",
                "inputs": {
                    "matrix": [[1]],
                    "sense": [1],
                    "weights": [1],
                    "normalisation": "z-score",
                },
                "expected": {"scores": [0]},
            },
            [],
            [],
            ["x: weighted_sum, normalisation « z-score »"],
            id="preparation-not-offered",
        ),
    ],
)
def test_tells_replayed_wrong_and_not_offered_apart(tmp_path, case, replayed, wrong, not_offered):
    path = tmp_path / "x.json"
    path.write_text(json.dumps({"id": "x"} | case))
    verdict = replay(path)

    assert (verdict.replayed, verdict.wrong, verdict.not_offered) == (replayed, wrong, not_offered)


def test_an_empty_folder_of_cases_is_not_a_success(tmp_path):
    with pytest.raises(ValueError, match="no reference case"):
        cases(tmp_path)
