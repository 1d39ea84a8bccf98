"""What the screens of the ABS share: whose figures they show, when nobody has said."""

import streamlit as st

from psdt.services.lieu import indecis
from psdt.ui.frame import Context
from psdt.ui.screens import link
from psdt.words import territoire as mots


def undecided(here: Context) -> None:
    """Say that the territoire is to be chosen, when the figures are of several."""
    if not indecis(here.db, here.actor):
        return
    with st.container(border=True, key="psdt-undecided"):
        st.write(mots.INDECIS)
        link(here.visitor, "abs/territoire", mots.CHOISIR_LEQUEL)
