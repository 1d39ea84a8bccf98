"""What a notation says, counted: never who answered what. The caller owns the transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from psdt.domain.demarche import Activite, Demarche
from psdt.domain.journal import Evenement
from psdt.domain.people import COLLEGES, College, Role
from psdt.domain.priorites import NIVEAUX, Bareme, Critere
from psdt.store import demarches, notation
from psdt.store.tables import JournalRow, NoteRow, ParticipantRow

GROUPS = tuple(College)
"""The order of the collèges in every array of this file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All that a notation collected. Not to be shown as it is: small groups are in it."""

    demarche: Demarche
    bareme: Bareme
    enjeux: Mapping[int, str]
    criteres: Mapping[int, Critere]
    counts: npt.NDArray[np.int64]
    """People by collège, enjeu, criterion and level."""
    sizes: Mapping[College, int]
    """People of each collège, all collèges being there."""
    people: pd.DataFrame
    """People by enjeu and collège."""
    n_exports: int
    """How many times the table was taken away."""


def answers(session: Session, activite: Activite) -> Answers:
    """Return what a notation collected."""
    bareme = Bareme.read(activite.parametres)
    demarche_id, criteres = activite.demarche_id, tuple(bareme.poids)
    return Answers(
        demarche=demarches.get(session, demarche_id),
        bareme=bareme,
        enjeux=notation.texts(session, demarche_id, bareme.elements),
        criteres=notation.questions(session, demarche_id, criteres),
        counts=tally(session, activite.id, bareme.elements, criteres),
        sizes=sizes(session, activite.id),
        people=people(session, activite.id, bareme.elements),
        n_exports=n_exports(session, demarche_id, activite.titre),
    )


def tally(
    session: Session, activite_id: int, elements: Sequence[int], criteres: Sequence[int]
) -> npt.NDArray[np.int64]:
    """Count the people who gave each level, « sans avis » left out.

    Returns
    -------
    int array, shape (n_collèges, n_elements, n_criteres, n_niveaux)
        Collèges in the order of ``GROUPS``; items and criteria in the order given.
    """
    shape = (len(GROUPS), len(elements), len(criteres), len(NIVEAUX))
    counts = np.zeros(shape, dtype=np.int64)
    rows = session.execute(
        select(
            ParticipantRow.role,
            NoteRow.element_id,
            NoteRow.critere_id,
            NoteRow.niveau,
            func.count(),
        )
        .join(ParticipantRow, ParticipantRow.id == NoteRow.participant_id)
        .where(NoteRow.activite_id == activite_id, NoteRow.niveau.is_not(None))
        .group_by(ParticipantRow.role, NoteRow.element_id, NoteRow.critere_id, NoteRow.niveau)
    )
    places = {element: i for i, element in enumerate(elements)}
    asked = {critere: j for j, critere in enumerate(criteres)}
    for role, element, critere, niveau, n in rows:
        group, level = GROUPS.index(COLLEGES[role]), NIVEAUX.index(niveau)
        counts[group, places[element], asked[critere], level] += n
    return counts


def sizes(session: Session, activite_id: int) -> dict[College, int]:
    """Count the people of each collège who gave a level at least."""
    found = session.execute(_said(activite_id)).all()
    return dict.fromkeys(GROUPS, 0) | {COLLEGES[role]: n for role, n in found}


def people(session: Session, activite_id: int, elements: Sequence[int]) -> pd.DataFrame:
    """Count the people who gave a level at least: one row an element, one column a collège."""
    by_element = _said(activite_id).add_columns(NoteRow.element_id).group_by(NoteRow.element_id)
    rows = session.execute(by_element)
    found = {(element, COLLEGES[role]): n for role, n, element in rows}
    counts = [[found.get((element, college), 0) for college in GROUPS] for element in elements]
    return pd.DataFrame(counts, index=pd.Index(elements), columns=list(GROUPS))


def _said(activite_id: int) -> Select[Role, int]:
    return (
        select(ParticipantRow.role, func.count(NoteRow.participant_id.distinct()))
        .join(NoteRow, NoteRow.participant_id == ParticipantRow.id)
        .where(NoteRow.activite_id == activite_id, NoteRow.niveau.is_not(None))
        .group_by(ParticipantRow.role)
    )


def n_exports(session: Session, demarche_id: int, titre: str) -> int:
    """Count how many times the table of an activité was taken away."""
    rows = select(func.count()).where(
        JournalRow.demarche_id == demarche_id,
        JournalRow.action == Evenement.TABLEAU_EXPORTE.name,
        JournalRow.objet == titre[:200],
    )
    return session.scalar(rows) or 0
