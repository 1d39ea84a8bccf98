"""Words that every document shares."""

FIGURE = "Figure"
TABLEAU = "Tableau"
PAGE = "Page"
SOMMAIRE = "Sommaire"
EXEMPLE = "Données d'exemple"
