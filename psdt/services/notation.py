"""Scoring enjeux on criteria, at a phone or at a desk. No pandas here: phones load this."""

from collections.abc import Mapping
from dataclasses import dataclass

from psdt.domain.demarche import Activite, NatureActivite, StatutActivite
from psdt.domain.people import Action, Actor
from psdt.domain.priorites import NIVEAUX, Bareme, Critere
from psdt.errors import ActiviteNonOuverteError, ElementInconnuError
from psdt.store import activites
from psdt.store import notation as store
from psdt.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Grille:
    """What is asked in a notation, and what one person has answered so far."""

    activite: Activite
    enjeux: Mapping[int, str]
    criteres: Mapping[int, Critere]
    notes: Mapping[tuple[int, int], int | None]
    """(enjeu, critère) → level, or ``None`` for « sans avis »; absent: not answered yet."""

    @property
    def ouverte(self) -> bool:
        """Whether answers are still taken."""
        return self.activite.statut is StatutActivite.OUVERTE

    @property
    def questions(self) -> list[tuple[int, int]]:
        """Every question in the order asked: all the criteria of an enjeu, then the next one."""
        return [(enjeu, critere) for enjeu in self.enjeux for critere in self.criteres]

    def answered(self, enjeu: int | None = None) -> int:
        """Count the answers, « sans avis » being one, on one enjeu or on all."""
        return sum(asked in self.notes for asked in self.questions if enjeu in {None, asked[0]})

    def start(self, enjeu: int | None = None) -> int:
        """Return the place of the first question left, of one enjeu or of all.

        When none is left: the first question of the enjeu, or the place after the last.
        """
        questions = list(enumerate(self.questions))
        mine = [place for place, asked in questions if enjeu in {None, asked[0]}]
        left = [place for place in mine if self.questions[place] not in self.notes]
        if left:
            return left[0]
        return len(questions) if enjeu is None else mine[0]


def ouvertes(db: Database, actor: Actor) -> list[Activite]:
    """Return the open notations that ask this person's collège, latest first."""
    actor.require(Action.NOTER, actor.demarche_id)
    with db.read() as session:
        found = activites.of_demarche(session, actor.demarche_id, NatureActivite.NOTATION)
    return [
        activite
        for activite in found
        if activite.statut is StatutActivite.OUVERTE and activite.asks(actor)
    ]


def grille(db: Database, actor: Actor, activite_id: int) -> Grille:
    """Return the questions of a notation and the actor's answers so far.

    A closed one is returned too: the person may see what was kept.
    """
    with db.read() as session:
        activite = activites.get(session, activite_id)
        actor.require(Action.NOTER, activite.demarche_id)
        bareme = _bareme(activite, actor)
        return Grille(
            activite=activite,
            enjeux=store.texts(session, activite.demarche_id, bareme.elements),
            criteres=store.questions(session, activite.demarche_id, tuple(bareme.poids)),
            notes=store.of_person(session, activite_id, actor.id),
        )


def noter(
    db: Database,
    actor: Actor,
    activite_id: int,
    enjeu_id: int,
    critere_id: int,
    niveau: int | None,
) -> None:
    """Record one note, replacing the earlier one; ``None`` is « sans avis ».

    The row of the activité is held: a note cannot land after the close. Raises
    ``ActiviteCloseError``, ``CollegeNonInviteError``, or ``ElementInconnuError`` for an
    enjeu or a criterion of another activité.
    """
    if niveau is not None and niveau not in NIVEAUX:
        raise ValueError(f"niveau: {niveau}, expected one of {NIVEAUX} or None")
    with db.write() as session:
        activite = activites.hold(session, activite_id)
        actor.require(Action.NOTER, activite.demarche_id)
        bareme = _bareme(activite, actor)
        activite.check_open()
        if enjeu_id not in bareme.elements or critere_id not in bareme.poids:
            raise ElementInconnuError
        store.save(
            session,
            (enjeu_id, critere_id),
            niveau,
            activite_id=activite_id,
            participant_id=actor.id,
            demarche_id=activite.demarche_id,
        )


def _bareme(activite: Activite, actor: Actor) -> Bareme:
    """Return what is scored, for somebody who is asked to, once it has opened."""
    activite.check_nature(NatureActivite.NOTATION)
    if activite.statut is StatutActivite.PREPAREE:
        raise ActiviteNonOuverteError(activite.titre)
    activite.check_invited(actor)
    return Bareme.read(activite.parametres)
