"""Pieces of the screen « Données locales »: the grid of figures, the questionnaires.

A grid keeps what was typed under its key; another key is a new, empty grid.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from psdt.domain.enquetes import (
    LONGUEUR_ENQUETE,
    LONGUEUR_QUESTION,
    MAX_REPONSES,
    Question,
    Resultat,
)
from psdt.domain.indicators import LONGUEURS, LONGUEURS_TEXTES, Axe, Indicateur, Sens
from psdt.domain.saisie import LONGUEUR_SOURCE, Saisie
from psdt.ui.address import choice, in_address
from psdt.ui.figures import figure, source
from psdt.ui.tables import data, table
from psdt.ui.text import plain
from psdt.words import catalogue_ecran
from psdt.words import locales as mots

NOUVEAU = ""
ROUND, CHECKED = "grille-tour", "grille-verifiee"
QUESTION = "question"
"""Its name in the address."""
WIDTH, ROW, TALLEST = 560, 36, 20
"""Of a grid, in pixels; its tallest, in rows. Columns take the width of what they hold."""
EMPTY_ROWS = 6
FIRST_YEAR = 1990


def view() -> str:
    """Draw what may be typed, and return what is chosen."""
    bare = partial(st.segmented_control, label_visibility="collapsed")
    return choice(bare, mots.VUE, mots.VUES, "vue", next(iter(mots.VUES)))


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
    libelle = st.text_input(
        mots.NOM_INDICATEUR, max_chars=LONGUEURS_TEXTES["libelle"], key="locale-libelle"
    )
    left, middle, right = st.columns([1.4, 1.2, 1.2])
    axes, senses = list(Axe), list(Sens)
    axe = left.selectbox(mots.AXE, axes, 0, key="locale-axe")
    unite = middle.text_input(
        mots.UNITE, placeholder=mots.UNITE_AIDE, max_chars=LONGUEURS["unite"], key="locale-unite"
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
    return _edited([(name, "") for name in names], mots.COLONNES, key=key)


def answers(former: Question) -> list[tuple[str, str]]:
    """Draw the grid of the answers to a question, and return what it holds."""
    rows = [(reponse.modalite, str(reponse.effectif)) for reponse in former.reponses]
    rows += [("", "")] * max(EMPTY_ROWS - len(rows), 1)
    key = f"reponses-{former.id}-{st.session_state.get(ROUND, 0)}"
    return _edited(rows, mots.COLONNES_REPONSES, key=key)


def _edited(
    rows: Sequence[tuple[str, str]], labels: Mapping[str, str], *, key: str
) -> list[tuple[str, str]]:
    first, second = labels
    edited = st.data_editor(
        [{first: name, second: written} for name, written in rows],
        key=key,
        hide_index=True,
        num_rows="dynamic",
        width=WIDTH,
        height=ROW * min(len(rows) + 2, TALLEST),
        row_height=ROW,
        column_config={name: st.column_config.TextColumn(label) for name, label in labels.items()},
    )
    cells = [(row.get(first), row.get(second)) for row in edited]
    return [(a if isinstance(a, str) else "", b if isinstance(b, str) else "") for a, b in cells]


def renew() -> None:
    """Begin with new, empty grids."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.session_state[CHECKED] = False


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
    if found.utile:
        st.button(mots.ENREGISTRER, on_click=record, type="primary", key="enregistrer")
        st.caption(mots.ANNULABLE)


def chosen(known: Mapping[int, Question], year: int) -> Question:
    """Return the question that the address names, else a blank one."""
    named = in_address(QUESTION)
    number = int(named) if named.isascii() and named.isdigit() and len(named) < 10 else 0
    blank = Question(
        enquete="",
        annee=year,
        source="",
        axe=Axe.DEMOGRAPHIE,
        question="",
        repondants=0,
        reponses=(),
    )
    return known.get(number, blank)


