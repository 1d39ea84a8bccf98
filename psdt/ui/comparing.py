"""What is chosen on the page « Comparer », kept in its address: one set of lists a way of seeing.

What is offered is what ``psdt.services.comparer.offre`` returns: pandas is not imported here.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from psdt.ui import picking
from psdt.ui.address import choice, in_address
from psdt.words import comparer as mots

INDICATEURS, SERIES, COMMUNES, TOUTES = "i", "s", "c", "toutes"
"""Names in the address."""
QUATRE = 4
ETROITS = {"multiples": 2, "indicateurs": 1}
"""Small pictures side by side on a phone, by way of seeing."""


def ask(offre: Any, vue: str) -> dict[str, Any]:
    """Draw the lists of a way of seeing, and return what is chosen, as ``Demande`` takes it."""
    left, right = st.columns([3, 2] if vue in {"evolution", "multiples"} else [1, 2])
    if vue in {"evolution", "multiples"}:
        return _series(offre, vue, left, right)
    if vue == "grille":
        ordre = choice(left.selectbox, mots.ORDRE, mots.ORDRES, "ordre", "fragile")
        return {"codes": _indicators(offre, offre.depart_grille), "ordre": ordre}
    label, everywhere = mots.TERRITOIRE, mots.ENSEMBLE
    if vue == "points":
        label, everywhere = mots.COMMUNE, mots.TOUTES
    commune = offre.lieu
    if len(offre.communes) != 1:
        commune = choice(left.selectbox, label, {"": everywhere} | offre.noms, "commune", commune)
    chosen = {"communes": (commune,)}
    if vue == "points":
        return chosen | {"codes": _indicators(offre, offre.depart_points(commune))}
    if vue == "indicateurs":
        return chosen | {"codes": _followed(offre, offre.depart_series(commune))}
    return chosen


def see_all() -> None:
    """Ask for all the small pictures."""
    st.query_params[TOUTES] = "1"


def _series(offre: Any, vue: str, left: Any, right: Any) -> dict[str, Any]:
    """Draw the lists of what moves over the years."""
    offered = offre.evolutions if vue == "evolution" else offre.multiples
    if not offered:
        return {}
    telling = (*offre.depart_grille, *offre.depart)
    first = next((code for code in telling if code in offered), next(iter(offered)))
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


def _indicators(offre: Any, default: Sequence[str]) -> tuple[str, ...]:
    """Let indicators be chosen, axis by axis."""
    return _grouped(INDICATEURS, offre.groupes, default, offre.maximum)


def _followed(offre: Any, default: Sequence[str]) -> tuple[str, ...]:
    """Let indicators be chosen that are known over the years, axis by axis."""
    return _grouped(SERIES, offre.groupes_evolutions, default, offre.maximum)


def _grouped(
    name: str, groups: Mapping[str, Mapping[str, str]], default: Sequence[str], most: int
) -> tuple[str, ...]:
    every = {code: text for group in groups.values() for code, text in group.items()}
    found = picking.chosen(name, every, default, most)
    with st.expander(mots.choisir(len(found), most), key="choix"):
        codes = picking.grouped(groups, name, default, most=most)
        again = partial(picking.start_again, name)
        st.button(mots.REVENIR, key="revenir", type="tertiary", on_click=again)
    return tuple(codes)
