"""Insert or replace, in one statement."""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy import Insert, inspect
from sqlalchemy.orm import Session

from psdt.store.tables.base import Base


def upsert(
    session: Session, table: type[Base], *, key: Sequence[str] | None = None, **values: Any
) -> None:
    """Insert a row, or replace the one that has the same key (the primary key by default).

    Atomic on SQLite and PostgreSQL alike: two phones that send the same ballot at
    the same time leave exactly one.
    """
    elements = tuple(key or (column.name for column in inspect(table).primary_key))
    dialect = session.get_bind().dialect.name
    session.execute(_statement(dialect, table, elements, tuple(values)), values)


@cache
def _statement(
    dialect: str, table: type[Base], elements: tuple[str, ...], names: tuple[str, ...]
) -> Insert:
    """Build the statement once: at each tap, that took half of the time of the tap."""
    insert = import_module(f"sqlalchemy.dialects.{dialect}").insert(table.__table__)
    changed = {name: insert.excluded[name] for name in names if name not in elements}
    statement: Insert = (
        insert.on_conflict_do_update(index_elements=elements, set_=changed)
        if changed
        else insert.on_conflict_do_nothing(index_elements=elements)
    )
    return statement
