"""Criteria: choosing them, ranking them, and the weights that the rankings give."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from psdt.analytics.weights import from_rankings
from psdt.domain.demarche import NatureActivite
from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor
from psdt.domain.priorites import SEUIL_PUBLICATION, Critere, Liste
from psdt.errors import CriteresError, TropPeuDeReponsesError
from psdt.store import activites, journal
from psdt.store import criteres as store
from psdt.store.database import Database


def choose(db: Database, actor: Actor, liste: Liste, criteres: Iterable[Critere]) -> list[int]:
    """Add criteria to a list of the actor's démarche, and return their ids."""
    actor.require(Action.GERER_DEMARCHE, actor.demarche_id)
    with db.write() as session:
        ids = store.add(session, actor.demarche_id, liste, criteres)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.CRITERES_CHOISIS,
            acteur_id=actor.id,
            details={"liste": liste.name, "criteres": ids},
        )
    return ids


def listed(db: Database, actor: Actor, liste: Liste) -> dict[int, Critere]:
    """Return the criteria of a list, in their order: id → criterion."""
    actor.require(Action.VOIR_DEMARCHE, actor.demarche_id)
    with db.read() as session:
        return store.of_demarche(session, actor.demarche_id, liste)


def rank(db: Database, actor: Actor, activite_id: int, ranking: Sequence[int]) -> None:
    """Record how a person ranks the criteria, the most important first.

    Raises ``CriteresError`` unless each criterion of the activité is there exactly once.
    """
    with db.write() as session:
        activite = activites.hold(session, activite_id)
        actor.require(Action.NOTER, activite.demarche_id)
        activite.check_nature(NatureActivite.VOTE)
        activite.check_open()
        activite.check_invited(actor)
        if sorted(ranking) != sorted(activite.parametres["criteres"]):
            raise CriteresError
        store.save_ranking(session, activite.demarche_id, activite_id, actor.id, ranking)


def weights(db: Database, actor: Actor, activite_id: int) -> dict[int, Fraction]:
    """Return the group's weights once the ranking is closed: criterion → weight, adding to 1.

    Raises ``TropPeuDeReponsesError`` under five rankings: weights are published, and those
    of one person are their whole ranking.
    """
    with db.read() as session:
        activite = activites.get(session, activite_id)
        actor.require(Action.CONDUIRE_SEANCE, activite.demarche_id)
        activite.check_closed()
        rankings = store.rankings(session, activite_id)
    ids: list[int] = activite.parametres["criteres"]
    if len(rankings) < SEUIL_PUBLICATION:
        raise TropPeuDeReponsesError(SEUIL_PUBLICATION)
    places = [[ranking.index(critere) + 1 for critere in ids] for ranking in rankings]
    return dict(zip(ids, from_rankings(places), strict=True))
