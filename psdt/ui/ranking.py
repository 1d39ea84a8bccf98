"""Pieces of the priority table: the ranks and their reasons at a desk, or on a big screen."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from psdt.domain.people import Action
from psdt.ui.figures import source
from psdt.ui.frame import Context
from psdt.ui.tables import data, table
from psdt.ui.text import plain
from psdt.words import priorites as mots


def desk(here: Context, shown: Any, draw: Callable[..., None]) -> None:
    """Draw the table for a desk: the ranks, then what makes the score of one enjeu.

    Parameters
    ----------
    shown : Tableau
        What ``psdt.services.priorites.tableau`` returns.
    draw : callable
        Draws a figure, by its key; it is given what ``ui.chart`` says around one.
    """
    vues, names = shown.vues, shown.classes
    takes = here.actor.may(Action.EXPORTER)

    def chart(key: str) -> None:
        name = shown.nom("png", key) if takes else ""
        draw(key, file_name=name, source=shown.provenance, **vues[key])

    chart("scores")
    table(shown.lisible(), caption=mots.TABLES["rangs"], numbers=mots.NOMBRES)
    chart("accord")
    chart("grille")
    means = shown.grille()
    data(means, key="moyennes", caption=mots.TABLES["grille"], numbers=list(means)[1:])
    st.header(mots.POURQUOI, anchor=False)
    enjeu = st.selectbox(mots.POURQUOI_CHOIX, names, format_func=names.__getitem__, key="enjeu")
    table(shown.pourquoi(enjeu), caption=mots.TABLES["pourquoi"], numbers=mots.NOMBRES)
    st.caption(plain(shown.somme(enjeu)))
    source(*shown.regles)


def projected(shown: Any, draw: Callable[..., None]) -> None:
    """Draw the table for a big screen; a table beside the points names every number."""
    vues = shown.vues
    draw("scores", **vues["scores"])
    left, right = st.columns([1.3, 1], gap="medium", vertical_alignment="bottom")
    with left:
        draw("accord", **vues["accord"])
    with right:
        table(shown.rangs(), caption=mots.TABLES["rangs"])
