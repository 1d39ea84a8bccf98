"""The script Streamlit runs for each browser, before the page: it opens what the role allows."""

import streamlit as st

from psdt.ui import francais, identity, look
from psdt.ui.frame import acting
from psdt.ui.screens import open_to
from psdt.words import acces

st.set_page_config(page_title=acces.PRODUIT, page_icon=look.ICON, layout="wide")
look.apply()
francais.mount()
screens = open_to(None)
with acting() as here:
    screens = open_to(here.visitor)
    identity.tell_lost(here.visitor)
st.navigation(screens, position="top").run()
