"""Le tableau des priorités : le classement, pourquoi, et combien les réponses se ressemblent."""

from datetime import datetime
from functools import partial
from typing import Any

import streamlit as st

from psdt import ui
from psdt.charts import priorites as charts
from psdt.charts.theme import CONFIG
from psdt.domain.people import Action, College
from psdt.services import priorites
from psdt.words import grammar
from psdt.words import priorites as mots

HERE, BIG = "priorites/tableau", 20


def draw(shown: priorites.Tableau, key: str, fig: Any) -> None:
    """Draw a figure under its finding."""
    title, (subtitle, alt) = shown.constats[key], mots.FIGURES[key]
    ui.figure(fig, key=key, title=title, subtitle=subtitle, alt=alt, config=CONFIG)


def table(key: str, rows: Any) -> None:
    """Draw a table whole, with French decimals."""
    drawn, alt = rows.style.format(precision=1, decimal=mots.VIRGULE), mots.TABLES[key]
    st.dataframe(drawn, hide_index=True, height="content", placeholder=mots.RIEN, key=key, alt=alt)


def reasons(shown: priorites.Tableau) -> None:
    """Draw the means, then what makes the score of one enjeu."""
    draw(shown, "grille", charts.grid(shown.moyennes, shown.enjeux["enjeu"], shown.criteres))
    st.header(mots.POURQUOI, anchor=False)
    names = shown.classes
    enjeu = st.selectbox(mots.POURQUOI_CHOIX, names, format_func=names.__getitem__, key="enjeu")
    table("pourquoi", shown.pourquoi(enjeu))
    st.caption(ui.plain(shown.somme(enjeu)))
    for line in shown.regles:
        ui.source(line)


def leave(here: ui.Context, shown: priorites.Tableau, others: dict[int, str]) -> None:
    """Draw the ways to take the table away, to project it, to read another one."""
    number, jour = shown.activite.id, datetime.now(grammar.PARIS).date()
    if here.actor.may(Action.EXPORTER):
        build = partial(priorites.classeur, activite_id=number, college=shown.college, jour=jour)
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
    view = partial(priorites.tableau, here.db, here.actor, jour=datetime.now(grammar.PARIS).date())
    shown = view(number)
    choices = [mots.TOUS, *shown.colleges]
    chosen = st.segmented_control(mots.COLLEGE, choices, default=mots.TOUS, required=True)
    shown = shown if chosen == mots.TOUS else view(number, College(chosen))
    st.caption(ui.plain(shown.participation))
    if not shown.classes:
        ui.empty(mots.AUCUNE, mots.VIDE_CONSEIL, visitor=here.visitor)
    elif "projection" in st.query_params:
        ui.projector()
        draw(shown, "scores", charts.bars(shown.enjeux, size=BIG, letters=70))
        draw(shown, "accord", charts.agreement(shown.enjeux, size=BIG))
        ui.link(here.visitor, HERE, mots.REVENIR, activite=number)
    else:
        draw(shown, "scores", charts.bars(shown.enjeux))
        table("rangs", shown.lisible())
        draw(shown, "accord", charts.agreement(shown.enjeux))
        reasons(shown)
        leave(here, shown, offered)
