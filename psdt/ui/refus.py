"""What must be mended in a file, or in what was typed: where, and what to do."""

import pandas as pd
import streamlit as st

from psdt.sources import Refus
from psdt.ui.tables import table
from psdt.ui.text import plain
from psdt.words import fichiers
from psdt.words import saisie as mots

MONTREES = 50
"""Rows shown; those that follow are counted."""


def refused(refus: Refus, title: str) -> None:
    """Draw what must be mended, one row a thing."""
    st.error(plain(title), icon=":material/info:")
    rows = []
    for anomalie in refus.anomalies[:MONTREES]:
        place = fichiers.lieu(anomalie.feuille, anomalie.ligne, anomalie.colonne) or mots.PARTOUT
        texts = (place, anomalie.que_faire)
        rows.append([text[:1].upper() + text[1:] for text in texts])
    found = pd.DataFrame(rows, columns=[mots.OU, mots.QUE_FAIRE_COLONNE])
    table(found, caption=mots.A_CORRIGER)
    if (more := len(refus.anomalies) - MONTREES) > 0:
        st.caption(mots.autres(more))
