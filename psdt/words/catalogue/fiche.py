"""One indicator, as the catalogue declares it."""

from typing import NamedTuple


class Fiche(NamedTuple):
    """What an indicator is called, what it means, and what it is computed from.

    ``calcul`` names variables as the files of their producers do, without the year:
    ``P_`` for the census (main survey), ``C_`` for its finer one, ``CAF_`` for the Cnaf. A
    count, a figure as published, or a rate of declared counts: ``100 * P_LOGVAC / P_LOG``;
    `` ou `` separates what older files call otherwise; ``(2013-2016)`` ends what holds for some
    years only, as its variables meant another thing before or after.
    """

    code: str
    libelle: str
    unite: str
    sens: str
    """Name of a ``Sens``."""
    definition: str
    calcul: str = ""
    decimales: int = 1
    """Of a computed figure; one that is published is kept as it is."""
