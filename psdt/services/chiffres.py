"""Key figures of a territoire, said in words against a larger one."""

from dataclasses import dataclass

import pandas as pd

from psdt.analytics.indicators import decimals, is_more_fragile, usual_gap
from psdt.analytics.readings import Comparison, compare
from psdt.domain.indicators import Indicateur, Niveau, Sens, Statut
from psdt.words import abs as mots
from psdt.words import constats as dire
from psdt.words import lieux as noms
from psdt.words import mesures


@dataclass(frozen=True, slots=True, kw_only=True)
class Chiffre:
    """A key figure, in words."""

    valeur: str
    libelle: str
    detail: str
    fragile: bool

    @classmethod
    def lu(
        cls, values: pd.DataFrame, indicateur: Indicateur, commune: str, annee: int | None = None
    ) -> "Chiffre | None":
        """Return what an indicator says of a commune, or of the intercommunalité without one.

        ``None`` when neither the territoire nor a larger one has a figure. The year asked
        speaks when it is known, else the latest, which says so. Without a larger territoire
        to compare with, the spread of its communes says something.
        """
        communes = values["niveau"] == Niveau.COMMUNE
        around = values[~communes | (values["code_territoire"] == commune)]
        found = compare(around, commune, annee)
        if found is None:
            return None
        unite, lieu = indicateur.unite, found.lieu
        places = mesures.affichees(unite, decimals(values["valeur"]), values["valeur"])
        said, en = _comparison(indicateur, found, places)
        if not said and lieu.niveau is Niveau.EPCI and not indicateur.effectif:
            same = values[communes & (values["annee"] == lieu.annee)]
            known = same[same["statut"] == Statut.OK]["valeur"]
            if len(known):
                said = mots.selon_communes(known.min(), known.max(), unite, places)
                en = lieu.annee
        expected = Niveau.COMMUNE if commune else Niveau.EPCI
        return cls(
            valeur=mesures.mesure(lieu.valeur, unite, places),
            libelle=mesures.milliers(indicateur.libelle),
            detail=mots.detail(
                mesures.complement(unite, indicateur.libelle),
                lieu.annee,
                ailleurs="" if lieu.niveau is expected else noms.dans(lieu.nom, lieu.niveau.name),
                compare=said,
                en=en,
            ),
            fragile=not indicateur.effectif and _is_fragile(found, indicateur.sens, values),
        )


def _comparison(indicateur: Indicateur, found: Comparison, places: int) -> tuple[str, int]:
    """Return the comparison with a larger territoire, in words, and its year."""
    if found.alors is None or found.reference is None:
        return "", 0
    own, other = found.alors.valeur, found.reference.valeur
    ou = (found.reference.nom, found.reference.niveau.name)
    if indicateur.effectif:
        return dire.proportion(own, other, ou), found.reference.annee
    said = dire.comparaison(own, other, ou, indicateur.unite, places)
    return said, found.reference.annee


def _is_fragile(found: Comparison, sens: Sens, values: pd.DataFrame) -> bool:
    """Say whether a territoire is more fragile than the larger one, beyond a usual gap.

    How far the communes are from what they are compared with, or from the intercommunalité
    when it is the one that is compared.
    """
    if found.alors is None or found.reference is None:
        return False
    own, other = found.alors, found.reference
    same = (values["niveau"] == Niveau.COMMUNE) & (values["annee"] == own.annee)
    centre = other if own.niveau is Niveau.COMMUNE else own
    usual = usual_gap(values[same]["valeur"], centre.valeur)
    return is_more_fragile(own.valeur, other.valeur, sens, usual)
