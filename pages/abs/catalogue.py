"""Le catalogue des indicateurs : les lire, les réécrire, en ajouter, les échanger par fichier."""

from functools import partial

import streamlit as st

from psdt import ui
from psdt.domain.indicators import Indicateur
from psdt.services import catalogue as service
from psdt.sources import Refus
from psdt.ui import catalogue as pieces
from psdt.ui.refus import refused
from psdt.words import catalogue_ecran as mots


def describe(here: ui.Context, said: Indicateur) -> None:
    """Keep the words of the CIAS for an indicator."""
    service.describe(here.db, here.actor, said)
    st.toast(mots.ENREGISTRE)
    st.rerun()


def add(here: ui.Context, said: Indicateur) -> None:
    """Add an indicator, and show it."""
    code = service.add(here.db, here.actor, said)
    st.toast(mots.AJOUTE)
    st.query_params.from_dict({"axe": said.theme.name, "indicateur": code})
    st.rerun()


def restore(code: str) -> None:
    """Put back the description that the application gives."""
    with ui.acting() as here:
        service.restore(here.db, here.actor, code)
        st.toast(mots.ORIGINE_FAITE)


def keep(nom: str, contenu: bytes) -> None:
    """Take the descriptions of a file."""
    with ui.acting() as here:
        service.keep(here.db, here.actor, nom, contenu)
        st.toast(mots.IMPORTE)


def browse(here: ui.Context) -> None:
    """Draw the list, then one indicator and its form."""
    found = pieces.sought(service.entries(here.db, here.actor))
    if not found:
        st.info(mots.AUCUN)
        st.stop()
    offered = {entree.indicateur.code: entree for entree in found}
    names = {code: one.indicateur.libelle for code, one in offered.items()}
    code = ui.choice(st.selectbox, mots.INDICATEUR, names, "indicateur", next(iter(names)))
    entree = offered[code]
    pieces.sheet(entree)
    with st.expander(mots.MODIFIER, key="modifier"):
        pieces.form(entree.indicateur, partial(describe, here), mots.ENREGISTRER)
        if entree.declare and entree.indicateur.modifie:
            st.button(mots.ORIGINE, on_click=restore, args=(code,), key="origine")
    pieces.listed(found)


def exchange(here: ui.Context) -> None:
    """Draw the files to take away, and the way to bring one back."""
    if (file := pieces.exchanged(here)) is not None:
        found = service.preview(here.db, here.actor, file.name, file.getvalue())
        if isinstance(found, Refus):
            refused(found, mots.A_CORRIGER)
        else:
            pieces.changes(found, lambda: keep(file.name, file.getvalue()))


with ui.page(mots.TITRE) as here:
    st.write(mots.PHRASE)
    bare = partial(st.segmented_control, label_visibility="collapsed")
    vue = ui.choice(bare, mots.VUE, mots.VUES, "vue", next(iter(mots.VUES)))
    if vue == "ajouter":
        pieces.form(pieces.BLANK, partial(add, here), mots.AJOUTER, mots.AJOUTER_AIDE)
    else:
        {"lire": browse, "echanger": exchange}[vue](here)
