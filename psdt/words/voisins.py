"""Words of what a file holds of other territoires than those of the démarche."""

from collections.abc import Mapping, Sequence

from psdt.words.grammar import count, fine
from psdt.words.producteurs import enumerer


def hors(lignes: Mapping[str, int]) -> str:
    """« 3 lignes laissées de côté, ni de votre territoire ni de… : Vannes, Auray. S'il… »."""
    aside = count(sum(lignes.values()), "ligne laissée", "lignes laissées")
    return fine(
        f"{aside} de côté, ni de votre territoire ni de ceux auxquels il se compare : "
        f"{enumerer([*lignes])}. S'il y a là une de vos communes, ajoutez-la d'abord dans l'écran "
        "« Territoire »."
    )


def premieres_communes(noms: Sequence[str]) -> str:
    """« La démarche devient celle de 2 communes : Vannes, Auray. Si… »."""
    return fine(
        f"La démarche devient celle de {count(len(noms), 'commune', 'communes')} : "
        f"{enumerer(noms)}. Si toutes ne sont pas les vôtres, dites d'abord quel est votre "
        "territoire, dans l'écran « Territoire »."
    )


def plusieurs_epci(noms: Sequence[str]) -> str:
    """« Plusieurs intercommunalités : … Dites laquelle est la vôtre… »."""
    return fine(
        f"Plusieurs intercommunalités : {enumerer(noms)}. Tant que l'écran « Territoire » ne dit "
        "pas laquelle est la vôtre, aucune n'est comparée."
    )


def nouveaux_lieux(noms: Sequence[str]) -> str:
    """« Territoires que la démarche ne connaît pas encore : Béric. Vérifiez leur nom. »."""
    return fine(
        f"Territoires que la démarche ne connaît pas encore, et qui s'y ajoutent : "
        f"{enumerer(noms)}. Vérifiez leur nom."
    )
