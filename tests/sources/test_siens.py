"""What a démarche keeps of a file: its own territoires, and how many others there are."""

from time import monotonic

import pandas as pd

from psdt.domain.indicators import Axe, Indicateur, Niveau, Sens, Territoire
from psdt.sources import Perimetre, Tableau
from psdt.sources.siens import siens
from tests.sources.tables import BERRIC, ICI, MORBIHAN

TAUX = Indicateur(
    code="TX", libelle="Taux", theme=Axe.EMPLOI, unite="%", sens=Sens.NEUTRE, definition=""
)


def tableau(*lieux: Territoire) -> Tableau:
    """Return one figure a territoire."""
    rows = [(TAUX.code, lieu.niveau, lieu.code, lieu.nom, 2024) for lieu in lieux]
    columns = ["code", "niveau", "code_territoire", "territoire", "annee"]
    frame = pd.DataFrame(rows, columns=columns, dtype=object)
    return Tableau(valeurs=frame, indicateurs=(TAUX,), territoires=lieux)


def commune(n: int) -> Territoire:
    return Territoire(code=f"commune_{n}", nom=f"Commune {n}", niveau=Niveau.COMMUNE)


def test_neighbours_are_left_aside_and_counted():
    kept, hors = siens(tableau(BERRIC, commune(1), commune(2)), ICI, choisi=False)

    assert kept.territoires == (BERRIC,)
    assert kept.valeurs["code_territoire"].tolist() == [BERRIC.code]
    assert hors == {"Commune 1": 1, "Commune 2": 1}


def test_what_one_compares_with_joins_until_somebody_has_chosen():
    known = Perimetre(territoires=(BERRIC,))

    assert siens(tableau(BERRIC, MORBIHAN), known, choisi=False)[0].territoires[1:] == (MORBIHAN,)
    assert siens(tableau(BERRIC, MORBIHAN), known, choisi=True)[1] == {"Morbihan": 1}


def test_as_many_territoires_as_a_file_may_have_take_seconds():
    lu = tableau(*map(commune, range(20_000)))
    start = monotonic()

    kept, _ = siens(lu, Perimetre(), choisi=False)

    assert len(kept.territoires) == 20_000
    assert monotonic() - start < 10  # looked for one by one among them, a minute and a half
