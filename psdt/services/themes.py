"""The suggested themes of a forum, and the draft the commission makes of them.

A suggestion decides nothing: it is computed from the objectifs, shown, and kept only when
somebody says so. Nothing is destroyed: a draft that is left can be taken up again.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import numpy as np
import pandas as pd

from psdt.analytics.themes import Corpus, Suggestion
from psdt.analytics.themes_sizes import published_sizes
from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor, College
from psdt.domain.priorites import SEUIL_PUBLICATION
from psdt.domain.themes import (
    CHOIX,
    Objectif,
    Place,
    Regroupement,
    StatutRegroupement,
    Theme,
    Vue,
    check_titre,
)
from psdt.errors import ElementInconnuError, RegroupementInconnuError
from psdt.services.encoder import meaning
from psdt.store import journal
from psdt.store import themes as store
from psdt.store.database import Database
from psdt.words import themes as mots
from psdt.words.lexique import LEXIQUE


@dataclass(frozen=True, slots=True, kw_only=True)
class Regroupe:
    """Objectifs in themes, suggested or kept."""

    vue: Vue

    @property
    def tailles(self) -> pd.DataFrame:
        """How many objectifs of each theme (its title) each collège wrote.

        Columns are the collèges, then what must not be told apart.
        """
        colleges = [*map(str, College), mots.REUNIS]
        counts = []
        for theme in self.vue.themes:
            wrote = Counter(self.vue.objectifs[p.objectif_id].college for p in theme.places)
            counts.append([wrote[college] for college in (*College, None)])
        table = published_sizes(counts, SEUIL_PUBLICATION)
        apart = np.column_stack([table[:, : len(College)], table[:, len(College) :].sum(axis=1)])
        return pd.DataFrame(apart, index=[t.titre for t in self.vue.themes], columns=colleges)

    @property
    def constat(self) -> str:
        """What the sizes show, in a sentence."""
        sizes = [(theme.titre, len(theme.places)) for theme in self.vue.themes]
        return mots.constat(sizes, len(self.vue.objectifs))

    @property
    def mesure(self) -> str:
        """What is counted."""
        return mots.mesure(len(self.vue.themes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Brouillon(Regroupe):
    """The draft at work."""

    regroupement: Regroupement


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """The objectifs of a forum grouped in 6 and in 7 themes."""

    versions: Mapping[int, Regroupe]
    """Number of themes → the themes; a few objectifs make fewer themes, and one version."""
    conseil: int
    """Which of them stands out most."""

    @property
    def n(self) -> int:
        """Number of objectifs."""
        return len(self.versions[self.conseil].vue.objectifs)


def suggestions(db: Database, actor: Actor) -> Suggestions | None:
    """Group the objectifs of the actor's démarche; several seconds the first time.

    ``None`` when there is none.
    """
    actor.require(Action.VOIR_THEMES, actor.demarche_id)
    with db.read() as session:
        objectifs = store.objectifs(session, actor.demarche_id)
    if not objectifs:
        return None
    found, best = _grouped(tuple(objectif.texte for objectif in objectifs.values()))
    versions = {k: Regroupe(vue=_vue(s, list(objectifs), objectifs)) for k, s in found.items()}
    return Suggestions(versions=versions, conseil=best)


def keep(db: Database, actor: Actor, k: int, *, now: datetime) -> int:
    """Make the suggestion of ``k`` themes the draft, and return its id.

    The draft of before is left as it is: ``resume`` takes it up again.
    """
    actor.require(Action.REVOIR_THEMES, actor.demarche_id)
    found = suggestions(db, actor)
    if found is None or k not in found.versions:
        raise RegroupementInconnuError
    with db.write() as session:
        store.leave_drafts(session, actor.demarche_id)
        themes = found.versions[k].vue.themes
        kept = store.create(session, actor.demarche_id, k, themes, now=now)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.REGROUPEMENT_ADOPTE,
            acteur_id=actor.id,
            details={"regroupement": kept, "k": k},
        )
    return kept


def resume(db: Database, actor: Actor, regroupement_id: int) -> None:
    """Take up a former draft again; the one at work is left in its place."""
    with db.write() as session:
        found = store.hold(session, actor.demarche_id, regroupement_id)
        actor.require(Action.REVOIR_THEMES, found.demarche_id)
        store.leave_drafts(session, actor.demarche_id)
        store.set_statut(session, found.id, StatutRegroupement.BROUILLON)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.REGROUPEMENT_ADOPTE,
            acteur_id=actor.id,
            details={"regroupement": found.id, "repris": True},
        )


def leave(db: Database, actor: Actor, regroupement_id: int) -> None:
    """Go back to the suggestions; the draft stays among the former ones."""
    with db.write() as session:
        found = store.hold(session, actor.demarche_id, regroupement_id)
        actor.require(Action.REVOIR_THEMES, found.demarche_id)
        found.check_draft()
        store.set_statut(session, found.id, StatutRegroupement.ABANDONNE)


def draft(db: Database, actor: Actor) -> Brouillon | None:
    """Return the draft at work, with the objectifs written since among those to sort."""
    actor.require(Action.VOIR_THEMES, actor.demarche_id)
    with db.read() as session:
        drafts = store.of_demarche(session, actor.demarche_id, StatutRegroupement.BROUILLON)
        if not drafts:
            return None
        objectifs = store.objectifs(session, actor.demarche_id)
        themes = tuple(t.among(objectifs) for t in store.themes(session, drafts[0].id))
    placed = {place.objectif_id for theme in themes for place in theme.places}
    aside = tuple(number for number in objectifs if number not in placed)
    vue = Vue(themes=themes, a_classer=aside, objectifs=objectifs)
    return Brouillon(regroupement=drafts[0], vue=vue)


def former(db: Database, actor: Actor) -> list[Regroupement]:
    """Return the drafts that were left, latest first."""
    actor.require(Action.VOIR_THEMES, actor.demarche_id)
    with db.read() as session:
        return store.of_demarche(session, actor.demarche_id, StatutRegroupement.ABANDONNE)


def move(
    db: Database, actor: Actor, regroupement_id: int, element_id: int, theme_id: int | None
) -> int | None:
    """Put an objectif in another theme, or aside; return the theme it came from."""
    with db.write() as session:
        found = store.hold(session, actor.demarche_id, regroupement_id)
        actor.require(Action.REVOIR_THEMES, found.demarche_id)
        found.check_draft()
        if element_id not in store.objectifs(session, actor.demarche_id):
            raise ElementInconnuError
        if theme_id is not None and store.theme_of(session, theme_id)[0] != found.id:
            raise RegroupementInconnuError
        before = store.rangement(session, found.id, element_id).theme_id
        if before != theme_id:
            store.put(session, found, element_id, store.Rangement(theme_id, None, True))
            journal.append(
                session,
                actor.demarche_id,
                Evenement.OBJECTIF_DEPLACE,
                acteur_id=actor.id,
                details={"element": element_id, "de": before, "vers": theme_id},
            )
    return before


def rename(db: Database, actor: Actor, theme_id: int, titre: str) -> None:
    """Give a theme of the draft another title."""
    kept = check_titre(titre)
    with db.write() as session:
        regroupement_id, before = store.theme_of(session, theme_id)
        found = store.hold(session, actor.demarche_id, regroupement_id)
        actor.require(Action.REVOIR_THEMES, found.demarche_id)
        found.check_draft()
        store.rename(session, theme_id, kept)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.THEME_RENOMME,
            acteur_id=actor.id,
            details={"theme": theme_id, "de": before, "vers": kept},
        )


@lru_cache(maxsize=4)
def _grouped(texts: tuple[str, ...]) -> tuple[dict[int, Suggestion], int]:
    corpus = Corpus(texts, LEXIQUE, meaning())
    found = {k: corpus.suggest(k) for k in {*CHOIX, corpus.better()}}
    versions = {len(suggestion.themes): suggestion for _, suggestion in sorted(found.items())}
    return versions, len(found[corpus.better()].themes)


def _vue(suggestion: Suggestion, ids: list[int], objectifs: Mapping[int, Objectif]) -> Vue:
    themes = tuple(
        Theme(
            id=number,
            titre=theme.titre,
            mots=theme.mots,
            places=tuple(
                Place(objectif_id=ids[row], marge=margin)
                for row, margin in zip(theme.membres, theme.marges, strict=True)
            ),
        )
        for number, theme in enumerate(suggestion.themes)
    )
    aside = tuple(ids[row] for row in suggestion.a_classer)
    return Vue(themes=themes, a_classer=aside, objectifs=objectifs)
