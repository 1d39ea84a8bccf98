"""Questionnaires to the residents: counts of answers, and what may be shown of them."""

from collections.abc import Collection, Sequence
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
    multiple: bool = False
    """Whether a person could give several answers."""
    id: int = 0

    @property
    def total(self) -> int:
        """How many answers were given."""
        return sum(reponse.effectif for reponse in self.reponses)


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
    """Whether a person could give several answers."""

    @property
    def dit_combien(self) -> bool:
        """Whether the number of respondents may be told."""
        return not 0 < self.repondants < SEUIL_PUBLICATION

    @property
    def premiere(self) -> Part:
        """The answer given by most people; only where there are ``parts``."""
        return max(self.parts, key=lambda part: part.effectif)

    @property
    def fragile(self) -> bool:
        """Whether so few people answered that their shares need a caution."""
        return self.repondants < PETITE_BASE


def resultat(question: Question) -> Resultat:
    """Return what may be shown of a question: nothing of it tells of one to four people.

    - One answer each. Answers that 1 to 4 people gave are shown together, with the next smallest
      ones until five people at least are meant. Those who gave no answer count as one more: when
      there are any, small answers are withheld, not added, as they would come back.
    - Several answers possible, or more answers than respondents. An answer that 1 to 4 people
      gave, or did not give, is withheld; nothing is added, as it may be the same people.
    """
    n, everything = question.repondants, range(len(question.reponses))
    multiple = question.multiple or question.total > n
    hidden: frozenset[int] | None = None
    if n >= SEUIL_PUBLICATION:
        hidden = _plusieurs(question) if multiple else _une(question)
    shown = [i for i in everything if hidden is not None and i not in hidden]
    parts = [_part([question.reponses[i]], n) for i in shown]
    if hidden and not multiple and question.total == n:
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
        tues=tuple(question.reponses[i].modalite for i in sorted(hidden or ())),
        multiple=multiple,
    )


def _une(question: Question) -> frozenset[int] | None:
    """Return the positions of the answers to hide when each person gave one at most.

    ``None`` when nothing may be shown.
    """
    given = _donnees(question)
    sans = question.repondants - question.total
    few = {i for i, effectif in given.items() if effectif < SEUIL_PUBLICATION}
    if not few and not 0 < sans < SEUIL_PUBLICATION:
        return frozenset()
    return _ensemble(given, few, sans)


def _plusieurs(question: Question) -> frozenset[int] | None:
    """Return the positions of the answers to hide when a person could give several.

    Everybody gave one at least: when those shown do not account for all the respondents, the
    others gave one of those hidden, which could then be told. ``None``: nothing may be shown.
    """
    given, n = _donnees(question), question.repondants
    few = {i for i, effectif in given.items() if effectif < SEUIL_PUBLICATION}
    most = {i for i, effectif in given.items() if 0 < n - effectif < SEUIL_PUBLICATION}
    hidden = few | most
    if not few or sum(given[i] for i in given if i not in hidden) >= n:
        return frozenset(hidden)
    return _ensemble(given, hidden, 0)


def _donnees(question: Question) -> dict[int, int]:
    """Return the counts of the answers that somebody gave, by their position."""
    return {i: r.effectif for i, r in enumerate(question.reponses) if r.effectif}


def _ensemble(given: dict[int, int], few: Collection[int], sans: int) -> frozenset[int] | None:
    """Return the positions of answers to hide together; ``None`` when nothing may be shown.

    ``sans`` people gave none of them: hidden too, as they come back by subtraction. Answers of
    one count are hidden together, so that the order of those shown tells of none of them.
    """
    hidden = set(few)
    for level in sorted({effectif for i, effectif in given.items() if i not in hidden}):
        if _assez([given[i] for i in hidden], sans):
            break
        hidden |= {i for i, effectif in given.items() if effectif == level}
    enough = _assez([given[i] for i in hidden], sans) and hidden != set(given)
    return frozenset(hidden) if enough else None


def _assez(effectifs: Sequence[int], sans: int) -> bool:
    """Say whether enough people are hidden, of two answers at least, of which none is told.

    Ones alone are told by their number, and fours by theirs: no other counts add up to as few,
    or to as many.
    """
    counts = [*effectifs, *([sans] if sans else [])]
    told = set(counts) in ({1}, {SEUIL_PUBLICATION - 1})
    return len(counts) > 1 and sum(counts) >= SEUIL_PUBLICATION and not told


def _part(reponses: Sequence[Reponse], repondants: int) -> Part:
    total = sum(reponse.effectif for reponse in reponses)
    return Part(
        modalites=tuple(reponse.modalite for reponse in reponses),
        effectif=total,
        part=min(total / repondants, 1.0),
    )
