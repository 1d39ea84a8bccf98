"""Regroupements, their themes, and where each objectif stands. Nothing here destroys."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from psdt.domain.elements import Nature
from psdt.domain.people import COLLEGES, College
from psdt.domain.themes import Objectif, Place, Regroupement, StatutRegroupement, Theme
from psdt.errors import RegroupementInconnuError
from psdt.store import elements
from psdt.store.tables import (
    DemarcheRow,
    ParticipantRow,
    RangementRow,
    RegroupementRow,
    ThemeRow,
)

SEPARATOR = "\n"
"""Between the keywords of a theme."""


@dataclass(frozen=True, slots=True)
class Rangement:
    """Where an objectif was put, and how it came there."""

    theme_id: int | None
    marge: float | None
    deplace: bool


def create(
    session: Session, demarche_id: int, k: int, themes: Iterable[Theme], *, now: datetime
) -> int:
    """Keep a regroupement as a draft, with its themes in their order; return its id."""
    row = RegroupementRow(
        demarche_id=demarche_id, k=k, statut=StatutRegroupement.BROUILLON, cree_le=now
    )
    session.add(row)
    session.flush()
    for order, theme in enumerate(themes):
        kept = ThemeRow(
            demarche_id=demarche_id,
            regroupement_id=row.id,
            ordre=order,
            titre=theme.titre,
            mots=SEPARATOR.join(theme.mots),
        )
        session.add(kept)
        session.flush()
        session.add_all(
            RangementRow(
                demarche_id=demarche_id,
                regroupement_id=row.id,
                element_id=place.objectif_id,
                theme_id=kept.id,
                confiance=place.marge,
                deplace=False,
            )
            for place in theme.places
        )
    session.flush()
    return row.id


def put(session: Session, regroupement: Regroupement, element_id: int, where: Rangement) -> None:
    """Put an objectif somewhere, wherever it stood."""
    row = session.get(RangementRow, (regroupement.id, element_id))
    if row is None:
        row = RangementRow(
            demarche_id=regroupement.demarche_id,
            regroupement_id=regroupement.id,
            element_id=element_id,
        )
        session.add(row)
    row.theme_id = where.theme_id
    row.confiance = where.marge
    row.deplace = where.deplace


def hold(session: Session, demarche_id: int, regroupement_id: int) -> Regroupement:
    """Return one regroupement; nobody else changes one of the démarche before the end.

    The row of the démarche is held, as the journal does: two locks would wait for each other.
    """
    session.get(DemarcheRow, demarche_id, with_for_update=True)
    row = session.get(RegroupementRow, regroupement_id)
    if row is None:
        raise RegroupementInconnuError
    return _regroupement(row)


def of_demarche(
    session: Session, demarche_id: int, statut: StatutRegroupement
) -> list[Regroupement]:
    """Return the regroupements of a démarche that stand so, latest first."""
    rows = select(RegroupementRow).where(
        RegroupementRow.demarche_id == demarche_id, RegroupementRow.statut == statut
    )
    found = session.scalars(
        rows.order_by(RegroupementRow.cree_le.desc(), RegroupementRow.id.desc())
    )
    return [_regroupement(row) for row in found]


def at_work(session: Session, demarche_id: int) -> Regroupement | None:
    """Return the draft at work, if any; nobody else makes one before the end."""
    session.get(DemarcheRow, demarche_id, with_for_update=True)
    drafts = of_demarche(session, demarche_id, StatutRegroupement.BROUILLON)
    return drafts[0] if drafts else None


def leave_drafts(session: Session, demarche_id: int) -> None:
    """Leave the draft at work, if any, as it is."""
    session.get(DemarcheRow, demarche_id, with_for_update=True)
    for regroupement in of_demarche(session, demarche_id, StatutRegroupement.BROUILLON):
        set_statut(session, regroupement.id, StatutRegroupement.ABANDONNE)


def set_statut(session: Session, regroupement_id: int, statut: StatutRegroupement) -> None:
    """Say what became of a regroupement."""
    session.get_one(RegroupementRow, regroupement_id).statut = statut


def objectifs(session: Session, demarche_id: int) -> dict[int, Objectif]:
    """Return the objectifs that stand, in the order they were written, by id."""
    return {
        said.id: Objectif(id=said.id, texte=said.texte, college=said.college)
        for said in elements.of_demarche(session, demarche_id, Nature.OBJECTIF)
    }


def invited(session: Session, demarche_id: int) -> Counter[College]:
    """Count the people of each collège who were given a way in, present or not."""
    people = select(ParticipantRow.role, func.count()).group_by(ParticipantRow.role)
    numbers: Counter[College] = Counter()
    for role, n in session.execute(people.where(ParticipantRow.demarche_id == demarche_id)):
        if college := COLLEGES.get(role):
            numbers[college] += n
    return numbers


def as_first_kept(session: Session, regroupement: Regroupement, standing: Collection[int]) -> bool:
    """Say whether nothing was kept before, moved since, or set aside among what it holds."""
    first = select(func.min(RegroupementRow.id))
    if session.scalar(first.where(RegroupementRow.demarche_id == regroupement.demarche_id)) != (
        regroupement.id
    ):
        return False
    rows = select(RangementRow.element_id, RangementRow.deplace)
    placed = session.execute(rows.where(RangementRow.regroupement_id == regroupement.id))
    return all(number in standing and not moved for number, moved in placed)


def rename(session: Session, theme_id: int, titre: str) -> None:
    """Give a theme another title."""
    session.get_one(ThemeRow, theme_id).titre = titre


def theme_of(session: Session, theme_id: int) -> tuple[int, str]:
    """Return the regroupement of a theme and its title, or raise ``RegroupementInconnuError``."""
    row = session.get(ThemeRow, theme_id)
    if row is None:
        raise RegroupementInconnuError
    return row.regroupement_id, row.titre


def rangement(session: Session, regroupement_id: int, element_id: int) -> Rangement:
    """Return where an objectif stands; an objectif written since is still to be sorted."""
    row = session.get(RangementRow, (regroupement_id, element_id))
    return _rangement(row) if row else Rangement(None, None, False)


def themes(session: Session, regroupement_id: int) -> list[Theme]:
    """Return the themes of a regroupement in their order, with their objectifs.

    Those at the heart of a theme come first, those a person put there last.
    """
    places: dict[int, list[Place]] = {}
    rows = select(RangementRow).where(RangementRow.regroupement_id == regroupement_id)
    for row in session.scalars(rows.order_by(RangementRow.element_id)):
        if row.theme_id is not None:
            place = Place(objectif_id=row.element_id, marge=row.confiance)
            places.setdefault(row.theme_id, []).append(place)
    kept = select(ThemeRow).where(ThemeRow.regroupement_id == regroupement_id)
    return [_theme(row, places) for row in session.scalars(kept.order_by(ThemeRow.ordre))]


def _theme(row: ThemeRow, places: Mapping[int, list[Place]]) -> Theme:
    inside = sorted(places.get(row.id, []), key=lambda place: -(place.marge or 0.0))
    return Theme(
        id=row.id,
        titre=row.titre,
        mots=tuple(filter(None, row.mots.split(SEPARATOR))),
        places=tuple(inside),
    )


def _rangement(row: RangementRow) -> Rangement:
    return Rangement(row.theme_id, row.confiance, row.deplace)


def _regroupement(row: RegroupementRow) -> Regroupement:
    return Regroupement(
        id=row.id,
        demarche_id=row.demarche_id,
        k=row.k,
        statut=row.statut,
        cree_le=row.cree_le,
    )
