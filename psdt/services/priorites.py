"""The priority table: read once the notation is closed, and only what protects everybody.

What may be published is decided once, before any calculation: the screen and the workbook
show the same table.
"""

from dataclasses import dataclass
from datetime import date
from math import isnan

import pandas as pd

from psdt.analytics.disclosure import hidden_groups, published_group, published_total
from psdt.analytics.priorities import Priorities, prioritise
from psdt.analytics.scores import Counts
from psdt.domain.demarche import Activite, Demarche, NatureActivite, StatutActivite
from psdt.domain.journal import Evenement
from psdt.domain.people import Action, Actor, College
from psdt.domain.priorites import SEUIL_PUBLICATION, Accord
from psdt.errors import CollegeMasqueError, TropPeuDeReponsesError
from psdt.exports import EXPORTS
from psdt.exports.dossier import Dossier, file_name
from psdt.store import activites, journal
from psdt.store import priorites as store
from psdt.store.database import Database
from psdt.words import priorites as mots
from psdt.words.grammar import PARIS

LEVELS = ["niveau_1", "niveau_2", "niveau_3", "niveau_4"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tableau:
    """What may be shown of a closed notation, for all collèges or for one."""

    activite: Activite
    fichier: str
    """The name of the workbook, if it is taken away today."""
    colleges: tuple[College, ...]
    """Those that may be read apart; none when that would say nothing more."""
    masques: bool
    """Whether some collèges are hidden, to protect a few people."""
    n_personnes: int
    effectifs: dict[str, int]
    enjeux: pd.DataFrame
    """One row an enjeu (its id), best first: ``rang``, ``ex_aequo``, ``enjeu``, ``score``,
    ``reponses`` (people), ``accord`` (-1 to 1), ``mot`` (the same in words)."""
    criteres: pd.DataFrame
    """One row a criterion (its id): ``critere``, ``question``, ``poids``, ``accord`` (words),
    ``niveau_1`` to ``niveau_4`` (the written answers)."""
    detail: pd.DataFrame
    """One row an enjeu and a criterion (their ids): ``enjeu``, ``critere``, ``poids``,
    ``moyenne``, ``points``, ``reponses``, ``accord`` (words), ``niveau_1`` to ``niveau_4``
    (people)."""

    @property
    def moyennes(self) -> pd.DataFrame:
        """Enjeux × criteria, in the order of both: the mean level."""
        cells = self.detail["moyenne"].unstack()
        return cells.loc[self.enjeux.index, self.criteres.index]

    @property
    def en_tete(self) -> pd.DataFrame:
        """The enjeu at the first rank, or those that tie for it."""
        return self.enjeux[self.enjeux["rang"] == 1]


def notations(db: Database, actor: Actor) -> list[Activite]:
    """Return the notations that have opened, latest first: the closed ones have a table."""
    actor.require(Action.VOIR_PRIORITES, actor.demarche_id)
    with db.read() as session:
        found = activites.of_demarche(session, actor.demarche_id, NatureActivite.NOTATION)
    return [activite for activite in found if activite.statut is not StatutActivite.PREPAREE]


def tableau(
    db: Database, actor: Actor, activite_id: int, college: College | None = None, *, jour: date
) -> Tableau:
    """Return the table of a closed notation, for a collège or for all of them.

    Raises ``ActiviteOuverteError`` before the close, ``TropPeuDeReponsesError`` under five
    people in all, ``CollegeMasqueError`` for a collège that must not be read apart.
    """
    with db.read() as session:
        activite = activites.get(session, activite_id)
        actor.require(Action.VOIR_PRIORITES, activite.demarche_id)
        activite.check_nature(NatureActivite.NOTATION)
        activite.check_closed()
        answers = store.answers(session, activite)
    return _tableau(activite, answers, college, jour)


def classeur(
    db: Database, actor: Actor, activite_id: int, college: College | None = None, *, jour: date
) -> bytes:
    """Return the same table as a workbook, and write in the journal that it was taken away."""
    with db.write() as session:
        activite = activites.get(session, activite_id)
        actor.require(Action.EXPORTER, activite.demarche_id)
        activite.check_nature(NatureActivite.NOTATION)
        activite.check_closed()
        answers = store.answers(session, activite)
        shown = _tableau(activite, answers, college, jour)
        journal.append(
            session,
            activite.demarche_id,
            Evenement.TABLEAU_EXPORTE,
            acteur_id=actor.id,
            objet=activite.titre,
            details={"activite": activite.id, "college": college.name if college else None},
        )
    return EXPORTS["xlsx"](_dossier(answers.demarche, shown, college, jour))


def _tableau(
    activite: Activite, answers: store.Answers, college: College | None, jour: date
) -> Tableau:
    sizes = answers.sizes
    if sum(sizes.values()) < SEUIL_PUBLICATION:
        raise TropPeuDeReponsesError(SEUIL_PUBLICATION)
    hidden = hidden_groups(list(sizes.values()), SEUIL_PUBLICATION)
    shown = [c for i, c in enumerate(store.GROUPS) if sizes[c] and i not in hidden]
    if college not in {None, *shown}:
        raise CollegeMasqueError
    viewed = shown if college is None else [college]
    result = prioritise(
        _published(answers.counts, college, hidden),
        list(answers.bareme.poids.values()),
        list(answers.enjeux),
        list(answers.criteres),
    )
    people = answers.people.sum(axis=1) if college is None else answers.people[college]
    enjeux = _enjeux(result, answers, people)
    name = (answers.demarche.organisme, mots.FICHIER, answers.n_exports + 1, "xlsx")
    return Tableau(
        activite=activite,
        fichier=file_name(jour, *name),
        colleges=tuple(shown) if len(shown) > 1 or hidden else (),
        masques=bool(hidden),
        n_personnes=sum(sizes.values()) if college is None else sizes[college],
        effectifs={str(c): sizes[c] for c in viewed},
        enjeux=enjeux,
        criteres=_criteres(result, answers),
        detail=_detail(result, answers).loc[enjeux.index],
    )


def _published(counts: Counts, college: College | None, hidden: frozenset[int]) -> Counts:
    """Return the counts of the view, the cells that must not be shown emptied."""
    if college is None:
        return published_total(counts, SEUIL_PUBLICATION)
    return published_group(counts, store.GROUPS.index(college), SEUIL_PUBLICATION, hidden)


def _enjeux(result: Priorities, answers: store.Answers, people: "pd.Series[int]") -> pd.DataFrame:
    rang = result.table["rang"]
    table = result.table.assign(
        enjeu=pd.Series(answers.enjeux),
        ex_aequo=rang.duplicated(keep=False) & rang.notna(),
        reponses=people.astype("Int64").where(rang.notna()),
        mot=result.table["accord"].map(_word),
    )
    return table.sort_values("rang", kind="stable")


def _criteres(result: Priorities, answers: store.Answers) -> pd.DataFrame:
    """Agreement on a criterion is the plain mean of that on each enjeu."""
    accord = result.cells["accord"].groupby(level="critere").mean()
    rows = [
        [critere.libelle, critere.question, float(weight), _word(accord[key]), *critere.ancres]
        for (key, critere), weight in zip(
            answers.criteres.items(), answers.bareme.poids.values(), strict=True
        )
    ]
    names = ["critere", "question", "poids", "accord", *LEVELS]
    return pd.DataFrame(rows, index=pd.Index(answers.criteres), columns=names)


def _detail(result: Priorities, answers: store.Answers) -> pd.DataFrame:
    items, criteria = (result.cells.index.get_level_values(i) for i in (0, 1))
    return result.cells.assign(
        enjeu=items.map(answers.enjeux),
        critere=criteria.map({key: value.libelle for key, value in answers.criteres.items()}),
        poids=criteria.map({key: float(value) for key, value in answers.bareme.poids.items()}),
        accord=result.cells["accord"].map(_word),
    )


def _word(agreement: float) -> str | None:
    return None if isnan(agreement) else str(Accord.of(agreement))


def _dossier(demarche: Demarche, shown: Tableau, college: College | None, jour: date) -> Dossier:
    close_le = shown.activite.close_le
    return Dossier(
        organisme=demarche.organisme,
        demarche=demarche.nom,
        demonstration=demarche.demonstration,
        titre=shown.activite.titre,
        vue=mots.vue(college),
        constat=mots.en_tete(shown.en_tete["enjeu"].tolist(), shown.en_tete["score"].max()),
        n_personnes=shown.n_personnes,
        effectifs=shown.effectifs,
        clos_le=close_le.astimezone(PARIS).date() if close_le else jour,
        jour=jour,
        enjeux=shown.enjeux[["rang", "enjeu", "score", "reponses"]].assign(
            accord=shown.enjeux["mot"]
        ),
        criteres=shown.criteres,
        moyennes=shown.moyennes,
        detail=shown.detail,
    )
