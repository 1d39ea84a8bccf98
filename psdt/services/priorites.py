"""The priority table: read once the notation is closed, and only what protects everybody.

What may be published is decided once, before any calculation: the screen and the workbook
show the same table.
"""

from dataclasses import dataclass
from datetime import date
from math import isnan
from typing import Any

import numpy as np
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
    college: College | None
    """Whose answers these are; ``None`` for those of everybody."""
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
    def constats(self) -> dict[str, str]:
        """What each figure of the table shows, in a sentence."""
        best = self.enjeux[self.enjeux["rang"] == 1]
        words = self.enjeux["mot"].dropna().tolist()
        lows, highs = self.moyennes.min().tolist(), self.moyennes.max().tolist()
        spreads = zip(self.criteres["critere"], lows, highs, strict=True)
        widest = max(spreads, key=lambda spread: np.nan_to_num(spread[2] - spread[1], nan=-1.0))
        alike, apart = (words.count(accord) for accord in (Accord.CONSENSUS, Accord.CLIVANT))
        return {
            "scores": mots.en_tete(best["enjeu"].tolist(), best["score"].max()),
            "accord": mots.accords(alike, apart, len(words)),
            "grille": mots.ecart(*widest),
        }

    @property
    def participation(self) -> str:
        """What was answered, and by whom."""
        return mots.participation(self.activite.titre, self.effectifs, self.n_personnes)

    @property
    def regles(self) -> tuple[str, ...]:
        """The sentences to read with the table: the rule, and what is not shown."""
        ranked = self.moyennes.loc[list(self.classes)]
        return mots.regles(masques=self.masques, incomplets=int(ranked.isna().any(axis=1).sum()))

    @property
    def classes(self) -> dict[int, str]:
        """The enjeux that have a rank, best first: id → text."""
        ranked = self.enjeux.dropna(subset=["rang"])
        return dict(zip(ranked.index.tolist(), ranked["enjeu"], strict=True))

    def lisible(self) -> pd.DataFrame:
        """Return the table of the enjeux as people read it, ranks and agreement in words."""
        places = zip(self.enjeux["rang"], self.enjeux["ex_aequo"], strict=True)
        table = self.enjeux[["enjeu", "score", "reponses"]].copy()
        table.insert(0, "rang", [mots.rang(_int(p), ex_aequo=tie) for p, tie in places])
        table["accord"] = self.enjeux["mot"].fillna(mots.MOINS_DE_CINQ)
        return table.rename(columns=mots.COLONNES)

    def pourquoi(self, enjeu_id: int) -> pd.DataFrame:
        """Return what each criterion brings to the score of an enjeu, as people read it."""
        names = mots.COLONNES_POURQUOI
        lines = self.detail.loc[[enjeu_id], list(names)]
        lines["poids"] = lines["poids"].map(mots.pourcent)
        lines["accord"] = lines["accord"].fillna(mots.MOINS_DE_CINQ)
        return lines.rename(columns=names)

    def somme(self, enjeu_id: int) -> str:
        """Return the sentence that goes with `pourquoi`: these points make that score."""
        line = self.enjeux.loc[[enjeu_id]]
        return mots.somme(line["enjeu"].iloc[0], line["score"].iloc[0])


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
    return EXPORTS["xlsx"](_dossier(answers.demarche, shown, jour))


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


def _int(place: Any) -> int | None:
    return None if pd.isna(place) else int(place)


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
