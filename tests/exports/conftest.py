"""A small priority table, worked by hand: three enjeux, two criteria, one tie, one hole."""

from dataclasses import astuple
from datetime import date

import numpy as np
import pandas as pd
import pytest

from psdt.domain.priorites import CATALOGUE
from psdt.exports.dossier import Dossier

LEVELS = [f"niveau_{niveau}" for niveau in (1, 2, 3, 4)]


@pytest.fixture
def dossier() -> Dossier:
    """Weights 3/4 and 1/4: scores 75, 75 and 50, the last without its second criterion."""
    criteres = pd.DataFrame(
        [
            [*astuple(CATALOGUE[key])[:2], poids, "consensus", *CATALOGUE[key].ancres]
            for key, poids in (("gravite", 0.75), ("nombre", 0.25))
        ],
        columns=["critere", "question", "poids", "accord", *LEVELS],
    )
    enjeux = pd.DataFrame(
        {
            "rang": pd.array([1, 1, 3], dtype="Int64"),
            "enjeu": ["Soulager les aidants", "Se déplacer sans voiture", "Rompre l'isolement"],
            "score": [75.0, 75.0, 50.0],
            "reponses": [6, 6, 6],
            "accord": ["consensus", "clivant", "partagé"],
        }
    )
    detail = pd.DataFrame(
        [["Soulager les aidants", "Gravité ou urgence", 0.75, 4.0, 6, "consensus", 0, 0, 0, 6]],
        columns=["enjeu", "critere", "poids", "moyenne", "reponses", "accord", *LEVELS],
    )
    return Dossier(
        organisme="CIAS de démonstration",
        demarche="Projet social 2027-2032",
        demonstration=True,
        titre="Noter les enjeux",
        vue="Tous les collèges",
        constat="Deux enjeux arrivent en tête",
        n_personnes=6,
        effectifs={"Élus": 6},
        clos_le=date(2026, 12, 12),
        jour=date(2027, 4, 1),
        enjeux=enjeux,
        criteres=criteres,
        moyennes=pd.DataFrame([[4.0, 1.0], [4.0, 1.0], [2.5, np.nan]]),
        detail=detail,
    )
