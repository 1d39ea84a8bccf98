"""The look of every page: one style sheet, and the three widths of a page."""

from pathlib import Path

import streamlit as st

ASSETS = Path(__file__).parent / "assets"
STYLE = (ASSETS / "look.css").read_text("utf-8")
ICON = ASSETS / "icone.svg"


def apply() -> None:
    """Send the style sheet. The router calls it before the page, at each run."""
    st.html(f"<style>{STYLE}</style>")


def phone() -> None:
    """Draw this page for a phone: a narrow column, one question, boxes for thumbs."""
    st.html('<i class="psdt-phone"></i>')


def projector() -> None:
    """Draw this page for a big screen, read from the back of a room: no menu, large text."""
    st.html('<i class="psdt-projector"></i>')
