"""Les thèmes suggérés : 6 et 7 côte à côte, puis le brouillon que la commission corrige."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import streamlit as st

from psdt import ui
from psdt.charts import themes as charts
from psdt.charts.theme import CONFIG
from psdt.domain.people import Action
from psdt.services import themes
from psdt.ui import cards
from psdt.words import themes as mots


def act(service: Callable[..., Any], *args: Any) -> Any:
    """Call a service for whoever acts now."""
    with ui.acting() as here:
        return service(here.db, here.actor, *args)


def keep(k: int, empreinte: str) -> None:
    """Make a suggestion the draft, if it still is what was on screen."""
    act(partial(themes.keep, now=datetime.now(UTC)), k, empreinte)


def sizes(grouped: themes.Regroupe) -> None:
    """Draw the size of each theme."""
    said = {"title": grouped.constat, "subtitle": grouped.mesure, "alt": grouped.alt}
    ui.figure(charts.sizes(grouped.tailles), key="sizes", config=CONFIG, **said)
    ui.source(grouped.source)
    ui.data(grouped.lisible, key="table")


def compare(found: themes.Suggestions, *, may: bool) -> None:
    """Draw the suggestions side by side."""
    cards.forget()
    st.caption(ui.plain(mots.introduction(found.n)))
    columns = st.columns(len(found.versions), gap="large")
    for column, (k, version) in zip(columns, found.versions.items(), strict=True):
        with column:
            st.header(mots.version(k), anchor=False)
            st.caption(mots.CONSEIL if k == found.conseil else mots.AUTRE)
            if may and k:
                seen = (k, found.empreinte)
                st.button(mots.retenir(k), on_click=keep, args=seen, key=f"keep-{k}")
            cards.column(version.vue, key=f"read-{k}")
    if found.conseil:
        sizes(found.versions[found.conseil])


def review(draft: themes.Brouillon, *, may: bool) -> None:
    """Draw the draft, what may be changed in it, and the size of its themes."""
    st.caption(mots.brouillon(draft.regroupement.k, draft.regroupement.cree_le))
    if may:
        cards.mover(draft.vue, partial(act, themes.move), draft.regroupement.id)
    st.header(mots.version(len(draft.vue.themes)), anchor=False)
    cards.grid(draft.vue, partial(act, themes.rename) if may else None)
    sizes(draft)
    if may:
        back = partial(act, themes.leave, draft.regroupement.id)
        st.button(mots.REVENIR, on_click=back, help=mots.REVENIR_AIDE, key="leave")


with ui.page(mots.TITRE) as here:
    may, draft = here.actor.may(Action.REVOIR_THEMES), themes.draft(here.db, here.actor)
    if draft is not None:
        review(draft, may=may)
    else:
        with st.spinner(mots.EN_COURS):
            found = themes.suggestions(here.db, here.actor)
        if found is None:
            ui.empty(mots.AUCUN, mots.AUCUN_CONSEIL, visitor=here.visitor)
        else:
            compare(found, may=may)
    if may:
        cards.drafts(themes.former(here.db, here.actor), partial(act, themes.resume))