def edit(question_id: int) -> None:
    """Open a question in the form."""
    st.query_params[QUESTION] = str(question_id)


def leave() -> None:
    """Close the question that is open in the form."""
    st.query_params.pop(QUESTION, None)


def asked(former: Question, year: int) -> tuple[Question, list[tuple[str, str]]] | None:
    """Draw the form of a question; return what was typed once it is sent."""
    key = former.id
    # Title, year and source stay for the next question of the same questionnaire.
    fresh = f"{key}-{st.session_state.get(ROUND, 0)}"
    with st.form(f"form-{fresh}", border=False, enter_to_submit=False):
        left, right = st.columns([3, 1])
        enquete = left.text_input(
            mots.ENQUETE, former.enquete, max_chars=LONGUEUR_ENQUETE, key=f"enquete-{key}"
        )
        annee = right.number_input(
            mots.ANNEE, FIRST_YEAR, year + 1, former.annee, format="%d", key=f"annee-{key}"
        )
        left, right = st.columns([1.6, 1.4])
        text = left.text_input(
            mots.SOURCE, former.source, max_chars=LONGUEUR_SOURCE, key=f"source-{key}"
        )
        axes = list(Axe)
        axe = right.selectbox(mots.AXE, axes, axes.index(former.axe), key=f"axe-{key}")
        question = st.text_input(
            mots.QUESTION, former.question, max_chars=LONGUEUR_QUESTION, key=f"question-{fresh}"
        )
        repondants = st.number_input(
            mots.REPONDANTS, 0, 1_000_000, former.repondants, key=f"repondants-{fresh}", width=300
        )
        st.caption(mots.REPONSES_AIDE)
        lignes = answers(former)
        sent = st.form_submit_button(mots.ENREGISTRER, type="primary", key=f"envoyer-{key}")
    if former.id:
        st.button(mots.RENONCER, on_click=leave, key="renoncer")
    if not sent:
        return None
    typed = Question(
        id=former.id,
        enquete=enquete,
        annee=int(annee),
        source=text,
        axe=axe,
        question=question,
        repondants=int(repondants),
        reponses=(),
    )
    return typed, lignes[: 2 * MAX_REPONSES]


def result(
    found: Resultat,
    frame: Any,
    picture: Callable[[], Any],
    config: Mapping[str, Any],
    withdraw: Callable[[int], None],
) -> None:
    """Draw the answers to a question, and the ways to change or remove it.

    ``frame`` is the table behind its chart, which ``picture`` draws.
    """
    st.caption(plain(mots.base(found.enquete, found.annee, found.repondants)))
    if found.parts:
        most = found.premiere
        said = [f"{mots.modalites(p.modalites)} {mots.pourcent(p.part)}" for p in found.parts]
        figure(
            picture(),
            key=f"parts-{found.id}",
            title=mots.constat(most.modalites, most.part),
            subtitle=found.question,
            alt=mots.alt(found.question, said),
            config=config,
        )
        data(
            frame,
            key=f"reponses-{found.id}",
            caption=mots.RESULTATS,
            numbers=mots.NOMBRES_RESULTATS,
        )
    else:
        st.header(plain(found.question), anchor=False)
        st.info(mots.TROP_PEU)
    notes = mots.notes(found.source, found.tues, fragile=found.fragile, multiple=found.multiple)
    source(*notes)
    with st.container(horizontal=True):
        st.button(mots.MODIFIER_COURT, on_click=edit, args=(found.id,), key=f"edit-{found.id}")
        with st.popover(mots.RETIRER, key=f"retirer-{found.id}"):
            st.html(f"<p>{escape(mots.CONFIRMATION)}</p>")
            st.button(mots.CONFIRMER, on_click=withdraw, args=(found.id,), key=f"oui-{found.id}")


def kept() -> None:
    """Say that a question was kept, and draw the page again with an empty form."""
    renew()
    leave()
    st.toast(mots.GARDEE)
    st.rerun()
