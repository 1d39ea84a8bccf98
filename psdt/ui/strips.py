"""The indicators of a commune as a table, each with its own small scale."""

from collections.abc import Iterator, Sequence
from html import escape

import streamlit as st

from psdt.exports.fiche import FicheCommunale, Ligne
from psdt.words import fiche as mots


def strips(page: FicheCommunale) -> None:
    """Draw the indicators of a fiche, theme by theme, and what the marks of the scales mean.

    The scales are for the eye: all that they show is written in the columns.
    """
    heads = [_head(mots.INDICATEUR), _head(mots.REPARTITION, "strip")]
    heads += [_head(nom, "number") for nom in page.colonnes]
    body = "".join(
        f'<tbody><tr class="theme"><th colspan="{len(heads)}" scope="rowgroup">'
        f"{escape(theme.nom)}</th></tr>{''.join(map(_row, theme.lignes))}</tbody>"
        for theme in page.themes
    )
    title = escape(mots.TABLEAU)
    st.html(
        f'<div class="psdt-table psdt-strips" role="region" aria-label="{title}" tabindex="0">'
        f"<table><caption>{title}</caption><thead><tr>{''.join(heads)}</tr></thead>{body}"
        f"</table></div>{_legend(page)}"
    )


def _head(text: str, look: str = "") -> str:
    return f'<th scope="col" class="{look}">{escape(text)}</th>'


def _row(ligne: Ligne) -> str:
    cells = "".join(_cells(ligne))
    name = f'<th scope="row">{escape(ligne.libelle)}</th>'
    return f'<tr>{name}<td class="strip">{_scale(ligne)}</td>{cells}</tr>'


def _cells(ligne: Ligne) -> Iterator[str]:
    """Yield the figures; the commune's comes first, and tells when it is more fragile."""
    for n, (text, known) in enumerate(zip(ligne.textes, ligne.connus, strict=True)):
        own = ("own fragile" if ligne.fragile else "own") if n == 0 else ""
        look = f"number {own}" if known else "number absent"
        yield f'<td class="{look}">{escape(text)}</td>'


def _scale(ligne: Ligne) -> str:
    marks = [("other", x) for x in ligne.autres]
    marks += [(point.niveau.lower(), point.x) for point in reversed(ligne.points)]
    drawn = "".join(f'<i class="{look}" style="left:{x:.1%}"></i>' for look, x in marks)
    return f'<div aria-hidden="true"><div>{drawn}</div></div>'


def _legend(page: FicheCommunale) -> str:
    said = [(niveau.lower(), mots.LEGENDE_TRAIT[niveau]) for niveau in page.niveaux]
    said += [("other", mots.AUTRES)] if page.comparee else []
    marks = _marks(said)
    rule = f" {escape(mots.LEGENDE.format(page.repere))}" if page.repere else ""
    scale = f'<span class="strip">{escape(mots.ECHELLE)}{marks}.</span>'
    return f'<p class="psdt-source psdt-marks">{scale}{rule}</p>'


def _marks(said: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f'<i class="{look}"></i> {escape(text)}' for look, text in said)
