"""Indicators that a file brings and the catalogue does not know: kept, and told."""

from collections.abc import Collection, Iterator
from zlib import crc32

from psdt.domain.indicators import LONGUEURS, Axe, Indicateur, Sens
from psdt.sources.anomalies import Anomalie, Genre
from psdt.sources.assembler import axe
from psdt.words import producteurs as mots

LONGEST = LONGUEURS["code"]


def decrire_inconnu(code: str, libelle: str, unite: str = "") -> Indicateur:
    """Return what little is known of an indicator: its label, and the axis it seems of."""
    return Indicateur(
        code=code if len(code) <= LONGEST else f"{code[: LONGEST - 9]}_{crc32(code.encode()):08X}",
        libelle=libelle,
        theme=axe(libelle) or Axe.DEMOGRAPHIE,
        unite=unite[: LONGUEURS["unite"]],
        sens=Sens.NEUTRE,
        definition="",
    )


def inconnus(found: Collection[Indicateur]) -> Iterator[Anomalie]:
    """Yield what an agent must still say of them."""
    if found:
        detail = mots.enumerer(indicateur.libelle for indicateur in found)
        yield Anomalie(genre=Genre.INDICATEUR_A_DECRIRE, detail=detail)
