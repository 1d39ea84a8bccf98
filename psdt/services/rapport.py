"""The rapport d'ABS owed to the conseil d'administration: what it says, then the documents."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from psdt.charts.outlines import outline
from psdt.domain.indicators import Axe
from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor
from psdt.errors import RapportVideError
from psdt.exports import rapport_docx, rapport_pdf
from psdt.exports.dossier import file_name
from psdt.exports.rapport import Chapitre, ChiffreCle, Rapport, dessiner
from psdt.services import abs as service
from psdt.services import locales, propos, rattachements, signaux
from psdt.services.ensemble import POPULATION, Ensemble, ensemble
from psdt.services.portrait import Portrait
from psdt.services.rapport_axe import Lecture
from psdt.services.rapport_figures import Figures
from psdt.services.rapport_suites import Suites
from psdt.services.rapport_tableaux import Tableaux
from psdt.store import journal
from psdt.store.database import Database
from psdt.words import rapport as mots
from psdt.words.documents import EXEMPLE
from psdt.words.lieux import d_article

FORMATS: dict[str, Callable[[Rapport, Sequence[bytes | None]], bytes]] = {
    "pdf": rapport_pdf.rediger,
    "docx": rapport_docx.rediger,
}
"""Kinds of documents, by the extension of the file."""
A_RETENIR = {"FRAGILE": 5, "FORCE": 2, "NEUTRE": 1}
"""Things that stand out, at most, on the page of what matters."""
CLES = 4
"""Key figures on that page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """What the report would be made of."""

    organisme: str
    version: tuple[object, ...]
    """Of the figures and of what is attached to enjeux: a report of another is out of date."""
    indicateurs: dict[Axe, int]
    """Number of indicators of each axis."""
    seule: bool
    """Whether it is of one commune."""

    def fichier(self, jour: date, extension: str) -> str:
        """Return the name of the file."""
        return file_name(jour, self.organisme, mots.NOM_FICHIER, 1, extension)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commande:
    """What is asked of the report."""

    axes: tuple[Axe, ...]
    formats: tuple[str, ...]
    tableaux: bool
    """Whether the tables of the communes are wanted."""
    jour: date


def apercu(db: Database, actor: Actor) -> Composition:
    """Return what the report would be made of."""
    actor.require(Action.EXPORTER, actor.demarche_id)
    whole = ensemble(db, actor)
    counted = {axe: len(service.choices(db, actor, axe).indicateurs) for axe in Axe}
    return Composition(
        organisme=whole.organisme,
        version=(whole.version, *rattachements.constats(db, actor)),
        indicateurs=counted,
        seule=len(whole.communes) == 1,
    )


def produire(
    db: Database, actor: Actor, commande: Commande, avance: Callable[[str], None]
) -> dict[str, bytes]:
    """Return the documents asked for, by extension, and write in the journal that they were.

    ``avance`` is told each step, in words. Nobody waits for anybody: everything is read first,
    figures are drawn by other processes, and only the journal takes its turn to write. Raises
    ``RapportVideError`` when no axis is asked for.
    """
    actor.require(Action.EXPORTER, actor.demarche_id)
    if not commande.axes:
        raise RapportVideError
    avance(mots.LECTURE)
    content = contenu(db, actor, commande)
    drawn = dessiner(content, avance)
    made = {}
    for extension in commande.formats:
        avance(mots.MISE_EN_PAGE[extension])
        made[extension] = FORMATS[extension](content, drawn)
    with db.write() as session:
        journal.append(
            session,
            actor.demarche_id,
            Evenement.RAPPORT_PRODUIT,
            acteur_id=actor.id,
            objet=mots.DOCUMENT,
            details={"axes": [axe.name for axe in commande.axes], "formats": [*made]},
        )
    return made


