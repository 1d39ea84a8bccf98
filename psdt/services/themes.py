"""The suggested themes of a forum, and the draft the commission makes of them.

Sizes are told by collège for one grouping of a démarche only: the first one kept, as it was
suggested, until an objectif of it is moved or set aside. Two groupings of the same
objectifs, compared, would tell the collège of those that changed place; so would the same
grouping while objectifs are still being written. Everywhere else, themes show their totals.

A suggestion decides nothing: it is computed from the objectifs, shown, and kept only when
somebody says so. Nothing is destroyed: a draft that is left can be taken up again.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from json import dumps

import pandas as pd

from psdt.analytics.themes import Corpus, Suggestion
from psdt.analytics.themes_sizes import published_sizes
from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor, College
from psdt.domain.priorites import SEUIL_PUBLICATION
from psdt.domain.themes import (
    A_CLASSER,
    CHOIX,
    Objectif,
    Place,
    Regroupement,
    StatutRegroupement,
    Theme,
    Vue,
    check_titre,
)
from psdt.errors import ElementInconnuError, RegroupementInconnuError, SuggestionChangeeError
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
    invites: Mapping[College, int] | None = None
    """People of each collège, where sizes are told by collège; none elsewhere."""

    @property
    def lisible(self) -> pd.DataFrame:
        """The sizes as people read them: a count told with others is no zero."""
        return self.tailles.replace({0: mots.AVEC_D_AUTRES}).reset_index(names=mots.THEME)

    @property
    def tailles(self) -> pd.DataFrame:
        """How many objectifs each theme (its title) holds: in one column, or by collège.

        The last collège column is what must not be told apart, texts of no collège included.
        """
        titles = [theme.titre for theme in self.vue.themes]
        if self.invites is None:
            sizes = [len(theme.places) for theme in self.vue.themes]
            return pd.DataFrame({mots.OBJECTIFS: sizes}, index=titles)
        written = [
            Counter(self.vue.objectifs[place.objectif_id].college for place in theme.places)
            for theme in self.vue.themes
        ]
        counts = [[wrote[college] for college in College] for wrote in written]
        people = [self.invites.get(college, 0) for college in College]
        table = published_sizes(counts, people, SEUIL_PUBLICATION)
        table[:, -1] += [wrote[None] for wrote in written]
        return pd.DataFrame(table, index=titles, columns=[*map(str, College), mots.REUNIS])

    @property
    def constat(self) -> str:
        """What the sizes show, in a sentence."""
        sizes = [(theme.titre, len(theme.places)) for theme in self.vue.themes]
        return mots.constat(sizes, len(self.vue.objectifs))

    @property
    def mesure(self) -> str:
        """What is counted."""
        return mots.mesure(len(self.vue.themes), par_college=self.invites is not None)

    @property
    def alt(self) -> str:
        """What the figure shows."""
        return mots.ALT if self.invites is None else mots.ALT_COLLEGES

    @property
    def source(self) -> str:
        """Where the sizes come from, and why collèges are told apart or not."""
        return mots.SOURCE if self.invites is None else mots.SOURCE_COLLEGES


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
    empreinte: str
    """Of the objectifs they come from: the same one, the same suggestions."""

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
    empreinte = _empreinte(objectifs.values())
    return Suggestions(versions=versions, conseil=best, empreinte=empreinte)


def keep(db: Database, actor: Actor, k: int, empreinte: str, *, now: datetime) -> int:
    """Make the suggestion of ``k`` themes the draft, and return its id.

    ``empreinte`` is that of the suggestions on screen: what nobody saw is not kept. The
    draft of before is left as it is: ``resume`` takes it up again. When the draft at work
    was made of as many themes, it is the answer: a button may be pressed twice.
    """
    actor.require(Action.REVOIR_THEMES, actor.demarche_id)
    found = suggestions(db, actor)  # before the transaction: it may take seconds
    with db.write() as session:
        at_work = store.at_work(session, actor.demarche_id)
        if at_work is not None and at_work.k == k:
            return at_work.id
        said = store.objectifs(session, actor.demarche_id)
        if found is None or {found.empreinte, _empreinte(said.values())} != {empreinte}:
            raise SuggestionChangeeError
        if not k or k not in found.versions:
            raise RegroupementInconnuError
        store.leave_drafts(session, actor.demarche_id)
        themes = found.versions[k].vue.themes
        kept = store.create(session, actor.demarche_id, k, themes, now=now)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.REGROUPEMENT_RETENU,
            acteur_id=actor.id,
            details={"regroupement": kept, "k": k},
        )
    return kept


def resume(db: Database, actor: Actor, regroupement_id: int) -> None:
    """Take up a former draft again; the one at work is left in its place."""
    with db.write() as session:
        found = store.hold(session, actor.demarche_id, regroupement_id)
        actor.require(Action.REVOIR_THEMES, found.demarche_id)
        if found.statut is StatutRegroupement.BROUILLON:  # pressed twice
            return
        store.leave_drafts(session, actor.demarche_id)
        store.set_statut(session, found.id, StatutRegroupement.BROUILLON)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.REGROUPEMENT_RETENU,
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
        journal.append(
            session,
            actor.demarche_id,
            Evenement.REGROUPEMENT_LAISSE,
            acteur_id=actor.id,
            details={"regroupement": found.id},
        )


def draft(db: Database, actor: Actor) -> Brouillon | None:
    """Return the draft at work, with the objectifs written since among those to sort."""
    actor.require(Action.VOIR_THEMES, actor.demarche_id)
    with db.read() as session:
        drafts = store.of_demarche(session, actor.demarche_id, StatutRegroupement.BROUILLON)
        if not drafts:
            return None
        objectifs = store.objectifs(session, actor.demarche_id)
        themes = tuple(t.among(objectifs) for t in store.themes(session, drafts[0].id))
        told = store.as_first_kept(session, drafts[0], objectifs)
        invites = store.invited(session, actor.demarche_id) if told else None
    placed = {place.objectif_id for theme in themes for place in theme.places}
    aside = tuple(number for number in objectifs if number not in placed)
    vue = Vue(themes=themes, a_classer=aside, objectifs=objectifs)
    return Brouillon(regroupement=drafts[0], vue=vue, invites=invites)


def former(db: Database, actor: Actor) -> list[Regroupement]:
    """Return the drafts that were left, latest first."""
    actor.require(Action.VOIR_THEMES, actor.demarche_id)
    with db.read() as session:
        return store.of_demarche(session, actor.demarche_id, StatutRegroupement.ABANDONNE)


def move(db: Database, actor: Actor, regroupement_id: int, element_id: int, theme_id: int) -> int:
    """Put an objectif in another theme, or in ``A_CLASSER``; return where it came from."""
    target = theme_id or None
    with db.write() as session:
        found = store.hold(session, actor.demarche_id, regroupement_id)
        actor.require(Action.REVOIR_THEMES, found.demarche_id)
        found.check_draft()
        if element_id not in store.objectifs(session, actor.demarche_id):
            raise ElementInconnuError
        if target and store.theme_of(session, target)[0] != found.id:
            raise RegroupementInconnuError
        before = store.rangement(session, found.id, element_id).theme_id
        if before != target:
            store.put(session, found, element_id, store.Rangement(target, None, True))
            journal.append(
                session,
                actor.demarche_id,
                Evenement.OBJECTIF_DEPLACE,
                acteur_id=actor.id,
                details={"element": element_id, "de": before, "vers": target},
            )
    return before or A_CLASSER


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


def _empreinte(objectifs: Iterable[Objectif]) -> str:
    said = [(objectif.id, objectif.texte) for objectif in objectifs]
    return sha256(dumps(said).encode()).hexdigest()


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
