"""Questionnaires to the residents: counts of answers, and what may be shown of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from psdt.domain.indicators import Axe
from psdt.domain.priorites import SEUIL_PUBLICATION

PETITE_BASE = 30
"""Below this number of respondents, a share says little: it carries a caution."""
MAX_REPONSES = 40
LONGUEUR_ENQUETE = 200
LONGUEUR_QUESTION = 500
LONGUEUR_MODALITE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Reponse:
    """How many people gave an answer, as it was counted."""

    modalite: str
    effectif: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, as it was counted: for the agents who type it, never shown as it is."""

    enquete: str
    annee: int
    source: str
    axe: Axe
    question: str
    repondants: int
    """People who answered this question, whatever the number of their answers."""
    reponses: tuple[Reponse, ...]
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An answer that may be shown, or several that few people gave, together."""

    modalites: tuple[str, ...]
    effectif: int
    part: float
    """Share of the respondents, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultat:
    """What may be shown of a question: no answer given by fewer than five people apart."""

    id: int
    enquete: str
    annee: int
    source: str
    axe: Axe
    question: str
    repondants: int
    parts: tuple[Part, ...]
    """In the order of the questionnaire, those shown together last; none when too few people
    answered."""

    @property
    def premiere(self) -> Part:
        """The answer given by most people; only where there are ``parts``."""
        return max(self.parts, key=lambda part: part.effectif)

    @property
    def multiple(self) -> bool:
        """Whether people could give several answers: shares then add up to more than 1."""
        return sum(part.effectif for part in self.parts) > self.repondants

    @property
    def fragile(self) -> bool:
        """Whether so few people answered that their shares need a caution."""
        return self.repondants < PETITE_BASE


def resultat(question: Question) -> Resultat:
    """Return what may be shown of a question.

    Answers that 1 to 4 people gave are shown together, with the next smallest ones until
    five people at least are meant: no subtraction gives one of them back.
    """
    grouped = _ensemble(question.reponses) if question.repondants >= SEUIL_PUBLICATION else None
    parts: tuple[Part, ...] = ()
    if grouped is not None:
        apart = [r for i, r in enumerate(question.reponses) if i not in grouped]
        parts = tuple(_part([reponse], question.repondants) for reponse in apart)
        if grouped:
            together = [r for i, r in enumerate(question.reponses) if i in grouped]
            parts = (*parts, _part(together, question.repondants))
    return Resultat(
        id=question.id,
        enquete=question.enquete,
        annee=question.annee,
        source=question.source,
        axe=question.axe,
        question=question.question,
        repondants=question.repondants,
        parts=parts,
    )


def _ensemble(reponses: Sequence[Reponse]) -> frozenset[int] | None:
    """Return the positions of the answers to show together; ``None`` when nothing may be."""
    given = [i for i, reponse in enumerate(reponses) if reponse.effectif]
    together = {i for i in given if reponses[i].effectif < SEUIL_PUBLICATION}
    if not together:
        return frozenset()
    for i in sorted(set(given) - together, key=lambda i: reponses[i].effectif):
        total = sum(reponses[j].effectif for j in together)
        if len(together) > 1 and total >= SEUIL_PUBLICATION:
            break
        together.add(i)
    total = sum(reponses[j].effectif for j in together)
    return frozenset(together) if total >= SEUIL_PUBLICATION else None


def _part(reponses: Sequence[Reponse], repondants: int) -> Part:
    total = sum(reponse.effectif for reponse in reponses)
    return Part(
        modalites=tuple(reponse.modalite for reponse in reponses),
        effectif=total,
        part=min(total / repondants, 1.0),
    )
