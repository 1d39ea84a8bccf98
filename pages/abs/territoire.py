"""Le territoire de la démarche : ses communes, à quoi elles se comparent, leurs contours."""

from functools import partial

import streamlit as st

from psdt import ui
from psdt.charts import territoire as charts
from psdt.charts.theme import CONFIG
from psdt.domain.territoire import Liste, Voulu
from psdt.services import territoire as service
from psdt.sources import Refus
from psdt.ui import territoire as pieces
from psdt.ui.refus import refused
from psdt.words import territoire as mots


def adopt(voulu: Voulu) -> None:
    """Make the territoire what was asked."""
    with ui.acting() as here:
        service.adopt(here.db, here.actor, voulu)
        st.toast(mots.ADOPTE)


def draw(nom: str, contenu: bytes) -> None:
    """Keep the outlines of a file."""
    with ui.acting() as here:
        service.draw(here.db, here.actor, nom, contenu)
        st.toast(mots.GARDES)


def listed(here: ui.Context) -> Liste | Refus | None:
    """Return the communes of the file or of the list that an agent gives, if any."""
    origines = mots.ORIGINES
    if ui.choice(st.segmented_control, mots.ORIGINE, origines, "origine", "fichier") == "colle":
        colle = st.text_area(mots.COLLE, placeholder=mots.COLLE_EXEMPLE, height=180, key="colle")
        st.caption(mots.COLLE_AIDE)
        st.button(mots.LIRE, key="lire")
        return service.pasted(here.db, here.actor, colle) if colle.strip() else None
    file = pieces.upload(mots.FICHIER, pieces.TYPES, "fichier")
    st.caption(mots.FICHIER_AIDE)
    return service.listed(here.actor, file.name, file.getvalue()) if file else None


def communes(here: ui.Context) -> None:
    """Draw the way to choose the communes: a list, a choice in it, a preview, a button."""
    liste, lieu = listed(here), service.state(here.db, here.actor).lieu
    if isinstance(liste, Refus):
        refused(mots.A_CORRIGER, liste)
    elif liste is not None and (voulu := pieces.asked(liste, lieu)) is not None:
        pieces.project(service.preview(here.db, here.actor, voulu), lambda: adopt(voulu))


def contours(here: ui.Context) -> None:
    """Draw the way to bring outlines: a file, what it gives, a button."""
    file = pieces.upload(mots.CONTOURS, pieces.CARTES, "contours")
    st.caption(mots.CONTOURS_AIDE)
    if file is not None:
        found = service.trace(here.db, here.actor, file.name, file.getvalue())
        if isinstance(found, Refus):
            refused(mots.A_CORRIGER_CONTOURS, found)
        else:
            pieces.traced(found, lambda: draw(file.name, file.getvalue()))


with ui.page(mots.TITRE) as here:
    st.write(mots.PHRASE)
    etat = service.state(here.db, here.actor)
    if etat.communes:
        said = partial(ui.figure, title=mots.CARTE, alt=mots.CARTE_ALT, config=CONFIG)
        plan = partial(ui.remembered(charts.plan), etat.dessinees)
        frame = service.table(here.actor, etat)
        pieces.shown(etat, frame, lambda more: said(plan(), key="plan", subtitle=more))
    else:
        ui.empty(mots.VIDE, mots.VIDE_AIDE, visitor=here.visitor)
    st.header(mots.VUE, anchor=False)
    vues = mots.VUES if etat.communes else dict(list(mots.VUES.items())[:1])
    bare = partial(st.segmented_control, label_visibility="collapsed")
    vue = ui.choice(bare, mots.VUE, vues, "vue", "communes")
    {"communes": communes, "contours": contours}[vue](here)
