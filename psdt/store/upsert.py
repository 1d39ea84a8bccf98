"""Insert or replace, in one statement."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from psdt.store.tables.base import Base


def upsert(
    session: Session, table: type[Base], *, key: Sequence[str] | None = None, **values: Any
) -> None:
    """Insert a row, or replace the one that has the same key (the primary key by default).

    Atomic on SQLite and PostgreSQL alike: two phones that send the same ballot at
    the same time leave exactly one.
    """
    dialect = import_module(f"sqlalchemy.dialects.{session.get_bind().dialect.name}")
    insert = dialect.insert(table).values(values)
    elements = list(key or (column.name for column in inspect(table).primary_key))
    changed = {name: insert.excluded[name] for name in values if name not in elements}
    if changed:
        insert = insert.on_conflict_do_update(index_elements=elements, set_=changed)
    else:
        insert = insert.on_conflict_do_nothing(index_elements=elements)
    session.execute(insert)
