"""What Plotly says around a figure: the titles of its buttons, its notices, its months."""

from psdt.words.grammar import MOIS, fine

PLOTLY = {
    "Download plot": "Télécharger l'image",
    "Download plot as a PNG": "Télécharger l'image",
    "Preparing image - this may take a few seconds": "Préparation de l'image…",
    "Image download succeeded": "Image téléchargée",
    "Sorry, there was a problem downloading your image!": fine(
        "L'image n'a pas pu être téléchargée : réessayez."
    ),
    "Autoscale": "Cadrage automatique",
    "Compare data on hover": "Comparer les valeurs au survol",
    "Double-click on legend to isolate one trace": "Double-cliquez sur la légende pour isoler",
    "Double-click to zoom back out": "Double-cliquez pour revenir à la vue d'ensemble",
    "Pan": "Déplacer",
    "Reset": "Réinitialiser",
    "Reset axes": "Revenir à la vue d'ensemble",
    "Show closest data on hover": "Montrer la valeur la plus proche",
    "Zoom": "Agrandir une zone",
    "Zoom in": "Agrandir",
    "Zoom out": "Réduire",
}
JOURS = ("dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi")
MOIS_COURTS = (
    *("janv.", "févr.", "mars", "avr.", "mai", "juin"),
    *("juil.", "août", "sept.", "oct.", "nov.", "déc."),
)
FORMAT = {
    "days": list(JOURS),
    "shortDays": [day[:3] for day in JOURS],
    "months": list(MOIS),
    "shortMonths": list(MOIS_COURTS),
    "date": "%d/%m/%Y",
    "decimal": ",",
    "thousands": "\u202f",
}
