"""Themes as cards: what each is called, what it holds, and its objectifs on demand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from psdt.domain.people import Action
from psdt.domain.themes import (
    A_CLASSER,
    LONGUEUR_TITRE,
    Objectif,
    Regroupement,
    Surete,
    Theme,
    Vue,
)
from psdt.ui.downloads import files
from psdt.ui.figures import source
from psdt.ui.frame import Context
from psdt.ui.tables import data
from psdt.ui.text import plain
from psdt.words import themes as mots

UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Undo:
    """The last move of this person in a draft."""

    regroupement_id: int
    objectif_id: int
    origin: int
    target: int

    def holds(self, regroupement_id: int, vue: Vue) -> bool:
        """Say whether it was made in this draft, and nobody moved the objectif since."""
        inside = {said.id for said in vue.dans(self.target)}
        return self.regroupement_id == regroupement_id and self.objectif_id in inside


def grid(vue: Vue, rename: Callable[[int, str], None] | None) -> None:
    """Draw the themes two by two, level with each other, then what stands in none.

    ``rename`` is given a theme and its new title, where one may rename it.
    """
    for first in range(0, len(vue.themes), 2):
        columns = st.columns(2, gap="large")
        for column, shown in zip(columns, vue.themes[first : first + 2], strict=False):
            with column:
                theme(vue, shown, key=f"read-{shown.id}")
                if rename:
                    _renamer(shown, rename)
    aside(vue, key="read-aside")


def side_by_side(found: Any, keep: Callable[[int, str], None] | None) -> None:
    """Draw suggestions beside one another.

    Parameters
    ----------
    found : Suggestions
        What ``psdt.services.themes.suggestions`` returns.
    keep : callable
        Makes one the draft, where one may: it is given its number of themes, and the mark of
        what was on screen.
    """
    st.caption(plain(mots.introduction(found.n)))
    columns = st.columns(len(found.versions), gap="large")
    for place, (k, version) in zip(columns, found.versions.items(), strict=True):
        with place:
            st.header(mots.version(k), anchor=False)
            st.caption(mots.CONSEIL if k == found.conseil else mots.AUTRE)
            if keep and k:
                seen = (k, found.empreinte)
                st.button(mots.retenir(k), on_click=keep, args=seen, key=f"keep-{k}")
            column(version.vue, key=f"read-{k}")


def sizes(
    here: Context,
    grouped: Any,
    *,
    draw: Callable[..., None],
    name: Callable[[str], str],
    build: Callable[..., bytes],
) -> None:
    """Draw the size of each theme, its table, and its files for those who may take them.

    Parameters
    ----------
    grouped : Regroupe
        Themes, as ``psdt.services.themes`` groups them.
    draw : callable
        Draws the chart; it is given what ``ui.chart`` says around one.
    name, build : callable
        The name of a file, and the service that builds it.
    """
    takes = here.actor.may(Action.EXPORTER)
    said = {"title": grouped.constat, "subtitle": grouped.mesure, "alt": grouped.alt}
    draw(key="sizes", file_name=name("png") if takes else "", source=grouped.source, **said)
    source(grouped.source)
    data(grouped.lisible, key="table", caption=mots.TABLE)
    if takes:
        files(here, mots.FICHIERS, name, build)


def column(vue: Vue, *, key: str) -> None:
    """Draw the themes one under the other, then what stands in none."""
    for shown in vue.themes:
        theme(vue, shown, key=f"{key}-{shown.id}")
    aside(vue, key=f"{key}-aside")


def theme(vue: Vue, theme: Theme, *, key: str) -> None:
    """Draw a theme: title, number of objectifs, keywords, the one at its heart, all of them."""
    unsure = len(theme.a_relire)
    heart = vue.objectifs[theme.places[0].objectif_id].texte if theme.places else ""
    _head(
        theme.titre,
        mots.objectifs(len(theme.places)),
        mots.surete(len(theme.places) - unsure, unsure),
        f"<ul>{''.join(f'<li>{escape(word)}</li>' for word in theme.mots)}</ul>"
        f"<blockquote>{escape(mots.extrait(heart))}</blockquote>",
    )
    _objectifs([vue.objectifs[p.objectif_id] for p in theme.places], vue.a_relire, key)


def aside(vue: Vue, *, key: str) -> None:
    """Draw the objectifs that stand in no theme, if any."""
    if vue.a_classer:
        _head(mots.A_CLASSER, mots.objectifs(len(vue.a_classer)), mots.A_CLASSER_AIDE)
        _objectifs(vue.dans(A_CLASSER), frozenset(), key)


def _head(title: str, number: str, note: str, more: str = "") -> None:
    st.html(
        f'<div class="psdt-theme"><h3>{escape(title)}</h3>'
        f"<p><b>{escape(number)}</b> <span>{escape(note)}</span></p>{more}</div>"
    )


def _objectifs(said: Sequence[Objectif], unsure: frozenset[int], key: str) -> None:
    """Draw a list of objectifs, folded away; those to read again are marked."""
    mark = f" <em>{escape(Surete.A_RELIRE)}</em>"
    lines = (
        f"<li>{escape(objectif.texte)}{mark if objectif.id in unsure else ''}</li>"
        for objectif in said[: mots.SUITE]
    )
    more = len(said) - mots.SUITE
    rest = f"<p>{escape(mots.suite(more))}</p>" if more > 0 else ""
    if said:
        with st.expander(mots.lire(len(said)), key=key):
            st.html(f'<ul class="psdt-objectifs">{"".join(lines)}</ul>{rest}')


def _renamer(theme: Theme, rename: Callable[[int, str], None]) -> None:
    """Draw the way to give a theme another title."""
    key = f"title-{theme.id}"
    st.session_state[key] = theme.titre  # the screen shows what the base holds
    with st.popover(mots.RENOMMER, key=f"rename-{theme.id}"):
        st.text_input(
            mots.NOUVEAU_TITRE,
            key=key,
            max_chars=LONGUEUR_TITRE,
            on_change=lambda: rename(theme.id, st.session_state[key]),
        )


def mover(vue: Vue, move: Callable[[int, int, int], int | None], regroupement_id: int) -> None:
    """Draw the way to put an objectif in another theme, and to put it back.

    ``move`` is given the regroupement, the objectif and the theme or ``A_CLASSER``; it
    returns where the objectif was, or ``None`` when the move was refused.
    """
    titles = {theme.id: theme.titre for theme in vue.themes} | {A_CLASSER: mots.A_CLASSER}
    with st.container(border=True, key="psdt-mover"):
        st.header(mots.DEPLACER, anchor=False)
        left, right = st.columns(2)
        source = left.selectbox(mots.DANS, titles, format_func=titles.__getitem__, key="from")
        others = [number for number in titles if number != source]
        target = right.selectbox(mots.VERS, others, format_func=titles.__getitem__, key="to")
        held = {said.id: _choice(vue, said) for said in vue.dans(source)}
        chosen = st.selectbox(mots.OBJECTIF, held, format_func=held.__getitem__, key="objectif")
        if held and len(held[chosen]) > mots.COURT:
            st.text(vue.objectifs[chosen].texte)
        with st.container(horizontal=True):
            st.button(
                mots.VALIDER,
                on_click=_move,
                args=(move, regroupement_id, chosen, target),
                type="primary",
                disabled=not held,
                key="move",
            )
            undo: Undo | None = st.session_state.get(UNDO)
            if undo and undo.holds(regroupement_id, vue):
                back = (move, regroupement_id, undo.objectif_id, undo.origin)
                st.button(mots.ANNULER, on_click=_move, args=back, key="undo-move")
            else:
                forget()


def forget() -> None:
    """Forget the last move: it was made in another draft, or is no longer the last word."""
    st.session_state.pop(UNDO, None)


def drafts(former: Sequence[Regroupement], resume: Callable[[int], None]) -> None:
    """Draw the drafts that were left, and the way to take one up again."""
    if former:
        with st.expander(mots.ANCIENS, key="former"):
            for regroupement in former:
                st.text(mots.brouillon(regroupement.k, regroupement.cree_le))
                st.button(
                    mots.REPRENDRE,
                    key=f"resume-{regroupement.id}",
                    on_click=resume,
                    args=(regroupement.id,),
                )


def _choice(vue: Vue, said: Objectif) -> str:
    return mots.choix(said.texte, a_relire=said.id in vue.a_relire)


def _move(
    move: Callable[[int, int, int], int | None], regroupement_id: int, objectif: int, target: int
) -> None:
    """Move, and remember how to undo it; undoing is a move too. A refused move is no move."""
    origin = move(regroupement_id, objectif, target)
    if origin is not None:
        st.session_state[UNDO] = Undo(regroupement_id, objectif, origin, target)
