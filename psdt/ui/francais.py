"""French for Streamlit's own words, by one small component without a frame of its own."""

from pathlib import Path

import streamlit as st

from psdt.words import streamlit as mots

KEY = "psdt-francais"
SCRIPT = (Path(__file__).parent / "assets" / "francais.js").read_text("utf-8")

_translate = st.components.v2.component("psdt_francais", js=SCRIPT, isolate_styles=False)


def mount() -> None:
    """Set ``<html lang="fr">`` and translate what Streamlit shows, as long as the page is open."""
    _translate(key=KEY, data={"exact": mots.EXACT, "patterns": mots.PATTERNS})
