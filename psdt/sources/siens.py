"""Whose figures of a file a démarche takes: those of its own territoires, the others are told.

A file of a whole département, or one that also holds a neighbour, changes no territoire: once
a démarche has communes, only the screen « Territoire » adds some.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from psdt.domain.indicators import Niveau, Territoire
from psdt.sources.perimetre import Perimetre
from psdt.sources.tableau import Tableau

VOISINS = {Niveau.COMMUNE, Niveau.EPCI}
"""Levels of which a file may hold neighbours; a larger territoire is only compared with."""


def siens(lu: Tableau, wanted: Perimetre, *, choisi: bool) -> tuple[Tableau, Mapping[str, int]]:
    """Keep what is of the démarche, under the names it gives; return what is left aside.

    That is how many figures, by name of territoire. ``choisi`` tells that somebody has said
    which is its territoire: nothing joins it then. Else the first file makes it, and the larger
    territoires of the next ones join it.
    """
    known = wanted.connus
    settled = set(Niveau) if choisi else {niveau for niveau, _ in known} & VOISINS
    ours = [t for t in lu.territoires if (t.niveau, t.code) in known or t.niveau not in settled]
    keys = {(t.niveau, t.code) for t in ours}
    names = {(t.niveau, t.code): t.nom for t in lu.territoires}
    pairs = list(zip(lu.valeurs["niveau"], lu.valeurs["code_territoire"], strict=True))
    hors = Counter(names[pair] for pair in pairs if pair not in keys)
    values = lu.valeurs[[pair in keys for pair in pairs]] if hors else lu.valeurs
    codes = set(values["code"])
    kept = replace(
        lu,
        valeurs=values.reset_index(drop=True),
        indicateurs=tuple(i for i in lu.indicateurs if i.code in codes),
        territoires=tuple(_nomme(t, known.get((t.niveau, t.code))) for t in ours),
    )
    return kept, hors


def _nomme(lieu: Territoire, known: Territoire | None) -> Territoire:
    return lieu if known is None or known.nom == known.code else known
