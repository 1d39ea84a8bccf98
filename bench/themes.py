"""Suggested themes: how long they take, and how close they come to people's own themes."""

import csv
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_rand_score, v_measure_score

from psdt.analytics.themes import suggest
from psdt.analytics.themes_blocks import Meaning
from psdt.services.encoder import meaning
from psdt.settings import app_dir
from psdt.words.lexique import LEXIQUE

LIMITS = {400: 1, 10_000: 15}
TRIES = 3
SEEDS = range(5)
"""The default settings give other groups at each draw: their mean is what is compared."""
VERBS = ("développer", "un accès à", "plus de", "aider avec", "créer", "il manque", "repenser")
PLACES = ("au bourg", "pour les jeunes", "près de chez nous", "le soir", "des aînés", "pas cher")


def measure() -> Iterator[str]:
    """Time 180, 400 and 10,000 texts, then compare on the sets of ``PSDT_THEMES``, if any."""
    encoder = meaning()
    yield from durations(encoder)
    if folder := os.environ.get("PSDT_THEMES"):
        yield from gains(Path(folder), encoder)


def durations(encoder: Meaning | None) -> Iterator[str]:
    """Time the example démarche, then texts made of the words of the lexicon."""
    with (app_dir() / "data" / "demo" / "objectifs.csv").open(encoding="utf-8") as file:
        demo = [row["objectif"] for row in csv.DictReader(file, delimiter=";")]
    suggest(demo[:20], LEXIQUE, encoder)  # whatever is loaded once
    for texts in (demo, generated(400), generated(10_000)):
        limit = f" (≤ {LIMITS[len(texts)]})" if len(texts) in LIMITS else ""
        with_it, without = (seconds(texts, known) for known in (encoder, None))
        label = f"{len(texts)} textes"
        yield f"thèmes, {label} : {with_it:.2f} s{limit}, sans l'extra {without:.2f} s"


def generated(n: int) -> list[str]:
    """Return distinct texts about the concepts of the lexicon, always the same."""
    draw = random.Random(0)
    concepts = [words.split(",") for family in LEXIQUE.values() for words in family.values()]
    texts: dict[str, None] = {}
    while len(texts) < n:
        first, second = (draw.choice(draw.choice(concepts)).strip(" ~\n") for _ in range(2))
        texts[f"{draw.choice(VERBS)} {first}, {second} {draw.choice(PLACES)}"] = None
    return list(texts)


def seconds(texts: list[str], encoder: Meaning | None) -> float:
    """Return the shortest time of a few tries, one when it is long."""
    times = []
    for _ in range(TRIES if len(texts) < 1_000 else 1):
        start = time.perf_counter()
        suggest(texts, LEXIQUE, encoder)
        times.append(time.perf_counter() - start)
    return min(times)


def gains(folder: Path, encoder: Meaning | None) -> Iterator[str]:
    """Compare with scikit-learn's defaults on sets whose themes people gave (text, label)."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        texts, human = [row["text"] for row in rows], [row["label"] for row in rows]
        found.append(compared(texts, human, encoder))
        yield f"thèmes, {path.stem} : {in_words(found[-1])}"
    if found:
        means = [fmean(column) for column in zip(*found, strict=True)]
        yield f"thèmes, moyenne : {in_words(means)}"


def compared(texts: list[str], human: list[str], encoder: Meaning | None) -> list[float]:
    """Return ARI and V-measure of ours, of ours without the extra, and of the defaults."""
    k = len(set(human))
    table = TfidfVectorizer().fit_transform(texts)
    theirs = [KMeans(k, random_state=seed).fit_predict(table) for seed in SEEDS]
    scores = [
        score(human, groups)
        for groups in (labels(texts, k, encoder), labels(texts, k, None))
        for score in (adjusted_rand_score, v_measure_score)
    ]
    by_default = [
        fmean(score(human, groups) for groups in theirs)
        for score in (adjusted_rand_score, v_measure_score)
    ]
    return scores + by_default


def labels(texts: list[str], k: int, encoder: Meaning | None) -> list[int]:
    """Return the theme of each text; each text to be sorted is a theme of its own."""
    numbers = [-1 - row for row in range(len(texts))]
    for number, theme in enumerate(suggest(texts, LEXIQUE, encoder, k=k).themes):
        for row in theme.membres:
            numbers[row] = number
    return numbers


def in_words(scores: list[float]) -> str:
    """Write the scores, and what is gained on the defaults."""
    ari, v, ari_without, v_without, ari_default, v_default = scores
    return (
        f"ARI {ari:.3f} contre {ari_default:.3f} ({ari - ari_default:+.3f}), "
        f"V {v:.3f} contre {v_default:.3f} ({v - v_default:+.3f}) ; "
        f"sans l'extra ARI {ari_without:.3f}, V {v_without:.3f}"
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        os.environ["PSDT_THEMES"] = sys.argv[1]
    for line in measure():
        print(line, flush=True)
