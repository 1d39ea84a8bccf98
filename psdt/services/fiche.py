"""The fiche communale: what matters of one commune, on one page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import islice

import pandas as pd

from psdt.analytics.readings import annual_rate, series
from psdt.charts.situation import situation
from psdt.domain.indicators import Niveau, Territoire
from psdt.domain.people import Action, Actor
from psdt.domain.signaux import Ton
from psdt.errors import IndicateurInconnuError
from psdt.exports import fiche as exports
from psdt.exports.dossier import file_name
from psdt.exports.fiche import FicheCommunale
from psdt.exports.fiche_classeur import workbook
from psdt.services import comparer, signaux
from psdt.services.chiffres import Chiffre
from psdt.services.comparer_selection import Demande
from psdt.services.ensemble import POPULATION, Ensemble, ensemble
from psdt.services.fiche_indicateurs import Choisis
from psdt.store.database import Database
from psdt.words import fiche as mots

CLES = 4
FRAGILITES, FORCES = 3, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Fiche:
    """The page of a commune, and the indicators on it."""

    document: FicheCommunale
    codes: tuple[str, ...]
    organisme: str

    def fichier(self, jour: date, extension: str) -> str:
        """Return the name of a file of this fiche."""
        return file_name(jour, self.organisme, f"fiche {self.document.nom}", 1, extension)


def communes(db: Database, actor: Actor) -> dict[str, str]:
    """Return the communes that have a fiche: code → name."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    return {commune.code: commune.nom for commune in ensemble(db, actor).communes}


def fiche(db: Database, actor: Actor, code: str) -> Fiche:
    """Return the fiche of a commune; raise ``IndicateurInconnuError`` for an unknown one."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    whole = ensemble(db, actor)
    commune = _commune(whole, code)
    return whole.kept(("fiche", code), lambda seen: _fiche(db, actor, seen, commune))


def pdf(db: Database, actor: Actor, code: str, *, today: date) -> bytes:
    """Return the page of a commune as a PDF."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    whole = ensemble(db, actor)
    return _compose(whole, [fiche(db, actor, code).document], today)


def classeur(db: Database, actor: Actor, code: str, *, today: date) -> bytes:
    """Return the page of a commune as a workbook, then all the territoires, value by value."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    page = fiche(db, actor, code)
    demande = Demande(vue="points", codes=page.codes, communes=(code,))
    return workbook(page.document, comparer.releve(db, actor, demande, today=today))


def toutes(
    db: Database, actor: Actor, *, today: date, avance: Callable[[float, str], object]
) -> bytes:
    """Return the pages of all the communes as one PDF.

    ``avance`` is told how far it is, from 0 to 1, and what is being done.
    """
    actor.require(Action.EXPORTER, actor.demarche_id)
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    whole = ensemble(db, actor)
    pages = []
    for n, commune in enumerate(whole.communes):
        total = len(whole.communes)
        avance(n / total, mots.avancement(commune.nom, n + 1, total))
        pages.append(fiche(db, actor, commune.code).document)
    avance(1.0, mots.COMPOSITION)
    return _compose(whole, pages, today)


def fichier_de_toutes(db: Database, actor: Actor, *, today: date) -> str:
    """Return the name of the file of all the fiches."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    return file_name(today, ensemble(db, actor).organisme, "fiches communales", 1, "pdf")


def _commune(whole: Ensemble, code: str) -> Territoire:
    found = next((commune for commune in whole.communes if commune.code == code), None)
    if found is None:
        raise IndicateurInconnuError
    return found


def _compose(whole: Ensemble, pages: list[FicheCommunale], today: date) -> bytes:
    return exports.document(
        pages, organisme=whole.organisme, demonstration=whole.demonstration, jour=today
    )


def _fiche(db: Database, actor: Actor, whole: Ensemble, commune: Territoire) -> Fiche:
    choisis = Choisis(whole, commune)
    return Fiche(
        document=_document(db, actor, whole, choisis, commune),
        codes=choisis.codes,
        organisme=whole.organisme,
    )


def _document(
    db: Database, actor: Actor, whole: Ensemble, choisis: Choisis, commune: Territoire
) -> FicheCommunale:
    found = signaux.signaux(db, actor, commune=commune.code)
    said: dict[Ton, list[str]] = {ton: [] for ton in Ton}
    for signal in found:
        said[signal.ton].append(" ".join(filter(None, (signal.phrase, signal.depuis))))
    chiffres = filter(None, map(choisis.chiffre, choisis.cles()))
    alone = len(whole.communes) == 1
    contours = pd.Series({c.code: c.contour for c in whole.communes}, dtype=object)
    return FicheCommunale(
        nom=commune.nom,
        population=_population(whole, commune.code),
        cles=tuple(map(_cle, islice(chiffres, CLES))),
        fragilites=tuple(said[Ton.FRAGILE][:FRAGILITES]),
        forces=tuple(said[Ton.FORCE][:FORCES]),
        colonnes=choisis.colonnes,
        niveaux=choisis.niveaux,
        themes=tuple(choisis.themes()),
        repere=choisis.repere,
        notes=tuple(choisis.notes()),
        carte="" if alone else situation(contours, commune.code),
    )


def _cle(chiffre: Chiffre) -> exports.Cle:
    return exports.Cle(
        valeur=chiffre.valeur,
        libelle=chiffre.libelle,
        detail=chiffre.detail,
        fragile=chiffre.fragile,
    )


def _population(whole: Ensemble, code: str) -> str:
    """Say how many people live there, and how that changed, over censuses that compare."""
    values = whole.de(POPULATION)
    if code not in whole.habitants.index:
        return ""
    own = values[(values["niveau"] == Niveau.COMMUNE) & (values["code_territoire"] == code)]
    latest = own.dropna(subset="valeur").iloc[-1]
    said = mots.population(float(latest["valeur"]), int(latest["annee"]))
    frame = series(values, code, larger=False)
    frame = frame[frame["niveau"] == Niveau.COMMUNE]
    if len(frame) < 2 or not frame["valeur"].gt(0).all():
        return f"{said}."
    ends = [(int(frame["annee"].iloc[row]), float(frame["valeur"].iloc[row])) for row in (0, -1)]
    (debut, start), (fin, end) = ends
    ailleurs = _rythme(values, debut, fin)
    rythme = annual_rate(start, end, fin - debut)
    return f"{said}, {mots.evolution(end - start, debut, rythme, ailleurs)}."


def _rythme(values: pd.DataFrame, debut: int, fin: int) -> float | None:
    """Return the yearly growth of the intercommunalité over the same years."""
    rows = values[(values["niveau"] == Niveau.EPCI) & values["valeur"].gt(0)]
    first = rows[rows["code_territoire"] == rows["code_territoire"].min()]
    known = dict(zip(first["annee"], first["valeur"], strict=True))
    if debut not in known or fin not in known:
        return None
    return annual_rate(known[debut], known[fin], fin - debut)


FICHIERS: dict[str, Callable[..., bytes]] = {"pdf": pdf, "xlsx": classeur}
