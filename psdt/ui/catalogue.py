"""Pieces of the screen « Catalogue »: the list, one indicator, the form, the file."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from psdt.domain.indicators import LONGUEURS, LONGUEURS_TEXTES, Axe, Indicateur, Sens
from psdt.services import catalogue as service
from psdt.services.catalogue import Apercu, Entree
from psdt.ui.address import choice
from psdt.ui.downloads import Download, downloads
from psdt.ui.frame import Context
from psdt.ui.tables import table
from psdt.ui.text import plain
from psdt.words import catalogue_ecran as mots

TOUS = "tous"
TYPES = ["xlsx", "ods", "csv"]
BLANK = Indicateur(
    code="", libelle="", theme=Axe.DEMOGRAPHIE, unite="", sens=Sens.NEUTRE, definition=""
)
"""What the form of a new indicator opens on."""


def sought(entries: Mapping[str, Entree]) -> list[Entree]:
    """Draw the axis and the word that one looks for, and return what answers."""
    left, right = st.columns([1.4, 1])
    axes = {axe.name: str(axe) for axe in Axe} | {TOUS: mots.TOUS}
    axe = choice(left.selectbox, mots.AXE, axes, "axe", next(iter(axes)))
    word = right.text_input(
        mots.CHERCHER, placeholder=mots.CHERCHER_AIDE, key="cherche", max_chars=60
    )
    wanted = None if axe == TOUS or word else Axe[axe]
    return [entree for entree in entries.values() if entree.repond(wanted, word)]


def listed(found: Sequence[Entree]) -> None:
    """Draw the indicators found, one row each."""
    with_figures = sum(1 for entree in found if entree.chiffres)
    st.caption(mots.compte(len(found), with_figures))
    rows = [
        (
            entree.indicateur.libelle,
            entree.indicateur.unite,
            str(entree.indicateur.sens),
            mots.chiffres(entree.chiffres, entree.annees),
        )
        for entree in found
    ]
    table(pd.DataFrame(rows, columns=list(mots.COLONNES_LISTE)), caption=mots.LISTE)


def sheet(entree: Entree) -> None:
    """Draw all that is known of an indicator."""
    i = entree.indicateur
    lines = {
        mots.DEFINITION: i.definition,
        mots.UNITE: i.unite,
        mots.SENS: mots.SENS_LONGS[i.sens.name],
        mots.AXE: str(i.theme),
        mots.SOURCE: i.source,
        mots.CALCUL: i.calcul,
        mots.CHIFFRES: mots.chiffres(entree.chiffres, entree.annees),
        mots.CODE: i.code,
    }
    terms = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in lines.items() if text
    )
    st.subheader(plain(i.libelle), anchor=False)
    st.html(f'<dl class="psdt-fiche">{terms}</dl>')
    if i.modifie:
        st.caption(mots.MODIFIE)


def form(
    former: Indicateur, save: Callable[[Indicateur], None], label: str, advice: str = ""
) -> None:
    """Draw the form of an indicator; ``save`` is given what was typed."""
    if advice:
        st.caption(advice)
    key = former.code or "nouveau"
    with st.form(f"form-{key}", border=False):
        libelle = st.text_input(
            mots.LIBELLE,
            former.libelle,
            max_chars=LONGUEURS_TEXTES["libelle"],
            key=f"libelle-{key}",
        )
        left, middle, right = st.columns([1.6, 1, 1])
        axes, senses = list(Axe), list(Sens)
        axe = left.selectbox(mots.AXE, axes, axes.index(former.theme), key=f"axe-{key}")
        unite = middle.text_input(
            mots.UNITE,
            former.unite,
            max_chars=LONGUEURS["unite"],
            placeholder=mots.UNITE_AIDE,
            key=f"unite-{key}",
        )
        sens = right.selectbox(
            mots.SENS,
            senses,
            senses.index(former.sens),
            format_func=lambda one: mots.SENS_LONGS[one.name],
            key=f"sens-{key}",
        )
        definition = st.text_area(
            mots.DEFINITION,
            former.definition,
            max_chars=LONGUEURS_TEXTES["definition"],
            height=110,
            key=f"definition-{key}",
        )
        left, right = st.columns(2)
        source = left.text_input(
            mots.SOURCE, former.source, max_chars=LONGUEURS_TEXTES["source"], key=f"source-{key}"
        )
        calcul = right.text_input(
            mots.CALCUL, former.calcul, max_chars=LONGUEURS_TEXTES["calcul"], key=f"calcul-{key}"
        )
        if st.form_submit_button(label, type="primary", key=f"garder-{key}"):
            save(
                Indicateur(
                    code=former.code,
                    libelle=libelle,
                    theme=axe,
                    unite=unite,
                    sens=sens,
                    definition=definition,
                    source=source,
                    calcul=calcul,
                )
            )


def exchanged(here: Context) -> Any:
    """Draw the files to take away, and the place to put one back; return it, if any."""
    st.header(mots.EXPORTER, anchor=False)
    st.caption(mots.EXPORTER_AIDE)
    files = []
    for kind, label in mots.FICHIERS.items():
        build = partial(service.export, extension=kind, today=here.today)
        name = service.named(here.db, here.actor, kind, today=here.today)
        files.append(Download(label, name, build))
    downloads(here, files)
    st.header(mots.IMPORTER, anchor=False)
    return st.file_uploader(mots.FICHIER, type=TYPES, key="fichier")


def changes(found: Apercu, keep: Callable[[], None]) -> None:
    """Draw what a file changes in the catalogue, and the button that does it."""
    st.subheader(mots.APERCU, anchor=False)
    if not (found.ajoutes or found.changes):
        st.info(mots.RIEN)
        return
    st.write(mots.changements(len(found.ajoutes), len(found.changes), found.inchanges))
    table(found.tableau(), caption=mots.TABLE_APERCU)
    st.button(mots.CONFIRMER, on_click=keep, type="primary", key="confirmer")
