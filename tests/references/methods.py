"""How a reference case is replayed with our calculations: one function a method.

Each takes the inputs of a case and returns what we can answer, under the names that cases
use. A preparation that the application does not offer (filling missing judgments with a
default grade, say) is done here, in plain sight, and only when the case asks for it.
"""

from collections.abc import Callable
from fractions import Fraction
from math import sqrt
from typing import Any

import pandas as pd

from psdt.analytics.agreement import agreement
from psdt.analytics.majority import majority_judgment
from psdt.analytics.ranks import ranks
from psdt.analytics.scores import weighted_mean
from psdt.analytics.weights import rank_order_centroid

Answers = dict[str, Any]


class NotOfferedError(Exception):
    """The case asks for something that the application does not do."""


def centroid(inputs: Answers) -> Answers:
    return {"weights": list(rank_order_centroid(inputs["n"]))}


def weighted_sum(inputs: Answers) -> Answers:
    """Normalise as the case says, then score with our weighted mean."""
    columns = [
        _normalised([Fraction(x) for x in column], sense, inputs.get("normalisation", "none"))
        for column, sense in zip(zip(*inputs["matrix"], strict=True), inputs["sense"], strict=True)
    ]
    weights = [Fraction(weight) for weight in inputs["weights"]]
    scores = [weighted_mean(row, weights) for row in zip(*columns, strict=True)]
    return {"scores": scores, "ranks": ranks(scores)}


def _normalised(column: list[Fraction], sense: int, rule: str) -> list[Fraction]:
    if sense < 0 and "1/x" in rule:
        column = [1 / x for x in column]
    elif sense < 0:
        raise NotOfferedError(f"a column to minimise, with « {rule} »")
    scales = {
        "divide by column sum": sum(column),
        "divide by column max": max(column),
        "vector": Fraction(sqrt(sum(x * x for x in column))),
        "none": Fraction(1),
    }
    scale = [value for name, value in scales.items() if rule.endswith(name)]
    if not scale:
        raise NotOfferedError(f"normalisation « {rule} »")
    return [x / scale[0] for x in column]


def ordinal_consensus(inputs: Answers) -> Answers:
    frequencies = inputs["frequencies"]
    if isinstance(frequencies[0], list):
        found = [agreement(row) for row in frequencies]
        return {"van_der_eijk_A": found, "polarisation": [(1 - a) / 2 for a in found]}
    return {
        "van_der_eijk_A": agreement(frequencies),
        "polarisation": (1 - agreement(frequencies)) / 2,
    }


def majority(inputs: Answers) -> Answers:
    if "grades" in inputs:
        return _majority_of_grades(inputs["grades"])
    tallies = [_filled(row, inputs) for row in inputs["tallies_worst_to_best"]]
    return {"ranks": _majority_ranks(tallies)}


def _majority_of_grades(grades: list[list[int]]) -> Answers:
    scale = sorted({grade for row in grades for grade in row})
    tallies = [[row.count(grade) for grade in scale] for row in grades]
    found = _majority_ranks(tallies)
    return {
        "ranks": found,
        "better": found.index(1),
        "majority_values": [[scale[i] for i in _medians(row)] for row in tallies],
    }


def _majority_ranks(worst_to_best: list[list[int]]) -> list[int]:
    tallies = pd.DataFrame([row[::-1] for row in worst_to_best])
    most = int(tallies.sum(axis=1).max())
    return majority_judgment(tallies, most)["rang"].sort_index().tolist()


def _medians(worst_to_best: list[int]) -> list[int]:
    """Ask for the mention, remove one judgment of that grade, and again until none is left."""
    left, medians = list(worst_to_best), []
    while any(left):
        best_first = pd.DataFrame([left], columns=range(len(left))).iloc[:, ::-1]
        medians.append(int(majority_judgment(best_first, sum(left))["mention"].iloc[0]))
        left[medians[-1]] -= 1
    return medians


def _filled(row: list[int], inputs: Answers) -> list[int]:
    """Give the missing judgments the grade that the case's mode says, if any."""
    mode, missing = inputs.get("mode", "as is"), inputs.get("participants", sum(row)) - sum(row)
    if mode in {"as is", "Normalized"} or not missing:
        return row
    grades = {
        "StaticDefault": lambda: inputs["default"] or 0,
        "MedianDefault": lambda: _lower(row),
    }
    if mode not in grades:
        raise NotOfferedError(f"mode « {mode} »")
    default = grades[mode]()
    return [count + missing * (grade == default) for grade, count in enumerate(row)]


def _lower(row: list[int]) -> int:
    return _medians(row)[0] if any(row) else 0


METHODS: dict[str, Callable[[Answers], Answers]] = {
    "rank_order_centroid": centroid,
    "weighted_sum": weighted_sum,
    "ordinal_consensus": ordinal_consensus,
    "majority_judgment": majority,
}
