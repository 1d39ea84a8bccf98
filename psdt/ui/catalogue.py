"""Pieces of the screen « Catalogue »: the list, one indicator, the form, the file."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode
from zlib import crc32

import streamlit as st

from psdt.domain.catalogue import Entree, Modification
from psdt.domain.indicators import LONGUEURS, LONGUEURS_TEXTES, Axe, Indicateur, Sens
from psdt.ui.address import choice, in_address
from psdt.ui.downloads import Download, downloads
from psdt.ui.frame import Context
from psdt.ui.tables import table
from psdt.ui.text import plain
from psdt.words import catalogue_ecran as mots

TOUS = "tous"
OPENED = "catalogue-ouvert"
TYPES = ["xlsx", "ods", "csv"]
BLANK = Indicateur(
    code="", libelle="", theme=Axe.DEMOGRAPHIE, unite="", sens=Sens.NEUTRE, definition=""
)
"""What the form of a new indicator opens on."""


def saved(text: str, **address: str) -> None:
    """Say that something was saved, and draw the page again, at another address if given."""
    st.toast(text)
    if address:
        st.query_params.from_dict(address)
    st.rerun()


def listed(found: Any) -> None:
    """Draw the indicators found, ``Trouves`` of ``psdt.services.catalogue``, one row each."""
    st.caption(found.compte)
    wide = {"axe": TOUS} if in_address("axe") == TOUS else {}
    links = [
        "?" + urlencode({"axe": entree.indicateur.theme.name, "indicateur": code} | wide)
        for code, entree in found.entrees.items()
    ]
    with st.container(key="catalogue-liste"):
        table(found.tableau(), caption=mots.LISTE, links=links)


def sought() -> tuple[Axe | None, str]:
    """Draw the axis and the word that one looks for; a word is looked for in all of them."""
    left, right = st.columns([1.4, 1])
    axes = {axe.name: str(axe) for axe in Axe} | {TOUS: mots.TOUS}
    axe = choice(left.selectbox, mots.AXE, axes, "axe", next(iter(axes)))
    word = right.text_input(
        mots.CHERCHER, placeholder=mots.CHERCHER_AIDE, key="cherche", max_chars=60
    )
    return None if axe == TOUS or word else Axe[axe], word


def which(names: Mapping[str, str]) -> str:
    """Draw the choice of an indicator, of those that were found, and return its code."""
    first = next(iter(names))
    return choice(st.selectbox, mots.INDICATEUR, names, "indicateur", first)


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


def past(back: Any, undo: Callable[[str, int], None], restore: Callable[[str, int], None]) -> None:
    """Say who wrote what is known of an indicator, and draw the ways back.

    ``back`` is a ``Retour`` of ``psdt.services.catalogue``, or nothing.
    """
    if back is None:
        return
    code, last, former = back.actuel.code, back.passe.derniere.id, back.passe.retour
    st.caption(plain(f"{back.phrase} {mots.MODIFIE if back.actuel.modifie else ''}"))
    label, yes = (mots.ANNULER, mots.ANNULER_OUI) if former else mots.RETIRER
    with st.container(horizontal=True):
        with st.popover(label, key=f"annuler-{last}"):
            _coming(back, former)
            st.button(yes, on_click=undo, args=(code, last), key=f"annuler-{last}-oui")
        if back.origine is not None:
            with st.popover(mots.ORIGINE, key=f"origine-{last}"):
                _coming(back, back.origine)
                st.button(
                    mots.ORIGINE_OUI,
                    on_click=restore,
                    args=(code, last),
                    key=f"origine-{last}-oui",
                )


def _coming(back: Any, words: Indicateur | None) -> None:
    """Draw the words that would come back, or say that there are none."""
    if words is None:
        st.write(mots.RETIRER_AIDE)
        return
    frame = back.tableau(words)
    if len(frame):
        table(frame, caption=mots.RETOUR_TABLE, stacked=True)
    else:
        st.write(mots.RETOUR_PAREIL)


def opened(now: Indicateur) -> tuple[Indicateur, Indicateur]:
    """Return the description that the form is opened on, and the one that was read.

    Both are that of now, unless somebody else has written while this person was typing: the
    form then keeps what was typed, and what is above it will have been read at the next click.
    """
    former, seen = st.session_state.get(OPENED, (now, now))
    if former.code != now.code or not st.session_state.get(f"garder-{_mark(former)}"):
        former = seen = now
    st.session_state[OPENED] = (former, now)
    return former, seen


def _mark(former: Indicateur) -> str:
    """Return the key of a form: another description, another form, without its words."""
    return f"{former.code}-{crc32(repr(former).encode()):08x}" if former.code else "nouveau"


def form(
    former: Indicateur, save: Callable[[Indicateur], None], label: str, advice: str = ""
) -> None:
    """Draw the form of an indicator; ``save`` is given what was typed."""
    if advice:
        st.caption(advice)
    key = _mark(former)
    with st.form(f"form-{key}", border=False):
        libelle = st.text_input(
            mots.LIBELLE,
            former.libelle,
            max_chars=LONGUEURS_TEXTES["libelle"],
            key=f"libelle-{key}",
        )
        left, middle, right = st.columns([1.4, 1.2, 1.2])
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


def exchanged(here: Context, files: Sequence[Download]) -> Any:
    """Draw the files to take away, and the place to put one back; return it, if any."""
    st.header(mots.EXPORTER, anchor=False)
    st.caption(mots.EXPORTER_AIDE)
    downloads(here, files)
    st.header(mots.IMPORTER, anchor=False)
    return st.file_uploader(mots.FICHIER, type=TYPES, key="fichier", max_upload_size=mots.TAILLE)


def files(taken: Sequence[Modification], undo: Callable[[int], None]) -> None:
    """Draw the files that were taken, the latest first; each may be undone."""
    st.header(mots.PASSES, anchor=False)
    if not taken:
        st.caption(mots.AUCUN_PASSE)
    for one in taken:
        with st.container(border=True, key=f"fichier-{one.id}"):
            left, right = st.columns([3, 1.1], vertical_alignment="center")
            left.markdown(f"**{plain(one.fichier)}**")
            lines = [mots.fichier_pris(one.instant, one.par, one.nombre, one.en_vigueur)]
            if one.annule_le is not None:
                lines = [mots.fichier_lu(one.instant, one.par)]
                lines.append(mots.annule_par(one.annule_le, one.annule_par))
            left.caption("  \n".join(map(plain, lines)))
            if one.annule_le is None:
                with right.popover(mots.FICHIER_ANNULER, key=f"defaire-{one.id}", width="stretch"):
                    st.write(mots.FICHIER_ANNULER_AIDE)
                    key = f"defaire-{one.id}-oui"
                    st.button(mots.FICHIER_OUI, on_click=undo, args=(one.id,), key=key)


def changes(found: Any, keep: Callable[[], None]) -> None:
    """Draw what a file changes in the catalogue, and the button that does it.

    ``found`` is an ``Apercu`` of ``psdt.services.catalogue``.
    """
    st.subheader(mots.APERCU, anchor=False)
    if not found.utile:
        st.info(mots.RIEN)
        return
    st.write(found.compte)
    for text in found.remarques:
        st.warning(plain(text))
    table(found.tableau(), caption=mots.TABLE_APERCU)
    st.button(mots.CONFIRMER, on_click=keep, type="primary", key="confirmer")
