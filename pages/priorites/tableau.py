"""Le tableau des priorités : le classement, pourquoi, et combien les réponses se ressemblent."""

from functools import partial

import streamlit as st

from psdt import ui
from psdt.charts import priorites as charts
from psdt.charts.theme import CONFIG
from psdt.domain.people import Action, College
from psdt.services import priorites
from psdt.services.tableau import Tableau
from psdt.ui import ranking
from psdt.words import priorites as mots

HERE, BIG = "priorites/tableau", 20
bars, grid = ui.remembered(charts.bars), ui.remembered(charts.grid)
agreement = ui.remembered(charts.agreement)


def read(here: ui.Context, shown: Tableau) -> None:
    """Draw the table for a desk."""
    enjeux = shown.enjeux
    figures = {
        "scores": bars(enjeux),
        "accord": agreement(enjeux),
        "grille": grid(shown.moyennes, enjeux["enjeu"], shown.criteres),
    }
    draw = partial(ui.chart, config=CONFIG)
    ranking.desk(here, shown, lambda key, **said: draw(figures[key], key=key, **said))


def project(shown: Tableau) -> None:
    """Draw the table for a big screen."""
    figures = {
        "scores": bars(shown.enjeux, size=BIG, letters=70),
        "accord": agreement(shown.enjeux, size=BIG, height=760, named=False),
    }
    draw = partial(ui.figure, config=CONFIG)
    ranking.projected(shown, lambda key, **said: draw(figures[key], key=key, **said))


def leave(here: ui.Context, shown: Tableau, others: dict[int, str]) -> None:
    """Draw the ways to take the table away, to project it, to read another one."""
    number = shown.activite.id
    if here.actor.may(Action.EXPORTER):
        build = partial(priorites.classeur, activite_id=number, college=shown.college)
        ui.files(here, mots.FICHIERS, shown.nom, partial(build, jour=here.today))
    ui.link(here.visitor, HERE, mots.PROJETER, activite=number, projection=1)
    for other in others.keys() - {number}:
        ui.link(here.visitor, HERE, others[other], activite=other)


with ui.page(mots.TITRE) as here:
    offered = priorites.closes(here.db, here.actor)
    number = ui.activite_in_address() or next(iter(offered), None)
    if number is None:
        ui.empty(mots.AUCUNE, mots.AUCUNE_CONSEIL, visitor=here.visitor)
        st.stop()
    chosen = st.session_state.get(f"college-{number}", mots.TOUS)
    college = None if chosen == mots.TOUS else College(chosen)
    shown = priorites.tableau(here.db, here.actor, number, college, jour=here.today)
    choose = partial(st.segmented_control, default=mots.TOUS, required=True)
    choose(mots.COLLEGE, [mots.TOUS, *shown.colleges], key=f"college-{number}")
    st.caption(ui.plain(shown.participation))
    if not shown.classes:
        ui.empty(mots.AUCUNE, shown.vide, visitor=here.visitor)
    elif "projection" in st.query_params:
        ui.projector()
        project(shown)
        ui.link(here.visitor, HERE, mots.REVENIR, activite=number)
    else:
        read(here, shown)
        leave(here, shown, offered)
