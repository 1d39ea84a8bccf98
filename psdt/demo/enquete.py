"""The questionnaire to the residents, as its counts are typed by the agent: invented figures."""

from itertools import groupby

from psdt.demo.scene import Scene
from psdt.domain.enquetes import Question
from psdt.domain.indicators import Axe
from psdt.services import locales
from psdt.sources import Refus
from psdt.words.grammar import fine


def type_in(scene: Scene) -> None:
    """Type the questions of the demonstration, and how many people gave each answer."""
    plan = scene.donnees.demarche["enquete"]
    for texte, rows in groupby(scene.donnees.enquete, key=lambda row: row["question"]):
        reponses = list(rows)
        question = Question(
            enquete=fine(plan["titre"]),
            annee=scene.now.year,
            source=fine(plan["source"]),
            axe=Axe[reponses[0]["axe"]],
            question=fine(texte),
            repondants=int(reponses[0]["repondants"]),
            multiple=reponses[0]["plusieurs"] == "oui",
            reponses=(),
        )
        lines = [(fine(row["modalite"]), row["effectif"]) for row in reponses]
        kept = locales.ask(scene.db, scene.agent, question, lines)
        if isinstance(kept, Refus):
            raise TypeError(f"the questionnaire is not readable: {kept}")
