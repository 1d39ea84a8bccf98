"""Codes of territoires: which level they tell, and how the short ones are told apart.

« 53 » is both a département and a région: only the file, or a person, can say which.
"""

import re
from collections.abc import Mapping

from psdt.domain.indicators import Niveau, Territoire
from psdt.sources.cellules import Cellule, cle, texte
from psdt.words.regions import DEPARTEMENTS, FRANCE, METROPOLE, REGIONS

COMMUNE = re.compile(r"\d{5}|2[AB]\d{3}")
SANS_ZERO = re.compile(r"\d{4}")
"""A commune of the first départements, after a spreadsheet took it for a number."""
FORMES = {
    SANS_ZERO: Niveau.COMMUNE,
    re.compile(r"\d{9}"): Niveau.EPCI,
    re.compile(r"\d{1,3}|2[AB]"): None,
}
"""The other codes, and the level they tell: the short ones, none."""
PREFIXE = re.compile(r"(?:\d{4}-)?([A-Z]+)[-_ ]([0-9A-Z]{1,9})")
"""« 2024-COM-56015 », as Insee's interface writes them."""
LETTRE = re.compile(r"([DR])(\d{1,3}|2[AB])")
"""« D1 » for the Ain, « R53 » for Bretagne, as the Cnaf writes them."""
LETTRES = {"D": Niveau.DEPARTEMENT, "R": Niveau.REGION}
PREFIXES = {
    "COM": Niveau.COMMUNE,
    "EPCI": Niveau.EPCI,
    "DEP": Niveau.DEPARTEMENT,
    "REG": Niveau.REGION,
    "FRANCE": Niveau.FRANCE,
}
PAYS = {
    **dict.fromkeys(("METRO", "METROPOLE", "FM", "FRMETRO"), "METRO"),
    **dict.fromkeys(("FRANCE", "METRODOM", "FR", "F", "FE"), "FRANCE"),
}
"""How producers call France, without and with its overseas départements."""
ARRONDISSEMENTS = re.compile(r"751[01]\d|75120|6938[1-9]|132(0[1-9]|1[0-6])")
"""Parts of Paris, Lyon and Marseille: counted once more in the whole city."""
NIVEAUX_DU_NOM = {
    "com": Niveau.COMMUNE,
    "commune": Niveau.COMMUNE,
    "communes": Niveau.COMMUNE,
    "epci": Niveau.EPCI,
    "dep": Niveau.DEPARTEMENT,
    "departement": Niveau.DEPARTEMENT,
    "departements": Niveau.DEPARTEMENT,
    "reg": Niveau.REGION,
    "region": Niveau.REGION,
    "regions": Niveau.REGION,
    "metropole": Niveau.FRANCE,
    "france": Niveau.FRANCE,
}
"""Words of a file's name, or of a column, that tell a level."""


def lire_code(cell: Cellule) -> tuple[Niveau | None, str]:
    """Return the level a code tells, if any, and the code as it is kept.

    Raises ``ValueError`` for what is no code.

    Examples
    --------
    >>> lire_code("56015"), lire_code("1004")
    ((<Niveau.COMMUNE: 'Commune'>, '56015'), (<Niveau.COMMUNE: 'Commune'>, '01004'))
    >>> lire_code("53"), lire_code("DEP-53")
    ((None, '53'), (<Niveau.DEPARTEMENT: 'Département'>, '53'))
    """
    code = texte(cell).upper()
    if COMMUNE.fullmatch(code):
        return Niveau.COMMUNE, code
    if (told := _en_clair(code)) is not None:
        return told
    for form, niveau in FORMES.items():
        if form.fullmatch(code):
            return niveau, code.zfill(5) if niveau is Niveau.COMMUNE else code
    raise ValueError(f"not a code: {code}")


def _en_clair(code: str) -> tuple[Niveau, str] | None:
    """Return what a code says of its level in so many letters, if it does."""
    if code in PAYS:
        return Niveau.FRANCE, PAYS[code]
    if match := LETTRE.fullmatch(code):
        return LETTRES[match[1]], match[2].zfill(2)
    match = PREFIXE.fullmatch(code)
    if match is None or match[1] not in PREFIXES:
        return None
    return PREFIXES[match[1]], PAYS.get(match[2], match[2])


def departement(commune: str) -> str:
    """Return the département of a commune: « 56 », « 2A », « 971 »."""
    return commune[:3] if commune.startswith(("97", "98")) else commune[:2]


def niveau_du_nom(nom: str) -> Niveau | None:
    """Return the level that the name of a file tells, when it tells only one."""
    found = {NIVEAUX_DU_NOM[word] for word in cle(nom).split("_") if word in NIVEAUX_DU_NOM}
    return found.pop() if len(found) == 1 else None


def niveau_des_courts(noms: Mapping[str, str], fichier: str) -> Niveau | None:
    """Return the level of the short codes of a file, from its name, theirs, or themselves.

    ``noms`` are the names of the territoires by code, empty when the file has none.
    """
    told = niveau_du_nom(fichier)
    if told in (Niveau.DEPARTEMENT, Niveau.REGION, Niveau.FRANCE):
        return told
    named = {code: cle(nom) for code, nom in noms.items() if nom}
    if named and all(nom.startswith("france") for nom in named.values()):
        return Niveau.FRANCE
    if named and all(cle(REGIONS.get(code)) == nom for code, nom in named.items()):
        return Niveau.REGION
    departements = all(cle(_departement(code)) == nom for code, nom in named.items())
    if departements and (named or not set(noms) <= set(REGIONS)):
        return Niveau.DEPARTEMENT
    return None


def nommer(niveau: Niveau, code: str, nom: str) -> Territoire:
    """Return a territoire, named by the file, else by what is known of France."""
    if niveau is Niveau.FRANCE and code == "1":
        code = "METRO"
    known = {
        Niveau.DEPARTEMENT: _departement(code),
        Niveau.REGION: REGIONS.get(code, ""),
        Niveau.FRANCE: METROPOLE if code == "METRO" else FRANCE,
    }
    return Territoire(code=code, nom=nom or known.get(niveau) or code, niveau=niveau)


def _departement(code: str) -> str:
    return DEPARTEMENTS.get(code, ("", ""))[0]
