"""The territoire of a démarche: its communes, what they are compared with, their outlines."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

import pandas as pd

from psdt.analytics.simplify import lighten
from psdt.domain.indicators import LONGUEURS, Niveau, Statut, Territoire
from psdt.domain.journal import Evenement
from psdt.domain.lettres import sans_accent
from psdt.domain.people import Action, Actor
from psdt.domain.territoire import Etat, Liste, Projet, Traces, Voulu
from psdt.errors import (
    CodeEpciError,
    ImportRefuseError,
    NomTropLongError,
    TerritoireVideError,
    TropDeCommunesError,
)
from psdt.services.ensemble import POPULATION, Ensemble, ensemble
from psdt.sources import Refus, composition, contours
from psdt.sources.composition import SIREN
from psdt.sources.perimetre import sans_article
from psdt.store import demarches, imports, indicateurs, journal
from psdt.store import territoires as store
from psdt.store.database import Database
from psdt.words import territoire as mots
from psdt.words.producteurs import origine

MAX_COMMUNES = 500
"""The largest intercommunalité has 158."""
FINESSE = 1_000
"""An outline is drawn within the size of the map over this number: half a pixel."""


def state(db: Database, actor: Actor) -> Etat:
    """Return the territoire of the actor's démarche as it is."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    whole = ensemble(db, actor)
    with db.read() as session:
        figures = store.figures(session, actor.demarche_id)
        known = store.known(session, actor.demarche_id)
    members = _keys((*whole.communes, *whole.references, *whole.autres))
    aside = [t for t in known if (t.niveau, t.code) not in members]
    people, annee, origins = _people(whole)
    return Etat(
        lieu=whole.lieu,
        communes=whole.communes,
        references=(*whole.references, *whole.autres),
        chiffres=figures,
        ecartes=tuple((t, n) for t in aside if (n := figures.get((t.niveau, t.code), 0))),
        habitants=people,
        annee=annee,
        sources=origins,
    )


def listed(actor: Actor, nom: str, contenu: bytes) -> Liste | Refus:
    """Return the communes of a file, or what must be mended in it."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    return composition.lire_liste(nom, contenu)


def pasted(db: Database, actor: Actor, colle: str) -> Liste | Refus:
    """Return the communes of a pasted list, or what must be mended in it."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.read() as session:
        known = store.known(session, actor.demarche_id)
    communes = [t for t in known if t.niveau is Niveau.COMMUNE]
    return composition.lire_texte(colle, communes)


def preview(db: Database, actor: Actor, voulu: Voulu) -> Projet:
    """Say what the territoire would become; write nothing. Errors are those of ``adopt``."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    _check(voulu)
    with db.read() as session:
        known = store.known(session, actor.demarche_id)
        figures = store.figures(session, actor.demarche_id)
        before = _keys(indicateurs.territoires(session, actor.demarche_id))
    return _project(voulu, known, figures, before)


def adopt(db: Database, actor: Actor, voulu: Voulu) -> Projet:
    """Make the territoire what is asked; figures of territoires that leave are kept aside.

    Raises ``TerritoireVideError``, ``TropDeCommunesError``, ``CodeEpciError``,
    ``NomTropLongError``.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    _check(voulu)
    with db.write() as session:
        imports.hold(session, actor.demarche_id)
        known = store.known(session, actor.demarche_id)
        figures = store.figures(session, actor.demarche_id)
        before = _keys(indicateurs.territoires(session, actor.demarche_id))
        project = _project(voulu, known, figures, before)
        lieux = {(t.niveau, t.code): t for t in (*project.communes, *project.references)}
        store.keep(session, actor.demarche_id, list(lieux.values()), project.recodes)
        demarches.set_lieu(session, actor.demarche_id, project.lieu.niveau, project.lieu.code)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.TERRITOIRE_CHOISI,
            acteur_id=actor.id,
            objet=f"{project.lieu.nom} ({project.lieu.code})",
            details={
                "communes": sorted(commune.code for commune in project.communes),
                "sortantes": sorted(lieu.code for lieu, _ in project.sortantes),
            },
        )
    return project


def trace(db: Database, actor: Actor, nom: str, contenu: bytes) -> Traces | Refus:
    """Return the outlines that a file gives to the communes, or what is wrong in it."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    bare = (replace(commune, contour=None) for commune in ensemble(db, actor).communes)
    return _traced(nom, contenu, tuple(bare))  # the same once these outlines are kept


@lru_cache(maxsize=2)
def _traced(nom: str, contenu: bytes, communes: tuple[Territoire, ...]) -> Traces | Refus:
    """Read, match and simplify outlines; remembered, as a page asks again at each run."""
    found = contours.relever(nom, contenu, communes)
    if isinstance(found, Refus):
        return found
    drawn = lighten(found.anneaux, FINESSE)
    return Traces(
        contours={code: contours.geometrie(rings) for code, rings in drawn.items()},
        sans=tuple(commune for commune in communes if commune.code not in drawn),
        ignores=found.ignores,
        points=(
            sum(len(ring) for _, ring in found.anneaux),
            sum(len(ring) for rings in drawn.values() for ring in rings),
        ),
    )


def draw(db: Database, actor: Actor, nom: str, contenu: bytes) -> Traces:
    """Keep the outlines of a file; communes it does not draw keep theirs.

    Raises ``ImportRefuseError`` for what ``trace`` refuses.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    found = trace(db, actor, nom, contenu)
    if isinstance(found, Refus):
        raise ImportRefuseError([anomalie.phrase for anomalie in found.anomalies])
    with db.write() as session:
        imports.hold(session, actor.demarche_id)
        store.outline(session, actor.demarche_id, found.contours)
        journal.append(
            session,
            actor.demarche_id,
            Evenement.CONTOURS_CHARGES,
            acteur_id=actor.id,
            objet=nom,
            details={"communes": len(found.contours), "points": found.points[1]},
        )
    return found


