"""Pieces of the screen « Territoire »: the communes as they are, and the way to choose them."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from psdt.domain.indicators import Niveau, Territoire
from psdt.domain.territoire import Etat, Liste, Projet, Traces, Voulu
from psdt.ui.address import choice, views
from psdt.ui.downloads import files
from psdt.ui.figures import source
from psdt.ui.frame import Context
from psdt.ui.tables import table
from psdt.ui.text import plain
from psdt.words import territoire as mots

ROUND, PASTED = "territoire-tour", "colle"
TYPES = ["xlsx", "xls", "ods", "csv", "txt"]
CARTES = ["geojson", "json"]


def view(*, chosen: bool) -> str:
    """Draw what may be changed, and return what is; ``chosen``: the communes already are."""
    st.header(mots.VUE if chosen else mots.CHOISIR_LEQUEL, anchor=False)
    vues = mots.VUES if chosen else dict(list(mots.VUES.items())[:1])
    return views(mots.VUE, vues)


def shown(
    here: Context,
    etat: Etat,
    frame: Any,
    *,
    draw: Callable[..., None] | None,
    name: Callable[[str], str],
    build: Callable[..., bytes],
) -> None:
    """Draw the territoire as it is: a sentence, the map of its communes, their table.

    Parameters
    ----------
    etat : Etat
        The territoire.
    frame : DataFrame
        The table of its communes and of what they are compared with.
    draw : callable
        Draws the map; it is given what ``ui.chart`` says around one. None without outlines.
    name, build : callable
        The name of a file of the table, or of the picture, and the service that builds it.
    """
    noms = [lieu.nom for lieu in etat.references if lieu != etat.lieu]
    nom = etat.lieu.nom if etat.lieu else ""
    st.write(plain(mots.constat(nom, len(etat.communes), noms)))
    left, right = st.columns([1, 1.25], gap="large")
    with right if draw else st.container():
        with st.container(key="territoire-table"):
            table(frame, caption=mots.TABLE, numbers=mots.nombres(etat.annee))
        if etat.ecartes:
            st.caption(plain(mots.ecartes([(lieu.nom, n) for lieu, n in etat.ecartes])))
        source(*filter(None, [mots.source(etat.sources)]))
        files(here, mots.FICHIERS, name, build)
    if draw:
        titre, origin = mots.titre_carte(etat.peuplement), mots.source(etat.sources)
        missing = len(etat.communes) - len(etat.dessinees)
        said = {"subtitle": mots.sous_titre(etat.annee, missing), "alt": mots.alt(titre)}
        with left:
            draw(title=titre, file_name=name("png"), source=origin, **said)


def given() -> str | tuple[str, bytes] | None:
    """Ask for a list of communes; return what is pasted, or the name and content of a file."""
    origines = mots.ORIGINES
    if choice(st.segmented_control, mots.ORIGINE, origines, "origine", "fichier") == "colle":
        colle = st.text_area(mots.COLLE, placeholder=mots.COLLE_EXEMPLE, height=180, key=PASTED)
        st.caption(mots.COLLE_AIDE)
        st.button(mots.LIRE, key="lire")
        return colle if colle.strip() else None
    return _upload(mots.FICHIER, TYPES, "fichier", mots.FICHIER_AIDE)


def leave() -> None:
    """Put away what was given, once it is kept: nothing is left to adopt."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    if PASTED in st.session_state:
        st.session_state[PASTED] = ""


def outlines() -> tuple[str, bytes] | None:
    """Ask for a file of outlines, and return its name and content."""
    return _upload(mots.CONTOURS, CARTES, "contours", mots.CONTOURS_AIDE)


def _upload(label: str, types: Sequence[str], key: str, advice: str) -> tuple[str, bytes] | None:
    key = f"{key}-{st.session_state.get(ROUND, 0)}"
    file = st.file_uploader(label, type=types, key=key, max_upload_size=mots.TAILLE)
    st.caption(advice)
    return (file.name, file.getvalue()) if file else None


