"""What a small number of is enough to move a figure: « quelques établissements », « ménages »."""

import re

MENAGES = re.compile(r"niveau de vie|revenu|pauvre|gini|impos|inégalit|écart entre", re.IGNORECASE)
"""What is known of households, and not of each person."""
COMPTES = re.compile(
    r"(?:(?:part|taux|proportion|nombre) (?:des |de |d['’]))?(?!moins\b)([a-zà-öœ]{3,}s)\b",
    re.IGNORECASE,
)
"""A name that begins by what is counted: « Part des logements vacants », « Médecins pour… »."""
AUTRES = {
    r"natalité|naissances?": "naissances",
    r"mortalité|décès": "décès",
    r"écoles?|collèges?|scolari": "élèves",
    r"chômage|chômeu|activité|emploi|\bans\b|population|habitants?|vieillissement|diplôm|seuls?\b"
    r"|femmes?|hommes?|solde": "personnes",
}
DEFAUT = "cas"
DIVERS = "personnes ou logements"
"""Said of several indicators at once."""


def peu(libelle: str) -> str:
    """Return what few of are enough to change an indicator, in the plural.

    Examples
    --------
    >>> peu("Part des logements vacants"), peu("Taux de chômage des 15-64 ans")
    ('logements', 'personnes')
    >>> peu("Établissements de service public pour 1 000 habitants"), peu("Niveau de vie médian")
    ('établissements', 'ménages')
    """
    if MENAGES.search(libelle):
        return "ménages"
    if (found := COMPTES.match(libelle)) and found[1].lower() not in {"taux", "décès"}:
        return found[1].lower()
    for words, said in AUTRES.items():
        if re.search(words, libelle, re.IGNORECASE):
            return said
    return DEFAUT
