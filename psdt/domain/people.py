"""Who acts, and what each person may do: by role, or by the mandate they hold."""

from dataclasses import dataclass
from enum import StrEnum

from psdt.errors import AccessDeniedError


class Role(StrEnum):
    """Place of a person in the démarche."""

    AGENT = "Agente ou agent"
    ANIMATEUR = "Animatrice ou animateur"
    ELU = "Élue ou élu"
    HABITANT = "Habitante ou habitant"
    PARTENAIRE = "Partenaire"
    FINANCEUR = "Financeur"


class College(StrEnum):
    """Whose voice it is: results are read by collège and together."""

    ELUS = "Élus"
    HABITANTS = "Habitants"
    PARTENAIRES = "Partenaires"
    FINANCEURS = "Financeurs"


COLLEGES: dict[Role, College] = {
    Role.ELU: College.ELUS,
    Role.HABITANT: College.HABITANTS,
    Role.PARTENAIRE: College.PARTENAIRES,
    Role.FINANCEUR: College.FINANCEURS,
}
"""The collège of each role; those who run the démarche have none, and no voice in it."""


class Mandat(StrEnum):
    """A seat held besides the role: an appointed member of the conseil is not an élu."""

    CONSEIL_ADMINISTRATION = "Conseil d'administration"
    COMMISSION_PERMANENTE = "Commission permanente"
    PRESIDENCE = "Présidence"


class Action(StrEnum):
    """Something a person may or may not do."""

    GERER_DEMARCHE = "préparer la démarche"
    REMETTRE_CODES = "remettre des codes"
    CONDUIRE_SEANCE = "ouvrir et clore une activité"
    IMPORTER_ABS = "importer des indicateurs"
    VOIR_ABS = "explorer l'analyse des besoins sociaux"
    VOIR_DEMARCHE = "suivre la démarche"
    CONTRIBUER = "donner une idée"
    NOTER = "noter des enjeux"
    VOIR_THEMES = "voir les thèmes suggérés"
    REVOIR_THEMES = "revoir les thèmes suggérés"
    VOIR_PRIORITES = "voir le tableau des priorités"
    EXPORTER = "télécharger les tableaux"


TOUS = frozenset(Role)
EQUIPE = frozenset({Role.AGENT, Role.ANIMATEUR})
PARTICIPANTS = frozenset(COLLEGES)

PERMISSIONS: dict[Action, frozenset[Role | Mandat]] = {
    Action.GERER_DEMARCHE: frozenset({Role.AGENT}),
    Action.REMETTRE_CODES: frozenset({Role.AGENT}),
    Action.CONDUIRE_SEANCE: EQUIPE,
    Action.IMPORTER_ABS: frozenset({Role.AGENT}),
    Action.VOIR_ABS: TOUS,
    Action.VOIR_DEMARCHE: TOUS,
    Action.CONTRIBUER: PARTICIPANTS,
    Action.NOTER: PARTICIPANTS,
    Action.VOIR_THEMES: EQUIPE | {Role.ELU} | set(Mandat),
    Action.REVOIR_THEMES: frozenset({Role.AGENT, Mandat.COMMISSION_PERMANENTE}),
    Action.VOIR_PRIORITES: EQUIPE | {Role.ELU} | set(Mandat),
    Action.EXPORTER: EQUIPE | set(Mandat),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The person behind a request: opaque identifiers, a role and mandates, never a name."""

    id: int
    demarche_id: int
    role: Role
    mandats: frozenset[Mandat] = frozenset()
    seance_id: int | None = None
    """The séance a forum code belongs to; none for those who follow the whole démarche."""

    @property
    def college(self) -> College | None:
        """The collège this person speaks in, if any."""
        return COLLEGES.get(self.role)

    def may(self, action: Action) -> bool:
        """Say whether the role or a mandate allows the action, in the person's own démarche."""
        return not PERMISSIONS[action].isdisjoint({self.role, *self.mandats})

    def require(self, action: Action, demarche_id: int) -> None:
        """Raise ``AccessDeniedError`` unless this person may act so in that démarche."""
        if demarche_id != self.demarche_id or not self.may(action):
            raise AccessDeniedError
