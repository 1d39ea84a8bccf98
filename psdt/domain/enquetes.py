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
    """What may be shown of a question: nothing that tells of fewer than five people."""

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
    tues: tuple[str, ...]
    """Answers that are not shown, because they would tell of a few people."""
    multiple: bool
    """Whether people surely gave several answers: these add up to more than the respondents."""

    @property
    def premiere(self) -> Part:
        """The answer given by most people; only where there are ``parts``."""
        return max(self.parts, key=lambda part: part.effectif)

    @property
    def fragile(self) -> bool:
        """Whether so few people answered that their shares need a caution."""
        return self.repondants < PETITE_BASE


def resultat(question: Question) -> Resultat:
    """Return what may be shown of a question: no subtraction tells of one to four people.

    - As many answers as respondents: one each. Answers that 1 to 4 people gave are shown
      together, with the next smallest ones until five people at least are meant.
    - Fewer answers: perhaps one each, perhaps several. Small ones are withheld, never added,
      and the next smallest ones too, until five people at least are hidden: those who gave no
      answer count as one more answer.
    - More answers: several each. An answer that 1 to 4 people gave, or did not give, is
      withheld; nothing is added, as it may be the same people.
    """
    total, n = sum(reponse.effectif for reponse in question.reponses), question.repondants
    together: frozenset[int] | None = None
    if n >= SEUIL_PUBLICATION:
        together = _peu(question) if total > n else _ensemble(question.reponses, n - total)
    everything = range(len(question.reponses))
    hidden = frozenset(everything) if together is None else together
    parts = [_part([question.reponses[i]], n) for i in everything if i not in hidden]
    if hidden and together and total == n:
        parts.append(_part([question.reponses[i] for i in sorted(hidden)], n))
        hidden = frozenset()
    if not any(part.effectif for part in parts):
        parts, hidden = [], frozenset()
    return Resultat(
        id=question.id,
        enquete=question.enquete,
        annee=question.annee,
        source=question.source,
        axe=question.axe,
        question=question.question,
        repondants=n,
        parts=tuple(parts),
        tues=tuple(question.reponses[i].modalite for i in sorted(hidden)),
        multiple=total > n,
    )


def _peu(question: Question) -> frozenset[int]:
    """Return the positions of the answers that few people gave, or did not give."""
    return frozenset(
        i
        for i, reponse in enumerate(question.reponses)
        if 0 < reponse.effectif < SEUIL_PUBLICATION
        or 0 < question.repondants - reponse.effectif < SEUIL_PUBLICATION
    )


def _ensemble(reponses: Sequence[Reponse], sans: int) -> frozenset[int] | None:
    """Return the positions of the answers to hide together; ``None`` when nothing may be shown.

    ``sans`` people gave none of them: hidden too, as they come back by subtraction.
    """
    given = [i for i, reponse in enumerate(reponses) if reponse.effectif]
    together = {i for i in given if reponses[i].effectif < SEUIL_PUBLICATION}
    if not together and not 0 < sans < SEUIL_PUBLICATION:
        return frozenset()
    for i in sorted(set(given) - together, key=lambda i: reponses[i].effectif):
        if _assez([reponses[j] for j in together], sans):
            break
        together.add(i)
    return frozenset(together) if _assez([reponses[j] for j in together], sans) else None


def _assez(hidden: Sequence[Reponse], sans: int) -> bool:
    """Say whether enough people are hidden, of two answers at least."""
    total = sans + sum(reponse.effectif for reponse in hidden)
    return len(hidden) + (sans > 0) > 1 and total >= SEUIL_PUBLICATION


def _part(reponses: Sequence[Reponse], repondants: int) -> Part:
    total = sum(reponse.effectif for reponse in reponses)
    return Part(
        modalites=tuple(reponse.modalite for reponse in reponses),
        effectif=total,
        part=min(total / repondants, 1.0),
    )