def contenu(db: Database, actor: Actor, commande: Commande) -> Rapport:
    """Return what the report says, before anything is drawn."""
    actor.require(Action.EXPORTER, actor.demarche_id)
    whole = ensemble(db, actor)
    asked = locales.questions(db, actor)
    lectures = {
        axe: Lecture(
            whole,
            axe,
            service.choices(db, actor, axe),
            signaux.signaux(db, actor, axe=axe),
        )
        for axe in Axe
        if axe in commande.axes
    }
    chapters = [
        lecture.chapitre(
            [r for r in asked if r.axe is axe],
            signaux.inconnus(db, actor, axe=axe),
            renvoi=commande.tableaux,
            deja=CLES if axe is Axe.DEMOGRAPHIE else 0,
        )
        for axe, lecture in lectures.items()
        if lecture.portraits or axe in {r.axe for r in asked}
    ]
    empty = [axe for axe in lectures if str(axe) not in {c.titre for c in chapters}]
    around = Suites(propos.propos(db, actor), rattachements.constats(db, actor))
    annexes = [
        Tableaux(whole, axe, lecture.portraits, lecture.larges)
        for axe, lecture in lectures.items()
    ]
    tables = [annexe.tableaux() for annexe in annexes] if commande.tableaux else []
    sources = [annexe.sources() for annexe in annexes]
    found = [s for s in signaux.signaux(db, actor) if s.axe in commande.axes]
    return Rapport(
        organisme=whole.organisme,
        territoire=_nom(whole),
        population=mots.population(*_population(whole)),
        jour=commande.jour,
        exemple=EXEMPLE if whole.demonstration else "",
        chiffres=_cles(lectures, [signal.axe for signal in found]),
        ressorts=tuple(Lecture.choisis(found, A_RETENIR, {})),
        chapitres=(
            *_territoire(whole, lectures),
            *chapters,
            *around.apres(empty),
        ),
        tableaux=tuple(annexe for annexe in tables if annexe.tables or annexe.notes),
        sources=tuple(annexe for annexe in sources if annexe.tables),
        lexique={k: v for annexe in annexes for k, v in annexe.lexique().items()},
        preambule=mots.preambule(_repere(whole)),
        mot=around.mot(),
        questionnaire=around.questionnaire,
        seule=len(whole.communes) == 1,
        contour=_contour(whole),
    )


def _nom(whole: Ensemble) -> str:
    """Return the name of what the report is of: of the only commune, when there is but one."""
    if len(whole.communes) == 1:
        return whole.communes[0].nom
    return whole.lieu.nom if whole.lieu else whole.organisme


def _repere(whole: Ensemble) -> str:
    """Return what communes are compared with, and its « de »."""
    first = whole.references[:1]
    return d_article(first[0].nom, first[0].niveau.name) if first else mots.COMPARAISON


def _population(whole: Ensemble) -> tuple[int, int, int | None]:
    """Return how many communes, how many inhabitants, and the year of that figure."""
    habitants, annee = whole.population or (0, None)
    return len(whole.communes), habitants, annee


def _contour(whole: Ensemble) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return the outlines of the communes, north up, in a box of width 1."""
    rings = [ring for c in whole.communes if c.contour for ring in outline(c.contour).rings]
    if not rings:
        return ()
    west, north = min(r[:, 0].min() for r in rings), max(r[:, 1].max() for r in rings)
    width = max(r[:, 0].max() for r in rings) - west
    return tuple(
        tuple((round((x - west) / width, 4), round((north - y) / width, 4)) for x, y in ring)
        for ring in rings
    )


def _cles(lectures: dict[Axe, Lecture], marquants: Sequence[Axe]) -> tuple[ChiffreCle, ...]:
    """Return a key figure of the population, then one of each axis where most stands out."""
    order = dict.fromkeys([Axe.DEMOGRAPHIE, *marquants, *lectures])
    first = (next(lectures[axe].chiffres(), None) for axe in order if axe in lectures)
    return tuple(islice((figure for figure in first if figure is not None), CLES))


def _territoire(whole: Ensemble, lectures: dict[Axe, Lecture]) -> Iterator[Chapitre]:
    """Yield the chapter on the territoire as a whole, unless it would be but a name."""
    drawn = []
    demographie = lectures.get(Axe.DEMOGRAPHIE)
    if demographie and demographie.montre(POPULATION):
        drawn.append(demographie.figures.barres(POPULATION))
    portraits: dict[str, Portrait] = {}
    for n in range(max((len(lecture.portraits) for lecture in lectures.values()), default=0)):
        for lecture in lectures.values():
            portraits |= dict([*lecture.portraits.items()][n : n + 1])
    beside = Figures(portraits).face([*portraits])
    figures = tuple(islice(demographie.chiffres(), CLES)) if demographie else ()
    shown = tuple(filter(None, [*drawn, beside]))
    if figures or shown or len(whole.communes) > 1:
        yield Chapitre(
            titre=mots.TERRITOIRE,
            introduction=(mots.presentation(_nom(whole), *_population(whole)),),
            chiffres=figures,
            illustrations=shown,
        )
