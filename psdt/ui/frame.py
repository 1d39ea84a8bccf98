"""The frame around every page: the title, the person, the database, errors in French."""

import logging
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

import streamlit as st

from psdt.domain.people import Actor
from psdt.errors import NotConnectedError, PsdtError
from psdt.services import access
from psdt.store.database import Database, database
from psdt.ui import identity, incidents
from psdt.ui.text import plain
from psdt.words.grammar import PARIS

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Context:
    """What a page needs in order to call a service."""

    db: Database
    session_id: str | None
    visitor: Actor | None
    """Nobody in particular, on a public page."""

    @property
    def today(self) -> date:
        """The day it is in Paris."""
        return datetime.now(PARIS).date()

    @property
    def actor(self) -> Actor:
        """The person who acts, or ``NotConnectedError``."""
        if self.visitor is None:
            raise NotConnectedError
        return self.visitor


@contextmanager
def page(title: str, *, public: bool = False) -> Generator[Context]:
    """Draw the title, require a person unless the page is public, and frame what follows.

    Every page starts with it: a page must be safe even when nothing ran before it.
    """
    st.title(title, anchor=False)
    with acting() as here:
        if here.visitor is None and not public:
            _say(NotConnectedError())
            st.stop()
        yield here


@contextmanager
def acting() -> Generator[Context]:
    """Look up who acts, and turn an error into a sentence on screen.

    A callback uses it too: it runs before the page, with arguments from the run before,
    and the person may have signed out in between.
    """
    try:
        db, session_id = database(), identity.session_token()
        visitor = access.identify(db, session_id, now=datetime.now(UTC))
        yield Context(db, session_id, visitor)
    except PsdtError as error:
        _say(error)
    except Exception as error:  # noqa: BLE001 (whatever happens, people read a French sentence)
        incidents.tell(error)


def _say(error: PsdtError) -> None:
    logger.info("refused: %s", type(error).__name__)
    st.error(plain(str(error)), icon=":material/info:")
