"""The analyse des besoins sociaux: figures in, and what the explorer shows of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

import pandas as pd

from psdt.analytics.indicators import decimals, gaps, widest_year
from psdt.analytics.readings import Comparison, compare
from psdt.domain.indicators import Axe, Indicateur, Niveau, Sens, Territoire
from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor
from psdt.errors import IndicateurInconnuError
from psdt.exports.dossier import file_name
from psdt.exports.indicateur import Fiche, csv, workbook
from psdt.services.constats import Constats
from psdt.services.portrait import Portrait
from psdt.settings import app_dir
from psdt.sources import Tableau, contours, lire
from psdt.store import demarches, journal
from psdt.store import indicateurs as store
from psdt.store.database import Database
from psdt.words import abs as mots
from psdt.words import constats as dire
from psdt.words import lieux as noms
from psdt.words import mesures

EXEMPLE = "abs_sample.xlsx"
CONTOURS = "communes.geojson"
FICHIERS: dict[str, Callable[[Fiche], bytes]] = {"xlsx": workbook, "csv": csv}
POPULATION = "POP_MUN"
"""Code of the population of the communes, in Insee's files as in ours."""
CHIFFRES = 4
"""Key figures on the screen."""
CANDIDATS = 12
"""Indicators read to find them: some say nothing of the territoire one looks at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choix:
    """What may be chosen on an axis, and what it opens on."""

    communes: tuple[Territoire, ...]
    indicateurs: tuple[Indicateur, ...]
    """Those of the axis, the one known for most communes first."""
    annees: dict[str, tuple[int, ...]]
    """Years of each indicator, by its code, the latest first."""
    ouverture: dict[str, int]
    """The year each indicator opens on: the latest of those known for most communes."""

    @property
    def noms(self) -> dict[str, str]:
        """Names of the communes by code, after an empty one that means all of them."""
        return {"": mots.TOUTES, **{commune.code: commune.nom for commune in self.communes}}

    @property
    def libelles(self) -> dict[str, str]:
        """Names of the indicators by code."""
        return {indicateur.code: indicateur.libelle for indicateur in self.indicateurs}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chiffre:
    """A key figure, in words."""

    valeur: str
    libelle: str
    detail: str
    fragile: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Exploration:
    """What the explorer shows."""

    organisme: str
    portrait: Portrait
    constats: Constats
    chiffres: tuple[Chiffre, ...]

    def fichier(self, jour: date, extension: str) -> str:
        """Return the name of a file of this indicator."""
        noun = f"abs-{self.portrait.indicateur.code}"
        return file_name(jour, self.organisme, noun, 1, extension)


def import_table(
    db: Database,
    actor: Actor,
    nom: str,
    tableau: Tableau,
    *,
    outlines: Mapping[str, str] | None = None,
) -> None:
    """Add the figures of a checked table to the actor's démarche: all of them, or none.

    Figures of the same indicator, territoire and year are replaced. ``nom`` is the file's,
    for the journal; ``outlines`` are GeoJSON geometries by code of commune.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    shapes = outlines or {}
    lieux = [replace(t, contour=shapes.get(t.code, t.contour)) for t in tableau.territoires]
    with db.write() as session:
        store.save_valeurs(
            session,
            actor.demarche_id,
            tableau.valeurs,
            indicateurs=store.save_indicateurs(session, actor.demarche_id, tableau.indicateurs),
            territoires=store.save_territoires(session, actor.demarche_id, lieux),
        )
        journal.append(
            session,
            actor.demarche_id,
            Evenement.ABS_IMPORTEE,
            acteur_id=actor.id,
            objet=nom,
            details={"indicateurs": len(tableau.indicateurs), "valeurs": len(tableau.valeurs)},
        )


def import_sample(db: Database, actor: Actor) -> None:
    """Add the sample shipped with the application: real figures of a real territoire."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    data = app_dir() / "data"
    tableau = lire(EXEMPLE, (data / EXEMPLE).read_bytes(), {})
    if not isinstance(tableau, Tableau):
        raise TypeError(f"the sample is not readable: {tableau}")
    outlines = contours.lire(CONTOURS, (data / CONTOURS).read_bytes())
    import_table(db, actor, EXEMPLE, tableau, outlines=outlines)


def opening(db: Database, actor: Actor, code: str = "") -> Axe:
    """Return the axis of an indicator; without one, the first axis that has indicators."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    with db.read() as session:
        axes = {i.code: i.theme for i in store.indicateurs(session, actor.demarche_id)}
    return axes.get(code) or next((axe for axe in Axe if axe in axes.values()), Axe.DEMOGRAPHIE)


