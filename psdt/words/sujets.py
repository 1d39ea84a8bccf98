"""The name of an indicator as the subject of a sentence: « la part des logements vacants »."""

import re

from psdt.words.peu import MESURES

VOYELLE = re.compile(r"[aeiouyàâäéèêëîïôöùûüœ]|h(?!and|aut|all|ors|ui|asar)", re.IGNORECASE)
SIGLE = re.compile(r"[A-ZÀ-Ý0-9]{2}|\d")
AUTREMENT = re.compile(r"€|%|‰|euros?\b|milliers d'euros|points?\b")
"""Units of what is not counted."""
FEMININS = (
    *("part", "proportion", "population", "densité", "durée", "distance", "moyenne", "médiane"),
    *("évolution", "espérance", "superficie", "surface", "capacité", "fréquence", "natalité"),
    *("mortalité", "consommation", "dépense", "variation", "croissance", "offre", "couverture"),
    *("fréquentation", "taille", "valeur", "intensité", "progression", "pauvreté", "vacance"),
)
MASCULINS = (
    *(
        "taux",
        "nombre",
        "niveau",
        "indice",
        "solde",
        "écart",
        "rapport",
        "revenu",
        "âge",
        "montant",
    ),
    *("total", "ratio", "temps", "délai", "loyer", "prix", "coût", "chômage", "poids", "score"),
    *("pourcentage", "effectif", "volume", "accès", "potentiel", "quotient", "salaire", "décile"),
)
ARTICLES = dict.fromkeys(FEMININS, "la") | dict.fromkeys(MASCULINS, "le")
"""First words of the names of indicators; others that end with s or x are plurals."""


def sujet(libelle: str, unite: str = "") -> str:
    """Return the name of an indicator with its article, always in the singular.

    Something counted becomes « le nombre de… »; euros and percentages, whose name may be a
    plural, are counts of nothing. A name that begins by an unknown word is quoted, so that
    the sentence around it holds whatever a file calls its figures.

    Examples
    --------
    >>> sujet("Part des logements vacants"), sujet("Écart de revenus")
    ('la part des logements vacants', "l'écart de revenus")
    >>> sujet("Revenus du patrimoine"), sujet("Aides versées", "€")
    ("l'indicateur « Revenus du patrimoine »", "l'indicateur « Aides versées »")
    >>> sujet("Emplois sur place pour 100 actifs"), sujet("IPS")
    ("le nombre d'emplois sur place pour 100 actifs", "l'indicateur « IPS »")
    """
    words = libelle.split()
    first = words[0].lower() if words else ""
    lowered = libelle[:1].lower() + libelle[1:]
    if SIGLE.match(libelle):
        first = ""
    if first in ARTICLES:
        return f"l'{lowered}" if VOYELLE.match(lowered) else f"{ARTICLES[first]} {lowered}"
    counted = not MESURES.match(libelle) and not AUTREMENT.match(unite)
    if counted and len(first) > 3 and first[-1] in "sx":
        return f"le nombre {'d' + chr(39) if VOYELLE.match(lowered) else 'de '}{lowered}"
    return f"l'indicateur « {libelle} »"
