"""Several choices kept in the address of a page, in groups or not, never more than so many."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from psdt.ui.address import told_apart


def chosen(name: str, offered: Mapping[str, str], default: Sequence[str], most: int) -> list[str]:
    """Return what the address names, of what is offered; the default when it says nothing.

    Nothing at all may be chosen: the address then says so by an empty name.
    """
    if name not in st.query_params:
        return list(default)[:most]
    said = dict.fromkeys(st.query_params.get_all(name))
    return [code for code in said if code in offered][:most]


def several(
    label: str, offered: Mapping[str, str], name: str, default: Sequence[str], *, most: int
) -> list[str]:
    """Draw one list of choices; return them, in the order they were made."""
    return grouped({label: offered}, name, default, most=most)


def grouped(
    groups: Mapping[str, Mapping[str, str]], name: str, default: Sequence[str], *, most: int
) -> list[str]:
    """Draw a list of choices a group, and return all of them, group by group.

    Parameters
    ----------
    groups : mapping
        Label of each list → what the address says of each choice → what people read.
    name : str
        Its name in the address.
    default : sequence of str
        What is chosen when the address says nothing.
    most : int
        Most choices, all groups together.
    """
    every = {code: text for group in groups.values() for code, text in group.items()}
    found = chosen(name, every, default, most)
    keys = [f"{name}-{place}" for place in range(len(groups))]

    def keep() -> None:
        now = [code for key in keys for code in st.session_state.get(key, [])]
        st.query_params[name] = now[:most] or [""]

    columns = [st.container()] if len(groups) == 1 else _pairs(len(groups))
    for place, (key, (label, group)) in enumerate(zip(keys, groups.items(), strict=True)):
        labels = told_apart(group)
        own = [code for code in found if code in group]
        room = most - len(found)
        st.session_state[key] = own
        columns[place].multiselect(
            label,
            list(labels),
            key=key,
            on_change=keep,
            format_func=labels.__getitem__,
            max_selections=max(len(own) + room, 1),
            disabled=not (own or room),
        )
    return [code for group in groups.values() for code in found if code in group]


def _pairs(n: int) -> list[DeltaGenerator]:
    """Return places two by two, which a phone shows in their order."""
    return [place for _ in range(0, n, 2) for place in st.columns(2)]


def start_again(*names: str) -> None:
    """Forget choices: the page opens on its defaults again."""
    for name in names:
        st.query_params.pop(name, None)
