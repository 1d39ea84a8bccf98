"""What tells a person where they are, what to do next, and that it was done."""

from html import escape

import streamlit as st

from psdt.domain.people import Actor
from psdt.ui.screens import SCREENS
from psdt.ui.text import plain
from psdt.words import interface as mots


def question(text: str, help_text: str = "") -> None:
    """Draw the one question of a phone page."""
    aid = f"<p>{escape(help_text)}</p>" if help_text else ""
    st.html(f'<div class="psdt-question"><h2>{escape(text)}</h2>{aid}</div>')


def progress(done: int, total: int, *, left: str, right: str = "") -> None:
    """Draw how far the person is, in words and as a thin bar."""
    share = 100 * done / max(total, 1)
    st.html(
        f'<div class="psdt-progress"><p><span>{escape(left)}</span>'
        f"<span>{escape(right)}</span></p>"
        f'<div role="progressbar" aria-label="{escape(mots.AVANCEMENT)}" aria-valuemin="0" '
        f'aria-valuemax="{total}" aria-valuenow="{done}" aria-valuetext="{escape(left)}">'
        f'<i style="width:{share:.0f}%"></i></div></div>'
    )


def recorded(text: str = "") -> None:
    """Say quietly that an answer is safe; without a text, keep the place it will take."""
    said = f"✓ {escape(text)}" if text else "&nbsp;"
    st.html(f'<p class="psdt-recorded" role="status">{said}</p>')


def empty(
    text: str, advice: str, *, visitor: Actor | None, label: str = "", page: str = ""
) -> None:
    """Draw an empty screen: what is missing, what to do, and the screen where to do it."""
    with st.container(border=True, key="psdt-empty"):
        st.text(text)
        st.caption(plain(advice))
        screen = SCREENS.get(page)
        if screen is not None and screen.is_open_to(visitor):
            st.page_link(screen.page(), label=label, icon=":material/arrow_forward:")
