"""Signals attached to the enjeux they ground, as constats: what was said then, word for word."""

from dataclasses import dataclass

from psdt.domain.elements import Nature
from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor
from psdt.domain.signaux import Constat
from psdt.errors import ConstatInconnuError, ElementInconnuError, IndicateurInconnuError
from psdt.store import constats as store
from psdt.store import elements, journal
from psdt.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonde:
    """An enjeu that stands, and what the figures say of it."""

    id: int
    texte: str
    constats: tuple[Constat, ...]


def enjeux(db: Database, actor: Actor) -> dict[int, str]:
    """Return the enjeux that stand, to which a signal may be attached: id → text."""
    actor.require(Action.REVOIR_THEMES, actor.demarche_id)
    with db.read() as session:
        found = elements.of_demarche(session, actor.demarche_id, Nature.ENJEU)
    return {enjeu.id: enjeu.texte for enjeu in found}


def constats(db: Database, actor: Actor) -> list[Fonde]:
    """Return the enjeux that stand and have constats, in the order they were given."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    with db.read() as session:
        standing = elements.of_demarche(session, actor.demarche_id, Nature.ENJEU)
        kept = store.of_demarche(session, actor.demarche_id)
    by_enjeu: dict[int, list[Constat]] = {}
    for constat in kept:
        by_enjeu.setdefault(constat.enjeu_id, []).append(constat)
    return [
        Fonde(id=enjeu.id, texte=enjeu.texte, constats=tuple(by_enjeu[enjeu.id]))
        for enjeu in standing
        if enjeu.id in by_enjeu
    ]


def attach(db: Database, actor: Actor, code: str, phrase: str, enjeu_id: int) -> int:
    """Attach a sentence on an indicator to an enjeu that stands, once; return its id."""
    with db.write() as session:
        enjeu = elements.get(session, enjeu_id)
        actor.require(Action.REVOIR_THEMES, enjeu.demarche_id)
        if enjeu.nature is not Nature.ENJEU or enjeu.motif:
            raise ElementInconnuError
        for kept in store.of_demarche(session, actor.demarche_id):
            if (kept.enjeu_id, kept.code, kept.texte) == (enjeu_id, code, phrase):
                return kept.id
        constat = store.add(session, actor.demarche_id, code, enjeu_id, phrase)
        if constat is None:
            raise IndicateurInconnuError
        journal.append(
            session,
            actor.demarche_id,
            Evenement.CONSTAT_RATTACHE,
            acteur_id=actor.id,
            details={"constat": constat, "enjeu": enjeu_id, "indicateur": code, "texte": phrase},
        )
    return constat


def detach(db: Database, actor: Actor, constat_id: int) -> None:
    """Take a constat away from its enjeu; the journal keeps its words."""
    actor.require(Action.REVOIR_THEMES, actor.demarche_id)
    with db.write() as session:
        known = {kept.id: kept for kept in store.of_demarche(session, actor.demarche_id)}
        if constat_id not in known:
            raise ConstatInconnuError
        kept = known[constat_id]
        store.remove(session, constat_id)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.CONSTAT_DETACHE,
            acteur_id=actor.id,
            details={
                "constat": constat_id,
                "enjeu": kept.enjeu_id,
                "indicateur": kept.code,
                "texte": kept.texte,
            },
        )
