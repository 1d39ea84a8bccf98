"""Words of the priority table: its findings, its columns, its rule."""

from collections.abc import Mapping, Sequence
from math import isnan

from psdt.words.grammar import NBSP, count, fine
from psdt.words.mesures import decimale

MENU = "Priorités"
TITRE = "Tableau des priorités"
COLLEGE = "Les réponses de"
TOUS = "Tous"
TOUS_LES_COLLEGES = "Tous les collèges"
PROJETER = "Projeter"
REVENIR = "Revenir au tableau"
FICHIERS = {"xlsx": "Tableau Excel", "csv": "Fichier CSV"}

ALTS = {
    "scores": "Barres horizontales, une par enjeu, du score le plus haut au plus bas.",
    "accord": "Points numérotés par rang, placés selon l'accord et le score de chaque enjeu.",
    "grille": fine(
        "Grille : un enjeu par ligne, un critère par colonne, la moyenne dans la case."
    ),
}
"""What a figure is, for those who do not see it."""
TABLES = {
    "rangs": "Les enjeux, leur rang, leur score, le nombre de réponses et l'accord.",
    "grille": fine("La moyenne de chaque enjeu sur chaque critère, de 1 à 4."),
    "pourquoi": "Ce que chaque critère apporte au score de l'enjeu choisi.",
}
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
NOMBRES = ("Score", "Réponses", "Poids", "Moyenne", "Points apportés")
"""The columns of numbers."""
RIEN = "–"
"""In place of what is not shown."""
SANS_SCORE = "non classé"

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
MANQUE = fine(
    "un critère qui compte trop peu de réponses pour être montré : le score se lit alors sur "
    "les autres critères."
)
AUCUNE = "Aucun résultat pour l'instant."
AUCUNE_CONSEIL = fine(
    "Le tableau paraît à la clôture d'une notation : jusque-là, les réponses restent cachées, "
    "pour que personne ne soit influencé."
)

ZONES = ("clivant", "partagé", "consensus")
COINS = ("À DÉBATTRE", "PRIORITÉS PARTAGÉES", "PEUVENT ATTENDRE")
AXE_SCORE = "Score"


def sous_titres(seuil: int) -> dict[str, str]:
    """Return what each figure measures; under ``seuil`` answers, nothing is shown."""
    return {
        "scores": "Score sur 100, du plus haut au plus bas",
        "accord": fine(
            "À droite, les réponses se ressemblent ; en haut, le score est plus élevé. Le numéro "
            "est le rang"
        ),
        "grille": fine(
            "Moyenne de chaque critère, de 1 (clair) à 4 (foncé), et poids du critère ; une case "
            f"vide compte {moins_de(seuil)}"
        ),
    }


def moins_de(seuil: int) -> str:
    """« moins de 5 réponses »."""
    return f"moins de {seuil} réponses"


def vide(seuil: int) -> str:
    """Say why no enjeu has a rank."""
    return fine(f"Chaque enjeu a reçu {moins_de(seuil)} : aucun n'est classé.")


def masques(seuil: int) -> str:
    """Say why some collèges are not shown apart."""
    return fine(
        f"Un collège de {moins_de(seuil)} n'est pas montré à part, ni le plus petit des autres "
        "avec lui : une soustraction le ferait retrouver."
    )


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
    points = f"avec {decimale(score, 1)} points sur 100"
    if len(enjeux) == 1:
        return fine(f"« {enjeux[0]} » arrive en tête, {points}")
    if len(enjeux) == 2:
        return fine(f"« {enjeux[0]} » et « {enjeux[1]} » arrivent en tête à égalité, {points}")
    return fine(f"{len(enjeux)} enjeux arrivent en tête à égalité, {points}")


def ecart(critere: str, bas: float, haut: float) -> str:
    """« Le critère qui sépare le plus les enjeux : « Gravité », de 1,5 à 3,8 »."""
    return fine(
        f"Le critère qui sépare le plus les enjeux : « {critere} », "
        f"de {nombre(bas)} à {nombre(haut)}"
    )


def accords(consensus: int, clivants: int, total: int) -> str:
    """« Les réponses se rejoignent sur 6 enjeux sur 14, et se séparent sur 2 »."""
    if not consensus and not clivants:
        return "Les réponses s'étalent, sur tous les enjeux"
    if not consensus:
        return f"Les réponses se séparent sur {_sur(clivants, total)}"
    apart = f", et se séparent sur {clivants}" if clivants else ""
    return f"Les réponses se rejoignent sur {_sur(consensus, total)}{apart}"


def participation(titre: str, effectifs: Mapping[str, int], n: int) -> str:
    """« Noter les enjeux : 107 personnes (Élus 14, Habitants 60, autres collèges 33) »."""
    return fine(f"{titre} : {personnes(n, effectifs)}")


def personnes(n: int, effectifs: Mapping[str, int]) -> str:
    """« 22 personnes (Élus 15, autres collèges 7) »: the others are those not shown apart."""
    shares = [f"{college} {size}" for college, size in effectifs.items()]
    others = n - sum(effectifs.values())
    if others and shares:
        shares.append(f"autres collèges {others}")
    people = count(n, "personne", "personnes")
    return f"{people} ({', '.join(shares)})" if shares else people


def regles(seuil: int, *, cache: bool, incomplets: int) -> tuple[str, ...]:
    """Return the sentences under the table: the rule, the words of agreement, what is hidden.

    ``cache`` says whether some collèges are; ``incomplets`` is the number of enjeux ranked
    without one of the criteria.
    """
    missing = count(incomplets, "enjeu a", "enjeux ont")
    sentences = {
        REGLE: True,
        ACCORDS: True,
        masques(seuil): cache,
        fine(f"{missing} {MANQUE}"): incomplets > 0,
    }
    return tuple(sentence for sentence, said in sentences.items() if said)


def nombre(value: float) -> str:
    """« 79,2 »; a dash in place of what is not shown."""
    return RIEN if isnan(value) else decimale(value, 1)


def pourcent(share: float) -> str:
    """« 26,7 % »."""
    return fine(f"{decimale(100 * share, 1)} %")


def vue(college: str | None) -> str:
    """« Tous les collèges », « Habitants »."""
    return college or TOUS_LES_COLLEGES


def fichier(college: str | None) -> str:
    """« priorites », « priorites élus »: the noun of a file name."""
    return f"priorites {college}" if college else "priorites"


def somme(enjeu: str, score: float) -> str:
    """Say that the points of the criteria add up to the score."""
    return fine(f"« {enjeu} » : ces points font {decimale(score, 1)} sur 100.")


def _sur(n: int, total: int) -> str:
    return f"{count(n, 'enjeu', 'enjeux')} sur {total}"
