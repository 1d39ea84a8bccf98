"""Words of the priority table, as a workbook."""

from datetime import date

from psdt.words.grammar import MOIS, fine
from psdt.words.priorites import moins_de, personnes

LISEZ_MOI = "Lisez-moi"
PRIORITES = "Priorités"
CRITERES = "Critères"
DETAIL = "Détail"
LIENS = {
    PRIORITES: "Le tableau des priorités",
    CRITERES: "Les critères, leurs poids, leurs réponses écrites",
    DETAIL: "Le détail, enjeu par enjeu et critère par critère",
}
TITRE = "Tableau des priorités"
TITRE_CRITERES = "Critères et poids"
TITRE_DETAIL = "Détail des réponses"
EXEMPLE = "Données d'exemple"
PAGE = "Page &P / &N"  # Excel puts the numbers

POIDS_ACTUELS = "Poids des critères"
AIDE_PRIORITES = fine(
    "Score et rang se recalculent quand un poids change dans la feuille « Critères ». "
    "Triez ensuite la colonne « Rang »."
)
AIDE_CRITERES = fine(
    "Les cases jaunes se modifient : scores et rangs suivent. Un total différent de 100 % est "
    "ramené à 100 %."
)
NOMS_ENJEUX = ("Rang", "Enjeu", "Score", "Réponses", "Accord")
NOMS_CRITERES = (
    "Critère",
    "Question posée",
    "Poids",
    "Accord",
    "Niveau 1",
    "Niveau 2",
    "Niveau 3",
    "Niveau 4",
)
NOMS_DETAIL = ("Enjeu", "Critère", "Poids", "Moyenne", "Réponses", "Accord", *NOMS_CRITERES[4:])
TOTAL = "Total"
SANS_NOM = "(sans titre)"
POIDS_TITRE = "Poids"
POIDS_AIDE = fine("Entre 0 et 100 %.")
POIDS_REFUS = "Valeur refusée"
POIDS_REFUS_AIDE = fine("Saisissez un pourcentage entre 0 et 100 %.")
GRAPHIQUE = "Score de chaque enjeu, sur 100"
GRAPHIQUE_ALT = fine("Barres horizontales : le score de chaque enjeu, dans l'ordre du tableau")

REGLE = fine(
    "Chaque personne répond par un niveau de 1 à 4, dont le sens est écrit pour chaque critère. "
    "Score = 100 × somme des poids × (moyenne - 1) / 3, sur les critères qui ont des réponses. "
    "« Sans avis » ne compte pas : ce n'est pas un zéro. Le barème est fixe : ajouter ou retirer "
    "un enjeu ne change pas l'ordre des autres. À score égal, même rang (ex æquo). Le barème et "
    "les poids ont été fixés avant l'ouverture."
)
ACCORD = fine(
    "« consensus » : les réponses se ressemblent ; « partagé » : elles s'étalent ; « clivant » : "
    "elles se séparent en camps. Mesure : A de van der Eijk (2001), moyenne des critères selon "
    "leur poids ; consensus à partir de 0,5, clivant sous 0,2."
)
SOURCE = "Réponses recueillies par l'application auprès des personnes invitées à noter les enjeux."
PAS_UN_SONDAGE = fine(
    "Ce sont les avis des personnes présentes : ce n'est pas un sondage des habitants."
)


def jour(day: date) -> str:
    """« 12 mars 2026 », « 1er avril 2026 »."""
    return f"{'1er' if day.day == 1 else day.day} {MOIS[day.month - 1]} {day.year}"


def participation(n: int, effectifs: dict[str, int]) -> str:
    """« 45 personnes (Élus 15, Habitants 30). Ce sont… »."""
    return fine(f"{personnes(n, effectifs)}. {PAS_UN_SONDAGE}")


def aide_detail(seuil: int) -> str:
    """Say what the numbers of the sheet are, and why some are missing."""
    return fine(
        "Combien de personnes ont choisi chaque niveau. Une case vide compte "
        f"{moins_de(seuil)}, ou permettrait d'en retrouver si peu."
    )


def confidentialite(seuil: int) -> str:
    """Say the rule that protects people."""
    return fine(
        f"Aucun nom. Sous {seuil} personnes, rien n'est affiché ; un collège qui n'en compte pas "
        "autant est masqué avec le plus petit des autres, pour qu'aucune soustraction ne le "
        "retrouve. La même règle vaut pour chaque case."
    )


def dates(clos_le: date, export: date) -> str:
    """« Notation close le 12 mars 2026 ; classeur produit le 20 mars 2026. »."""
    return fine(f"Notation close le {jour(clos_le)} ; classeur produit le {jour(export)}.")


def lignes(
    *, titre: str, vue: str, participation: str, dates: str, confidentialite: str
) -> dict[str, str]:
    """Return the lines of the first sheet, by their heading."""
    return {
        "Notation": titre,
        "Réponses de": vue,
        "Participation": participation,
        "Dates": dates,
        "Règle": REGLE,
        "Accord": ACCORD,
        "Confidentialité": confidentialite,
        "Source": SOURCE,
    }
