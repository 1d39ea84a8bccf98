"""Files of indicators: bytes in, a checked table or what must be mended out.

``SOURCES`` are the layouts that are recognised, each by its header. Nothing here raises:
whatever the bytes, the answer is a ``Tableau`` or a ``Refus``.
"""

from collections.abc import Sequence
from io import BytesIO

from psdt.sources import flux, modele
from psdt.sources.anomalies import IllisibleError
from psdt.sources.flux import TOUT, Voulu
from psdt.sources.grille import MAX_OCTETS
from psdt.sources.ouvrir import ouvrir
from psdt.sources.perimetre import PARTOUT, Perimetre
from psdt.sources.registre import SOURCES, Source, feuillet_de, nommer, reconnue
from psdt.sources.tableau import Catalogue, Refus, Tableau

__all__ = ["SOURCES", "Catalogue", "Perimetre", "Refus", "Source", "Tableau", "lire"]


def lire(
    nom: str, contenu: bytes, catalogue: Catalogue, perimetre: Perimetre = PARTOUT
) -> Tableau | Refus:
    """Read a file of indicators.

    Parameters
    ----------
    nom : str
        Name of the file, for the sentences: what it is, its bytes say.
    contenu : bytes
        Its bytes.
    catalogue : mapping of str to Indicateur
        What is already known of the indicators, by code.
    perimetre : Perimetre, optional
        Whose figures are wanted; by default, all those of the file.
    """
    try:
        # Text tables of producers may be wide: they are read row by row, within other limits.
        small = contenu if len(contenu) <= MAX_OCTETS else b""
        feuillet = flux.ouvrir(nom, BytesIO(small), _tout_d_un_producteur)
        if feuillet is None:
            classeur = ouvrir(nom, contenu)
            feuillet = feuillet_de(classeur)
            if feuillet is None or reconnue(feuillet.noms) is SOURCES["modele"]:
                return nommer(SOURCES["modele"], modele.lire(classeur, catalogue, perimetre))
        source = reconnue(feuillet.noms)
        if source is None:
            raise TypeError(f"a header is recognised, then no longer: {feuillet.noms}")
        return nommer(source, source.lire(feuillet, catalogue, perimetre))
    except IllisibleError as error:
        return Refus(anomalies=(error.anomalie,))


def _tout_d_un_producteur(noms: Sequence[str]) -> Voulu | None:
    """Want all the rows of a producer's file; the template is read as a workbook."""
    return None if reconnue(noms) in (None, SOURCES["modele"]) else TOUT
