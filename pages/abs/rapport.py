"""Le rapport d'ABS : ce qu'on y met, sa préparation, les documents à emporter."""

from functools import partial

import streamlit as st

from psdt import ui
from psdt.domain.indicators import Axe
from psdt.services import documents
from psdt.services import rapport as service
from psdt.words import abs as axes
from psdt.words import rapport as mots

KEY = "rapport"


def prepare(here: ui.Context, commande: service.Commande) -> dict[str, bytes]:
    """Build the documents, and say each step meanwhile."""
    with st.status(mots.EN_COURS, expanded=True) as status:
        step = st.empty()

        def say(text: str) -> None:
            step.text(text)

        made = service.produire(here.db, here.actor, commande, say)
        status.update(label=mots.PRET, state="complete", expanded=False)
    return made


with ui.page(mots.TITRE) as here:
    st.write(mots.PHRASE)
    seen = service.apercu(here.db, here.actor)
    if not any(seen.indicateurs.values()):
        ui.no_figures(mots.VIDE, mots.VIDE_CONSEIL, visitor=here.visitor)
        st.stop()
    ui.undecided(here)
    chosen = st.pills(
        mots.AXES,
        list(axes.AXES),
        default=list(axes.AXES),
        selection_mode="multi",
        format_func=axes.AXES.__getitem__,
        key="axes",
    )
    tables = st.checkbox(mots.TABLEAUX[seen.seule], value=True, key="tableaux")
    formats = st.pills(
        mots.FORMATS,
        list(service.FORMATS),
        default=list(service.FORMATS),
        selection_mode="multi",
        format_func=mots.NOMS_FORMATS.__getitem__,
        key="formats",
    )
    version = (seen.version, ui.propos(here))
    commande = service.Commande(
        axes=tuple(axe for axe in Axe if axe.name in chosen),
        formats=tuple(kind for kind in service.FORMATS if kind in formats),
        tableaux=tables,
        jour=here.today,
    )
    if st.button(mots.PREPARER, type="primary", disabled=not (chosen and formats)):
        st.session_state[KEY] = (version, commande, prepare(here, commande))
    if not chosen:
        st.caption(mots.AUCUN_AXE)
    told, wanted, made = st.session_state.get(KEY, (None, None, {}))
    if made and (told, wanted) != (version, commande):
        st.caption(mots.PERIME)
    elif made:
        files = [
            ui.Download(
                mots.TELECHARGER[kind],
                seen.fichier(here.today, kind),
                partial(documents.remettre, document=content),
            )
            for kind, content in made.items()
        ]
        ui.downloads(here, files)
