"""The people of the demonstration: invited as an agent does, each with a code."""

from dataclasses import dataclass

from psdt.demo.scene import Scene
from psdt.domain.people import Actor, College, Mandat, Role
from psdt.services import access, participants
from psdt.store.database import Database
from psdt.words.commandes import AGENT_DE_DEMO

AGENT = ("agent@exemple.invalid", AGENT_DE_DEMO)


@dataclass(frozen=True, slots=True)
class Troupe:
    """Who plays, beside the agent."""

    people: tuple[Actor, ...]

    def of_college(self, college: College) -> list[Actor]:
        """Return the people who speak in a collège, in the order they were invited."""
        return [person for person in self.people if person.college is college]

    def of_forum(self, college: College) -> list[Actor]:
        """Return those of a collège who came to the forum with a code of that day."""
        return [person for person in self.of_college(college) if person.seance_id is not None]

    @property
    def commission(self) -> Actor:
        """Somebody who holds the pen for the commission permanente."""
        return next(p for p in self.people if Mandat.COMMISSION_PERMANENTE in p.mandats)


def add_agent(db: Database) -> Actor:
    """Add the agent who runs the démarche; one-click sign-in replaces the password."""
    identifiant, nom = AGENT
    return access.add_account(db, identifiant, access.draw(), nom=nom)


def invite(scene: Scene) -> Troupe:
    """Invite everybody; nobody keeps the codes, one-click sign-in replaces them."""
    people = tuple(
        participants.invite(
            scene.db,
            scene.agent,
            Role[group["role"].upper()],
            nom=f"{group['nom']} {number}" if "nom" in group else None,
            mandats=[Mandat[name.upper()] for name in group.get("mandats", ())],
            seance_id=scene.seances[group["seance"]] if "seance" in group else None,
        )[0]
        for group in scene.donnees.demarche["participants"]
        for number in range(1, group["nombre"] + 1)
    )
    return Troupe(people)
