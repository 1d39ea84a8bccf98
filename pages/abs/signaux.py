"""Ce qui ressort des chiffres : des phrases classées, à rattacher aux enjeux."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

import streamlit as st

from psdt import ui
from psdt.domain.indicators import Axe
from psdt.domain.people import Action
from psdt.services import rattachements
from psdt.services import signaux as service
from psdt.ui import signals
from psdt.words import abs as abs_words
from psdt.words import signaux as mots

LOOK, SHOWN, ALONE = "abs/explorer", 4, 2


def draw(here: ui.Context, signal: service.Signal, kept: Sequence[rattachements.Fonde]) -> None:
    """Draw a signal, what may be done with it, and the enjeux it is attached to."""
    facts, mark = [mots.pour_qui(signal.pour), signal.depuis], mots.MARQUES[signal.ton.name]
    notes = [*signal.prudences, signal.source]
    signals.line(signal.phrase, mark, facts, notes, fragile=signal.fragile)
    chosen = {"indicateur": signal.code, "commune": signal.commune, "annee": str(signal.annee)}
    with st.container(horizontal=True, vertical_alignment="center", key=f"actions-{signal.id}"):
        ui.link(here.visitor, LOOK, mots.VOIR, axe=signal.axe.name, **chosen)
        signals.attachable(here, signal.id)
    signals.attachments(here, signal.id, signal.code, signal.phrase, kept)


def leave(here: ui.Context, axe: Axe | None, commune: str | None, address: dict[str, str]) -> None:
    """Draw the ways to project the signals, and to take them away."""
    ui.link(here.visitor, "abs/presenter", mots.PRESENTER, **address)
    build = partial(service.download, axe=axe, commune=commune, today=here.today)
    name = partial(service.fichier, here.db, here.actor, commune=commune, today=here.today)
    ui.downloads(
        here,
        [
            ui.Download(label, name(extension=kind), partial(build, extension=kind))
            for kind, label in mots.FICHIERS.items()
        ],
    )


with ui.page(mots.TITRE) as here:
    left, right = st.columns([3, 1.25])
    left.write(mots.PHRASES[here.actor.may(Action.REVOIR_THEMES)])
    communes = service.communes(here.db, here.actor)
    pills = partial(st.segmented_control, required=True, label_visibility="collapsed")
    theme = ui.choice(pills, abs_words.THEME, mots.AXES, "axe", mots.TOUT)
    code = ""
    if len(communes) > ALONE:
        code = ui.choice(right.selectbox, abs_words.COMMUNE, communes, "commune", code)
    axe, commune = (None if theme == mots.TOUT else Axe[theme]), code or None
    ui.undecided(here)
    found = service.signaux(here.db, here.actor, axe=axe, commune=commune)
    kept = rattachements.constats(here.db, here.actor)
    if not found:
        say = ui.empty if len(communes) > 1 else ui.no_figures
        say(*(mots.VIDE if len(communes) > 1 else mots.SANS_ABS), visitor=here.visitor)
    for ton, lines in groupby(found, key=lambda signal: signal.ton):
        st.header(mots.TITRES[ton.name], anchor=False)
        said = list(lines)
        for signal in said[:SHOWN]:
            draw(here, signal, kept)
        if rest := said[SHOWN:]:
            with st.expander(mots.autres(len(rest)), key=f"rest-{ton.name}"):
                for signal in rest:
                    draw(here, signal, kept)
    secrets = service.inconnus(here.db, here.actor, axe=axe)
    if secrets:
        st.header(mots.SECRETS, anchor=False)
        signals.listing(secrets)
    signals.grounds(here, kept)
    if found:
        ui.source(mots.LIRE)
        leave(here, axe, commune, {"axe": theme, "commune": code})
