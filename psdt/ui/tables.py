"""Tables that are read: plain HTML, without the button by which Streamlit's own are taken away.

Each service says who may take its tables away: those of the ABS, whoever reads them, as its
figures are public; what people said, by ``Action.EXPORTER``. And a file is written with care:
in Streamlit's CSV, the « =HYPERLINK(…) » that somebody typed would be a formula.
"""

from collections.abc import Collection, Iterable, Sequence
from html import escape
from itertools import repeat
from typing import Any

import streamlit as st

from psdt.words import interface as mots


def table(
    frame: Any,
    *,
    caption: str,
    numbers: Collection[str] = (),
    stacked: bool = False,
    links: Sequence[str] = (),
) -> None:
    """Draw a table whole; a wide one scrolls in its own box, with the keyboard too.

    Parameters
    ----------
    frame : DataFrame
        Texts and numbers already as people read them; its index is not shown.
    caption : str
        What the table is, for those who do not see it.
    numbers : collection of str
        Labels of the columns to align on the right.
    stacked : bool
        Whether a phone shows each row as a small block, each cell after its label.
    links : sequence of str
        Addresses that the first cell of each row leads to, if it leads anywhere.
    """
    looks = [' class="number"' if label in numbers else "" for label in frame.columns]
    heads = [f'<th scope="col"{look}>{{}}</th>' for look in looks]
    named = [_named(str(label)) if stacked else "" for label in frame.columns]
    cells = [f"<td{look}{name}>{{}}</td>" for look, name in zip(looks, named, strict=True)]
    rows = list(frame.itertuples(index=False, name=None))
    leads = [
        [f"<td{looks[0]}{named[0]}>{_lead(link)}</td>", *cells[1:]] for link in links
    ] or repeat(cells)
    body = "".join(_row(*row) for row in zip(leads, rows, strict=False))
    title = escape(caption)
    look = "psdt-table psdt-stacked" if stacked else "psdt-table"
    st.html(
        f'<div class="{look}" role="region" aria-label="{title}" tabindex="0"><table>'
        f"<caption>{title}</caption><thead>{_row(heads, frame.columns)}</thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def data(
    frame: Any,
    *,
    key: str,
    caption: str = mots.DONNEES,
    numbers: Collection[str] = (),
    label: str = mots.DONNEES,
) -> None:
    """Draw the table behind a chart, folded away under a label."""
    with st.expander(label, key=f"{key}-fold"):
        table(frame, caption=caption, numbers=numbers)


def _named(label: str) -> str:
    """Return the attribute that carries a label, in a text that ``format`` reads."""
    return f' data-label="{escape(label)}"'.replace("{", "{{").replace("}", "}}")


def _lead(link: str) -> str:
    """Return a link around a text that ``format`` fills."""
    return f'<a href="{escape(link)}">{{}}</a>'


def _row(cells: Sequence[str], texts: Iterable[object]) -> str:
    filled = (cell.format(escape(str(text))) for cell, text in zip(cells, texts, strict=True))
    return f"<tr>{''.join(filled)}</tr>"
