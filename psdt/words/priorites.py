"""Words of the priority table: its findings, its columns, its rule."""

from collections.abc import Sequence

from psdt.words.grammar import NBSP, count, fine

MENU = "Priorités"
TITRE = "Tableau des priorités"
COLLEGE = "Les réponses de"
TOUS = "Tous"
TOUS_LES_COLLEGES = "Tous les collèges"
NOTATION = "Notation"
PROJETER = "Projeter"
REVENIR = "Revenir au tableau"
CLASSEUR = "Tableau Excel"
FICHIER = "priorites"

SCORE = "Score sur 100, du plus haut au plus bas"
GRILLE = "Moyenne de chaque critère, de 1 à 4, et son poids"
ACCORD = "À droite, les réponses se ressemblent ; en haut, le score est plus élevé"
POURQUOI = fine("Pourquoi ce rang ?")
POURQUOI_CHOIX = "Enjeu"
COLONNES = {
    "rang": "Rang",
    "enjeu": "Enjeu",
    "score": "Score",
    "reponses": "Réponses",
    "accord": "Accord",
}
COLONNES_POURQUOI = {
    "critere": "Critère",
    "poids": "Poids",
    "moyenne": "Moyenne",
    "points": "Points apportés",
    "reponses": "Réponses",
    "accord": "Accord",
}
SANS_SCORE = "non classé"
MOINS_DE_CINQ = "moins de 5 réponses"

REGLE = fine(
    "Chacun répond par un niveau de 1 à 4. Le score va de 0 (niveau 1 partout) à 100 (niveau 4 "
    "partout) ; les critères comptent selon leur poids, fixé avant l'ouverture. « Sans avis » "
    "n'est pas un zéro : il ne compte pas. À score égal, même rang."
)
ACCORDS = fine(
    "Accord : « consensus », les réponses se ressemblent ; « partagé », elles s'étalent ; "
    "« clivant », elles se séparent en camps. Ce sont les avis des personnes présentes, pas un "
    "sondage des habitants."
)
MASQUES = fine(
    "Un collège de moins de 5 réponses n'est pas montré à part, ni le plus petit des autres avec "
    "lui : une soustraction le ferait retrouver."
)
AUCUNE = "Aucun enjeu n'a encore été noté."
AUCUNE_CONSEIL = fine(
    "Ouvrez une notation pendant une séance : le tableau paraîtra ici à sa clôture."
)
EN_COURS = "Les réponses arrivent encore."
EN_COURS_CONSEIL = fine(
    "Les résultats restent cachés jusqu'à la clôture, pour que personne ne soit influencé."
)

ZONES = ("clivant", "partagé", "consensus")
COINS = ("À DÉBATTRE", "PRIORITÉS PARTAGÉES", "PEUVENT ATTENDRE")
AXE_SCORE = "Score"


def rang(place: int | None, *, ex_aequo: bool) -> str:
    """« 1er », « 2e ex æquo », « non classé »."""
    if place is None:
        return SANS_SCORE
    ordinal = "1er" if place == 1 else f"{place}e"
    return f"{ordinal}{NBSP}ex{NBSP}æquo" if ex_aequo else ordinal


def en_tete(enjeux: Sequence[str], score: float) -> str:
    """« X » arrive en tête, avec 79 points sur 100; or those that tie; or nobody."""
    if not enjeux:
        return fine("Aucun enjeu n'a assez de réponses pour être classé")
    points = f"avec {_decimal(score, 0)} points sur 100"
    if len(enjeux) == 1:
        return fine(f"« {enjeux[0]} » arrive en tête, {points}")
    if len(enjeux) == 2:
        return fine(f"« {enjeux[0]} » et « {enjeux[1]} » arrivent en tête à égalité, {points}")
    return fine(f"{len(enjeux)} enjeux arrivent en tête à égalité, {points}")


def ecart(critere: str, bas: float, haut: float) -> str:
    """Say on which criterion the enjeux differ most."""
    return fine(
        f"Le critère qui sépare le plus les enjeux : « {critere} », "
        f"de {_decimal(bas, 1)} à {_decimal(haut, 1)}"
    )


def accords(consensus: int, clivants: int, total: int) -> str:
    """« Les réponses se rejoignent sur 6 enjeux sur 14, et se séparent sur 2 »."""
    if not consensus and not clivants:
        return "Les réponses s'étalent, sur tous les enjeux"
    if not consensus:
        return f"Les réponses se séparent sur {_sur(clivants, total)}"
    apart = f", et se séparent sur {clivants}" if clivants else ""
    return f"Les réponses se rejoignent sur {_sur(consensus, total)}{apart}"


def participation(n: int, enjeux: int, criteres: int) -> str:
    """« 107 personnes, 14 enjeux, 5 critères »."""
    return ", ".join(
        (
            count(n, "personne a répondu", "personnes ont répondu"),
            count(enjeux, "enjeu", "enjeux"),
            count(criteres, "critère", "critères"),
        )
    )


def pourcent(share: float) -> str:
    """« 26,7 % »."""
    return fine(f"{_decimal(100 * share, 1)} %")


def vue(college: str | None) -> str:
    """« Tous les collèges », « Habitants »."""
    return college or TOUS_LES_COLLEGES


def somme(enjeu: str, score: float) -> str:
    """Say that the points of the criteria add up to the score."""
    return fine(f"« {enjeu} » : ces points font {_decimal(score, 1)} sur 100.")


def _sur(n: int, total: int) -> str:
    return f"{count(n, 'enjeu', 'enjeux')} sur {total}"


def _decimal(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".replace(".", ",")
