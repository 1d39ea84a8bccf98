"""Words of the pieces that all pages share."""

from psdt.words.grammar import fine

MENU_BESOINS = "Besoins"
MENU_DONNEES = fine("Données de l'ABS")
IMAGE = "Image"
IMAGE_AIDE = "Télécharger ce graphique en image, avec son titre et sa source"
PREMIERS_PAS = {
    "abs/territoire": fine("Dire d'abord quel est le territoire"),
    "abs/importer": "Importer des chiffres",
}
"""Screens that bring the first figures."""
EXEMPLE = "Charger les chiffres d'exemple"
DONNEES = "Voir les données"
DONNEES_COURT = "Données"
AVANCEMENT = "Avancement"
ENREGISTREE = "Réponse enregistrée"
PRECEDENT = "Précédent"
SUIVANT = "Suivant"
TERMINER = "Terminer"
QUITTER = "Quitter"
PASSER = fine("Passer pour l'instant")
