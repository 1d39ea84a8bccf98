"""The journal: append-only, each line holding the hash of the one before."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from psdt.domain.journal import Evenement
from psdt.store.tables import DemarcheRow, JournalRow

START = "0" * 64


def append(
    session: Session,
    demarche_id: int,
    action: Evenement,
    *,
    acteur_id: int | None,
    objet: str = "",
    details: Mapping[str, Any] | None = None,
) -> str:
    """Write one line and return its hash. Never a voter with a choice.

    The row of the démarche is held, so that two lines cannot follow the same one.
    """
    session.get(DemarcheRow, demarche_id, with_for_update=True)
    line = JournalRow(
        demarche_id=demarche_id,
        instant=datetime.now(UTC),
        acteur_id=acteur_id,
        action=action.name,
        objet=objet[:200],
        details=dict(details or {}),
        precedente=head(session, demarche_id),
    )
    line.empreinte = _hash(line)
    session.add(line)
    session.flush()
    return line.empreinte


def head(session: Session, demarche_id: int) -> str:
    """Return the hash of the last line: printed in a compte rendu, it seals all before it."""
    last = (
        select(JournalRow.empreinte)
        .where(JournalRow.demarche_id == demarche_id)
        .order_by(JournalRow.id.desc())
        .limit(1)
    )
    return session.scalar(last) or START


def is_whole(session: Session, demarche_id: int) -> bool:
    """Say whether no line was changed, added between two others, or taken away but the last."""
    rows = select(JournalRow).where(JournalRow.demarche_id == demarche_id)
    previous = START
    for line in session.scalars(rows.order_by(JournalRow.id)):
        if line.precedente != previous or line.empreinte != _hash(line):
            return False
        previous = line.empreinte
    return True


def all_whole(session: Session) -> bool:
    """Say whether the journals of all the démarches are whole."""
    found = session.scalars(select(JournalRow.demarche_id).distinct())
    return all(is_whole(session, demarche_id) for demarche_id in found.all())


def _hash(line: JournalRow) -> str:
    said = [
        line.precedente,
        line.demarche_id,
        line.instant.isoformat(timespec="microseconds"),
        line.acteur_id,
        line.action,
        line.objet,
        line.details,
    ]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
