"""A table as text, to be read in a spreadsheet; the workbook is the file to exchange."""

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

DANGEROUS = "=+-@|%\t\r\n\x00＝＋－＠"
"""A spreadsheet takes a text that starts so for a formula, or for a command."""


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return rows as French spreadsheets open them: semicolons, UTF-8 with its mark.

    Numbers are written with a comma. A text that could act is preceded by an apostrophe.
    """
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([_cell(value) for value in header])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    if value is None or value != value:  # noqa: PLR0124 (NaN is the only value that differs)
        return ""
    if isinstance(value, float):
        return _figure(value)
    text = str(value)
    if isinstance(value, str) and text.lstrip(" \u00a0\u202f")[:1] in tuple(DANGEROUS):
        return f"'{text}"
    return text


def _figure(value: float) -> str:
    """Return all the digits of a number, and none that it has not: 12345678901, 0,00005."""
    written = format(Decimal(repr(float(value))), "f")
    return written.removesuffix(".0").replace(".", ",")
