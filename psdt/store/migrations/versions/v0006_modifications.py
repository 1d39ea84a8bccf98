"""What the CIAS writes of indicators is kept, change by change, so that it can be undone."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from psdt.store.types import Instant

revision = "0006"
down_revision = "0005"

DECRIT = ("libelle", "theme", "unite", "sens", "definition", "source", "calcul")
TYPED, IMPORTED = "INDICATEUR_DECRIT", "CATALOGUE_IMPORTE"


def _table(name: str, *columns: str, **typed: Any) -> sa.TableClause:
    """Return a table as this version finds it, or leaves it."""
    plain: list[sa.ColumnClause[Any]] = [sa.column(column) for column in columns]
    return sa.table(name, *plain, *(sa.column(column, kind) for column, kind in typed.items()))


demarche = _table("demarche", "id", creee_le=Instant)
indicateur = _table("indicateur", "id", "demarche_id", "code", *DECRIT, modifie=sa.Boolean)
journal = _table(
    *("journal", "id", "demarche_id", "acteur_id", "action", "objet"),
    instant=Instant,
    details=sa.JSON,
)
modification = _table(
    *("modification", "fichier", "nombre", "acteur_id", "demarche_id"), instant=Instant
)
description = _table(
    *("description", "demarche_id", "indicateur_id", "modification_id"), contenu=sa.JSON
)


def upgrade() -> None:
    op.create_table(
        "modification",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("fichier", sa.String(200), nullable=False),
        sa.Column("nombre", sa.Integer, nullable=False),
        sa.Column("instant", Instant, nullable=False),
        sa.Column("acteur_id", sa.Integer),
        sa.Column("annule_le", Instant),
        sa.Column("annule_par", sa.Integer),
        sa.Column(
            "demarche_id",
            sa.Integer,
            sa.ForeignKey("demarche.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
    )
    # Written out: Alembic would rebuild the table on SQLite, and lose its CHECK.
    op.execute(
        "ALTER TABLE description ADD COLUMN modification_id INTEGER "
        "CONSTRAINT fk_description_modification_id_modification REFERENCES modification (id) "
        "CONSTRAINT ck_description_une_origine "
        "CHECK (import_id IS NULL OR modification_id IS NULL)"
    )
    op.create_index("ix_description_modification_id", "description", ["modification_id"])
    _keep_what_is_written()


def _keep_what_is_written() -> None:
    """Give its modification to each description of the CIAS: the last that the journal tells."""
    base = op.get_bind()
    written = sa.select(indicateur).where(indicateur.c.modifie).order_by(indicateur.c.id)
    rows = base.execute(written).mappings().all()
    told = _told(base) if rows else {}
    by_change: dict[tuple[int, int], list[Any]] = {}
    for row in rows:
        line = told.get((row["demarche_id"], row["code"]), 0)
        by_change.setdefault((row["demarche_id"], line), []).append(row)
    for (demarche_id, line), same in sorted(by_change.items()):
        _pile(base, demarche_id, line, same)


def _told(base: sa.Connection) -> dict[tuple[int, str], int]:
    """Return the last line of the journal about each indicator."""
    lines = sa.select(journal).where(journal.c.action.in_((TYPED, IMPORTED)))
    found = {}
    for line in base.execute(lines.order_by(journal.c.id)):
        for code in {line.objet, *line.details.get("indicateurs", ())}:
            found[line.demarche_id, code] = line.id
    return found


def _pile(base: sa.Connection, demarche_id: int, line: int, rows: Sequence[Any]) -> None:
    """Write one modification; what the journal knows nothing of is as old as the démarche."""
    known = base.execute(sa.select(journal).where(journal.c.id == line)).one_or_none()
    created = sa.select(demarche.c.creee_le).where(demarche.c.id == demarche_id)
    number = base.scalar(
        modification.insert()
        .values(
            demarche_id=demarche_id,
            fichier=known.objet if known and known.action == IMPORTED else "",
            nombre=len(rows),
            instant=known.instant if known else base.scalar(created),
            acteur_id=known.acteur_id if known else None,
        )
        .returning(sa.column("id"))
    )
    words = [
        {
            "demarche_id": demarche_id,
            "indicateur_id": row["id"],
            "modification_id": number,
            "contenu": {name: row[name] for name in DECRIT},
        }
        for row in rows
    ]
    base.execute(description.insert(), words)
