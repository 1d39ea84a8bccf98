"""Les besoins du territoire : un indicateur, une commune, ce que les chiffres en disent."""

from functools import partial

import streamlit as st

from psdt import ui
from psdt.charts import abs as charts
from psdt.charts import abs_carte, abs_series
from psdt.charts.theme import CONFIG
from psdt.domain.indicators import Axe
from psdt.services import abs as service
from psdt.words import abs as mots

barres, serie = ui.remembered(charts.barres), ui.remembered(abs_series.serie)
carte = ui.remembered(abs_carte.carte)


def load_sample() -> None:
    """Bring the sample into an empty démarche."""
    with ui.acting() as here:
        service.import_sample(here.db, here.actor)
        st.toast(mots.EXEMPLE_CHARGE)


def draw(here: ui.Context, seen: service.Exploration, key: str, fig: object) -> None:
    """Draw a figure under its finding, and the button that takes its picture away."""
    name, source = seen.fichier(here.today, "png", key), seen.constats.provenance(key)
    ui.chart(fig, key=key, config=CONFIG, file_name=name, source=source, **seen.vue(key).dite)


def figures(here: ui.Context, seen: service.Exploration) -> None:
    """Draw the map and the bars side by side, then the lines; no map without outlines."""
    shown, choisi = seen.portrait, seen.portrait.choisi
    (left, right), below = st.columns([1.15, 1], gap="large"), st.container()
    if shown.dessinable:
        with left:
            draw(here, seen, "carte", carte(shown.lieux, shown.legende, choisi=choisi))
    else:
        left, right, below = below, left, right
        if shown.sans_contours:
            ui.no_outlines(here)
    bars = partial(barres, shown.montres, shown.references, repere=shown.repere)
    with right:
        draw(here, seen, "barres", bars(choisis=[choisi]))
    if len(shown.serie):
        with below:
            draw(here, seen, "courbes", serie(shown.serie, shown.suffixe))
            said = {"caption": mots.TABLE_SERIE, "label": mots.VOIR_SERIE}
            ui.data(shown.tableau_serie(), key="evolution", numbers=mots.NOMBRES, **said)


with ui.page(mots.TITRE) as here:
    left, right = st.columns([3, 1.25])
    axe = service.opening(here.db, here.actor, ui.in_address("indicateur")).name
    pills = partial(st.segmented_control, required=True, label_visibility="collapsed")
    axe = ui.choice(pills, mots.THEME, mots.AXES, "axe", axe, clears=("indicateur", "annee"))
    choix = service.choices(here.db, here.actor, Axe[axe])
    left.write(mots.PHRASES[choix.plusieurs])
    commune = ""
    if choix.plusieurs:
        commune = ui.choice(right.selectbox, mots.COMMUNE, choix.noms, "commune", commune)
    if not choix.indicateurs:
        say = ui.empty if choix.communes else partial(ui.no_figures, sample=load_sample)
        say(*mots.VIDES[bool(choix.communes)], visitor=here.visitor)
        st.stop()
    left, right = st.columns([3, 1.25])
    offered, first, after = choix.libelles, choix.indicateurs[0].code, ("annee",)
    code = ui.choice(left.selectbox, mots.INDICATEUR, offered, "indicateur", first, clears=after)
    offered, annee = choix.millesimes(code), str(choix.ouverture[code])
    annee = ui.choice(right.selectbox, mots.ANNEE, offered, "annee", annee)
    seen = service.explore(here.db, here.actor, code=code, annee=int(annee), commune=commune)
    ui.undecided(here)
    ui.key_figures([ui.KeyFigure(c.valeur, c.libelle, c.detail, c.fragile) for c in seen.chiffres])
    figures(here, seen)
    ui.source(*seen.constats.sources())
    ui.data(seen.portrait.tableau(), key="donnees", caption=mots.TABLE, numbers=mots.NOMBRES)
    build = partial(service.download, code=code, today=here.today)
    ui.files(here, mots.FICHIERS, partial(seen.fichier, here.today), build)
    ui.link(here.visitor, "abs/fiche", mots.FICHE[bool(commune)], commune=commune)
