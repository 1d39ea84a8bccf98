"""Une commune sur une page : à lire à l'écran, ou à imprimer."""

from functools import partial

import streamlit as st

from psdt import ui
from psdt.domain.people import Action
from psdt.exports.fiche import FicheCommunale
from psdt.services import documents
from psdt.services import fiche as service
from psdt.ui import signals
from psdt.ui.strips import strips
from psdt.words import fiche as mots


def head(page: FicheCommunale) -> None:
    """Draw the name, the population, the small map, and the key figures."""
    left, right = st.columns([4, 1], gap="large", vertical_alignment="center")
    left.header(ui.plain(page.nom), anchor=False)
    left.write(ui.plain(page.population))
    if page.carte:
        right.image(page.carte, alt=mots.situation(page.nom), width=190)
    ui.key_figures([ui.KeyFigure(c.valeur, c.libelle, c.detail, c.fragile) for c in page.cles])


def stands_out(page: FicheCommunale) -> None:
    """Draw what is fragile and what goes well, side by side."""
    for column, name in zip(st.columns(2, gap="large"), mots.RESSORTS, strict=True):
        column.subheader(mots.RESSORTS[name], anchor=False)
        with column:
            signals.listing(getattr(page, name) or [mots.CALME[name]])


def every_page(here: ui.Context) -> None:
    """Make the pages of all the communes, saying how far it is, then give them."""
    if st.button(mots.TOUTES, help=mots.TOUTES_AIDE, icon=":material/library_books:"):
        bar = st.progress(0.0)
        tell = lambda part, text: bar.progress(part, text=ui.plain(text))  # noqa: E731
        document = service.toutes(here.db, here.actor, today=here.today, avance=tell)
        bar.empty()
        name = service.fichier_de_toutes(here.db, here.actor, today=here.today)
        give = partial(documents.remettre, document=document)
        ui.downloads(here, [ui.Download(mots.TOUTES_PRETES, name, give)])


with ui.page(mots.TITRE) as here:
    left, right = st.columns([3, 1.25])
    left.write(mots.PHRASE)
    communes = service.communes(here.db, here.actor)
    if not communes:
        ui.no_figures(*mots.VIDE, visitor=here.visitor)
        st.stop()
    ui.undecided(here)
    first = next(iter(communes))
    code = ui.choice(right.selectbox, mots.COMMUNE, communes, "commune", first)
    shown = service.fiche(here.db, here.actor, code)
    head(shown.document)
    stands_out(shown.document)
    if shown.document.themes:
        st.header(mots.TABLEAU, anchor=False)
        strips(shown.document)
    ui.source(*shown.document.notes)
    builds, name = service.FICHIERS, partial(shown.fichier, here.today)
    asked = {"code": code, "today": here.today}
    ui.downloads(
        here,
        [
            ui.Download(label, name(kind), partial(builds[kind], **asked))
            for kind, label in mots.FICHIERS.items()
        ],
    )
    if here.actor.may(Action.EXPORTER) and len(communes) > 1:
        every_page(here)
    with st.container(horizontal=True):
        ui.link(here.visitor, "abs/explorer", mots.EXPLORER, commune=code)
        ui.link(here.visitor, "abs/comparer", mots.COMPARER, commune=code)
        ui.link(here.visitor, "abs/signaux", mots.SIGNAUX, commune=code)
