"""The analyse des besoins sociaux: figures in, and what the explorer shows of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from psdt.analytics.indicators import widest_year
from psdt.domain.indicators import Axe, Indicateur, Niveau, Territoire
from psdt.domain.people import Action, Actor
from psdt.errors import IndicateurInconnuError
from psdt.exports.dossier import file_name
from psdt.exports.indicateur import IndicateurEntier, csv, workbook
from psdt.services.chiffres import Chiffre
from psdt.services.constats import Constats, Vue
from psdt.services.ensemble import Ensemble, ensemble
from psdt.services.import_abs import import_sample, import_table
from psdt.services.portrait import Portrait
from psdt.store.database import Database
from psdt.words import abs as mots

__all__ = ["import_sample", "import_table"]  # where they were; the others need no list
FICHIERS: dict[str, Callable[[IndicateurEntier], bytes]] = {"xlsx": workbook, "csv": csv}
CHIFFRES = 4
"""Key figures on the screen."""
CANDIDATS = 12
"""Indicators tried to find them: some say nothing of the territoire one looks at."""


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
    connues: int
    """Communes that the first one is known for, in that year."""

    @property
    def plusieurs(self) -> bool:
        """Whether there are several communes to choose from: not in the démarche of a CCAS."""
        return len(self.communes) != 1

    @property
    def noms(self) -> dict[str, str]:
        """Names of the communes by code, after an empty one that means all of them."""
        return {"": mots.TOUTES, **{commune.code: commune.nom for commune in self.communes}}

    @property
    def libelles(self) -> dict[str, str]:
        """Names of the indicators by code."""
        return {indicateur.code: indicateur.libelle for indicateur in self.indicateurs}

    def millesimes(self, code: str) -> dict[str, str]:
        """Return the years of an indicator, as they are written in an address and read."""
        return {str(annee): str(annee) for annee in self.annees[code]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exploration:
    """What the explorer shows."""

    organisme: str
    portrait: Portrait
    constats: Constats
    chiffres: tuple[Chiffre, ...]

    def vue(self, name: str) -> Vue:
        """Return what is said above a figure: « carte », « barres » or « courbes »."""
        found: Vue = getattr(self.constats, name)()
        return found

    def fichier(self, jour: date, extension: str, vue: str = "") -> str:
        """Return the name of a file of this indicator, or of one of its figures."""
        noun = " ".join(filter(None, ("abs", self.portrait.indicateur.code, vue)))
        return file_name(jour, self.organisme, noun, 1, extension)


def opening(db: Database, actor: Actor, code: str = "") -> Axe:
    """Return the axis of an indicator.

    Without one, that of the indicator known for most communes; of equal ones, the first axis,
    among those that have indicators.
    """
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    whole = ensemble(db, actor)
    if code in whole.indicateurs:
        return whole.indicateurs[code].theme
    offered = whole.kept("choix", _choices)
    return max(Axe, key=lambda axe: (bool(offered[axe].indicateurs), offered[axe].connues))


def choices(db: Database, actor: Actor, axe: Axe) -> Choix:
    """Return what the explorer offers on an axis; nothing when the axis has no figure."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    return ensemble(db, actor).kept("choix", _choices)[axe]


def explore(
    db: Database, actor: Actor, *, code: str, annee: int, commune: str = ""
) -> Exploration:
    """Return what an indicator shows in a year, for a commune or, without one, for all.

    The only commune of a démarche is the one it looks at. Raises ``IndicateurInconnuError``
    for an indicator or a commune that is not of the démarche.
    """
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    whole = ensemble(db, actor)
    lieux = {lieu.code: lieu for lieu in whole.communes}
    if code not in whole.indicateurs or (commune and commune not in lieux):
        raise IndicateurInconnuError
    if len(lieux) == 1:
        (commune,) = lieux
    chosen = whole.indicateurs[code]
    others = whole.kept("choix", _choices)[chosen.theme].indicateurs
    first = [chosen, *(i for i in others if i.code != code)][:CANDIDATS]
    portrait = Portrait(chosen, whole.de(code), annee, whole.communes, lieux.get(commune))
    figures = (Chiffre.lu(whole.de(i.code), i, commune, annee) for i in first)
    return Exploration(
        organisme=whole.organisme,
        portrait=portrait,
        constats=Constats(portrait, whole.petites),
        chiffres=tuple(islice(filter(None, figures), CHIFFRES)),
    )


def download(db: Database, actor: Actor, code: str, extension: str, *, today: date) -> bytes:
    """Return all the figures of an indicator as a file, of a kind in ``FICHIERS``."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    whole = ensemble(db, actor)
    if code not in whole.indicateurs:
        raise IndicateurInconnuError
    return FICHIERS[extension](
        IndicateurEntier(
            organisme=whole.organisme,
            demonstration=whole.demonstration,
            indicateur=whole.indicateurs[code],
            valeurs=whole.tout(code),
            jour=today,
        )
    )


def _choices(whole: Ensemble) -> dict[Axe, Choix]:
    """Return what is offered on each axis, from all the figures."""
    values = whole.valeurs
    communal = (values["niveau"] == Niveau.COMMUNE).to_numpy(bool)
    known = values["valeur"].notna().to_numpy(bool)
    rows = values[["code", "annee"]].assign(communal=communal, connus=communal & known)
    coverage = rows.groupby(["code", "annee"], sort=False, as_index=False).sum()
    # The years of the communes; of what is never published by commune, those of the others.
    never = coverage.groupby("code")["communal"].transform("max") == 0
    years = coverage[never | (coverage["communal"] > 0)]
    widest = widest_year(years)
    annees = {
        str(code): tuple(sorted(map(int, found), reverse=True))
        for code, found in years.groupby("code")["annee"]
    }
    by_axis: dict[Axe, list[Indicateur]] = {axe: [] for axe in Axe}
    for indicateur in whole.indicateurs.values():
        if indicateur.code in annees:
            by_axis[indicateur.theme].append(indicateur)
    return {
        axe: Choix(
            communes=whole.communes,
            indicateurs=tuple(sorted(some, key=lambda i: -int(widest["connus"][i.code]))),
            annees={i.code: annees[i.code] for i in some},
            ouverture={i.code: int(widest["annee"][i.code]) for i in some},
            connues=max((int(widest["connus"][i.code]) for i in some), default=0),
        )
        for axe, some in by_axis.items()
    }
