"""The ways in that the home page offers: real forms, so that our own routes set the cookie."""

from html import escape

import streamlit as st

from psdt.ui.look import ASSETS

STYLE = (ASSETS / "entry.css").read_text("utf-8")


def profiles(choices: dict[str, tuple[str, str]]) -> None:
    """Draw one button a profile of the demonstration: address → (name, what it does)."""
    buttons = "".join(
        f'<form method="post" action="/connexion/demonstration/{escape(name)}">'
        f"<button><strong>{escape(label)}</strong><span>{escape(text)}</span></button></form>"
        for name, (label, text) in choices.items()
    )
    _forms(f'<div class="profiles">{buttons}</div>', key="psdt-profils")


def connexion(label: str) -> None:
    """Draw the link to the sign-in page, in this tab."""
    _forms(f'<a class="connexion" href="/connexion">{escape(label)}</a>', key="psdt-connexion")


def _forms(html: str, *, key: str) -> None:
    component = st.components.v2.component(key.replace("-", "_"), html=html, css=STYLE)
    component(key=key)
