"""Le catalogue des indicateurs : les lire, les réécrire, revenir en arrière, les échanger."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from psdt import ui
from psdt.domain.indicators import Indicateur
from psdt.services import catalogue as service
from psdt.services import catalogue_fichier as fichiers
from psdt.sources import Refus
from psdt.ui import catalogue as pieces
from psdt.ui.refus import refused
from psdt.words import catalogue_ecran as mots


def describe(here: ui.Context, seen: Indicateur, said: Indicateur) -> None:
    """Keep the words of the CIAS for an indicator."""
    new = service.describe(here.db, here.actor, said, vu=seen)
    pieces.saved(mots.ENREGISTRE if new else mots.INCHANGE)


def add(here: ui.Context, said: Indicateur) -> None:
    """Add an indicator, and show it."""
    code = service.add(here.db, here.actor, said)
    pieces.saved(mots.AJOUTE, axe=said.theme.name, indicateur=code)


def act(use: Callable[..., object], done: str, *args: object) -> None:
    """Change the catalogue by a use case, and say that it was done."""
    with ui.acting() as here:
        use(here.db, here.actor, *args)
        st.toast(done)


def browse(here: ui.Context) -> None:
    """Draw one indicator and its form, then the list of those that were looked for."""
    found = service.search(here.db, here.actor, *pieces.sought())
    if not found.entrees:
        st.info(mots.AUCUN)
        return
    code = pieces.which(found.noms)
    pieces.sheet(found.entrees[code])
    undo = partial(act, service.undo, mots.ANNULEE)
    restore = partial(act, service.restore, mots.ORIGINE_FAITE)
    pieces.past(service.past(here.db, here.actor, code), undo, restore)
    former, seen = pieces.opened(found.entrees[code].indicateur)
    with st.expander(mots.MODIFIER, key="modifier"):
        pieces.form(former, partial(describe, here, seen), mots.ENREGISTRER)
    pieces.listed(found)


def exchange(here: ui.Context) -> None:
    """Draw the files to take away, the way to bring one back, and those that were brought."""
    files = []
    for kind, label in mots.FICHIERS.items():
        name = fichiers.named(here.db, here.actor, kind, today=here.today)
        build = partial(fichiers.export, extension=kind, today=here.today)
        files.append(ui.Download(label, name, build))
    if (file := pieces.exchanged(here, files)) is not None:
        found = fichiers.preview(here.db, here.actor, file.name, file.getvalue())
        if isinstance(found, Refus):
            refused(mots.A_CORRIGER, found)
        else:
            taken = (file.name, file.getvalue(), found.version)
            pieces.changes(found, partial(act, fichiers.keep, mots.IMPORTE, *taken))
    undo = partial(act, fichiers.undo, mots.FICHIER_ANNULE)
    pieces.files(fichiers.files(here.db, here.actor), undo)


with ui.page(mots.TITRE) as here:
    st.write(mots.PHRASE)
    vue = ui.views(mots.VUE, mots.VUES)
    if vue == "ajouter":
        pieces.form(pieces.BLANK, partial(add, here), mots.AJOUTER, mots.AJOUTER_AIDE)
    else:
        {"lire": browse, "echanger": exchange}[vue](here)
