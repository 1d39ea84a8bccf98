"""Words of the fiche communale: one page a commune."""

from psdt.words.grammar import NBSP, NNBSP, fine, number
from psdt.words.lieux import INTERCOMMUNALITE
from psdt.words.mesures import arrondi, signe

MENU = "Fiches communales"
TITRE = "Fiche communale"
PHRASE = "L'essentiel d'une commune sur une page, à lire ici ou à imprimer."
COMMUNE = "Commune"
FICHIERS = {"pdf": "Fiche à imprimer (PDF)", "xlsx": "Tableau Excel"}
TOUTES = "Préparer toutes les fiches"
TOUTES_PRETES = "Toutes les fiches (PDF)"
TOUTES_AIDE = "Un seul fichier, une page par commune."
COMPOSITION = "Mise en page…"
EXPLORER = "Explorer les indicateurs de cette commune"
COMPARER = "Comparer cette commune"
SIGNAUX = "Tout ce qui ressort pour cette commune"
RESSORTS = {"fragilites": "Ce qui fragilise", "forces": "Ce qui est plus favorable"}
"""What stands out, by name of its list."""
CALME = {
    "fragilites": "Rien ne se détache nettement des autres territoires.",
    "forces": "Rien ne se détache nettement des autres territoires.",
}
TABLEAU = fine("Les indicateurs, thème par thème")
INDICATEUR = "Indicateur"
REPARTITION = "Échelle"
EPCI = "Intercommunalité"
LEGENDE = fine("Orange et souligné : plus fragile que {}.")
LEGENDE_TRAIT = {
    "COMMUNE": "la commune",
    "EPCI": "intercommunalité",
    "DEPARTEMENT": "département",
    "REGION": "région",
    "FRANCE": "France",
}
AUTRES = "autres communes"
ECHELLE = fine("Échelle, de la valeur la plus basse à la plus haute : ")
DEMONSTRATION = "Données d'exemple"
VIDE = (
    "Aucune commune pour l'instant.",
    "Les fiches s'ouvriront ici dès qu'un agent aura importé des chiffres par commune.",
)


def population(habitants: float, annee: int) -> str:
    """« 2 129 habitants en 2023 »."""
    noun = "habitant" if habitants < 2 else "habitants"
    return f"{number(int(arrondi(habitants)))}{NBSP}{noun} en {annee}"


def evolution(ecart: float, debut: int, rythme: float, ailleurs: float | None) -> str:
    """« 538 de plus qu'en 2010 : +2,3 % par an, contre +1,2 % dans l'intercommunalité ».

    ``rythme`` and ``ailleurs`` are in percent a year.
    """
    gap = int(arrondi(ecart))
    if not gap:
        return f"autant qu'en {debut}"
    said = f"{number(abs(gap))} de {'plus' if gap > 0 else 'moins'} qu'en {debut}"
    text = f"{said} : {signe(rythme, 1)}{NNBSP}% par an"
    if ailleurs is not None:
        text += f", contre {signe(ailleurs, 1)}{NNBSP}% dans {INTERCOMMUNALITE}"
    return fine(text)


def situation(nom: str) -> str:
    """Say what the small map shows."""
    return fine(f"Carte de situation : {nom} parmi les communes du territoire.")


def avancement(nom: str, rang: int, sur: int) -> str:
    """« Berric, 1 sur 13 », the page being made."""
    return f"{nom}, {rang} sur {sur}"


def titre_document(noms: list[str], organisme: str) -> str:
    """Return the title of the document, as readers of PDF show it."""
    what = f"Fiche communale : {noms[0]}" if len(noms) == 1 else "Fiches communales"
    return fine(f"{what} — {organisme}")


def pied(organisme: str, jour: str, *, demonstration: bool) -> str:
    """Return what is written at the bottom of the page."""
    parts = (DEMONSTRATION if demonstration else "", organisme, f"édité le {jour}")
    return " — ".join(filter(None, parts))
