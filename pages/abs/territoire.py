"""Le territoire de la démarche : ses communes, à quoi elles se comparent, leurs contours."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from psdt import ui
from psdt.charts import territoire as charts
from psdt.charts.theme import CONFIG
from psdt.domain.territoire import Etat
from psdt.services import contours as traces
from psdt.services import territoire as service
from psdt.services import territoire_table
from psdt.sources import Refus
from psdt.ui import territoire as pieces
from psdt.ui.refus import refused
from psdt.words import territoire as mots

plan = ui.remembered(charts.plan)


def change(do: Callable[..., object], said: str) -> None:
    """Do what was asked for, and say so."""
    with ui.acting() as here:
        do(here.db, here.actor)
        pieces.leave()
        st.toast(said)


def communes(here: ui.Context) -> None:
    """Draw the way to choose the communes: a list, a choice in it, a preview, a button."""
    lieu, given = service.state(here.db, here.actor).lieu, pieces.given()
    if given is None:
        return
    if isinstance(given, str):
        liste = service.pasted(here.db, here.actor, given)
    else:
        liste = service.listed(here.actor, *given)
    if isinstance(liste, Refus):
        refused(mots.A_CORRIGER, liste)
    elif (voulu := pieces.asked(liste, lieu)) is not None:
        adopt = partial(change, partial(service.adopt, voulu=voulu), mots.ADOPTE)
        pieces.project(service.preview(here.db, here.actor, voulu), adopt)


def contours(here: ui.Context) -> None:
    """Draw the way back to former outlines, and the way to bring others: a file, a button."""
    back = partial(change, traces.restore, mots.REMIS)
    pieces.former(traces.former(here.db, here.actor), back)
    given = pieces.outlines()
    if given is not None:
        found = service.trace(here.db, here.actor, *given)
        if isinstance(found, Refus):
            refused(mots.A_CORRIGER_CONTOURS, found)
        else:
            draw = partial(service.draw, nom=given[0], contenu=given[1])
            pieces.traced(found, partial(change, draw, mots.GARDES))


def now(here: ui.Context, etat: Etat) -> None:
    """Draw the territoire as it is: its map, its table, and the ways to take them away."""
    frame = territoire_table.table(here.actor, etat)
    name = partial(territoire_table.fichier, here.db, here.actor, today=here.today)
    build = partial(territoire_table.download, today=here.today)
    drawn = etat.dessinees
    draw = partial(ui.chart, plan(drawn), key="plan", config=CONFIG) if drawn else None
    pieces.shown(here, etat, frame, draw=draw, name=name, build=build)


with ui.page(mots.TITRE) as here:
    st.write(mots.PHRASE)
    etat = service.state(here.db, here.actor)
    if etat.communes:
        now(here, etat)
    else:
        ui.empty(mots.VIDE, mots.VIDE_AIDE, visitor=here.visitor)
    vue = pieces.view(chosen=bool(etat.communes))
    {"communes": communes, "contours": contours}[vue](here)
