"""Imports are kept and may be undone; the territoire, the catalogue and local data."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy import ColumnElement
from sqlalchemy.types import TypeEngine

from psdt.store.types import Instant

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _imports()
    _enquetes()
    op.add_column("demarche", sa.Column("lieu_niveau", sa.String(30)))
    op.add_column("demarche", sa.Column("lieu_code", sa.String(20)))
    _filled("demarche", "version_abs", sa.String(16), "")
    _filled("territoire", "membre", sa.Boolean(), sa.true())
    _filled("indicateur", "source", sa.Text(), "")
    _filled("indicateur", "calcul", sa.Text(), "")
    _filled("indicateur", "modifie", sa.Boolean(), sa.false())
    _filled("lien", "texte", sa.Text(), "")
    # Written out: Alembic would rebuild the table on SQLite, and lose its CHECK.
    op.execute(
        "ALTER TABLE valeur ADD COLUMN import_id INTEGER "
        "CONSTRAINT fk_valeur_import_id_import_abs REFERENCES import_abs (id)"
    )
    op.create_index("ix_valeur_import_id", "valeur", ["import_id"])


def _filled(
    table: str, column: str, kind: TypeEngine[Any], value: str | ColumnElement[bool]
) -> None:
    """Add a column that existing rows fill with a value."""
    op.add_column(table, sa.Column(column, kind, nullable=False, server_default=value))


def _of_demarche() -> sa.Column[int]:
    return sa.Column(
        "demarche_id",
        sa.Integer,
        sa.ForeignKey("demarche.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    )


def _imports() -> None:
    op.create_table(
        "import_abs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("fichier", sa.String(200), nullable=False),
        sa.Column("empreinte", sa.String(64), nullable=False),
        sa.Column("nature", sa.String(100), nullable=False),
        sa.Column("instant", Instant, nullable=False),
        sa.Column("acteur_id", sa.Integer),
        sa.Column("details", sa.JSON, nullable=False),
        sa.Column("annule_le", Instant),
        sa.Column("annule_par", sa.Integer),
        _of_demarche(),
    )
    op.create_table(
        "valeur_remplacee",
        sa.Column("remplacee_par", sa.Integer, sa.ForeignKey("import_abs.id"), primary_key=True),
        sa.Column("indicateur_id", sa.Integer, primary_key=True),
        sa.Column("territoire_id", sa.Integer, primary_key=True),
        sa.Column("annee", sa.Integer, primary_key=True),
        sa.Column("demarche_id", sa.Integer, nullable=False, index=True),
        sa.Column("import_id", sa.Integer, sa.ForeignKey("import_abs.id"), index=True),
        sa.Column("valeur", sa.Double),
        sa.Column("statut", sa.String(30), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.CheckConstraint("(statut = 'OK') = (valeur IS NOT NULL)", name="valeur_ou_statut"),
        sa.ForeignKeyConstraint(
            ["indicateur_id", "demarche_id"],
            ["indicateur.id", "indicateur.demarche_id"],
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territoire_id", "demarche_id"],
            ["territoire.id", "territoire.demarche_id"],
            ondelete="CASCADE",
        ),
    )


def _enquetes() -> None:
    op.create_table(
        "enquete_question",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("enquete", sa.String(200), nullable=False),
        sa.Column("annee", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("axe", sa.String(30), nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("repondants", sa.Integer, nullable=False),
        sa.Column("ordre", sa.Integer, nullable=False),
        _of_demarche(),
    )
    op.create_table(
        "enquete_reponse",
        sa.Column(
            "question_id",
            sa.Integer,
            sa.ForeignKey("enquete_question.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("ordre", sa.Integer, primary_key=True),
        sa.Column("demarche_id", sa.Integer, nullable=False, index=True),
        sa.Column("modalite", sa.Text, nullable=False),
        sa.Column("effectif", sa.Integer, nullable=False),
    )
