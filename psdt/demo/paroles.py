"""What was said: ideas given in an open recueil, then kept, joined to others or set aside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

from psdt.demo.donnees import Row
from psdt.demo.scene import Scene
from psdt.demo.troupe import Troupe
from psdt.domain.demarche import NatureActivite
from psdt.domain.elements import Contribution, Nature
from psdt.domain.people import College
from psdt.services import elements

AVANT_LE_FORUM = ("elan", "frein", "et_si", "recit", "valeur", "modalite", "ambition")


@dataclass(frozen=True, slots=True)
class Recit:
    """Collect the statements of the five steps."""

    scene: Scene
    troupe: Troupe
    ids: dict[str, int] = field(default_factory=dict)
    """Code of a statement in the example data → id."""

    def play(self) -> None:
        """Say everything, in the order of the démarche."""
        scene, donnees = self.scene, self.scene.donnees
        recueils = {
            nature: activite
            for plan in donnees.demarche["activites"]
            for activite in [scene.open(plan, NatureActivite.RECUEIL, _natures(plan))]
            for nature in plan["recueille"]
        }
        for nature in AVANT_LE_FORUM:
            self._collect(donnees.elements_of(nature), recueils[nature])
            self._keep(donnees.elements_of(nature))
        self._collect(donnees.elements_of("enjeu", "S4"), recueils["enjeu"])
        self._keep(donnees.elements_of("enjeu", "FO"))
        self._retire()
        self._forum(recueils["objectif"])
        for activite in dict.fromkeys(recueils.values()):
            scene.close(activite)
        self._keep(donnees.elements_of("enjeu", "S5"))

    def enjeux(self, seance: str) -> dict[str, int]:
        """Return the enjeux that a séance kept: code → id."""
        rows = self.scene.donnees.elements_of("enjeu", seance)
        return {row["code"]: self.ids[row["code"]] for row in rows}

    def _collect(self, rows: Iterable[Row], recueil: int) -> None:
        """Let the élus speak in turn; what the group holds as its own is written afterwards."""
        elus = cycle(self.troupe.of_college(College.ELUS))
        for row in rows:
            if row["statut"] != "retenu":
                said = _said(row, activite_id=recueil)
                self.ids[row["code"]] = elements.contribute(self.scene.db, next(elus), said)

    def _keep(self, rows: Iterable[Row]) -> None:
        """Write what the group holds as its own, tied to what it takes up."""
        scene = self.scene
        for row in rows:
            if row["statut"] == "retenu":
                self.ids[row["code"]] = elements.write(
                    scene.db,
                    self.troupe.commission,
                    _said(row, seance_id=scene.seances[row["seance"]]),
                    from_=self._sources(row["code"]),
                    constats=scene.donnees.constats_of(row["code"]),
                )

    def _sources(self, code: str) -> tuple[int, ...]:
        """Return the enjeux that a statement rewords."""
        reformulations = self.scene.donnees.reformulations.items()
        return tuple(self.ids[source] for source, final in reformulations if final == code)

    def _retire(self) -> None:
        """Merge what says the same thing, set aside what was not kept, each with its reason."""
        db, commission = self.scene.db, self.troupe.commission
        for row in self.scene.donnees.elements:
            element = self.ids.get(row["code"], 0)
            if row["statut"] == "fusionne":
                elements.merge(db, commission, element, self.ids[row["vers"]], row["motif"])
            elif row["statut"] == "ecarte":
                elements.set_aside(db, commission, element, row["motif"])

    def _forum(self, recueil: int) -> None:
        """Let the participants write objectifs in turn, each for an enjeu of the morning."""
        writers = {
            college.name.lower(): cycle(self.troupe.of_forum(college)) for college in College
        }
        for row in self.scene.donnees.objectifs:
            said = Contribution(
                nature=Nature.OBJECTIF,
                texte=row["objectif"],
                activite_id=recueil,
                commune=row["commune"],
            )
            elements.contribute(
                self.scene.db,
                next(writers[row["college"]]),
                said,
                rattache_a=self.ids[row["enjeu"]],
            )


def _natures(plan: Mapping[str, Any]) -> dict[str, list[str]]:
    return {"natures": [name.upper() for name in plan["recueille"]]}


def _said(
    row: Row, *, activite_id: int | None = None, seance_id: int | None = None
) -> Contribution:
    return Contribution(
        nature=Nature[row["nature"].upper()],
        texte=row["texte"],
        activite_id=activite_id,
        seance_id=seance_id,
    )
