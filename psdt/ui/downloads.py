"""Files to take away: quiet buttons, and a file built only when somebody asks for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from psdt.domain.people import Actor
from psdt.services import access, health
from psdt.store.database import Database
from psdt.ui.frame import Context


@dataclass(frozen=True, slots=True)
class Download:
    """A button, the name of its file, and the service that builds it."""

    label: str
    file_name: str
    build: Callable[[Database, Actor], bytes]
    icon: str = ":material/download:"


def downloads(here: Context, files: Sequence[Download]) -> None:
    """Draw one button a file, side by side."""
    with st.container(horizontal=True):
        for file in files:
            st.download_button(
                file.label,
                _builder(here, file),
                file_name=file.file_name,
                key=f"download-{file.file_name}",
                icon=file.icon,
                on_click="ignore",
            )


def files(
    here: Context,
    kinds: Mapping[str, str],
    name: Callable[[str], str],
    build: Callable[..., bytes],
) -> None:
    """Draw the same table in each kind of file.

    Parameters
    ----------
    kinds : mapping
        Extension of a file → what its button is called.
    name : callable
        Returns the name of the file of an extension.
    build : callable
        The service that builds it: it is given the ``extension`` too.
    """
    downloads(
        here,
        [
            Download(label, name(kind), partial(build, extension=kind))
            for kind, label in kinds.items()
        ],
    )


def at_click(build: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return what Streamlit calls at the click, outside any run of the page.

    What fails is logged; Streamlit says beside the button, in French, that there is no file.
    """

    def told() -> bytes:
        try:
            return build()
        except Exception as error:
            health.incident(error)
            raise

    return told


def _builder(here: Context, file: Download) -> Callable[[], bytes]:
    """Return what builds a file for whoever is signed in at the click.

    The person may have signed out since the page was drawn: who asks is read again.
    """

    def build() -> bytes:
        visitor = access.identify(here.db, here.session_id, now=datetime.now(UTC))
        return file.build(here.db, replace(here, visitor=visitor).actor)

    return at_click(build)
