"""Files as large as what is allowed, and no larger."""

from collections.abc import Iterator

from tests.corpus.attendu import Cas, lu
from tests.corpus.ecrire import texte

MAX_LIGNES = 100_000


def indicateurs(n: int) -> Iterator[tuple]:
    """Yield as many indicators, of one figure each."""
    return ((f"C{i}", f"Mesure {i}", "Divers", "Berric", 2021, i, "%", "s") for i in range(n))


CAS = [
    Cas(
        "084_cent_mille_indicateurs.csv",
        lambda: texte(indicateurs(MAX_LIGNES)),
        lu(
            MAX_LIGNES,
            {"code": "C99999", "territoire": "Berric", "annee": 2021, "valeur": 99_999},
            warnings=("theme_inconnu",),
        ),
    ),
]
