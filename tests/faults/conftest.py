"""An open notation of three enjeux on one criterion."""

import pytest

from psdt.domain.demarche import NatureActivite, PlanActivite
from psdt.domain.elements import Contribution, Nature
from psdt.domain.priorites import Bareme, Critere, Liste
from psdt.services import criteres, elements, seances
from tests.conftest import NOW

CRITERE = Critere(libelle="Gravité", question="Est-ce grave ?", ancres=("1", "2", "3", "4"))


@pytest.fixture
def enjeux(db, agent) -> list[int]:
    textes = ("Se déplacer", "Se loger", "Se soigner")
    return [
        elements.write(db, agent, Contribution(nature=Nature.ENJEU, texte=texte))
        for texte in textes
    ]


@pytest.fixture
def notation_id(db, agent, enjeux) -> int:
    (critere,) = criteres.choose(db, agent, Liste.ENJEUX, [CRITERE])
    bareme = Bareme(elements=tuple(enjeux), poids={critere: 1})
    plan = PlanActivite(
        nature=NatureActivite.NOTATION, titre="Noter", parametres=bareme.parametres()
    )
    activite_id = seances.prepare(db, agent, plan)
    seances.open_activite(db, agent, activite_id, now=NOW)
    return activite_id
