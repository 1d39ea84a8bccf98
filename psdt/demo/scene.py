"""What every act of the demonstration needs: the base, the agent, the séances, the clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from psdt.demo import donnees as lues
from psdt.demo.donnees import Donnees
from psdt.domain.demarche import Etape, NatureActivite, PlanActivite
from psdt.domain.people import Actor, College
from psdt.domain.territoire import Voulu
from psdt.services import seances, territoire
from psdt.services.ensemble import ensemble
from psdt.store.database import Database
from psdt.words.grammar import fine


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The démarche being played, as the agent who runs it holds it."""

    db: Database
    agent: Actor
    donnees: Donnees
    now: datetime
    seances: dict[str, int] = field(default_factory=dict)
    """Code of a séance → id, once they were added."""

    def add_seances(self) -> None:
        """Add the séances of the démarche."""
        plans = self.donnees.demarche["seances"]
        days = lues.dates(plans, today=self.now.date())
        for plan in plans:
            self.seances[plan["code"]] = seances.add(
                self.db,
                self.agent,
                Etape[plan["etape"].upper()],
                fine(plan["titre"]),
                jour=days[plan["code"]],
                lieu=plan["lieu"],
            )

    def choose_territoire(self) -> None:
        """Say whose démarche it is: the only intercommunalité of its figures."""
        whole = ensemble(self.db, self.agent)
        voulu = Voulu(communes=whole.communes, epci=whole.lieu)
        territoire.adopt(self.db, self.agent, voulu)

    def open(
        self, plan: Mapping[str, Any], nature: NatureActivite, parametres: Mapping[str, Any]
    ) -> int:
        """Prepare an activité of the plan, open it and return its id."""
        colleges = plan.get("colleges", [college.name for college in College])
        activite = seances.prepare(
            self.db,
            self.agent,
            PlanActivite(
                nature=nature,
                titre=fine(plan["titre"]),
                seance_id=self.seances[plan["seance"]],
                consigne=fine(plan["consigne"]),
                parametres=parametres,
                colleges=frozenset(College[name.upper()] for name in colleges),
            ),
        )
        seances.open_activite(self.db, self.agent, activite, now=self.now)
        return activite

    def close(self, activite: int) -> None:
        """Close an activité."""
        seances.close_activite(self.db, self.agent, activite, now=self.now)
