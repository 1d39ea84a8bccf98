"""What must be mended in a file, or in what was typed: where, and what to do."""

from typing import Any

import streamlit as st

from psdt.ui.tables import table
from psdt.ui.text import plain
from psdt.words import saisie as mots


def refused(title: str, refus: Any) -> None:
    """Draw what must be mended, one row a thing; ``refus`` is a ``psdt.sources.Refus``."""
    st.error(plain(title), icon=":material/info:")
    table(refus.tableau(), caption=mots.A_CORRIGER)
    if refus.autres:
        st.caption(mots.autres(refus.autres))
