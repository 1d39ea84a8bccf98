"""Files of indicators: bytes in, a checked table or what must be mended out.

A source says whether it recognises a file, then reads it. None of them raises: whatever
the bytes, the answer is a ``Tableau`` or a ``Refus``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from psdt.sources import modele
from psdt.sources.anomalies import IllisibleError
from psdt.sources.grille import Classeur
from psdt.sources.ouvrir import ouvrir
from psdt.sources.tableau import Catalogue, Refus, Tableau
from psdt.words import fichiers as mots

__all__ = ["SOURCES", "Catalogue", "Refus", "Source", "Tableau", "lire"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A layout of file that the application reads."""

    label: str
    reconnait: Callable[[Classeur], bool]
    lire: Callable[[Classeur, Catalogue], Tableau | Refus]


SOURCES: dict[str, Source] = {
    "modele": Source(label=mots.MODELE, reconnait=modele.reconnait, lire=modele.lire),
}
"""In the order they are tried; the first one speaks for a file that none recognises."""


def lire(nom: str, contenu: bytes, catalogue: Catalogue) -> Tableau | Refus:
    """Read a file of indicators.

    Parameters
    ----------
    nom : str
        Name of the file, for the sentences: what it is, its bytes say.
    contenu : bytes
        Its bytes.
    catalogue : mapping of str to Indicateur
        What is already known of the indicators, by code.
    """
    try:
        classeur = ouvrir(nom, contenu)
        recognised = (source for source in SOURCES.values() if source.reconnait(classeur))
        source = next(recognised, SOURCES["modele"])
        return source.lire(classeur, catalogue)
    except IllisibleError as error:
        return Refus(anomalies=(error.anomalie,))
