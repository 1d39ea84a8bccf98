"""Sur grand écran : un constat à la fois, sa phrase, son graphique, les flèches pour avancer."""

from functools import partial
from typing import Any

import streamlit as st

from psdt import ui
from psdt.charts import abs as charts
from psdt.charts import abs_series
from psdt.charts.projection import enlarged
from psdt.charts.theme import CONFIG
from psdt.domain.indicators import Axe
from psdt.services import abs as besoins
from psdt.services import presentation, signaux
from psdt.words import abs as abs_words
from psdt.words import signaux as mots

BACK = "abs/signaux"
barres, serie = ui.remembered(charts.barres), ui.remembered(abs_series.serie)


def figure(shown: presentation.Diapo) -> Any:
    """Return the chart of a signal, as it is at a desk."""
    if shown.courbes:
        return serie(shown.serie, shown.suffixe)
    bars = partial(barres, shown.lieux, shown.references, repere=shown.repere)
    return bars(choisis=shown.choisis)


def data(here: ui.Context, shown: presentation.Diapo, fig: Any, said: dict[str, str]) -> None:
    """Draw what is behind a slide: its files, its picture, its indicator, its table."""
    name = partial(shown.fichier, here.today)
    build = partial(besoins.download, code=shown.signal.code, today=here.today)
    ui.files(here, abs_words.FICHIERS, name, build)
    with st.container(horizontal=True, vertical_alignment="center"):
        ui.image(fig, file_name=name("png"), source=shown.pied, **said)
        ui.link(here.visitor, "abs/explorer", mots.VOIR, **shown.adresse)
    ui.table(shown.tableau(), caption=shown.legende, numbers=abs_words.NOMBRES)


with ui.page(mots.TITRE) as here:
    ui.projector()
    theme, code = ui.in_address("axe"), ui.in_address("commune")
    axe = Axe[theme] if theme in Axe.__members__ else None
    commune = code if code in signaux.communes(here.db, here.actor) else ""
    one = partial(presentation.diapo, axe=axe, commune=commune or None)
    shown = one(here.db, here.actor, ui.in_address("place"))
    if shown is None:
        vide = mots.VIDE if theme or commune else mots.SANS_ABS
        ui.empty(*vide, visitor=here.visitor, links={BACK: mots.REVENIR})
        st.stop()
    fig = figure(shown)
    said = {"title": shown.signal.phrase, "subtitle": shown.sous_titre}
    ui.figure(enlarged(fig), key="slide", config=CONFIG, alt=shown.alt, **said)
    ui.source(shown.pied)
    behind = partial(data, here, shown, fig, said)
    at, said_axe = (shown.place, shown.total, shown.position), axe.name if axe else mots.TOUT
    ui.slides(*at, back=BACK, data=behind, axe=said_axe, commune=commune)
