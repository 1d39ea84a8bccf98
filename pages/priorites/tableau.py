"""Le tableau des priorités : le classement, pourquoi, et combien les réponses se ressemblent."""

from functools import partial
from typing import Any

import streamlit as st

from psdt import ui
from psdt.charts import priorites as charts
from psdt.charts.theme import CONFIG
from psdt.domain.people import Action, College
from psdt.services import priorites
from psdt.words import priorites as mots

HERE, BIG = "priorites/tableau", 20
bars, grid = ui.remembered(charts.bars), ui.remembered(charts.grid)
agreement = ui.remembered(charts.agreement)


def draw(constats: dict[str, str], key: str, fig: Any) -> None:
    """Draw a figure under its finding."""
    subtitle, alt = mots.FIGURES[key]
    ui.figure(fig, key=key, title=constats[key], subtitle=subtitle, alt=alt, config=CONFIG)


def table(key: str, rows: Any) -> None:
    """Draw a table whole, with French decimals."""
    drawn, alt = rows.style.format(precision=1, decimal=mots.VIRGULE), mots.TABLES[key]
    st.dataframe(drawn, hide_index=True, height="content", placeholder=mots.RIEN, key=key, alt=alt)


def reasons(shown: priorites.Tableau) -> None:
    """Draw what makes the score of one enjeu."""
    st.header(mots.POURQUOI, anchor=False)
    names = shown.classes
    enjeu = st.selectbox(mots.POURQUOI_CHOIX, names, format_func=names.__getitem__, key="enjeu")
    table("pourquoi", shown.pourquoi(enjeu))
    st.caption(ui.plain(shown.somme(enjeu)))
    ui.source(*shown.regles)


def leave(here: ui.Context, shown: priorites.Tableau, others: dict[int, str]) -> None:
    """Draw the ways to take the table away, to project it, to read another one."""
    number = shown.activite.id
    if here.actor.may(Action.EXPORTER):
        view, jour = shown.college, here.today
        build = partial(priorites.classeur, activite_id=number, college=view, jour=jour)
        ui.downloads(here, [ui.Download(mots.CLASSEUR, shown.fichier, build)])
    ui.link(here.visitor, HERE, mots.PROJETER, activite=number, projection=1)
    for other in others.keys() - {number}:
        ui.link(here.visitor, HERE, others[other], activite=other)


with ui.page(mots.TITRE) as here:
    offered = priorites.closes(here.db, here.actor)
    number = ui.activite_in_address() or next(iter(offered), None)
    if number is None:
        ui.empty(mots.AUCUNE, mots.AUCUNE_CONSEIL, visitor=here.visitor)
        st.stop()
    view = partial(priorites.tableau, here.db, here.actor, jour=here.today)
    shown = view(number)
    choices = [mots.TOUS, *shown.colleges]
    chosen = st.segmented_control(mots.COLLEGE, choices, default=mots.TOUS, required=True)
    shown = shown if chosen == mots.TOUS else view(number, College(chosen))
    constats = shown.constats
    st.caption(ui.plain(shown.participation))
    if not shown.classes:
        ui.empty(mots.AUCUNE, mots.VIDE_CONSEIL, visitor=here.visitor)
    elif "projection" in st.query_params:
        ui.projector()
        draw(constats, "scores", bars(shown.enjeux, size=BIG, letters=70))
        draw(constats, "accord", agreement(shown.enjeux, size=BIG))
        ui.link(here.visitor, HERE, mots.REVENIR, activite=number)
    else:
        draw(constats, "scores", bars(shown.enjeux))
        table("rangs", shown.lisible())
        draw(constats, "accord", agreement(shown.enjeux))
        draw(constats, "grille", grid(shown.moyennes, shown.enjeux["enjeu"], shown.criteres))
        reasons(shown)
        leave(here, shown, offered)
