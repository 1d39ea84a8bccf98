"""Comparer : des indicateurs côte à côte, de six façons, à une adresse qui se partage."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from psdt import ui
from psdt.charts.comparer import points
from psdt.charts.comparer_evolution import courbes
from psdt.charts.comparer_grille import grille
from psdt.charts.comparer_multiples import multiples
from psdt.charts.pyramide import pyramide
from psdt.charts.theme import CONFIG
from psdt.services import comparer as service
from psdt.services.comparer_selection import Demande, Montre
from psdt.ui import comparing, lists
from psdt.words import comparer as mots

CHARTS: dict[str, Callable[..., Any]] = {
    "points": ui.remembered(points),
    "grille": ui.remembered(grille),
    "evolution": ui.remembered(courbes),
    "indicateurs": ui.remembered(multiples),
    "multiples": ui.remembered(multiples),
    "ages": ui.remembered(pyramide),
}


def narrow(vue: str, shown: Montre) -> None:
    """Draw what a phone shows instead: commune by commune, or fewer small pictures a row."""
    if vue in comparing.ETROITS:
        fig = CHARTS[vue](**shown.dessin, columns=comparing.ETROITS[vue])
        st.plotly_chart(fig, key="comparer-etroit", theme=None, config=CONFIG, alt=shown.vue.alt)
    if shown.listes:
        with st.container(key="comparer-liste"):
            lists.unfolding(shown.par_commune(), label=mots.LISTE)
    if shown.reste:
        st.button(mots.SUITE, on_click=comparing.see_all, key="suite")


def show(here: ui.Context, offre: service.Offre, demande: Demande) -> None:
    """Draw what is asked, its cautions, its table and its files."""
    shown, vue = service.montrer(here.db, here.actor, demande), demande.vue
    if shown.vide:
        ui.empty(*shown.vide, visitor=here.visitor)
        return
    fig, name = CHARTS[vue](**shown.dessin), partial(offre.fichier, here.today, vue)
    said = {"title": shown.vue.titre, "subtitle": shown.vue.sous_titre}
    ui.figure(fig, key=f"comparer-{vue}", alt=shown.vue.alt, config=CONFIG, **said)
    narrow(vue, shown)
    ui.source(*shown.dessous)
    ui.image(fig, file_name=name("png"), source=shown.source, **said)
    ui.data(shown.tableau, key="donnees", caption=mots.TABLE, numbers=mots.NOMBRES)
    build = partial(service.download, demande=demande, today=here.today)
    ui.files(here, mots.FICHIERS, name, build)


with ui.page(mots.TITRE) as here:
    offre = service.offre(here.db, here.actor)
    if not offre.axes:
        ui.no_figures(*mots.VIDES["abs"], visitor=here.visitor)
        st.stop()
    st.write(mots.PHRASE)
    ui.undecided(here)
    pills = partial(st.segmented_control, required=True, label_visibility="collapsed")
    vue = ui.choice(pills, mots.VUE, offre.vues, "vue", "points")
    show(here, offre, Demande(vue=vue, **comparing.ask(offre, vue)))
