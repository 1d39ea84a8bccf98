"""Accueil : le chemin pour entrer, puis où en est la démarche et ce que l'on peut y faire."""

import streamlit as st

from psdt import ui
from psdt.domain.demarche import Etape
from psdt.services import access, accueil
from psdt.settings import demonstration
from psdt.ui import identity
from psdt.words import acces
from psdt.words import accueil as mots
from psdt.words.interface import PREMIERS_PAS

SUITES = {
    "abs/explorer": mots.ABS,
    "abs/signaux": mots.SIGNAUX,
    "commission/themes": mots.THEMES,
    "priorites/tableau": mots.PRIORITES,
}


def leave() -> None:
    """Close the session of this browser."""
    with ui.acting() as here:
        access.sign_out(here.db, here.session_id)
        identity.forget()
        st.toast(acces.SORTIE)


def ways_in(here: ui.Context) -> None:
    """Draw what somebody who is nobody yet may do."""
    st.write(acces.BIENVENUE)
    if demonstration() and access.is_demonstration(here.db):
        st.header(acces.DEMONSTRATION, anchor=False)
        st.caption(acces.DEMONSTRATION_TEXTE)
        ui.profiles(acces.PROFILS)
    elif access.is_empty(here.db):
        ui.empty(acces.VIDE, acces.VIDE_CONSEIL, visitor=None)
        return
    else:
        st.info(acces.CHEMIN)
    st.caption(acces.EQUIPE)
    ui.connexion(acces.SE_CONNECTER)


def step(home: accueil.Accueil, etape: Etape) -> ui.Step:
    """Say where one step of the démarche stands."""
    order = list(Etape)
    place = order.index(etape) - order.index(home.etape)
    state = ui.State.DONE if place < 0 else ui.State.COMING if place else ui.State.CURRENT
    facts = [mots.jour(seance.jour) for seance in home.seances[etape]]
    facts.append(mots.recueilli(home.paroles, mots.RECUEILLI[etape.name]))
    return ui.Step(etape, state, mots.ETATS[state], mots.TEXTES[etape.name], tuple(facts))


with ui.page(acces.PRODUIT, public=True) as here:
    if here.visitor is None:
        ways_in(here)
        st.stop()

    home = accueil.overview(here.db, here.actor, today=here.today)
    st.header(ui.plain(home.demarche.nom), anchor=False)
    st.caption(ui.plain(mots.organisme(home.demarche.organisme, home.demarche.demonstration)))

    st.caption(mots.vous(here.actor.role, sorted(here.actor.mandats)))
    st.header(mots.A_FAIRE, anchor=False)
    with st.container(horizontal=True):
        for activite in home.a_faire:
            ui.link(here.visitor, "participer/noter", activite.titre, activite=activite.id)
        suites = (PREMIERS_PAS if home.sans_chiffres else {}) | SUITES
        offered = [ui.link(here.visitor, name, label) for name, label in suites.items()]
    if not (home.a_faire or any(offered)):
        st.info(mots.RIEN_D_OUVERT)

    st.header(mots.ETAPES, anchor=False)
    ui.steps([step(home, etape) for etape in Etape])
    st.button(acces.SORTIR, on_click=leave, icon=":material/logout:")
