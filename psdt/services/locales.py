"""What the CIAS knows by itself: figures it types, results of questionnaires to residents."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

import pandas as pd

from psdt.analytics.changes import changes
from psdt.analytics.indicators import decimals
from psdt.domain.enquetes import Question, Resultat, resultat
from psdt.domain.imports import Etat
from psdt.domain.indicators import Indicateur, Niveau, Statut, Territoire
from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor
from psdt.domain.saisie import Saisie
from psdt.errors import ImportRefuseError, QuestionInconnueError
from psdt.exports.dossier import file_name
from psdt.exports.enquete import Depouillement, csv, workbook
from psdt.services import import_abs
from psdt.services.ensemble import ensemble
from psdt.sources import Perimetre, Refus, Tableau, saisie
from psdt.sources.catalogue import declares, nouveau_code
from psdt.sources.cellules import cle
from psdt.store import enquetes as store
from psdt.store import imports
from psdt.store.database import Database
from psdt.words import locales as mots
from psdt.words import mesures

FIGURE = ["code", "niveau", "code_territoire", "annee", "valeur", "statut", "source"]
"""What makes typed figures the same."""
LOCAUX = (Niveau.COMMUNE, Niveau.EPCI)
"""Levels whose figures the staff has."""
DEBUT = 60
"""Letters of a title in the name of a file."""
FICHIERS: dict[str, Callable[[Depouillement], bytes]] = {"xlsx": workbook, "csv": csv}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grille:
    """What a grid of figures offers."""

    lieux: tuple[Territoire, ...]
    """The communes, then the intercommunalité."""
    indicateurs: dict[str, Indicateur]
    """By code: those of the démarche, then those the application knows by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What typed figures would change."""

    indicateur: Indicateur
    changements: pd.DataFrame
    """As ``psdt.analytics.changes.changes`` gives them."""
    remarques: tuple[str, ...]
    """What deserves a look before recording: a negative count, a share above 100 %."""

    @property
    def compte(self) -> str:
        """Say how many figures are new, changed or the same."""
        n = Counter(self.changements["etat"])
        return mots.changements(n[Etat.NOUVELLE], n[Etat.CHANGEE], n[Etat.INCHANGEE])

    @property
    def utile(self) -> bool:
        """Whether there is something to record."""
        return bool((self.changements["etat"] != Etat.INCHANGEE).any())

    @property
    def surprises(self) -> list[str]:
        """Names of the territoires whose figure changes by more than half."""
        return list(self.changements.loc[self.changements["a_regarder"], "territoire"])

    def tableau(self) -> pd.DataFrame:
        """Return what is there and what would be, one row a territoire, in words."""
        frame = self.changements
        places = decimals(pd.concat([frame["valeur"], frame["avant"]]))
        rows = [
            (lieu, self._dire(avant, before, places), self._dire(valeur, after, places))
            for lieu, avant, before, valeur, after in zip(
                *(
                    frame[name]
                    for name in ("territoire", "avant", "statut_avant", "valeur", "statut")
                ),
                strict=True,
            )
        ]
        return pd.DataFrame(rows, columns=list(mots.COLONNES_APERCU))

    def _dire(self, valeur: float, statut: Statut | float | None, places: int) -> str:
        if not isinstance(statut, Statut):
            return mots.AUCUN
        if statut is not Statut.OK:
            return str(statut)
        whole = self.indicateur.effectif and float(valeur).is_integer()
        return mesures.mesure(valeur, self.indicateur.unite, 0 if whole else places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """What may be shown of the questions that were asked together."""

    organisme: str
    enquete: str
    annee: int
    resultats: tuple[Resultat, ...]
    """In the order they were typed; one at least."""

    def fichier(self, jour: date, extension: str) -> str:
        """Return the name of a file of all the answers."""
        first = self.resultats[0].id  # two long titles may begin alike
        noun = f"questionnaire {self.annee} {self.enquete[:DEBUT]} {first}"
        return file_name(jour, self.organisme, noun, 1, extension)

    def image(self, jour: date, resultat: Resultat) -> str:
        """Return the name of the picture of a question."""
        noun = f"question {resultat.id} {resultat.question[:DEBUT]}"
        return file_name(jour, self.organisme, noun, 1, "png")


def grille(db: Database, actor: Actor) -> Grille:
    """Return the territoires and the indicators that figures may be typed for."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    whole = ensemble(db, actor)
    around = [lieu for lieu in (*whole.references, *whole.autres) if lieu.niveau in LOCAUX]
    known = {**whole.indicateurs, **declares(), **whole.indicateurs}
    return Grille(lieux=(*whole.communes, *around), indicateurs=known)


