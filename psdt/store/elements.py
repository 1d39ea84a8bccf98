"""Elements and their ties. The caller owns the transaction; nothing here destroys."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from psdt.domain.elements import Contribution, Element, Nature, NatureLien, StatutElement
from psdt.domain.people import College
from psdt.errors import ElementInconnuError
from psdt.store.tables import ElementRow, IndicateurRow, LienRow


def add(session: Session, demarche_id: int, said: Contribution, college: College | None) -> int:
    """Add a statement and return its id."""
    row = ElementRow(
        demarche_id=demarche_id,
        nature=said.nature,
        texte=said.texte,
        college=college,
        commune=said.commune,
        seance_id=said.seance_id,
        activite_id=said.activite_id,
        statut=StatutElement.PROPOSE,
        motif="",
    )
    session.add(row)
    session.flush()
    return row.id


def get(session: Session, element_id: int) -> Element:
    """Return one statement, or raise ``ElementInconnuError``."""
    row = session.get(ElementRow, element_id)
    if row is None:
        raise ElementInconnuError
    return _element(row)


def of_demarche(
    session: Session,
    demarche_id: int,
    nature: Nature,
    statuts: Sequence[StatutElement] = (StatutElement.PROPOSE, StatutElement.RETENU),
) -> list[Element]:
    """Return the statements of one nature that stand, in the order they were given."""
    rows = select(ElementRow).where(
        ElementRow.demarche_id == demarche_id,
        ElementRow.nature == nature,
        ElementRow.statut.in_(statuts),
    )
    return [_element(row) for row in session.scalars(rows.order_by(ElementRow.id))]


def count(session: Session, demarche_id: int) -> dict[Nature, int]:
    """Count the statements of each nature, whatever became of them."""
    rows = session.execute(
        select(ElementRow.nature, func.count())
        .where(ElementRow.demarche_id == demarche_id)
        .group_by(ElementRow.nature)
    )
    return {nature: n for nature, n in rows}  # noqa: C416 (rows are not pairs for mypy)


def set_statut(session: Session, element_id: int, statut: StatutElement, motif: str) -> None:
    """Say what became of a statement."""
    row = session.get_one(ElementRow, element_id)
    row.statut = statut
    row.motif = motif


def tie(
    session: Session,
    demarche_id: int,
    nature: NatureLien,
    source_id: int,
    cible_id: int,
) -> None:
    """Tie two statements."""
    session.add(
        LienRow(
            demarche_id=demarche_id,
            nature=nature,
            element_source_id=source_id,
            element_cible_id=cible_id,
        )
    )


def tie_indicator(session: Session, demarche_id: int, code: str, cible_id: int) -> bool:
    """Make an indicator a constat of an enjeu; ``False`` when the code is unknown."""
    indicateur_id = session.scalar(
        select(IndicateurRow.id).where(
            IndicateurRow.demarche_id == demarche_id, IndicateurRow.code == code
        )
    )
    if indicateur_id is None:
        return False
    session.add(
        LienRow(
            demarche_id=demarche_id,
            nature=NatureLien.CONSTAT,
            indicateur_source_id=indicateur_id,
            element_cible_id=cible_id,
        )
    )
    return True


def targets(session: Session, demarche_id: int, nature: NatureLien) -> dict[int, int]:
    """Return what each statement is tied to by this kind of tie: source id → target id."""
    rows = session.execute(
        select(LienRow.element_source_id, LienRow.element_cible_id).where(
            LienRow.demarche_id == demarche_id,
            LienRow.nature == nature,
            LienRow.element_source_id.is_not(None),
        )
    )
    return {source: cible for source, cible in rows if source is not None}


def _element(row: ElementRow) -> Element:
    return Element(
        id=row.id,
        demarche_id=row.demarche_id,
        nature=row.nature,
        texte=row.texte,
        seance_id=row.seance_id,
        activite_id=row.activite_id,
        college=row.college,
        commune=row.commune,
        statut=row.statut,
        motif=row.motif,
    )
