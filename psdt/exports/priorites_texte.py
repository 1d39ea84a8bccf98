"""The priority table as text, for a spreadsheet: the numbers behind its three figures."""

import pandas as pd

from psdt.exports import texte
from psdt.exports.dossier import Dossier
from psdt.words import classeur as mots


def csv(dossier: Dossier) -> bytes:
    """Return one line an enjeu: its rank, its mean on each criterion, its score.

    The columns are those of « Priorités » in the workbook.
    """
    rank, enjeu, *others = mots.NOMS_ENJEUX
    lines = dossier.enjeux.astype(object).to_dict("records")
    rows = [
        [
            None if pd.isna(line["rang"]) else int(line["rang"]),
            line["enjeu"],
            *(round(float(mean), 3) for mean in means),
            round(float(line["score"]), 3),
            None if pd.isna(line["reponses"]) else int(line["reponses"]),
            None if pd.isna(line["accord"]) else line["accord"],
        ]
        for line, means in zip(lines, dossier.moyennes.to_numpy(), strict=True)
    ]
    return texte.table([rank, enjeu, *dossier.criteres["critere"], *others], rows)
