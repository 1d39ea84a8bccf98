"""What stands out of the ABS: ranked signals, each one sentence with its figures."""

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np

from psdt.analytics.signals import Study, ranked
from psdt.domain.indicators import Axe
from psdt.domain.people import Action, Actor
from psdt.errors import IndicateurInconnuError
from psdt.exports.dossier import file_name
from psdt.exports.signaux import Signaux, csv, workbook
from psdt.services.ensemble import Ensemble, ensemble
from psdt.services.portrait import Portrait
from psdt.services.redaction import Redaction, Signal
from psdt.store.database import Database
from psdt.words import abs as abs_words
from psdt.words import signaux as mots

__all__ = [
    "FICHIERS",
    "Signal",
    "communes",
    "dessin",
    "download",
    "fichier",
    "inconnus",
    "signaux",
]

FICHIERS: dict[str, Callable[[Signaux], bytes]] = {"xlsx": workbook, "csv": csv}


def signaux(
    db: Database, actor: Actor, *, axe: Axe | None = None, commune: str | None = None
) -> list[Signal]:
    """Return what stands out: fragilities first, then strengths, then what is worth knowing.

    Inside each, the strongest first; without an axis, axes take turns. ``commune`` is the code
    of one: what stands out there, each sentence about it alone. No two signals are the same
    sentence. Kept in memory by version of the ABS.

    Raises ``IndicateurInconnuError`` for a commune that is not of the démarche.
    """
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    return list(_signaux(ensemble(db, actor), axe, commune))


def communes(db: Database, actor: Actor) -> dict[str, str]:
    """Return what may be looked at: an empty code for all, then the communes, code → name."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    whole = ensemble(db, actor)
    return {"": abs_words.TOUTES, **{commune.code: commune.nom for commune in whole.communes}}


def inconnus(db: Database, actor: Actor, *, axe: Axe | None = None) -> list[str]:
    """Say what is not known of most communes because it is withheld: sentences."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    whole = ensemble(db, actor)
    groups: dict[tuple[int, int], list[str]] = {}
    for code, year, hidden in whole.kept("signaux.inconnus", _inconnus):
        indicateur = whole.indicateurs[code]
        if axe in {None, indicateur.theme}:
            groups.setdefault((-year, -hidden), []).append(indicateur.libelle)
    return [
        mots.inconnus(libelles, -hidden, len(whole.communes), -year)
        for (year, hidden), libelles in sorted(groups.items())
    ]


def dessin(db: Database, actor: Actor, signal: Signal) -> Portrait:
    """Return the figures of a signal, to draw its chart: ``signal.courbes`` says which one."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    whole = ensemble(db, actor)
    commune = next((c for c in whole.communes if c.code == signal.commune), None)
    if signal.code not in whole.indicateurs:
        raise IndicateurInconnuError
    indicateur, values = whole.indicateurs[signal.code], whole.de(signal.code)
    return Portrait(indicateur, values, signal.annee, whole.communes, commune)


def download(
    db: Database,
    actor: Actor,
    extension: str,
    *,
    axe: Axe | None = None,
    commune: str | None = None,
    today: date,
) -> bytes:
    """Return the signals as a file, of a kind in ``FICHIERS``."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    whole = ensemble(db, actor)
    rows = [
        (
            *(str(signal.ton), str(signal.axe), signal.phrase, signal.pour, signal.depuis),
            *(" ".join(signal.prudences), signal.ecarts, signal.libelle),
            *(signal.annee, signal.source),
        )
        for signal in _signaux(whole, axe, commune)
    ]
    return FICHIERS[extension](
        Signaux(
            organisme=whole.organisme,
            demonstration=whole.demonstration,
            perimetre=_perimetre(whole, axe, commune),
            lignes=rows,
            jour=today,
        )
    )


def fichier(
    db: Database, actor: Actor, extension: str, *, commune: str | None = None, today: date
) -> str:
    """Return the name of a file of signals."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    noun = f"abs-signaux-{commune}" if commune else "abs-signaux"
    return file_name(today, ensemble(db, actor).organisme, noun, 1, extension)


def _perimetre(whole: Ensemble, axe: Axe | None, commune: str | None) -> str:
    nom = next((c.nom for c in whole.communes if c.code == commune), abs_words.TOUTES)
    return mots.perimetre(nom, str(axe) if axe else "")


def _study(whole: Ensemble) -> Study:
    return Study(
        whole.valeurs,
        whole.indicateurs,
        [commune.code for commune in whole.communes],
        whole.habitants,
        (whole.lieu.niveau, whole.lieu.code) if whole.lieu else None,
    )


def _signaux(whole: Ensemble, axe: Axe | None, commune: str | None) -> Sequence[Signal]:
    if commune is not None and commune not in {c.code for c in whole.communes}:
        raise IndicateurInconnuError
    study = whole.kept("signaux.etude", _study)
    said = whole.kept("signaux.redaction", lambda w: Redaction(w, study))

    def write(_: Ensemble) -> tuple[Signal, ...]:
        found = whole.kept(
            ("signaux", commune), lambda _: study.of(commune) if commune else study.overall()
        )
        chosen = ranked(found, whole.indicateurs, axe)
        return tuple(said.signal(finding, alone=commune is not None) for finding in chosen)

    return whole.kept(("signaux", commune, axe), write)


def _inconnus(whole: Ensemble) -> list[tuple[str, int, int]]:
    """Find figures withheld in most communes: code, latest year, number of communes."""
    study, n = whole.kept("signaux.etude", _study), len(whole.communes)
    found = []
    for code, figures in study.figures.items():
        hidden = figures.secrets.sum(axis=1)
        if hidden.any():
            year = np.flatnonzero(hidden)[-1]
            if 2 * hidden[year] > n:
                found.append((code, int(figures.annees[year]), int(hidden[year])))
    return found
