"""Pieces of the screen « Données locales »: the questionnaires, typed then drawn."""

from collections.abc import Callable, Mapping
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
from psdt.domain.indicators import Axe
from psdt.domain.saisie import LONGUEUR_SOURCE
from psdt.ui.address import in_address
from psdt.ui.downloads import files
from psdt.ui.figures import source
from psdt.ui.frame import Context
from psdt.ui.locales import FIRST_YEAR, ROUND, edited, renew
from psdt.ui.tables import data
from psdt.ui.text import plain
from psdt.words import locales as mots

QUESTION = "question"
"""Its name in the address."""
EMPTY_ROWS = 6


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
        multiple = st.checkbox(
            mots.PLUSIEURS_POSSIBLES,
            former.multiple,
            help=mots.PLUSIEURS_AIDE,
            key=f"multiple-{fresh}",
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
        multiple=multiple,
    )
    return typed, lignes[: 2 * MAX_REPONSES]


def answers(former: Question) -> list[tuple[str, str]]:
    """Draw the grid of the answers to a question, and return what it holds."""
    rows = [(reponse.modalite, str(reponse.effectif)) for reponse in former.reponses]
    rows += [("", "")] * max(EMPTY_ROWS - len(rows), 1)
    key = f"reponses-{former.id}-{st.session_state.get(ROUND, 0)}"
    return edited(rows, mots.COLONNES_REPONSES, key=key)


def results(
    here: Context,
    found: Any,
    *,
    draw: Callable[..., None],
    tableau: Callable[[Resultat], Any],
    download: Callable[..., bytes],
    withdraw: Callable[[int], None],
) -> None:
    """Draw the answers to each question of a questionnaire, then its files.

    Parameters
    ----------
    found : Questionnaire
        What ``psdt.services.locales.questionnaires`` returns.
    draw : callable
        Draws the chart of a ``Resultat``; it is given what ``ui.chart`` says around one.
    tableau : callable
        Returns the table behind that chart.
    download : callable
        The service that builds a file, ``psdt.services.locales.download``.
    withdraw : callable
        Removes a question, by its number.
    """
    for one in found.resultats:
        with st.container(border=True):
            _result(one, partial(draw, one, file_name=found.image(here.today, one)), tableau)
            _changes(one, withdraw)
    build = partial(download, question_id=found.resultats[0].id, today=here.today)
    st.caption(plain(mots.emporter(found.enquete, found.annee, len(found.resultats))))
    files(here, mots.FICHIERS, partial(found.fichier, here.today), build)


def _result(
    found: Resultat, draw: Callable[..., None], tableau: Callable[[Resultat], Any]
) -> None:
    """Draw the answers to a question."""
    base = mots.base(found.enquete, found.annee, found.repondants)
    notes = mots.notes(found.source, found.tues, fragile=found.fragile, multiple=found.multiple)
    st.caption(plain(base))
    if found.parts:
        most = found.premiere
        shares = [f"{mots.modalites(p.modalites)} {mots.pourcent(p.part)}" for p in found.parts]
        draw(
            key=f"parts-{found.id}",
            title=mots.constat(most.modalites, most.part),
            subtitle=found.question,
            alt=mots.alt(found.question, shares),
            source=" ".join([base, *notes]),
        )
        data(
            tableau(found),
            key=f"reponses-{found.id}",
            caption=mots.RESULTATS,
            numbers=mots.NOMBRES_RESULTATS,
        )
    else:
        st.header(plain(found.question), anchor=False)
        st.info(mots.TROP_PEU)
    source(*notes)


def _changes(found: Resultat, withdraw: Callable[[int], None]) -> None:
    """Draw the ways to change or remove a question."""
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
