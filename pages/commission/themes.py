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
from psdt.services import themes, themes_table
from psdt.ui import cards
from psdt.words import themes as mots

figure = ui.remembered(charts.sizes)


def act(service: Callable[..., Any], *args: Any) -> Any:
    """Call a service for whoever acts now."""
    with ui.acting() as here:
        return service(here.db, here.actor, *args)


def keep(k: int, empreinte: str) -> None:
    """Make a suggestion the draft, if it still is what was on screen."""
    act(partial(themes.keep, now=datetime.now(UTC)), k, empreinte)


def sizes(here: ui.Context, grouped: themes.Regroupe) -> None:
    """Draw the size of each theme, and for those who may, the ways to take it away."""
    draw = partial(ui.chart, figure(grouped.tailles), config=CONFIG)
    name = partial(themes_table.fichier, here.db, here.actor, today=here.today)
    build = partial(themes_table.download, today=here.today)
    cards.sizes(here, grouped, draw=draw, name=name, build=build)


def compare(here: ui.Context, found: themes.Suggestions, *, may: bool) -> None:
    """Draw the suggestions side by side, and the size of the themes of one."""
    cards.forget()
    cards.side_by_side(found, keep if may else None)
    if found.conseil:
        sizes(here, found.versions[found.conseil])


def review(here: ui.Context, draft: themes.Brouillon, *, may: bool) -> None:
    """Draw the draft, what may be changed in it, and the size of its themes."""
    st.caption(mots.brouillon(draft.regroupement.k, draft.regroupement.cree_le))
    if may:
        cards.mover(draft.vue, partial(act, themes.move), draft.regroupement.id)
    st.header(mots.version(len(draft.vue.themes)), anchor=False)
    cards.grid(draft.vue, partial(act, themes.rename) if may else None)
    sizes(here, draft)
    if may:
        back = partial(act, themes.leave, draft.regroupement.id)
        st.button(mots.REVENIR, on_click=back, help=mots.REVENIR_AIDE, key="leave")


with ui.page(mots.TITRE) as here:
    may, draft = here.actor.may(Action.REVOIR_THEMES), themes.draft(here.db, here.actor)
    if draft is not None:
        review(here, draft, may=may)
    else:
        with st.spinner(mots.EN_COURS):
            found = themes.suggestions(here.db, here.actor)
        if found is None:
            ui.empty(mots.AUCUN, mots.AUCUN_CONSEIL, visitor=here.visitor)
        else:
            compare(here, found, may=may)
    if may:
        cards.drafts(themes.former(here.db, here.actor), partial(act, themes.resume))
