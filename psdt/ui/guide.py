"""What tells a person where they are, what to do next, and that it was done."""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from html import escape

import streamlit as st

from psdt.domain.demarche import Activite
from psdt.domain.people import Action, Actor
from psdt.ui.frame import Context, acting
from psdt.ui.look import ASSETS
from psdt.ui.screens import SCREENS, activite_in_address, link
from psdt.ui.text import plain
from psdt.words import interface as mots

HOME = "accueil/bienvenue"
LONG = 60
"""Characters from which a question is drawn smaller, so that its answers stay in sight."""
SCRIPT = (ASSETS / "question.js").read_text("utf-8")

_follow = st.components.v2.component("psdt_question", js=SCRIPT, isolate_styles=False)


@contextmanager
def staying() -> Generator[Context]:
    """Act inside a fragment, which a tap runs alone: whoever has left goes back home."""
    with acting() as here:
        if here.visitor is None:
            st.switch_page(SCREENS[HOME].page())
        yield here


def question(text: str, help_text: str = "", *, place: int) -> None:
    """Draw the one question of a phone page, ``place`` being its number.

    When the number changes, the page goes back to its top, and the keyboard and the
    screen reader to the question.
    """
    size = "long" if len(text) > LONG else "short"
    aid = f"<p>{escape(help_text)}</p>" if help_text else ""
    title = f'<h2 class="{size}" tabindex="-1">{escape(text)}</h2>'
    st.html(f'<div class="psdt-question">{title}{aid}</div>')
    _follow(key="psdt-question", data={"place": place})


def boxes(
    label: str,
    choices: Mapping[int, str],
    *,
    chosen: int | None,
    key: str,
    on_change: Callable[[int], None],
) -> None:
    """Draw full-width boxes, of which one is tapped; ``on_change`` is given its number.

    ``chosen`` is what the base holds: the screen shows it, whatever was tapped before.
    """
    st.session_state[key] = chosen
    st.radio(
        plain(label),
        list(choices),
        format_func=lambda number: plain(choices[number]),
        key=key,
        on_change=lambda: on_change(st.session_state[key]),
        label_visibility="collapsed",
        width="stretch",
    )


def pager(place: int, total: int, go: Callable[[int], None], *, answered: bool) -> None:
    """Draw the way to the question before and to the next one, or to the end.

    Going on waits for an answer: a double tap stops at the next question. Passing is a
    button apart, in the place where an answer is said to be recorded.
    """
    on = mots.TERMINER if place + 1 == total else mots.SUIVANT
    with st.container(horizontal=True):
        st.button(
            mots.PRECEDENT,
            key="psdt-back",
            on_click=go,
            args=(place - 1,),
            disabled=place == 0,
            width=130,
        )
        st.button(
            on,
            key="psdt-on",
            on_click=go,
            args=(place + 1,),
            disabled=not answered,
            type="primary",
            width="stretch",
        )
    if answered:
        recorded(mots.ENREGISTREE)
    else:
        st.button(
            mots.PASSER,
            key="psdt-pass",
            on_click=go,
            args=(place + 1,),
            type="tertiary",
            width="stretch",
        )


def progress(done: int, total: int, left: str, right: str = "") -> None:
    """Draw how far the person is, in words and as a thin bar."""
    share = 100 * done / max(total, 1)
    st.html(
        f'<div class="psdt-progress"><p><span>{escape(left)}</span>'
        f"<span>{escape(right)}</span></p>"
        f'<div role="progressbar" aria-label="{escape(mots.AVANCEMENT)}" aria-valuemin="0" '
        f'aria-valuemax="{total}" aria-valuenow="{done}" aria-valuetext="{escape(left)}">'
        f'<i style="width:{share:.0f}%"></i></div></div>'
    )


def recorded(text: str) -> None:
    """Say quietly that an answer is safe; a screen reader says it too."""
    st.html(f'<p class="psdt-recorded" role="status">✓ {escape(text)}</p>')


def empty(
    text: str,
    advice: str,
    *,
    visitor: Actor | None,
    links: Mapping[str, str] | None = None,
) -> None:
    """Draw an empty screen: what is missing, what to do, and the screens where to do it.

    ``links`` are names of screens and what to call them; those open to the visitor are drawn.
    """
    with st.container(border=True, key="psdt-empty"):
        st.text(text)
        st.caption(plain(advice))
        for name, label in (links or {}).items():
            screen = SCREENS.get(name)
            if screen is not None and screen.is_open_to(visitor):
                st.page_link(screen.page(), label=label, icon=":material/arrow_forward:")


def no_figures(
    text: str,
    advice: str,
    *,
    visitor: Actor | None,
    sample: Callable[[], None] | None = None,
) -> None:
    """Draw a screen of the ABS that has no figure yet, and to agents how to bring the first.

    ``sample`` brings those of the example.
    """
    empty(text, advice, visitor=visitor, links=mots.PREMIERS_PAS)
    if sample and visitor and visitor.may(Action.IMPORTER_ABS):
        st.button(mots.EXEMPLE, on_click=sample)


def choose(
    here: Context, name: str, offered: Sequence[Activite], *, none: str, advice: str
) -> int | None:
    """Return the activité of the address, or the only one offered.

    Otherwise draw a link a choice, to the screen ``name``, or an empty screen, and return
    ``None``.
    """
    number = activite_in_address()
    if number is not None:
        return number
    if len(offered) == 1:
        return offered[0].id
    for activite in offered:
        link(here.visitor, name, activite.titre, activite=activite.id)
    if not offered:
        empty(none, advice, visitor=here.visitor)
    return None
