"""What a small number of is enough to move a figure: « quelques établissements », « ménages »."""

import re

MENAGES = re.compile(r"niveau de vie|revenu|pauvre|gini|impos|inégalit|écart entre", re.IGNORECASE)
"""What is known of households, and not of each person."""
COMPTES = re.compile(
    r"(?:(?:part|taux|proportion|nombre) (?:des |de |d['’]))?"
    r"(?:(?:très|trop|plus|petite?s|grande?s|nouvelles|ancien(?:ne)?s"
    r"|autres|premi[eè]re?s|bon(?:ne)?s|principales) )*"
    r"(?!(?:moins|plus|sans|dès|très|trop|taux|décès)\b)([a-zà-öœ]{3,}s)\b",
    re.IGNORECASE,
)
"""A name that begins by what is counted: « Part des logements vacants », « Médecins pour… »."""
MESURES = re.compile(
    r"(?:(?:part|taux|proportion|nombre) (?:des |du |de la |de |de l['’]|d['’]))?"
    r"(?:temps|accès|accessibilité|délais?|distances?|durées?|dépenses?|recettes?|loyers?|prix"
    r"|coûts?|frais|tarifs?|montants?|revenus?|ressources|salaires?|dettes?|impôts|intérêts|charges|consommations?"
    r"|émissions?|superficies?|surfaces?|altitudes?|températures?|heures|jours|mois|années|fois"
    r"|pays|moyens|indices|scores?|rangs?|potentiel)\b",
    re.IGNORECASE,
)
"""A name that begins by what is measured, which a few of this or that say nothing of."""
PART = re.compile(r"(part|taux|proportion)\b", re.IGNORECASE)
AUTRES = {
    r"natalité|naissances?": "naissances",
    r"mortalité|décès": "décès",
    r"écoles?|collèges?|scolari": "élèves",
    r"chômage|chômeu|activité|emploi|\bans\b|population|habitants?|vieillissement|diplôm|seuls?\b"
    r"|femmes?|hommes?|solde": "personnes",
}
DIVERS = "personnes ou logements"
"""Said of several indicators at once, and of a share of one does not know what."""


def peu(libelle: str) -> str:
    """Return what few of are enough to change an indicator, in the plural; nothing if unknown.

    Examples
    --------
    >>> peu("Part des logements vacants"), peu("Taux de chômage des 15-64 ans")
    ('logements', 'personnes')
    >>> peu("Établissements de service public pour 1 000 habitants"), peu("Niveau de vie médian")
    ('établissements', 'ménages')
    >>> peu("Temps d'accès aux soins"), peu("Précarité énergétique")
    ('', '')
    """
    if MENAGES.search(libelle):
        return "ménages"
    if MESURES.match(libelle):
        return ""
    if found := COMPTES.match(libelle):
        return found[1].lower()
    for words, said in AUTRES.items():
        if re.search(words, libelle, re.IGNORECASE):
            return said
    return DIVERS if PART.match(libelle) else ""
