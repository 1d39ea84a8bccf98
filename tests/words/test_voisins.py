"""Words of what a file holds of other territoires."""

from psdt.words import voisins
from psdt.words.grammar import NBSP, NNBSP


def dit(lignes: dict[str, int]) -> str:
    return voisins.hors(lignes).replace(NBSP, " ").replace(NNBSP, " ")


def test_one_row_that_is_left_aside():
    assert dit({"Vannes": 1}) == (
        "1 ligne laissée de côté, ni de votre territoire ni de ceux auxquels il se compare : "
        "Vannes. S'il y a là une de vos communes, ajoutez-la d'abord dans l'écran « Territoire »."
    )


def test_a_total_or_france_is_not_invited_into_the_territoire():
    """That screen adds communes only: no row asks for what it cannot do."""
    told = dit({"Ensemble": 2, "France": 1})

    assert told.startswith("3 lignes laissées de côté")
    assert "Ensemble, France. S'il y a là une de vos communes, ajoutez-la" in told