def verify(
    db: Database, actor: Actor, lignes: Iterable[tuple[str, str]], dite: Saisie
) -> Verification | Refus:
    """Say what typed figures would change, or what must be mended in them; write nothing.

    ``lignes`` are names or codes of territoires and their figures, as they were typed.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    table = _read(db, actor, lignes, dite)
    if isinstance(table, Refus):
        return table
    (said,) = table.indicateurs
    former = ensemble(db, actor).tout(said.code)
    return Verification(
        indicateur=said,
        changements=changes(table.valeurs, former),
        remarques=tuple(r.phrase.replace(said.code, said.libelle) for r in table.remarques),
    )


def record(db: Database, actor: Actor, lignes: Iterable[tuple[str, str]], dite: Saisie) -> str:
    """Keep typed figures as an import, which can be undone; return the code of their indicator.

    The same figures typed again, from the same source, change nothing: no import is made.

    All of them are kept, or none. An indicator without a code is a new one of the CIAS. Raises
    ``ImportRefuseError`` for what ``verify`` refuses.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    table = _read(db, actor, lignes, dite)
    if isinstance(table, Refus):
        raise ImportRefuseError([anomalie.phrase for anomalie in table.anomalies])
    (said,) = table.indicateurs
    name = mots.fichier(said.libelle, dite.annee)
    typed = table.valeurs[FIGURE].astype(str).sort_values(FIGURE).to_numpy().tolist()
    mark = sha256(json.dumps(typed).encode()).hexdigest()
    import_abs.import_table(db, actor, name, table, empreinte=mark)
    return said.code


def questions(db: Database, actor: Actor) -> tuple[Resultat, ...]:
    """Return what may be shown of the questionnaires, the latest year first.

    Each ``Resultat`` (``psdt.domain.enquetes``) says its ``enquete``, ``annee``, ``source``,
    ``axe``, ``question``, ``repondants`` and its ``parts``: ``modalites`` (several when few
    people gave one of them), ``effectif``, ``part`` from 0 to 1. ``fragile``: fewer than 30
    people answered; ``multiple``: a person could give several; ``tues``: answers withheld; no
    ``parts``: too few people.
    """
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    with db.read() as session:
        found = store.questions(session, actor.demarche_id)
    return tuple(map(resultat, found))


def questionnaires(db: Database, actor: Actor) -> tuple[Questionnaire, ...]:
    """Return the same by questionnaire, the latest year first."""
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    groups: dict[tuple[int, str], list[Resultat]] = {}
    for found in questions(db, actor):
        groups.setdefault((found.annee, cle(found.enquete)), []).append(found)
    organisme = ensemble(db, actor).organisme
    return tuple(
        Questionnaire(
            organisme=organisme,
            enquete=group[0].enquete,
            annee=group[0].annee,
            resultats=tuple(group),
        )
        for group in groups.values()
    )


def download(
    db: Database, actor: Actor, question_id: int, extension: str, *, today: date
) -> bytes:
    """Return the questionnaire of a question as a file, of a kind in ``FICHIERS``.

    It holds what the screen shows, nothing more. Raises ``QuestionInconnueError``.
    """
    actor.require(Action.VOIR_ABS, actor.demarche_id)
    for found in questionnaires(db, actor):
        if question_id in {resultat.id for resultat in found.resultats}:
            return FICHIERS[extension](
                Depouillement(
                    organisme=found.organisme,
                    demonstration=ensemble(db, actor).demonstration,
                    enquete=found.enquete,
                    annee=found.annee,
                    resultats=found.resultats,
                    jour=today,
                )
            )
    raise QuestionInconnueError


def answers(db: Database, actor: Actor) -> dict[int, Question]:
    """Return the questions with all their counts, by number: for those who type them."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.read() as session:
        return {asked.id: asked for asked in store.questions(session, actor.demarche_id)}


def ask(
    db: Database, actor: Actor, dite: Question, lignes: Iterable[tuple[str, str]]
) -> Question | Refus:
    """Keep a question and its counts, or say what must be mended: nothing is kept then.

    ``dite`` says the question; with an ``id``, that one is written anew; without, the one of
    the same survey and year that asks the same. ``lignes`` are its answers and their counts,
    as they were typed. What is replaced stays in the journal. Raises ``QuestionInconnueError``.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    read = saisie.question(lignes, dite)
    if isinstance(read, Refus):
        return read
    with db.write() as session:
        imports.hold(session, actor.demarche_id)
        known = store.questions(session, actor.demarche_id)
        if not read.id:
            same = (q.id for q in known if _sujet(q) == _sujet(read))
            read = replace(read, id=next(same, 0))
        former = next((q for q in known if q.id == read.id), None)
        kept = replace(read, id=store.save(session, actor.demarche_id, read))
        store.tell(session, actor, Evenement.QUESTION_SAISIE, before=former, after=kept)
    return kept


def withdraw(db: Database, actor: Actor, question_id: int) -> None:
    """Remove a question and its counts, or raise ``QuestionInconnueError``.

    They stay in the journal.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.write() as session:
        imports.hold(session, actor.demarche_id)
        known = store.questions(session, actor.demarche_id)
        former = next((q for q in known if q.id == question_id), None)
        store.remove(session, actor.demarche_id, question_id)
        store.tell(session, actor, Evenement.QUESTION_RETIREE, before=former)


def _sujet(question: Question) -> tuple[str, int, str]:
    return cle(question.enquete), question.annee, cle(question.question)


def _read(
    db: Database, actor: Actor, lignes: Iterable[tuple[str, str]], dite: Saisie
) -> Tableau | Refus:
    """Read typed figures; an indicator without a code is new, unless one has its name."""
    offered, dite = grille(db, actor), saisie.propre(dite)
    said = dite.indicateur
    if not said.code:
        same = (i for i in offered.indicateurs.values() if cle(i.libelle) == cle(said.libelle))
        code = nouveau_code(said.libelle, offered.indicateurs)
        said = next(same, replace(said, code=code))
    known, new = Perimetre(territoires=offered.lieux), said.code not in offered.indicateurs
    return saisie.chiffres(lignes, replace(dite, indicateur=said), known, nouveau=new)