def _people(
    whole: Ensemble,
) -> tuple[dict[tuple[Niveau, str], int], int | None, tuple[str, ...]]:
    """Return the inhabitants of each territoire in one year, that year, and the sources."""
    rows = whole.de(POPULATION)
    known = rows[rows["statut"] == Statut.OK]
    latest = known.loc[known["niveau"] == Niveau.COMMUNE, "annee"].max()
    if pd.isna(latest):
        return {}, None, ()
    annee = whole.population[1] if whole.population else int(latest)
    now = known[known["annee"] == annee]
    figures = zip(now["niveau"], now["code_territoire"], now["valeur"], strict=True)
    people = {(niveau, str(code)): int(valeur) for niveau, code, valeur in figures}
    return people, annee, tuple(dict.fromkeys(origine(text) for text in now["source"]))


def _check(voulu: Voulu) -> None:
    """Refuse what would be no territoire."""
    if not voulu.communes or (voulu.commune and voulu.commune not in _codes(voulu.communes)):
        raise TerritoireVideError
    if len(voulu.communes) > MAX_COMMUNES:
        raise TropDeCommunesError(len(voulu.communes))
    if voulu.epci is None:
        if not voulu.commune:
            raise CodeEpciError
        return
    if not SIREN.fullmatch(voulu.epci.code):
        raise CodeEpciError
    if not 0 < len(voulu.epci.nom) <= LONGUEURS["territoire"]:
        raise NomTropLongError(mots.NOM_EPCI, LONGUEURS["territoire"])


def _project(
    voulu: Voulu,
    known: Iterable[Territoire],
    figures: dict[tuple[Niveau, str], int],
    before: set[tuple[Niveau, str]],
) -> Projet:
    there = {(t.niveau, t.code): t for t in known}
    communes = [t for t in voulu.communes if voulu.commune in {"", t.code}]
    recodes = _recoded(communes, there)
    around = [*_epci_around(voulu, before, there)]
    around += composition.references(communes, voulu.epci)
    # France is kept as the figures call it, with or without its overseas départements.
    around += [t for (niveau, _), t in there.items() if niveau is Niveau.FRANCE]
    named = {(t.niveau, t.code): _named(t, there) for t in (*communes, *around)}
    ours = [t for t in named.values() if t.niveau is Niveau.COMMUNE]
    lieu = (Niveau.COMMUNE, voulu.commune) if voulu.commune else _epci_key(voulu)
    leaving = [
        (t, figures.get(key, 0))
        for key, t in there.items()
        if key in before - set(named) and t.code not in recodes
    ]
    return Projet(
        lieu=named[lieu],
        communes=tuple(sorted(ours, key=lambda t: sans_accent(t.nom))),
        references=tuple(t for t in named.values() if t.niveau is not Niveau.COMMUNE),
        nouvelles=tuple(
            t for t in ours if (t.niveau, t.code) not in before and t.code not in recodes.values()
        ),
        sortantes=tuple(leaving),
        renommees=tuple((there[key], t.nom) for key, t in named.items() if _renamed(t, there)),
        recodes=recodes,
    )


def _renamed(said: Territoire, there: dict[tuple[Niveau, str], Territoire]) -> bool:
    """Say whether a commune takes another name, which may be another one's."""
    here = there.get((said.niveau, said.code))
    if here is None or here.nom == here.code or said.niveau is not Niveau.COMMUNE:
        return False
    return sans_article(here.nom) != sans_article(said.nom)


def _epci_around(
    voulu: Voulu,
    before: set[tuple[Niveau, str]],
    there: dict[tuple[Niveau, str], Territoire],
) -> Iterator[Territoire]:
    """Yield the EPCI that a commune was compared with, when its list says nothing of it."""
    if voulu.epci is None and (Niveau.COMMUNE, voulu.commune) in before:
        yield from (there[key] for key in before if key[0] is Niveau.EPCI)


def _epci_key(voulu: Voulu) -> tuple[Niveau, str]:
    return Niveau.EPCI, voulu.epci.code if voulu.epci else ""


def _recoded(
    communes: Iterable[Territoire], there: dict[tuple[Niveau, str], Territoire]
) -> dict[str, str]:
    """Return the codes to change: of communes that came by their name, without a code."""
    unofficial = [
        t
        for (niveau, code), t in there.items()
        if niveau is Niveau.COMMUNE and not store.OFFICIEL.fullmatch(code)
    ]
    communes = list(communes)
    same = Counter(sans_article(t.nom) for t in (*unofficial, *communes))
    by_name = {sans_article(t.nom): t.code for t in unofficial}
    return {
        by_name[name]: t.code
        for t in communes
        if (t.niveau, t.code) not in there
        # One of each, or nobody knows which is meant.
        and (name := sans_article(t.nom)) in by_name
        and same[name] == 2
    }


def _named(said: Territoire, there: dict[tuple[Niveau, str], Territoire]) -> Territoire:
    """Return a territoire under the name said, unless that is only its code."""
    here = there.get((said.niveau, said.code))
    if here is None:
        return said
    return replace(here, nom=here.nom if said.nom == said.code else said.nom)


def _keys(lieux: Iterable[Territoire]) -> set[tuple[Niveau, str]]:
    return {(t.niveau, t.code) for t in lieux}


def _codes(communes: Iterable[Territoire]) -> set[str]:
    return {commune.code for commune in communes}
