"""Importer des chiffres : un fichier, ce qu'il change, puis tout ou rien ; et l'annuler."""

from functools import partial

import streamlit as st

from psdt import ui
from psdt.services import import_abs
from psdt.services import importer as service
from psdt.services.apercu import ACorriger, Apercu
from psdt.ui import imports as pieces
from psdt.words import historique
from psdt.words import imports as mots


def keep() -> None:
    """Import what is on screen; a second click finds nothing left to import."""
    apercu = pieces.take()
    with ui.acting() as here, st.spinner(mots.ECRITURE):
        if isinstance(apercu, Apercu):
            service.keep(here.db, here.actor, apercu)
            done = historique.importe(apercu.provenance.fichier, apercu.bilan)
            pieces.leave(done, apercu.a_voir)


def undo(import_id: int) -> None:
    """Take an import away."""
    with ui.acting() as here:
        undone = import_abs.undo(here.db, here.actor, import_id)
        pieces.leave(historique.annule(undone.provenance.fichier))


def correct(here: ui.Context, found: ACorriger) -> None:
    """Draw what must be mended in a file, or ask what it does not tell."""
    st.header(ui.plain(found.titre), anchor=False)
    asked = pieces.ask(found.question, here.today.year)
    if asked or pieces.refused(here, found.phrases, found.commande, found.question):
        return
    st.write(mots.RIEN_N_EST_ECRIT)
    with st.container(key="psdt-corrections"):
        ui.table(found.tableau(), caption=mots.ANOMALIES_TABLE, stacked=True)
    pieces.note(mots.autres_anomalies(found.autres))
    pieces.take_away(here, found.fichiers(here.today), partial(service.corrections, found=found))


def preview(apercu: Apercu) -> None:
    """Draw what a file would change, then the button that does it."""
    st.header(ui.plain(apercu.titre), anchor=False)
    pieces.recognised(apercu.provenance)
    if pieces.blocked(apercu.refus):
        return
    ui.key_figures([ui.KeyFigure(*case) for case in apercu.cases()])
    pieces.remarks(apercu.remarques(), useful=apercu.utile)
    pieces.changes(apercu.plus_grands(), apercu.autres)
    pieces.descriptions(apercu.descriptions())
    table, numbers = apercu.par_indicateur()
    with st.expander(mots.par_indicateur(len(table)), expanded=len(table) <= pieces.FEW):
        st.caption(mots.INDICATEURS_TABLE)
        ui.table(table, caption=mots.INDICATEURS_TABLE, numbers=numbers)
    pieces.buttons(keep, useful=apercu.utile)


with ui.page(mots.TITRE) as here:
    st.write(mots.PHRASE)
    past = import_abs.history(here.db, here.actor)
    pieces.done(here)
    file = pieces.upload()
    template = partial(service.template, today=here.today)
    pieces.guide(here, service.command(here.db, here.actor), template, service.sample)
    if file is None:
        pieces.take()  # nothing is on screen any more
    else:
        found = pieces.read(file, partial(service.read, here.db, here.actor))
        if isinstance(found, Apercu):
            found = pieces.held(service.renew(here.db, here.actor, found))
        if isinstance(found, Apercu):
            preview(found)
        else:
            correct(here, found)
    pieces.history(past, undo)
