"""Words of the pieces that all pages share."""

from psdt.words.grammar import fine

DONNEES = "Voir les données"
AVANCEMENT = "Avancement"
ENREGISTREE = "Réponse enregistrée"
PRECEDENT = "Précédent"
SUIVANT = "Suivant"
TERMINER = "Terminer"
PASSER = fine("Passer pour l'instant")