def choices(db: Database, actor: Actor, axe: Axe) -> Choix:
    """Return what the explorer offers on an axis; nothing when the axis has no figure."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    with db.read() as session:
        lieux = store.territoires(session, actor.demarche_id)
        indicateurs = store.indicateurs(session, actor.demarche_id, axe)
        coverage = store.couverture(session, actor.demarche_id, axe)
    # An indicator never published by commune opens on its best year elsewhere.
    communal = coverage["niveau"] == Niveau.COMMUNE
    years = _years(coverage)
    widest = widest_year(coverage.assign(connus=coverage["connus"].where(communal, 0)))
    ordered = sorted(
        (i for i in indicateurs if i.code in widest.index),
        key=lambda i: -int(widest["connus"][i.code]),
    )
    return Choix(
        communes=tuple(lieu for lieu in lieux if lieu.niveau is Niveau.COMMUNE),
        indicateurs=tuple(ordered),
        annees={i.code: years[i.code] for i in ordered},
        ouverture={i.code: int(widest["annee"][i.code]) for i in ordered},
    )


def explore(
    db: Database,
    actor: Actor,
    choix: Choix,
    *,
    code: str,
    annee: int,
    commune: str = "",
) -> Exploration:
    """Return what an indicator shows in a year, for a commune or, without one, for all.

    ``choix`` is what `choices` returned; raises ``IndicateurInconnuError`` for an indicator
    or a commune that is not in it.
    """
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    by_code = {indicateur.code: indicateur for indicateur in choix.indicateurs}
    lieux = {lieu.code: lieu for lieu in choix.communes}
    if code not in by_code or (commune and commune not in lieux):
        raise IndicateurInconnuError
    first = [by_code.pop(code), *by_code.values()][:CANDIDATS]
    codes = [*(indicateur.code for indicateur in first), POPULATION]
    with db.read() as session:
        organisme = demarches.get(session, actor.demarche_id).organisme
        values = store.valeurs(session, actor.demarche_id, code)
        around = store.valeurs_de(session, actor.demarche_id, codes, commune)
        spread = store.etendue(session, actor.demarche_id, codes)
    people = compare(around[around["code"] == POPULATION], commune)
    portrait = Portrait(first[0], values, annee, choix.communes, lieux.get(commune))
    figures = (_figure(i, around[around["code"] == i.code], commune, spread) for i in first)
    return Exploration(
        organisme=organisme,
        portrait=portrait,
        constats=Constats(portrait, people.lieu.valeur if people else float("nan")),
        chiffres=tuple(islice(filter(None, figures), CHIFFRES)),
    )


def download(db: Database, actor: Actor, code: str, extension: str, *, today: date) -> bytes:
    """Return all the figures of an indicator as a file, of a kind in ``FICHIERS``."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    with db.read() as session:
        demarche = demarches.get(session, actor.demarche_id)
        known = {i.code: i for i in store.indicateurs(session, actor.demarche_id)}
        if code not in known:
            raise IndicateurInconnuError
        values = store.valeurs(session, actor.demarche_id, code)
    return FICHIERS[extension](
        Fiche(
            organisme=demarche.organisme,
            demonstration=demarche.demonstration,
            indicateur=known[code],
            valeurs=values,
            jour=today,
        )
    )


def _years(coverage: pd.DataFrame) -> dict[str, tuple[int, ...]]:
    """Return the years of each indicator, those of the communes when there are any."""
    everywhere: dict[str, set[int]] = {}
    communal: dict[str, set[int]] = {}
    columns = (coverage[column] for column in ("code", "annee", "niveau"))
    for code, annee, niveau in zip(*columns, strict=True):
        everywhere.setdefault(code, set()).add(annee)
        if niveau is Niveau.COMMUNE:
            communal.setdefault(code, set()).add(annee)
    known = everywhere | communal
    return {code: tuple(sorted(years, reverse=True)) for code, years in known.items()}


def _figure(
    indicateur: Indicateur,
    values: pd.DataFrame,
    commune: str,
    spread: Mapping[tuple[str, int], tuple[float, float]],
) -> Chiffre | None:
    """Return a key figure, or ``None`` when neither the territoire nor a larger one has it.

    Without a larger territoire to compare with, the spread of its communes says something.
    """
    found = compare(values, commune)
    if found is None:
        return None
    unite, lieu = indicateur.unite, found.lieu
    places = mesures.affichees(unite, decimals(values["valeur"]))
    said, en = _comparison(indicateur, found, places)
    ends = spread.get((indicateur.code, lieu.annee))
    if ends and not said and lieu.niveau is Niveau.EPCI and not indicateur.effectif:
        said, en = mots.selon_communes(*ends, unite, places), lieu.annee
    expected = Niveau.COMMUNE if commune else Niveau.EPCI
    return Chiffre(
        valeur=mesures.mesure(lieu.valeur, unite, places),
        libelle=mesures.milliers(indicateur.libelle),
        detail=mots.detail(
            mesures.complement(unite, indicateur.libelle),
            lieu.annee,
            ailleurs="" if lieu.niveau is expected else noms.dans(lieu.nom, lieu.niveau.name),
            compare=said,
            en=en,
        ),
        fragile=not indicateur.effectif and _is_fragile(found, indicateur.sens),
    )


def _comparison(indicateur: Indicateur, found: Comparison, places: int) -> tuple[str, int]:
    """Return the comparison with a larger territoire, in words, and its year."""
    if found.alors is None or found.reference is None:
        return "", 0
    own, other = found.alors.valeur, found.reference.valeur
    ou = (found.reference.nom, found.reference.niveau.name)
    if indicateur.effectif:
        return dire.proportion(own, other, ou), found.reference.annee
    said = dire.comparaison(own, other, ou, indicateur.unite, places)
    return said, found.reference.annee


def _is_fragile(found: Comparison, sens: Sens) -> bool:
    if found.alors is None or found.reference is None:
        return False
    own = pd.Series([found.alors.valeur])
    return bool(gaps(own, found.reference.valeur, sens)["fragile"].iloc[0])
