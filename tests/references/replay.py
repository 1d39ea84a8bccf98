"""Replay one reference case: what agrees, what is wrong, what the application does not offer."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.references.methods import METHODS, NotOfferedError


@dataclass
class Verdict:
    """Names of the answers of a case, by what became of them."""

    replayed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    not_offered: list[str] = field(default_factory=list)


def replay(path: Path) -> Verdict:
    """Compare each answer that the case expects with ours."""
    case = json.loads(path.read_text("utf-8"))
    name, method, expected = case["id"], case["method"], case["expected"]
    if method not in METHODS:
        return Verdict(not_offered=[f"{name}: {method}"])
    try:
        answers = METHODS[method](case["inputs"])
    except NotOfferedError as reason:
        return Verdict(not_offered=[f"{name}: {method}, {reason}"])
    verdict = Verdict()
    for key, value in expected.items():
        if key not in answers:
            verdict.not_offered.append(f"{name}: {key}")
        elif agrees(answers[key], value, tolerance(case, key)):
            verdict.replayed.append(f"{name}: {key}")
        else:
            verdict.wrong.append(f"{name}: {key} is {answers[key]}, expected {value}")
    return verdict


def tolerance(case: dict[str, Any], key: str) -> float:
    """Return the tolerance of one answer: a number for the case, or one by name."""
    found = case.get("tolerance", 0)
    return float(found.get(key, 0) if isinstance(found, dict) else found)


def agrees(ours: Any, theirs: Any, tolerance: float) -> bool:
    """Say whether two answers agree: numbers within the tolerance, lists item by item."""
    if isinstance(theirs, list):
        return (
            isinstance(ours, list)
            and len(ours) == len(theirs)
            and all(agrees(a, b, tolerance) for a, b in zip(ours, theirs, strict=True))
        )
    if isinstance(theirs, str) or theirs is None or ours is None:
        return bool(ours == theirs)
    return abs(float(ours) - float(theirs)) <= tolerance
