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
    pieces.saved(mots.ENREGISTRE)


def add(here: ui.Context, said: Indicateur) -> None:
    """Add an indicator, and show it."""
    code = service.add(here.db, here.actor, said)
    pieces.saved(mots.AJOUTE, axe=said.theme.name, indicateur=code)


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
    """Draw one indicator and its form, then the list of those that were looked for."""
    found = service.search(here.db, here.actor, *pieces.sought())
    if not found.entrees:
        st.info(mots.AUCUN)
        return
    first = next(iter(found.noms))
    code = ui.choice(st.selectbox, mots.INDICATEUR, found.noms, "indicateur", first)
    entree = found.entrees[code]
    pieces.sheet(entree)
    with st.expander(mots.MODIFIER, key="modifier"):
        pieces.form(entree.indicateur, partial(describe, here), mots.ENREGISTRER)
        if entree.declare and entree.indicateur.modifie:
            st.button(mots.ORIGINE, on_click=restore, args=(code,), key="origine")
    pieces.listed(found)


def exchange(here: ui.Context) -> None:
    """Draw the files to take away, and the way to bring one back."""
    files = []
    for kind, label in mots.FICHIERS.items():
        name = service.named(here.db, here.actor, kind, today=here.today)
        build = partial(service.export, extension=kind, today=here.today)
        files.append(ui.Download(label, name, build))
    if (file := pieces.exchanged(here, files)) is not None:
        found = service.preview(here.db, here.actor, file.name, file.getvalue())
        if isinstance(found, Refus):
            refused(mots.A_CORRIGER, found)
        else:
            pieces.changes(found, lambda: keep(file.name, file.getvalue()))


with ui.page(mots.TITRE) as here:
    st.write(mots.PHRASE)
    vue = pieces.view()
    if vue == "ajouter":
        pieces.form(pieces.BLANK, partial(add, here), mots.AJOUTER, mots.AJOUTER_AIDE)
    else:
        {"lire": browse, "echanger": exchange}[vue](here)
