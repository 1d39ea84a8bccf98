"""What Plotly says of dates and numbers: its months, its days, its separators."""

from psdt.words.grammar import MOIS

ECHELLE = "L'échelle ne part pas de zéro."

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
