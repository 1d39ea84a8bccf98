"""The way through things shown one at a time on a big screen: buttons, and the keyboard."""

from collections.abc import Callable
from html import escape

import streamlit as st

from psdt.ui.screens import go
from psdt.words import interface as mots

PLACE = "place"
"""What the address calls the place one is at: a reload stays there."""
BEFORE, AFTER, OUT = "Left", "Right", "Esc"
"""Keys, as Streamlit calls them."""
REMOTE = {"PageUp": (mots.PRECEDENT, -1), "PageDown": (mots.SUIVANT, 1)}
"""Keys of a remote control for slides, and where they lead."""


def slides(
    place: int, total: int, text: str, *, back: str, data: Callable[[], None], **address: str
) -> None:
    """Draw the way to what comes before and after, and out to the screen ``back``.

    Parameters
    ----------
    place, total : int
        Where one is, from 1, and of how many.
    text : str
        The same in words.
    back : str
        Name of the screen one goes back to.
    data : callable
        Draws what is behind the slide, folded away at the end of the buttons.
    **address : str
        What the address of that screen says.
    """
    with st.container(horizontal=True, vertical_alignment="center", key="slide-buttons"):
        st.button(
            mots.PRECEDENT,
            key="slide-before",
            on_click=_move,
            args=(place - 1,),
            shortcut=BEFORE,
            disabled=place == 1,
        )
        st.html(f'<p class="psdt-position" role="status">{escape(text)}</p>', width="content")
        st.button(
            mots.SUIVANT,
            key="slide-after",
            on_click=_move,
            args=(place + 1,),
            shortcut=AFTER,
            disabled=place == total,
            type="primary",
        )
        for key, (label, step) in REMOTE.items():  # out of sight: only their keys count
            there = min(max(place + step, 1), total)
            name = f"slide-remote-{key}"
            st.button(label, key=name, on_click=_move, args=(there,), shortcut=key)
        if st.button(mots.QUITTER, key="slide-out", shortcut=OUT, type="tertiary"):
            go(back, **address)
        # Another one each time: it closes when the slide changes.
        with st.popover(mots.DONNEES_COURT, key=f"slide-data-{place}", type="tertiary"):
            data()


def _move(place: int) -> None:
    st.query_params[PLACE] = str(place)
