"""Noter les enjeux : une question par écran, chaque réponse enregistrée aussitôt."""

from functools import partial

import streamlit as st

from psdt import ui
from psdt.domain.priorites import NIVEAUX
from psdt.services import notation
from psdt.words import notation as mots

SANS_AVIS = 0  # a box among the others; the base holds a null


def go(activite_id: int, place: int) -> None:
    """Show another question; after the last one, what was answered."""
    st.session_state[f"place-{activite_id}"] = place


def keep(activite_id: int, question: tuple[int, int], niveau: int) -> None:
    """Record the box just tapped."""
    with ui.acting() as here:
        notation.noter(here.db, here.actor, activite_id, *question, niveau or None)


def ask(grille: notation.Grille, place: int) -> None:
    """Draw one question, its boxes, and the way to the next one."""
    number, question, total = grille.activite.id, grille.questions[place], len(grille.questions)
    critere, answered = grille.criteres[question[1]], question in grille.notes
    ui.progress(place, total, *mots.situation(place, len(grille.enjeux), len(grille.criteres)))
    ui.question(grille.enjeux[question[0]], critere.question, place=place)
    ui.boxes(
        critere.question,
        {niveau: critere.ancre(niveau) for niveau in NIVEAUX} | {SANS_AVIS: mots.SANS_AVIS},
        chosen=(grille.notes[question] or SANS_AVIS) if answered else None,
        key=f"note-{question[0]}-{question[1]}",
        on_change=partial(keep, number, question),
    )
    ui.pager(place, total, partial(go, number), answered=answered)


def review(grille: notation.Grille) -> None:
    """Draw what was answered, enjeu by enjeu, and the way to change it."""
    number, total, n = grille.activite.id, len(grille.questions), grille.answered()
    ui.progress(n, total, left=mots.reponses(n, total))
    if not grille.ouverte:
        st.info(mots.close(grille.activite.close_le))
    elif n < total:
        back = partial(go, number, grille.start())
        st.button(mots.reprendre(total - n), on_click=back, type="primary", width="stretch")
    else:
        st.success(mots.MERCI)
    for enjeu_id, texte in grille.enjeux.items():
        st.button(
            ui.plain(mots.bilan(texte, grille.answered(enjeu_id), len(grille.criteres))),
            key=f"revoir-{enjeu_id}",
            on_click=partial(go, number, grille.start(enjeu_id)),
            disabled=not grille.ouverte,
            width="stretch",
        )


@st.fragment
def ballot(activite_id: int) -> None:
    """Draw one question or the end; a tap runs this and nothing else."""
    with ui.staying() as here:
        grille = notation.grille(here.db, here.actor, activite_id)
        place = st.session_state.setdefault(f"place-{activite_id}", grille.start())
        if grille.ouverte and place < len(grille.questions):
            ask(grille, place)
        else:
            review(grille)


with ui.page(mots.NOTER) as here:
    ui.phone()
    offered = notation.ouvertes(here.db, here.actor)
    number = ui.choose(here, "participer/noter", offered, none=mots.AUCUNE, advice=mots.ATTENDRE)
    if number is not None:
        ballot(number)
