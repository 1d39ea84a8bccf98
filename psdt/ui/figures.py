"""Figures on a page: key figures in words, charts with their finding, sources.

Neither pandas nor Plotly is imported here: phones load this package, and pages hand
over what they draw.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any, ParamSpec, TypeVar

import streamlit as st

from psdt.ui.downloads import at_click
from psdt.ui.text import plain
from psdt.words import interface as mots

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure and what it says: « 22 410 € », « Revenu médian », « 570 € de moins que… »."""

    value: str
    label: str
    detail: str = ""
    fragile: bool = False
    """Whether it shows a more fragile situation than the territory it is compared with."""


def key_figures(figures: Sequence[KeyFigure]) -> None:
    """Draw up to four figures in a row, two in a row on a phone."""
    items = "".join(
        f'<li class="{"fragile" if figure.fragile else "steady"}"><b>{escape(figure.value)}</b>'
        f"<strong>{escape(figure.label)}</strong><span>{escape(figure.detail)}</span></li>"
        for figure in figures
    )
    st.html(f'<ul class="psdt-figures">{items}</ul>')


def remembered(chart: Callable[P, R]) -> Callable[P, R]:
    """Keep the figures of a chart, by the content of the table: they are drawn, never changed."""
    kept: Callable[P, R] = st.cache_resource(show_spinner=False, max_entries=100)(chart)
    return kept


def figure(
    fig: Any,
    *,
    key: str,
    title: str,
    alt: str,
    config: Mapping[str, Any],
    subtitle: str = "",
) -> None:
    """Draw a Plotly chart under its finding.

    ``title`` is the finding and ``subtitle`` what is measured: they belong to the page,
    where everybody reads them, and not to the picture. ``alt`` says in a sentence what
    the chart shows; ``config`` is the French one of ``psdt.charts``. A figure without a
    height takes the one that the style sheet gives to its ``key``.
    """
    st.header(plain(title), anchor=False)
    if subtitle:
        st.caption(plain(subtitle))
    height: Any = "content" if fig.layout.height else "stretch"
    st.plotly_chart(fig, key=key, theme=None, config=dict(config), alt=alt, height=height)


def chart(fig: Any, *, file_name: str, source: str = "", **said: Any) -> None:
    """Draw a chart under its finding, and the button that takes its picture away.

    ``said`` is what ``figure`` is given. Its table and its files come under it: several
    charts of the same figures share them. Without a ``file_name``, for those who may read
    and not take away, there is no button.
    """
    figure(fig, **said)
    title, subtitle = said["title"], said.get("subtitle", "")
    if file_name:
        image(fig, file_name=file_name, title=title, subtitle=subtitle, source=source)


def image(fig: Any, *, file_name: str, title: str, subtitle: str = "", source: str = "") -> None:
    """Draw the quiet button under a chart: its picture, drawn only when somebody asks for it.

    The picture, a PNG, says what the page says around the chart: its finding, what is
    measured, and where the figures come from. It is as wide as pictures are, or as the
    figure asks: ``meta`` of its layout.
    """
    st.download_button(
        mots.IMAGE,
        at_click(partial(_picture, fig, title, subtitle, source)),
        file_name=file_name,
        mime="image/png",
        key=f"image-{file_name}",
        help=mots.IMAGE_AIDE,
        icon=":material/image:",
        type="tertiary",
        on_click="ignore",
    )


def _picture(fig: Any, title: str, subtitle: str, source: str) -> bytes:
    from psdt.exports import images  # phones load this module, and never draw

    wide = (fig.layout.meta or {}).get("largeur", images.LARGEUR_SEULE)
    return images.image(fig, titre=title, sous_titre=subtitle, source=source, largeur=wide)


def source(*lines: str) -> None:
    """Draw where figures come from, and the rules to read them, quietly under what they show."""
    for line in lines:
        st.html(f'<p class="psdt-source">{escape(line)}</p>')
