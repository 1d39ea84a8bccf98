"""What is chosen on the page « Comparer », kept in its address: one set of lists a way of seeing.

What is offered is what ``psdt.services.comparer.offre`` returns: pandas is not imported here.
"""

from functools import partial
from typing import Any

import streamlit as st

from psdt.ui import picking
from psdt.ui.address import choice, in_address
from psdt.words import comparer as mots

INDICATEURS, COMMUNES, TOUTES = "i", "c", "toutes"
"""Names in the address."""
QUATRE = 4


def ask(offre: Any, vue: str) -> dict[str, Any]:
    """Draw the lists of a way of seeing, and return what is chosen, as ``Demande`` takes it."""
    left, right = st.columns([1, 2] if vue in {"points", "grille", "ages"} else [3, 2])
    if vue in {"evolution", "multiples"}:
        return _series(offre, vue, left, right)
    if vue == "grille":
        ordre = choice(left.selectbox, mots.ORDRE, mots.ORDRES, "ordre", "fragile")
        return {"codes": _indicators(offre), "ordre": ordre}
    everywhere = mots.ENSEMBLE if vue == "ages" else mots.TOUTES
    offered = {"": everywhere} | offre.noms
    label = mots.TERRITOIRE if vue == "ages" else mots.COMMUNE
    commune = offre.lieu
    if len(offre.communes) != 1:
        commune = choice(left.selectbox, label, offered, "commune", commune)
    return {"communes": (commune,)} | ({"codes": _indicators(offre)} if vue == "points" else {})


def see_all() -> None:
    """Ask for all the small pictures."""
    st.query_params[TOUTES] = "1"


def _series(offre: Any, vue: str, left: Any, right: Any) -> dict[str, Any]:
    """Draw the lists of what moves over the years."""
    offered = offre.evolutions if vue == "evolution" else offre.multiples
    if not offered:
        return {}
    first = next((code for code in offre.depart if code in offered), next(iter(offered)))
    code = choice(left.selectbox, mots.INDICATEUR, offered, "indicateur", first)
    if vue == "multiples":
        return {"code": code, "toutes": TOUTES in st.query_params}
    looked_at = in_address("commune") or offre.lieu
    default = [looked_at] if looked_at in offre.noms else []
    if len(offre.communes) == 1:
        return {"code": code, "communes": tuple(default)}
    with right:
        communes = picking.several(mots.COMMUNES, offre.noms, COMMUNES, default, most=QUATRE)
    return {"code": code, "communes": tuple(communes)}


def _indicators(offre: Any) -> tuple[str, ...]:
    """Let indicators be chosen, axis by axis."""
    most = offre.maximum
    found = picking.chosen(INDICATEURS, offre.libelles, offre.depart, most)
    with st.expander(mots.choisir(len(found), most), key="choix"):
        codes = picking.grouped(offre.groupes, INDICATEURS, offre.depart, most=most)
        again = partial(picking.start_again, INDICATEURS)
        st.button(mots.REVENIR, key="revenir", type="tertiary", on_click=again)
    return tuple(codes)
