"""What the format of a cell makes of the number inside: a percentage, a date.

Workbooks write formats alike, whatever their age: « 0.0% », « dd/mm/yyyy;@ », « 0" % de 2021" ».
"""

import re

POURCENTS = (9, 10)
DATES = (*range(14, 23), 45, 46, 47)
"""Formats that files name by number alone: percentages; dates and hours."""

DECOR = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]')
"""What is shown as it is: a « % » in quotes multiplies nothing."""
DATE = re.compile("[dmyhs]", re.IGNORECASE)


def est_pourcent(format_: str) -> bool:
    r"""Say whether 0.125 is shown « 12,5 % ».

    Examples
    --------
    >>> [est_pourcent(code) for code in ("0.0%", '0.0" %"', r"0.0\%", "0.0")]
    [True, False, False, False]
    """
    return "%" in DECOR.sub("", format_)


def est_date(format_: str) -> bool:
    """Say whether a number of days is shown as a date or an hour.

    Examples
    --------
    >>> [est_date(code) for code in ("dd/mm/yyyy;@", "[$-40C]mmm-yy", '0" jours"', "[Red]0")]
    [True, True, False, False]
    """
    shown = DECOR.sub("", format_).partition(";")[0]
    return "%" not in shown and DATE.search(shown) is not None
