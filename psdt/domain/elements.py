"""All that people say: one statement, its nature, what became of it, and what it is tied to."""

from dataclasses import dataclass
from enum import StrEnum

from psdt.domain.people import College


class Nature(StrEnum):
    """What a statement is."""

    ELAN = "élan"
    FREIN = "frein"
    ET_SI = "et si"
    RECIT = "récit"
    VALEUR = "valeur"
    MODALITE = "modalité de mise en œuvre"
    AMBITION = "ambition"
    CRITERE = "critère"
    ENJEU = "enjeu"
    OBJECTIF = "objectif"
    ACTION = "action"


class StatutElement(StrEnum):
    """What became of a statement. The last two always carry a reason."""

    PROPOSE = "proposé"
    RETENU = "retenu"
    ECARTE = "écarté"
    FUSIONNE = "fusionné"


class NatureLien(StrEnum):
    """Why two statements are tied: links are added, statements are never destroyed."""

    RATTACHE = "rattaché à"
    REFORMULE = "reformulé en"
    FUSIONNE = "fusionné dans"
    ISSU = "issu de"
    CONSTAT = "constat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What a person says, and the moment they say it in."""

    nature: Nature
    texte: str
    seance_id: int | None = None
    activite_id: int | None = None
    commune: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element(Contribution):
    """One statement of the démarche, with the collège of its author and nothing more of them."""

    id: int
    demarche_id: int
    college: College | None
    statut: StatutElement
    motif: str
