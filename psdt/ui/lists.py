"""Lists that unfold, for a phone: one line a subject, its details behind a tap."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

Line = tuple[str, str, str, str]
"""What is measured, the figure, what it says, and the look of its mark: « fragile », « sound »,
« even », or nothing."""


def unfolding(items: Iterable[tuple[str, str, Sequence[Line]]], *, label: str) -> None:
    """Draw a title and a summary a subject, which a tap unfolds into its lines."""
    body = "".join(
        f"<details><summary><b>{escape(title)}</b> <span>{escape(summary)}</span></summary>"
        f"<ul>{''.join(map(_line, lines))}</ul></details>"
        for title, summary, lines in items
    )
    st.html(f'<div class="psdt-lists" role="region" aria-label="{escape(label)}">{body}</div>')


def _line(line: Line) -> str:
    name, value, says, look = line
    said = f"{escape(name)}<em>{escape(says)}</em>" if says else escape(name)
    return f'<li class="{escape(look)}"><span>{said}</span><b>{escape(value)}</b></li>'
