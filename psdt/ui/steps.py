"""The five steps of the démarche, as a row of cards that says where we are."""

from dataclasses import dataclass
from enum import StrEnum
from html import escape

import streamlit as st


class State(StrEnum):
    """Where a step stands; the value is its class in the style sheet."""

    DONE = "done"
    CURRENT = "current"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Step:
    """One card: its title, and the lines under it."""

    title: str
    state: State
    state_label: str
    text: str
    facts: tuple[str, ...] = ()


def steps(cards: list[Step]) -> None:
    """Draw the steps in their order; the current one is marked for screen readers too."""
    st.html(f'<ol class="psdt-steps">{"".join(map(_card, cards))}</ol>')


def _card(card: Step) -> str:
    current = ' aria-current="step"' if card.state is State.CURRENT else ""
    facts = "".join(f"<span>{escape(fact)}</span>" for fact in card.facts if fact)
    return (
        f'<li class="{card.state}"{current}><em>{escape(card.state_label)}</em>'
        f"<strong>{escape(card.title)}</strong><p>{escape(card.text)}</p>{facts}</li>"
    )
