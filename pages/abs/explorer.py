"""Les besoins du territoire : un indicateur, une commune, ce que les chiffres en disent."""

from functools import partial

import streamlit as st

from psdt import ui
from psdt.charts import abs as charts
from psdt.charts.abs_carte import carte
from psdt.charts.theme import CONFIG
from psdt.domain.indicators import Axe
from psdt.domain.people import Action
from psdt.services import abs as service
from psdt.services.constats import Constats, Vue
from psdt.services.portrait import Portrait
from psdt.words import abs as mots


def load_sample() -> None:
    """Bring the sample into an empty démarche."""
    with ui.acting() as here:
        service.import_sample(here.db, here.actor)
        st.toast(mots.EXEMPLE_CHARGE)


def draw(key: str, vue: Vue, fig: object) -> None:
    """Draw a figure under its finding."""
    ui.figure(fig, key=key, title=vue.titre, subtitle=vue.sous_titre, alt=vue.alt, config=CONFIG)


def figures(portrait: Portrait, constats: Constats, chosen: str) -> None:
    """Draw the map and the bars side by side, then the lines; no map without outlines."""
    left, right = st.columns([1.15, 1], gap="large")
    lieux, references, below = portrait.lieux, portrait.references, st.container()
    if portrait.dessinable:
        with left:
            draw("carte", constats.carte(), carte(lieux, portrait.legende, choisi=chosen))
    else:
        left, right, below = below, left, right
    with right:
        bars = charts.barres(lieux, references, repere=portrait.repere, choisi=chosen)
        draw("barres", constats.barres(), bars)
    if len(portrait.serie):
        with below:
            draw("courbes", constats.courbes(), charts.serie(portrait.serie, portrait.suffixe))


with ui.page(mots.TITRE) as here:
    left, right = st.columns([3, 1.25])
    left.write(mots.PHRASE)
    opening = service.opening(here.db, here.actor, ui.in_address("indicateur")).name
    pills = partial(st.segmented_control, required=True, label_visibility="collapsed")
    axe = ui.choice(pills, mots.THEME, mots.AXES, "axe", opening, clears=("indicateur", "annee"))
    choix = service.choices(here.db, here.actor, Axe[axe])
    commune = ui.choice(right.selectbox, mots.COMMUNE, choix.noms, "commune", "")
    if not choix.indicateurs:
        ui.empty(*mots.VIDES[bool(choix.communes)], visitor=here.visitor)
        if not choix.communes and here.actor.may(Action.IMPORTER_ABS):
            st.button(mots.EXEMPLE, on_click=load_sample)
        st.stop()
    left, right = st.columns([3, 1.25])
    offered, first = choix.libelles, choix.indicateurs[0].code
    code = ui.choice(
        left.selectbox, mots.INDICATEUR, offered, "indicateur", first, clears=("annee",)
    )
    annees = {str(annee): str(annee) for annee in choix.annees[code]}
    opening = str(choix.ouverture[code])
    annee = int(ui.choice(right.selectbox, mots.ANNEE, annees, "annee", opening))
    seen = service.explore(here.db, here.actor, choix, code=code, annee=annee, commune=commune)
    ui.key_figures([ui.KeyFigure(c.valeur, c.libelle, c.detail, c.fragile) for c in seen.chiffres])
    figures(seen.portrait, seen.constats, commune)
    ui.source(*seen.constats.sources())
    ui.data(seen.portrait.tableau(), key="donnees", caption=mots.TABLE, numbers=mots.NOMBRES)
    jour = here.today
    build = partial(service.download, code=code, today=jour)
    files = [
        ui.Download(label, seen.fichier(jour, kind), partial(build, extension=kind))
        for kind, label in mots.FICHIERS.items()
    ]
    ui.downloads(here, files)
