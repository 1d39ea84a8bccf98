"""Words of the pieces that all pages share."""

DONNEES = "Voir les données"
AVANCEMENT = "Avancement"
