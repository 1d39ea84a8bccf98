"""The démarche, its séances and its activités: what they are and when they take answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from psdt.domain.people import Actor, College
from psdt.errors import (
    ActiviteCloseError,
    ActiviteInconnueError,
    ActiviteNonOuverteError,
    ActiviteOuverteError,
    CollegeNonInviteError,
    ParametresManquantsError,
)


class Etape(StrEnum):
    """The five steps, in their order."""

    ABS = "S'appuyer sur l'ABS"
    FUTUR = "Se projeter dans un futur désirable"
    VOTES = "Formuler et voter"
    FORUM = "Co-créer les enjeux et les objectifs"
    PRIORITES = "Valider et prioriser"


class NatureActivite(StrEnum):
    """What people do during an activité."""

    RECUEIL = "recueil d'idées"
    VOTE = "vote"
    NOTATION = "notation"
    CARTOGRAPHIE = "cartographie"
    REGROUPEMENT = "regroupement"


class StatutActivite(StrEnum):
    """An activité opens once, then closes for good: results are read after the close."""

    PREPAREE = "préparée"
    OUVERTE = "ouverte"
    CLOSE = "close"


PARAMETRES: dict[NatureActivite, tuple[str, ...]] = {
    NatureActivite.RECUEIL: ("natures",),
    NatureActivite.VOTE: ("criteres",),
    NatureActivite.NOTATION: ("elements", "poids"),
}
"""What must be known before an activité opens, and freezes then."""


def check_parameters(nature: NatureActivite, parametres: Mapping[str, Any]) -> None:
    """Raise ``ParametresManquantsError`` unless an activité of this kind may open."""
    if not all(parametres.get(name) for name in PARAMETRES.get(nature, ())):
        raise ParametresManquantsError(nature)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demarche:
    """One projet social de territoire in the making."""

    id: int
    nom: str
    organisme: str
    demonstration: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Seance:
    """One meeting."""

    id: int
    demarche_id: int
    etape: Etape
    titre: str
    jour: date
    lieu: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanActivite:
    """What an animateur prepares; method and parameters freeze when the activité opens."""

    nature: NatureActivite
    titre: str
    seance_id: int | None = None
    consigne: str = ""
    methode: str = ""
    parametres: Mapping[str, Any] = field(default_factory=dict)
    colleges: frozenset[College] = frozenset(College)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activite(PlanActivite):
    """One moment of a séance."""

    id: int
    demarche_id: int
    statut: StatutActivite
    ouverte_le: datetime | None
    close_le: datetime | None

    def check_nature(self, nature: NatureActivite) -> None:
        """Raise ``ActiviteInconnueError`` when the activité is of another kind."""
        if self.nature is not nature:
            raise ActiviteInconnueError

    def check_open(self) -> None:
        """Raise ``ActiviteCloseError`` or ``ActiviteNonOuverteError`` unless answers are taken."""
        if self.statut is StatutActivite.PREPAREE:
            raise ActiviteNonOuverteError(self.titre)
        if self.statut is StatutActivite.CLOSE:
            raise ActiviteCloseError(self.titre, self.close_le)

    def check_preparing(self) -> None:
        """Raise ``ActiviteCloseError`` or ``ActiviteOuverteError`` once it has opened."""
        if self.statut is StatutActivite.CLOSE:
            raise ActiviteCloseError(self.titre, self.close_le)
        if self.statut is StatutActivite.OUVERTE:
            raise ActiviteOuverteError(self.titre)

    def check_closed(self) -> None:
        """Raise ``ActiviteOuverteError`` while a result could still influence an answer."""
        if self.statut is not StatutActivite.CLOSE:
            raise ActiviteOuverteError(self.titre)

    def asks(self, actor: Actor) -> bool:
        """Say whether this person is asked: by their collège, and in their séance.

        The code of a forum lives with its séance; an élu's follows the whole démarche.
        """
        return actor.college in self.colleges and actor.seance_id in {None, self.seance_id}

    def check_invited(self, actor: Actor) -> None:
        """Raise ``CollegeNonInviteError`` for someone who is not asked."""
        if not self.asks(actor):
            raise CollegeNonInviteError(self.titre)
