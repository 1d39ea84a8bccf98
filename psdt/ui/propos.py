"""What an agent writes in the rapport d'ABS: kept as soon as a box is left."""

import streamlit as st

from psdt.domain.people import Action
from psdt.domain.propos import Propos
from psdt.services import propos as service
from psdt.ui.frame import Context, acting
from psdt.words import rapport_propos as mots


def propos(here: Context) -> dict[Propos, str]:
    """Draw the boxes of the texts, for those who may write them; return the texts."""
    kept = service.propos(here.db, here.actor)
    if not here.actor.may(Action.GERER_DEMARCHE):
        return kept
    with st.expander(mots.TITRE):
        st.caption(mots.PHRASE)
        for nature in Propos:
            box = st.text_input if nature is Propos.SIGNATURE else st.text_area
            key = f"propos-{nature.name}"
            box(
                str(nature),
                kept.get(nature, ""),
                max_chars=nature.longueur,
                placeholder=mots.AIDES[nature.name],
                key=key,
                on_change=_keep,
                args=(nature, key),
            )
    return kept


def _keep(nature: Propos, key: str) -> None:
    """Keep what was just typed, and nothing else: another window may have changed the others."""
    with acting() as here:
        service.ecrire(here.db, here.actor, nature, st.session_state[key])
