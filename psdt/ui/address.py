"""Choices kept in the address of a page: reloaded or shared, it opens on the same thing.

The address is what counts: at each run a widget shows what it says, and a choice that
nobody offers, or not any more, is as if it were not there.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st


def in_address(name: str) -> str:
    """Return what the address says under a name, which anybody may have typed; or nothing."""
    return st.query_params.get(name, "")


def choice(
    draw: Callable[..., Any],
    label: str,
    offered: Mapping[str, str],
    name: str,
    default: str,
    *,
    clears: Sequence[str] = (),
) -> str:
    """Draw a widget of one choice, kept in the address; return what is chosen.

    Parameters
    ----------
    draw : callable
        ``st.selectbox`` or ``st.segmented_control``, of the page or of a column.
    label : str
        What is chosen.
    offered : mapping
        What the address says of each choice → what people read; Markdown in a segmented
        control, not in a list.
    name : str
        Its name in the address, and the key of the widget.
    default : str
        The choice shown when the address names none of those offered.
    clears : sequence of str
        Names of the address that mean nothing any more once this choice changes.
    """
    labels = told_apart(offered)
    said = in_address(name)
    st.session_state[name] = said if said in offered else default

    def keep() -> None:
        for other in (name, *clears):
            st.query_params.pop(other, None)
        if now := st.session_state[name]:
            st.query_params[name] = now

    draw(label, list(labels), key=name, on_change=keep, format_func=labels.__getitem__)
    return str(st.session_state[name])


def views(label: str, offered: Mapping[str, str]) -> str:
    """Draw the parts of a page side by side, kept in the address; return the one chosen."""
    bare = partial(st.segmented_control, label_visibility="collapsed")
    return choice(bare, label, offered, "vue", next(iter(offered)))


def told_apart(offered: Mapping[str, str]) -> dict[str, str]:
    """Return labels that all differ: the browser answers with the label, not with the code."""
    times = Counter(offered.values())
    return {
        code: f"{label} ({code})" if times[label] > 1 else label for code, label in offered.items()
    }
