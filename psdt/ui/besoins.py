"""What the screens of the ABS share: whose figures they show, when nobody has said."""

import streamlit as st

from psdt.services.lieu import indecis
from psdt.ui.frame import Context
from psdt.ui.screens import SCREENS, link
from psdt.words import territoire as mots


def undecided(here: Context) -> None:
    """Say that the territoire is to be chosen, when the figures are of several."""
    if not indecis(here.db, here.actor):
        return
    with st.container(border=True, key="psdt-undecided"):
        st.write(mots.INDECIS)
        link(here.visitor, "abs/territoire", mots.CHOISIR_LEQUEL)


def no_outlines(here: Context) -> None:
    """Say, to those who may bring them, that outlines are lacking to draw a map."""
    if SCREENS["abs/territoire"].is_open_to(here.visitor):
        with st.container(horizontal=True, vertical_alignment="center", key="psdt-no-outlines"):
            st.caption(mots.SANS_CONTOURS)
            link(here.visitor, "abs/territoire", mots.AJOUTER_CONTOURS, vue="contours")
