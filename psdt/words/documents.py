"""Words that every document shares."""

FIGURE = "Figure"
TABLEAU = "Tableau"
PAGE = "Page"
EXEMPLE = "Données d'exemple"
