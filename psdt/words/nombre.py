"""The singular of what people count: « 1 repas », « 1 logement vacant », « 1 foyer allocataire ».

A unit is typed by whoever counts, in the plural. Its first words, up to the first that begins a
complement (« de », « à », « par »…), lose the mark of the plural; a word that keeps its « s » or
its « x » in the singular must be listed, one with a hyphen is left alone. Nothing is guessed.
"""

import re

COMPLEMENT = (
    *("de", "du", "des", "à", "au", "aux", "par", "pour", "sur", "en", "dans", "avec", "sans"),
    *("sous", "chez", "dont", "qui", "que", "ayant", "hors", "entre"),
    *("auprès", "moins", "depuis", "dès", "vers", "après", "lors", "sauf", "selon"),
)
"""Words that begin what the number has no effect on; « d' », « l' » and « qu' » do too."""
MOT = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""A word; « % », « km² », « l'APA » are not."""
ACCORDE = re.compile(r".*o-[^\W\d_]+")
"""« médico-sociaux »: of other words with a hyphen, nothing tells what takes the plural."""
INVARIABLES = (
    *("abcès", "abus", "accès", "acquis", "admis", "anglais", "assis", "autobus", "avis", "bas"),
    *("bois", "bras", "brebis", "bus", "campus", "cas", "choix", "colis", "commis", "compris"),
    *("compromis", "concours", "corps", "cours", "croix", "devis", "discours", "divers", "dos"),
    *("doux", "décès", "encours", "exprès", "faux", "fils", "fois", "fonds", "frais", "français"),
    *("gaz", "gens", "gras", "gris", "gros", "héros", "inclus", "jus", "lis", "logis", "matelas"),
    *("mauvais", "mets", "minibus", "mis", "mois", "nez", "noix", "omnibus", "os", "palais"),
    *("pass", "près", "très"),
    *("parcours", "pardessus", "pas", "pays", "permis", "plus", "poids", "pris", "prix", "procès"),
    *("progrès", "promis", "propos", "puits", "rabais", "radis", "recours", "refus", "relais"),
    *("remis", "rendez-vous", "repas", "repris", "requis", "rez", "roux", "sas", "secours"),
    *("semis", "sens", "soumis", "souris", "surplus", "sursis", "tapis", "taudis", "taux"),
    *("temps", "tiers", "toux", "transmis", "univers", "velours", "verglas", "virus", "voix"),
    *("époux",),
)
EN_AIL = {"baux": "bail", "travaux": "travail", "vitraux": "vitrail"}
EN_AU = ("joyaux", "noyaux", "préaux", "tuyaux")
EN_EU = (
    *("adieux", "aveux", "cheveux", "enjeux", "essieux", "feux", "jeux", "lieux", "milieux"),
    *("neveux", "vœux"),
)
EN_OU = (*("bijoux", "cailloux", "choux", "genoux", "hiboux", "joujoux", "poux"),)


def singulier(groupe: str) -> str:
    """« logements vacants » becomes « logement vacant », « colis » stays « colis »."""
    words = groupe.split(" ")
    for place, word in enumerate(words):
        if word.lower() in COMPLEMENT or not MOT.fullmatch(word):
            break
        words[place] = _mot(word)
    return " ".join(words)


def _mot(word: str) -> str:
    """Return the singular of a word; one in capitals is an acronym, left as it is."""
    low = word.lower()
    if word.isupper() or low in INVARIABLES or low[-1:] not in {"s", "x"}:
        return word
    if "-" in low and not ACCORDE.fullmatch(low):
        return word
    if low in EN_AIL:
        return EN_AIL[low]
    if low.endswith("s"):
        return word[:-1]
    if low.endswith("eaux") or low in (*EN_AU, *EN_EU, *EN_OU):
        return word[:-1]
    return f"{word[:-3]}al" if low.endswith("aux") else word
