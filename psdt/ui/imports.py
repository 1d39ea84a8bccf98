"""Pieces of the screen « Importer »: the file, what it does not tell, remarks, past imports.

What was read of a file stays in the session of the page until another one comes: it is read
once, however often the page is drawn.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

import streamlit as st

from psdt.domain.imports import ImportAbs, Provenance, Reponses
from psdt.domain.indicators import Niveau
from psdt.domain.people import Actor
from psdt.store.database import Database
from psdt.ui.downloads import Download, downloads
from psdt.ui.frame import Context
from psdt.ui.screens import link
from psdt.ui.tables import table
from psdt.ui.text import plain
from psdt.words import historique as passe
from psdt.words import imports as mots

T = TypeVar("T")
Build = Callable[[Database, Actor], bytes]

ROUND, READ, TOLD, DONE = "import-tour", "import-lu", "import-dit", "import-fait"
EXPLORER, TERRITOIRE = "abs/explorer", "abs/territoire"
FEW = 12
"""Indicators listed at once; more of them are folded away."""
YEARS = 30


def upload() -> Any:
    """Draw the place where a file is put, and return it; each import begins with a new one."""
    return st.file_uploader(
        mots.FICHIER,
        key=f"fichier-{st.session_state.get(ROUND, 0)}",
        max_upload_size=mots.TAILLE,
    )


def read(file: Any, reader: Callable[[str, bytes, Reponses], T]) -> T:
    """Return what ``reader`` makes of a file, and of what a person told of it."""
    contenu = file.getvalue()
    mark = hashlib.sha256(contenu).hexdigest()
    asked, told = st.session_state.get(TOLD, ("", Reponses()))
    told = told if asked == mark else Reponses()
    st.session_state[TOLD] = (mark, told)
    known, found = st.session_state.get(READ, (None, None))
    if known != (file.name, mark, told):
        with st.spinner(mots.LECTURE, show_time=True):
            found = reader(file.name, contenu, told)
        st.session_state[READ] = ((file.name, mark, told), found)
    result: T = found
    return result


def held(found: T) -> T:
    """Keep in the session what was compared anew."""
    known, _ = st.session_state[READ]
    st.session_state[READ] = (known, found)
    return found


def take() -> Any:
    """Return what is on screen, and forget it: it cannot be imported twice."""
    return st.session_state.pop(READ, (None, None))[1]


def leave(text: str = "", indicateur: str = "") -> None:
    """Put the file away; ``text`` says at the next run what was done, to which indicator."""
    for key in (READ, TOLD):
        st.session_state.pop(key, None)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.session_state[DONE] = (text, indicateur)


def done(here: Context) -> None:
    """Say once what was just done, and where to see it."""
    text, indicateur = st.session_state.pop(DONE, ("", ""))
    if text:
        st.success(plain(text), icon=":material/check:")
    if indicateur:
        link(here.visitor, EXPLORER, mots.VOIR, indicateur=indicateur)


def guide(here: Context, command: str, template: Build, sample: Build) -> None:
    """Draw, folded away, which files are read, the template, and the way of large files."""
    with st.expander(mots.AIDE):
        st.write(plain(mots.MODELE_AIDE))
        files = [
            Download(mots.MODELE, mots.NOM_MODELE, template),
            Download(mots.EXEMPLE, mots.NOM_EXEMPLE, sample),
        ]
        downloads(here, files)
        st.write(plain(mots.RECONNUS))
        st.markdown("\n".join(f"- {plain(name)}" for name in mots.RECONNUS_LISTE))
        st.write(plain(mots.GROS))
        st.code(command, language=None)


def ask(question: str | None, year: int) -> bool:
    """Ask what a file does not tell; say whether there was something to ask."""
    if question not in mots.QUESTIONS:
        return False
    st.caption(plain(mots.QUESTION_AIDE[question]))
    offered: dict[Any, str] = (
        dict(mots.NIVEAUX)
        if question == "niveau"
        else {past: str(past) for past in range(year, year - YEARS, -1)}
    )
    answer = st.selectbox(
        mots.QUESTIONS[question],
        list(offered),
        index=None,
        format_func=offered.__getitem__,
        placeholder=mots.CHOISIR,
        key=f"question-{question}",
    )
    if answer is not None:
        mark, told = st.session_state[TOLD]
        value = Niveau[answer] if question == "niveau" else answer
        st.session_state[TOLD] = (mark, told.avec(question, value))
        st.rerun()
    return True


def recognised(provenance: Provenance) -> None:
    """Say what a file is, and what was told of it: a person may tell it otherwise."""
    st.caption(plain(mots.fichier(provenance.fichier, provenance.nature)))
    _, answers = st.session_state.get(TOLD, ("", Reponses()))
    niveau = answers.niveau.name if answers.niveau else ""
    if text := mots.repondu(niveau, answers.annee):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(plain(text), width="content")
            st.button(mots.CHANGER, on_click=_untell, type="tertiary", key="psdt-redire")


def _untell() -> None:
    for key in (READ, TOLD):
        st.session_state.pop(key, None)


def refused(here: Context, sentences: Sequence[str], command: str, question: str | None) -> bool:
    """Say why a file cannot be taken at all, and the way to take it; say whether it is so."""
    if not sentences:
        return False
    st.error("\n\n".join(map(plain, sentences)), icon=":material/info:")
    if question == "territoire":
        link(here.visitor, TERRITOIRE, mots.TERRITOIRE)
    if command:
        st.write(plain(mots.GROS))
        st.code(command, language=None)
    return True


def blocked(sentences: Sequence[str]) -> bool:
    """Say why a file that was read well cannot be taken, if it cannot; say whether it is so."""
    if sentences:
        st.error("\n\n".join(map(plain, sentences)), icon=":material/info:")
        st.button(mots.LAISSER, on_click=leave, key="psdt-laisser")
    return bool(sentences)


def changes(frame: Any, others: int) -> None:
    """Draw the largest changes of figures, and how many others there are."""
    if len(frame):
        st.subheader(mots.CHANGEMENTS, anchor=False)
        st.caption(mots.CHANGEMENTS_AIDE)
        table(frame, caption=mots.CHANGEMENTS, numbers=mots.NOMBRES_CHANGEMENTS)
        note(mots.autres_changements(others))


def descriptions(frame: Any) -> None:
    """Draw what changes in the descriptions; folded away when it is long."""
    if len(frame):
        with st.expander(mots.descriptions(len(frame)), expanded=len(frame) <= FEW):
            st.caption(mots.DESCRIPTIONS_AIDE)
            table(frame, caption=mots.DESCRIPTIONS)


def note(text: str) -> None:
    """Draw a quiet line, if there is something to say."""
    if text:
        st.caption(plain(text))


def take_away(here: Context, names: Mapping[str, str], build: Callable[..., bytes]) -> None:
    """Draw the list of what must be mended as files to take away; names are by kind of file."""
    files = [
        Download(mots.FICHIERS[kind], name, partial(build, extension=kind, today=here.today))
        for kind, name in names.items()
    ]
    downloads(here, files)


def remarks(sentences: Sequence[str], *, useful: bool) -> None:
    """Draw what deserves a look, one line each; ``useful``: there is something to import."""
    if sentences:
        lines = "\n".join(f"- {plain(text)}" for text in sentences)
        if useful:
            st.warning(f"**{mots.A_VERIFIER}**\n\n{lines}")
        else:
            st.info(f"**{mots.A_SAVOIR}**\n\n{lines}")


def buttons(keep: Callable[[], None], *, useful: bool) -> None:
    """Draw the way to import what is on screen, and the way to leave it."""
    if not useful:
        st.info(mots.RIEN_A_FAIRE)
    with st.container(horizontal=True):
        if useful:
            st.button(mots.IMPORTER, on_click=keep, type="primary", key="psdt-importer")
        st.button(mots.LAISSER, on_click=leave, key="psdt-laisser")


def history(past: Sequence[ImportAbs], undo: Callable[[int], None]) -> None:
    """Draw the imports, the latest first; each may be undone, once somebody has confirmed."""
    st.header(passe.HISTORIQUE, anchor=False)
    if not past:
        st.caption(passe.AUCUN_IMPORT)
    for one in past[: passe.RECENTS]:
        _import(one, undo)
    older = past[passe.RECENTS :]
    if older:
        with st.expander(passe.anciens(len(older))):
            for one in older:
                _import(one, undo)


def _import(one: ImportAbs, undo: Callable[[int], None]) -> None:
    with st.container(border=True, key=f"import-{one.id}"):
        left, right = st.columns([3, 1.1], vertical_alignment="center")
        left.markdown(f"**{plain(one.provenance.fichier)}**")
        lines = [passe.qui_quand(one.instant, one.par)]
        if one.annule_le is not None:
            lines.append(passe.annulation(one.annule_le, one.annule_par))
        else:
            lines.append(passe.apport(one.provenance.nature, one.bilan, one.en_vigueur))
        left.caption("  \n".join(map(plain, lines)))
        if one.annule_le is not None:
            return
        with right.popover(passe.ANNULER, key=f"undo-{one.id}", width="stretch"):
            st.write(plain(passe.ANNULATION_AIDE))
            st.button(passe.CONFIRMER, on_click=undo, args=(one.id,), key=f"undo-{one.id}-yes")
