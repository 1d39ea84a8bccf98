"""Données locales : les chiffres du CIAS dans une grille, les réponses à ses questionnaires."""

from functools import partial

import streamlit as st

from psdt import ui
from psdt.services import locales as service
from psdt.sources import Refus
from psdt.sources.saisie import Saisie
from psdt.ui import locales as pieces
from psdt.ui.refus import refused
from psdt.words import locales as mots


def record(lignes: list[tuple[str, str]], dite: Saisie) -> None:
    """Keep the figures of the grid, then begin a new one."""
    with ui.acting() as here:
        service.record(here.db, here.actor, lignes, dite)
        pieces.renew()
        st.toast(mots.ENREGISTRES)


def withdraw(question_id: int) -> None:
    """Remove a question."""
    with ui.acting() as here:
        service.withdraw(here.db, here.actor, question_id)
        pieces.leave()
        st.toast(mots.RETIREE)


def figures(here: ui.Context) -> None:
    """Draw the grid of figures, what is wrong in it, what it would change."""
    grille = service.grille(here.db, here.actor)
    if not grille.lieux:
        ui.empty(mots.VIDE, mots.VIDE_AIDE, visitor=here.visitor)
        ui.link(here.visitor, "abs/territoire", mots.VERS_TERRITOIRE)
        return
    dite = pieces.said(grille, here.today.year)
    st.caption(mots.GRILLE_AIDE)
    lignes = pieces.grid([lieu.nom for lieu in grille.lieux])
    if pieces.check():
        found = service.verify(here.db, here.actor, lignes, dite)
        pieces.verified(found, partial(record, lignes, dite))


def surveys(here: ui.Context) -> None:
    """Draw the form of a question, then all the questions and their answers."""
    known = service.answers(here.db, here.actor)
    former = pieces.chosen(known, here.today.year)
    with st.expander(mots.formulaire(former.question), expanded=bool(former.id or not known)):
        sent = pieces.asked(former, here.today.year)
        if sent is not None:
            found = service.ask(here.db, here.actor, *sent)
            if isinstance(found, Refus):
                refused(found, mots.erreurs(len(found.anomalies)))
            else:
                pieces.renew()
                pieces.leave()
                st.toast(mots.GARDEE)
                st.rerun()
    for result in service.questions(here.db, here.actor):
        with st.container(border=True):
            pieces.result(result, withdraw)


with ui.page(mots.TITRE) as here:
    st.write(mots.PHRASE)
    bare = partial(st.segmented_control, label_visibility="collapsed")
    vue = ui.choice(bare, mots.VUE, mots.VUES, "vue", next(iter(mots.VUES)))
    {"chiffres": figures, "enquetes": surveys}[vue](here)
