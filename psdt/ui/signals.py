"""Findings as quiet readable lines, and the enjeux they are attached to."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from psdt.domain.people import Action
from psdt.domain.signaux import Constat
from psdt.services import rattachements
from psdt.services.rattachements import Fonde
from psdt.ui.frame import Context, acting
from psdt.ui.guide import empty
from psdt.ui.text import plain
from psdt.words import signaux as mots

OPEN = "psdt-attach"
"""Where the session keeps which finding an enjeu is being chosen for."""
ENJEU = "psdt-enjeu"


def line(
    sentence: str, mark: str, facts: Sequence[str], notes: Sequence[str], *, fragile: bool
) -> None:
    """Draw a finding.

    Parameters
    ----------
    sentence : str
        The finding itself.
    mark : str
        What it says of the situation, in words: the orange rule is never alone to say it.
    facts : sequence of str
        Shown beside the mark; empty ones are left out.
    notes : sequence of str
        Cautions and sources, one under the other.
    fragile : bool
        Whether the rule is orange.
    """
    look = "fragile" if fragile else "steady"
    said = "".join(f"<span>{escape(fact)}</span>" for fact in facts if fact)
    under = "".join(f"<p>{escape(note)}</p>" for note in notes)
    st.html(
        f'<div class="psdt-signal {look}"><p>{escape(sentence)}</p>'
        f"<div><b>{escape(mark)}</b>{said}</div>{under}</div>"
    )


def listing(sentences: Sequence[str]) -> None:
    """Draw sentences one under the other."""
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    st.html(f'<ul class="psdt-objectifs">{items}</ul>')


def attachable(here: Context, key: str) -> None:
    """Draw the button that opens the choice of an enjeu, for those who may attach."""
    if here.actor.may(Action.REVOIR_THEMES) and st.session_state.get(OPEN) != key:
        st.button(
            mots.RATTACHER,
            key=f"attach-{key}",
            on_click=_open,
            args=(key,),
            icon=":material/add_link:",
            type="tertiary",
        )


def attachments(here: Context, key: str, code: str, sentence: str, kept: Sequence[Fonde]) -> None:
    """Draw the enjeux a finding is attached to, and the choice of one when it is open."""
    for enjeu in kept:
        for constat in enjeu.constats:
            if (constat.code, constat.texte) == (code, sentence):
                name = f"actions-tie-{constat.id}-{key}"
                with st.container(horizontal=True, vertical_alignment="center", key=name):
                    st.caption(plain(mots.rattache_a(enjeu.texte)), width="content")
                    _detacher(here, constat.id, key)
    if st.session_state.get(OPEN) == key:
        _chooser(here, code, sentence)


def grounds(here: Context, kept: Sequence[Fonde]) -> None:
    """Draw the enjeux with all that is attached to them, folded away."""
    if not kept:
        return
    with st.expander(mots.CONSTATS, key="psdt-grounds"):
        for enjeu in kept:
            st.html(f'<p class="psdt-ground">{escape(enjeu.texte)}</p>')
            for constat in enjeu.constats:
                _ground(here, constat)


def _ground(here: Context, constat: Constat) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(plain(constat.texte), width="stretch")
        _detacher(here, constat.id, "list")


def _chooser(here: Context, code: str, sentence: str) -> None:
    enjeux = rattachements.enjeux(here.db, here.actor)
    with st.container(border=True):
        if not enjeux:
            empty(*mots.AUCUN_ENJEU, visitor=here.visitor)
        else:
            st.selectbox(mots.CHOISIR_ENJEU, enjeux, format_func=enjeux.__getitem__, key=ENJEU)
        with st.container(horizontal=True):
            if enjeux:
                said = (code, sentence)
                st.button(
                    mots.VALIDER, key="psdt-tie", on_click=_attach, args=said, type="primary"
                )
            st.button(mots.ANNULER, key="psdt-untie", on_click=_open, args=("",))


def _detacher(here: Context, constat_id: int, key: str) -> None:
    if here.actor.may(Action.REVOIR_THEMES):
        st.button(
            mots.DETACHER,
            key=f"detach-{key}-{constat_id}",
            on_click=_detach,
            args=(constat_id,),
            icon=":material/link_off:",
            type="tertiary",
        )


def _open(key: str) -> None:
    st.session_state[OPEN] = key


def _attach(code: str, sentence: str) -> None:
    with acting() as here:
        rattachements.attach(here.db, here.actor, code, sentence, st.session_state[ENJEU])
        st.toast(mots.RATTACHE)
    _open("")


def _detach(constat_id: int) -> None:
    with acting() as here:
        rattachements.detach(here.db, here.actor, constat_id)
        st.toast(mots.DETACHE)