def asked(liste: Liste, lieu: Territoire | None) -> Voulu | None:
    """Ask whose démarche it is, among the communes of a list; ``None`` until it is said.

    Nothing is chosen beforehand but ``lieu``, whose démarche it is already.
    """
    ccas = lieu is not None and lieu.niveau is Niveau.COMMUNE
    de = st.segmented_control(
        mots.DE,
        list(mots.DES),
        format_func=mots.DES.__getitem__,
        default="commune" if ccas else "epci",
        required=True,
    )
    epci: Territoire | None = None
    if liste.epcis:
        codes = list(liste.epcis)
        first = lieu.code if lieu else codes[0] if len(codes) == 1 else ""
        code = st.selectbox(
            mots.EPCI,
            codes,
            codes.index(first) if first in codes else None,
            placeholder=mots.CHOISIR,
            key="epci",
            format_func=lambda c: mots.epci(liste.epcis[c], liste.effectifs[c]),
        )
        if code is None:
            return None
        epci = Territoire(code=code, nom=liste.epcis[code], niveau=Niveau.EPCI)
    elif de == "epci":
        left, right = st.columns([2, 1])
        nom = left.text_input(mots.NOM_EPCI, max_chars=100)
        code = right.text_input(
            mots.CODE_EPCI, max_chars=mots.CODE_EPCI_MAX, help=mots.CODE_EPCI_AIDE
        )
        code = "".join(code.split())  # « 242 200 715 », as letters and registers write it
        if not (nom.strip() and code):
            st.caption(mots.NOM_EPCI_AIDE)
            return None
        epci = Territoire(code=code, nom=nom.strip(), niveau=Niveau.EPCI)
    communes = liste.de(epci.code if epci else "")
    commune = ""
    if de == "commune":
        names = {member.code: member.nom for member in communes}
        known = list(names).index(lieu.code) if lieu and lieu.code in names else 0
        commune = st.selectbox(mots.COMMUNE, list(names), known, names.__getitem__) or ""
    return Voulu(communes=communes, epci=epci, commune=commune)


def project(found: Projet, adopt: Callable[[], None]) -> None:
    """Draw what the territoire would become, and the button that does it."""
    st.subheader(mots.APERCU, anchor=False)
    lines = [
        mots.communes(len(found.communes), _noms(found.communes)),
        mots.compare(_noms(found.references)),
        mots.nouvelles(_noms(found.nouvelles), len(found.communes)),
        mots.sortantes(
            [lieu.nom for lieu, _ in found.sortantes], sum(n for _, n in found.sortantes)
        ),
    ]
    if found.renommees:
        lines.append(mots.renommees([(c.code, now, c.nom) for c, now in found.renommees]))
    if found.recodes:
        codes = set(found.recodes.values())
        lines.append(mots.reconnues([c.nom for c in found.communes if c.code in codes]))
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    st.button(mots.ADOPTER, on_click=adopt, type="primary", key="adopter")


def former(communes: int | None, back: Callable[[], None]) -> None:
    """Draw the way back to the outlines that the last file replaced, if it did.

    ``communes`` is how many had one.
    """
    if communes is not None:
        st.button(mots.remettre(communes), on_click=back, key="remettre", icon=":material/undo:")
        st.caption(mots.REMETTRE_AIDE)


def traced(found: Traces, keep: Callable[[], None]) -> None:
    """Draw what a file of outlines gives, and the button that keeps it."""
    st.write(plain(mots.traces(len(found.contours), found.points, found.ignores)))
    if found.sans:
        st.warning(plain(mots.sans_contour(_noms(found.sans))), icon=":material/info:")
    st.button(mots.GARDER, on_click=keep, type="primary", key="garder")


def _noms(lieux: Sequence[Territoire]) -> list[str]:
    return [lieu.nom for lieu in lieux]
