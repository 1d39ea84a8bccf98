"""A notation to score, for the tests that need one."""

from fractions import Fraction

from psdt.domain.demarche import NatureActivite, PlanActivite
from psdt.domain.elements import Contribution, Nature
from psdt.domain.people import College
from psdt.domain.priorites import Bareme, Liste, Preset
from psdt.services import criteres, elements, seances
from tests.conftest import NOW

ENJEUX = ("Soutenir les aidants", "Se déplacer sans voiture")
PRESET = Preset.HANLON
N_QUESTIONS = len(ENJEUX) * len(PRESET.criteres)


def scored(db, agent, enjeux=ENJEUX, preset=PRESET) -> Bareme:
    """Add enjeux and the criteria of a preset, with equal weights."""
    ids = [
        elements.write(db, agent, Contribution(nature=Nature.ENJEU, texte=texte))
        for texte in enjeux
    ]
    chosen = criteres.choose(db, agent, Liste.ENJEUX, preset.criteres)
    return Bareme(elements=tuple(ids), poids=dict.fromkeys(chosen, Fraction(1, len(chosen))))


def prepare(db, agent, bareme, *, titre="Noter les enjeux", colleges=(College.ELUS,)) -> int:
    """Prepare a notation and return its id."""
    plan = PlanActivite(
        nature=NatureActivite.NOTATION,
        titre=titre,
        consigne="Répondez pour le territoire, pas pour votre commune.",
        parametres=bareme.parametres(),
        colleges=frozenset(colleges),
    )
    return seances.prepare(db, agent, plan)


def opened(db, agent, bareme, **plan) -> int:
    """Open a notation and return its id."""
    activite = prepare(db, agent, bareme, **plan)
    seances.open_activite(db, agent, activite, now=NOW)
    return activite
