"""Sur grand écran : un constat à la fois, sa phrase, son graphique, les flèches pour avancer."""

from functools import partial

import streamlit as st

from psdt import ui
from psdt.charts import abs as charts
from psdt.charts.projection import enlarged
from psdt.charts.theme import CONFIG
from psdt.domain.indicators import Axe
from psdt.services import presentation, signaux
from psdt.words import signaux as mots

BACK = "abs/signaux"


def draw(shown: presentation.Diapo) -> None:
    """Draw a signal: its sentence, its chart, its source."""
    portrait = shown.portrait
    if shown.courbes:
        fig = charts.serie(portrait.serie, portrait.suffixe)
    else:
        bars = partial(charts.barres, shown.lieux, shown.references, repere=shown.repere)
        fig = bars(choisis=shown.choisis)
    said = {"title": shown.signal.phrase, "subtitle": shown.sous_titre, "alt": shown.alt}
    ui.figure(enlarged(fig), key="slide", config=CONFIG, **said)
    ui.source(shown.pied)


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
    draw(shown)
    at = (shown.place, shown.total, shown.position)
    ui.slides(*at, back=BACK, axe=axe.name if axe else mots.TOUT, commune=commune)
