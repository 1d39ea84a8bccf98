"""Données locales : les chiffres du CIAS dans une grille, les réponses à ses questionnaires."""

from functools import partial

import streamlit as st

from psdt import ui
from psdt.charts import enquete as charts
from psdt.charts.theme import CONFIG
from psdt.domain.enquetes import Resultat
from psdt.domain.saisie import Saisie
from psdt.services import locales as service
from psdt.sources import Refus
from psdt.ui import locales as pieces
from psdt.ui import questionnaires
from psdt.ui.refus import refused
from psdt.words import locales as mots


def record(lignes: list[tuple[str, str]], dite: Saisie) -> None:
    """Keep the figures of the grid, then begin a new one."""
    with ui.acting() as here:
        pieces.kept(service.record(here.db, here.actor, lignes, dite), dite, lignes)


def withdraw(question_id: int) -> None:
    """Remove a question."""
    with ui.acting() as here:
        service.withdraw(here.db, here.actor, question_id)
        questionnaires.leave()
        st.toast(mots.RETIREE)


def draw(result: Resultat, **said: str) -> None:
    """Draw the shares of the answers to a question."""
    ui.chart(charts.barres(result), config=CONFIG, **said)


def figures(here: ui.Context) -> None:
    """Draw the grid of figures, what is wrong in it, what it would change."""
    pieces.done(here)
    grille = service.grille(here.db, here.actor)
    if not grille.lieux:
        ui.empty(mots.VIDE, mots.VIDE_AIDE, visitor=here.visitor)
        ui.link(here.visitor, "abs/territoire", mots.VERS_TERRITOIRE)
        return
    dite = pieces.said(grille.indicateurs, here.today.year)
    st.caption(mots.GRILLE_AIDE)
    lignes = pieces.grid([lieu.nom for lieu in grille.lieux])
    if pieces.check():
        found = service.verify(here.db, here.actor, lignes, dite)
        if isinstance(found, Refus):
            refused(mots.erreurs(len(found.anomalies)), found)
        else:
            pieces.verified(found, partial(record, lignes, dite))


def surveys(here: ui.Context) -> None:
    """Draw the form of a question, then all the questions and their answers."""
    known = service.answers(here.db, here.actor)
    former = questionnaires.chosen(known, here.today.year)
    with st.expander(mots.formulaire(former.question), expanded=bool(former.id or not known)):
        if (sent := questionnaires.asked(former, here.today.year)) is not None:
            found = service.ask(here.db, here.actor, *sent)
            if not isinstance(found, Refus):
                questionnaires.kept()
            else:
                refused(mots.erreurs(len(found.anomalies)), found)
    if not known:
        ui.empty(mots.AUCUNE_QUESTION, mots.AUCUNE_AIDE, visitor=here.visitor)
    results = partial(questionnaires.results, here, draw=draw, tableau=charts.tableau)
    for one in service.questionnaires(here.db, here.actor):
        results(one, download=service.download, withdraw=withdraw)


with ui.page(mots.TITRE) as here:
    st.write(mots.PHRASE)
    {"chiffres": figures, "enquetes": surveys}[ui.views(mots.VUE, mots.VUES)](here)
