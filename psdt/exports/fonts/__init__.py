"""The fonts of documents, and the letters they have."""

import unicodedata
from functools import cache
from pathlib import Path

DOSSIER = Path(__file__).parent
FAMILLE = "PST Sans"
ABSENT = "□"
"""Drawn in place of a letter that the fonts do not have: a document never fails for one."""


def propre(text: str) -> str:
    r"""Return a text with only what the fonts can draw, on one line.

    Marks that turn the direction of the text, or are invisible, are dropped: they could make
    a document say something else than what is stored.

    Examples
    --------
    >>> propre("Éveil\u202e des\tsens → 日")
    'Éveil des sens → □'
    """
    known = couverture()
    if known.issuperset(text):
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(c if c in known else _proche(c) for c in composed)


@cache
def couverture() -> frozenset[str]:
    """Return the letters that all the fonts have."""
    ranges = (part.split("-") for part in (DOSSIER / "couverture.txt").read_text("utf-8").split())
    return frozenset(
        chr(code) for first, *last in ranges for code in range(int(first, 16), _end(first, last))
    ) - {"\u00ad", "\u200b"}  # soft hyphen, zero width space: invisible


def _end(first: str, last: list[str]) -> int:
    return int(last[0] if last else first, 16) + 1


def _proche(letter: str) -> str:
    """Return what stands for a letter the fonts do not have."""
    if letter.isspace():
        return " "
    if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Mn", "Co", "Cn"}:
        return ""
    plain = unicodedata.normalize("NFKD", letter)
    return plain if couverture().issuperset(plain) else ABSENT
