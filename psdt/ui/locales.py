"""Pieces of the screen « Données locales »: the grid of figures.

A grid keeps what was typed under its key; another key is a new, empty grid.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from psdt.domain.indicators import LONGUEURS, LONGUEURS_TEXTES, Axe, Indicateur, Sens
from psdt.domain.saisie import LONGUEUR_SOURCE, Saisie
from psdt.ui.address import choice
from psdt.ui.frame import Context
from psdt.ui.screens import link
from psdt.ui.tables import table
from psdt.ui.text import plain
from psdt.words import catalogue_ecran
from psdt.words import locales as mots

NOUVEAU = ""
ROUND, CHECKED, DONE = "grille-tour", "grille-verifiee", "grille-enregistree"
NAME, UNIT = "locale-libelle", "locale-unite"
EXPLORER, IMPORTER = "abs/explorer", "abs/importer"
WIDTH, ROW, TALLEST = 560, 36, 20
"""Of a grid, in pixels; its tallest, in rows. Columns take the width of what they hold."""
FIRST_YEAR = 1990


def said(known: Mapping[str, Indicateur], year: int) -> Saisie:
    """Ask which indicator, of which year and source, the figures of the grid are of."""
    offered = {NOUVEAU: mots.NOUVEAU} | {c: i.libelle for c, i in known.items()}
    code = choice(st.selectbox, mots.INDICATEUR, offered, "indicateur", NOUVEAU)
    indicateur = known.get(code) or _new()
    left, right = st.columns([1, 3])
    annee = left.number_input(
        mots.ANNEE, FIRST_YEAR, year + 1, year - 1, format="%d", key="locale-annee"
    )
    text = right.text_input(
        mots.SOURCE, placeholder=mots.SOURCE_AIDE, max_chars=LONGUEUR_SOURCE, key="locale-source"
    )
    return Saisie(indicateur=indicateur, annee=int(annee), source=text)


def _new() -> Indicateur:
    """Ask what a new indicator is called, and how it is read."""
    libelle = st.text_input(mots.NOM_INDICATEUR, max_chars=LONGUEURS_TEXTES["libelle"], key=NAME)
    left, middle, right = st.columns([1.4, 1.2, 1.2])
    axes, senses = list(Axe), list(Sens)
    axe = left.selectbox(mots.AXE, axes, 0, key="locale-axe")
    unite = middle.text_input(
        mots.UNITE, placeholder=mots.UNITE_AIDE, max_chars=LONGUEURS["unite"], key=UNIT
    )
    sens = right.selectbox(
        mots.SENS,
        senses,
        senses.index(Sens.NEUTRE),
        format_func=lambda one: catalogue_ecran.SENS_LONGS[one.name],
        key="locale-sens",
    )
    return Indicateur(
        code="",
        libelle=libelle,
        theme=axe,
        unite=unite,
        sens=sens,
        definition="",
    )


def grid(names: Sequence[str]) -> list[tuple[str, str]]:
    """Draw the grid of figures, one row a territoire, and return what it holds."""
    key = f"grille-{st.session_state.get(ROUND, 0)}"
    return edited([(name, "") for name in names], mots.COLONNES, key=key)


def edited(
    rows: Sequence[tuple[str, str]], labels: Mapping[str, str], *, key: str
) -> list[tuple[str, str]]:
    """Draw a grid of two columns, and return what it holds."""
    first, second = labels
    rows_now = st.data_editor(
        [{first: name, second: written} for name, written in rows],
        key=key,
        hide_index=True,
        num_rows="dynamic",
        width=WIDTH,
        height=ROW * min(len(rows) + 2, TALLEST),
        row_height=ROW,
        column_config={name: st.column_config.TextColumn(label) for name, label in labels.items()},
    )
    cells = [(row.get(first), row.get(second)) for row in rows_now]
    return [(a if isinstance(a, str) else "", b if isinstance(b, str) else "") for a, b in cells]


def renew() -> None:
    """Begin with new, empty grids."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.session_state[CHECKED] = False


def kept(code: str, dite: Saisie, lignes: Sequence[tuple[str, str]]) -> None:
    """Begin with a new, empty grid; ``done`` says at the next run what was recorded."""
    figures = sum(bool(written.strip()) for _, written in lignes)
    st.session_state[DONE] = code, mots.enregistre(dite.indicateur.libelle, dite.annee, figures)
    renew()
    for key in (NAME, UNIT):
        if key in st.session_state:
            st.session_state[key] = ""
    st.toast(mots.ENREGISTRES)


def done(here: Context) -> None:
    """Say once what was just recorded, where to see it, and where to undo it."""
    code, text = st.session_state.pop(DONE, ("", ""))
    if text:
        st.success(plain(text), icon=":material/check:")
        with st.container(horizontal=True):
            link(here.visitor, EXPLORER, mots.VOIR, indicateur=code)
            link(here.visitor, IMPORTER, mots.ANNULER)


def check() -> bool:
    """Draw the button that checks the grid; once pressed, what is wrong follows each mend."""
    if st.button(mots.VERIFIER, key="verifier"):
        st.session_state[CHECKED] = True
    return bool(st.session_state.get(CHECKED))


def verified(found: Any, record: Callable[[], None]) -> None:
    """Draw what the figures would change, and the button that keeps them.

    ``found`` is a ``Verification`` of ``psdt.services.locales``.
    """
    st.write(found.compte)
    table(found.tableau(), caption=mots.APERCU, numbers=mots.COLONNES_APERCU[1:])
    if surprises := found.surprises:
        st.warning(plain(mots.surprises(surprises)), icon=":material/info:")
    if found.remarques:
        lines = "\n".join(f"- {plain(text)}" for text in found.remarques)
        st.warning(f"**{mots.A_VERIFIER}**\n\n{lines}")
    if found.utile:
        st.button(mots.ENREGISTRER, on_click=record, type="primary", key="enregistrer")
        st.caption(mots.ANNULABLE)
