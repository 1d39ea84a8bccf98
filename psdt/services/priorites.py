"""The priority table: read once the notation is closed, and only what protects everybody.

What may be published is decided once, before any calculation: the screen and the workbook
show the same table.
"""

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
from psdt.services.tableau import Tableau
from psdt.store import activites, journal
from psdt.store import priorites as store
from psdt.store.database import Database
from psdt.words import priorites as mots
from psdt.words.grammar import PARIS

LEVELS = ["niveau_1", "niveau_2", "niveau_3", "niveau_4"]


def closes(db: Database, actor: Actor) -> dict[int, str]:
    """Return the closed notations of the actor's démarche, latest first: id → title."""
    actor.require(Action.VOIR_PRIORITES, actor.demarche_id)
    with db.read() as session:
        found = activites.of_demarche(session, actor.demarche_id, NatureActivite.NOTATION)
    return {
        activite.id: activite.titre
        for activite in found
        if activite.statut is StatutActivite.CLOSE
    }


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
    db: Database,
    actor: Actor,
    activite_id: int,
    college: College | None = None,
    *,
    jour: date,
    extension: str = "xlsx",
) -> bytes:
    """Return the same table as a file, and write in the journal that it was taken away.

    It is of a kind in ``EXPORTS``: a workbook unless another one is asked.

    A closed notation does not change: it is read, then computed and written while everybody
    else may write; only the journal waits for its turn.
    """
    with db.read() as session:
        activite = activites.get(session, activite_id)
        actor.require(Action.EXPORTER, activite.demarche_id)
        activite.check_nature(NatureActivite.NOTATION)
        activite.check_closed()
        answers = store.answers(session, activite)
    shown = _tableau(activite, answers, college, jour)
    content = EXPORTS[extension](_dossier(answers.demarche, shown, jour))
    with db.write() as session:
        journal.append(
            session,
            activite.demarche_id,
            Evenement.TABLEAU_EXPORTE,
            acteur_id=actor.id,
            objet=activite.titre,
            details={"activite": activite.id, "college": college.name if college else None},
        )
    return content


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
    noun = mots.fichier(college)
    name = file_name(jour, answers.demarche.organisme, noun, answers.n_exports + 1, "xlsx")
    return Tableau(
        activite=activite,
        college=college,
        fichier=name,
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


def _dossier(demarche: Demarche, shown: Tableau, jour: date) -> Dossier:
    close_le = shown.activite.close_le
    return Dossier(
        organisme=demarche.organisme,
        demarche=demarche.nom,
        demonstration=demarche.demonstration,
        titre=shown.activite.titre,
        vue=mots.vue(shown.college),
        constat=shown.constats["scores"],
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
