"""What people say: collecting it, tying it, rewording it, setting it aside. Nothing is lost."""

from dataclasses import replace

from psdt.domain.demarche import NatureActivite
from psdt.domain.elements import (
    Contribution,
    Element,
    Nature,
    NatureLien,
    StatutElement,
)
from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor
from psdt.errors import ActiviteInconnueError, ElementInconnuError, MotifManquantError, TexteError
from psdt.store import activites, demarches, journal
from psdt.store import elements as store
from psdt.store.database import Database

LONGUEUR = 1000
"""Characters of a statement, at most."""


def contribute(
    db: Database, actor: Actor, said: Contribution, *, rattache_a: int | None = None
) -> int:
    """Keep what a participant says in an open recueil, in its séance, and return its id.

    ``rattache_a`` is the enjeu an objectif answers to.
    """
    with db.write() as session:
        activite = activites.hold(session, said.activite_id or 0)
        actor.require(Action.CONTRIBUER, activite.demarche_id)
        activite.check_nature(NatureActivite.RECUEIL)
        activite.check_open()
        activite.check_invited(actor)
        if said.nature.name not in activite.parametres["natures"]:
            raise ActiviteInconnueError
        placed = replace(_checked(said), seance_id=activite.seance_id)
        element = store.add(session, actor.demarche_id, placed, actor.college)
        if rattache_a is not None:
            _check_enjeu(store.get(session, rattache_a), actor)
            store.tie(session, actor.demarche_id, NatureLien.RATTACHE, element, rattache_a)
    return element


def write(
    db: Database,
    actor: Actor,
    said: Contribution,
    *,
    from_: tuple[int, ...] = (),
    constats: tuple[str, ...] = (),
) -> int:
    """Keep a statement the group holds as its own, with what it comes from; return its id.

    ``constats`` are codes of indicators that ground an enjeu; unknown ones are left out.
    """
    actor.require(Action.REVOIR_THEMES, actor.demarche_id)
    with db.write() as session:
        demarches.check_seance(session, actor.demarche_id, said.seance_id)
        element = store.add(session, actor.demarche_id, _checked(said), None)
        store.set_statut(session, element, StatutElement.RETENU, "")
        for source in from_:
            _same_demarche(store.get(session, source), actor)
            store.tie(session, actor.demarche_id, NatureLien.REFORMULE, source, element)
        for code in constats:
            store.tie_indicator(session, actor.demarche_id, code, element)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.ELEMENT_REFORMULE,
            acteur_id=actor.id,
            details={"element": element, "sources": list(from_)},
        )
    return element


def set_aside(db: Database, actor: Actor, element_id: int, motif: str) -> None:
    """Set a statement aside; it stays in the base, with the reason."""
    with db.write() as session:
        element = store.get(session, element_id)
        actor.require(Action.REVOIR_THEMES, element.demarche_id)
        store.set_statut(session, element_id, StatutElement.ECARTE, _reason(motif))
        journal.append(
            session,
            actor.demarche_id,
            Evenement.ELEMENT_ECARTE,
            acteur_id=actor.id,
            details={"element": element_id, "motif": _reason(motif)},
        )


def merge(db: Database, actor: Actor, element_id: int, into: int, motif: str) -> None:
    """Merge a statement into another, which speaks for both; the words of both stay."""
    with db.write() as session:
        element = store.get(session, element_id)
        actor.require(Action.REVOIR_THEMES, element.demarche_id)
        _same_demarche(store.get(session, into), actor)
        if into == element_id:
            raise ElementInconnuError
        store.tie(session, actor.demarche_id, NatureLien.FUSIONNE, element_id, into)
        store.set_statut(session, element_id, StatutElement.FUSIONNE, _reason(motif))
        journal.append(
            session,
            actor.demarche_id,
            Evenement.ELEMENT_FUSIONNE,
            acteur_id=actor.id,
            details={"element": element_id, "dans": into, "motif": _reason(motif)},
        )


def listed(db: Database, actor: Actor, nature: Nature) -> list[Element]:
    """Return the statements of one nature that stand, in the order they were given.

    A list never says whose collège or commune a text comes from: in a small one, that names.
    """
    actor.require(Action.VOIR_DEMARCHE, actor.demarche_id)
    with db.read() as session:
        said = store.of_demarche(session, actor.demarche_id, nature)
    return [replace(element, college=None, commune="") for element in said]


def _checked(said: Contribution) -> Contribution:
    if not 0 < len(said.texte.strip()) <= LONGUEUR:
        raise TexteError(LONGUEUR)
    return said


def _reason(motif: str) -> str:
    if not motif.strip():
        raise MotifManquantError
    return motif.strip()


def _check_enjeu(element: Element, actor: Actor) -> None:
    _same_demarche(element, actor)
    if element.nature is not Nature.ENJEU or element.motif:
        raise ElementInconnuError


def _same_demarche(element: Element, actor: Actor) -> None:
    if element.demarche_id != actor.demarche_id:
        raise ElementInconnuError
