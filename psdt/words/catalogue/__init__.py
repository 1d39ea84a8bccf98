"""The indicators the application knows by itself, one module an axis of the ABS.

A file of a known producer gives these; the template may add any other.
"""

from psdt.words.catalogue import demographie, droits, emploi, famille, logement, sante, seniors
from psdt.words.catalogue.fiche import Fiche

__all__ = ["CATALOGUE", "PERIODES", "Fiche"]

CATALOGUE: dict[str, tuple[Fiche, ...]] = {
    "DEMOGRAPHIE": demographie.FICHES,
    "FAMILLE": famille.FICHES,
    "EMPLOI": emploi.FICHES,
    "LOGEMENT": logement.FICHES,
    "SENIORS": seniors.FICHES,
    "SANTE": sante.FICHES,
    "DROITS": droits.FICHES,
}
"""By the name of the axis, the most telling indicators first."""

PERIODES: dict[str, tuple[Fiche, ...]] = {"DEMOGRAPHIE": demographie.PERIODES}
"""Those of a period: {debut} and {fin} stand for its years, in the code too."""
