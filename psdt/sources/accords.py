"""Whose a row says it is: the level, the code and the name it gives must agree.

A figure under the code of another commune would be silently false. A commune that was renamed
is no disagreement: its new name is known nowhere else.

Names are known from the démarche, from the official lists of départements and régions, and from
the file itself, most of whose rows are right.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from psdt.domain.indicators import Niveau
from psdt.sources.anomalies import Genre
from psdt.sources.lieux import ARRONDISSEMENTS, departement
from psdt.sources.perimetre import Perimetre, avec_article, sans_article
from psdt.words import fichiers as mots
from psdt.words.regions import DEPARTEMENTS, REGIONS

FORMES: dict[re.Pattern[str], Collection[Niveau]] = {
    re.compile(r"\d{5}|2[AB]\d{3}"): (Niveau.COMMUNE,),
    re.compile(r"\d{9}"): (Niveau.EPCI,),
    re.compile(r"\d{1,3}|2[AB]"): (Niveau.DEPARTEMENT, Niveau.REGION, Niveau.FRANCE),
}
"""What codes look like, and the levels that may have them."""
SANS_HOMONYMES = (Niveau.COMMUNE, Niveau.DEPARTEMENT, Niveau.REGION)
"""Two of them never have the same name, communes within a département."""
OFFICIELS = {
    Niveau.DEPARTEMENT: {code: nom for code, (nom, _) in DEPARTEMENTS.items()},
    Niveau.REGION: REGIONS,
}
"""Names that everybody knows, by code."""
SANS_ZERO = re.compile(r"\d{4}")
CORSE = re.compile(r"2[ab]\d{3}")


class Dit(NamedTuple):
    """What a row says of its territoire."""

    niveau: Niveau | None
    code: str
    nom: str


class Faute(NamedTuple):
    """Why it cannot be."""

    genre: Genre
    colonne: str
    lu: str
    detail: str


def dire(niveau: Niveau | str, code: str, nom: str) -> Dit:
    """Return what a row says, its code as it is kept: « 1004 » was taken for a number."""
    told = niveau if isinstance(niveau, Niveau) else None
    if SANS_ZERO.fullmatch(code):
        code = code.zfill(5)
    return Dit(told, code.upper() if CORSE.fullmatch(code) else code, nom)


class Accords:
    """What a whole file says of territoires, against itself and those that are known."""

    def __init__(self, dits: Mapping[Dit, int], perimetre: Perimetre) -> None:
        self.perimetre = perimetre
        self._codes: dict[tuple[Niveau, str, str], Counter[str]] = defaultdict(Counter)
        for dit, times in dits.items():
            if (niveau := _niveau(dit)) in SANS_HOMONYMES:
                self._codes[_cle(niveau, dit)][dit.code] += times

    def faute(self, dit: Dit) -> Faute | None:
        """Return what is wrong in what a row says, if anything."""
        if not dit.code:
            return self._faute_de_nom(dit)
        if dit.niveau is not None and (dit.niveau, dit.code) in self.perimetre.connus:
            return self.faute_de_code(dit)
        allowed = next((some for form, some in FORMES.items() if form.fullmatch(dit.code)), ())
        if allowed and dit.niveau is not None and dit.niveau not in allowed:
            detail = mots.code_de(dit.code, [niveau.name for niveau in allowed])
            return Faute(Genre.NIVEAU_CONTRAIRE, "niveau", str(dit.niveau), detail)
        return self.faute_de_code(dit)

    def faute_de_code(self, dit: Dit) -> Faute | None:
        """Say that the name of a row is that of another code, when it is."""
        niveau = _niveau(dit)
        if niveau is None or not dit.nom:
            return None
        known = self.perimetre.connus.get((niveau, dit.code))
        official = OFFICIELS.get(niveau, {}).get(dit.code, "")
        own = {sans_article(nom) for nom in (known.nom if known else "", official) if nom}
        if sans_article(dit.nom) in own:
            return None
        name = known.nom if known else official
        detail = (
            self._de_la_demarche(niveau, dit, name)
            or (official and _des_officiels(niveau, dit, name))
            or self._du_fichier(niveau, dit, name)
        )
        return Faute(Genre.AUTRE_NOM, "code_territoire", dit.code, detail) if detail else None

    def _faute_de_nom(self, dit: Dit) -> Faute | None:
        close = self.perimetre.proche(dit.nom, dit.niveau)
        if close is None:
            return None
        return Faute(Genre.NOM_PROCHE, "territoire", dit.nom, close.nom)

    def _de_la_demarche(self, niveau: Niveau, dit: Dit, name: str) -> str:
        other = self.perimetre.autre(niveau, dit.code, dit.nom)
        return mots.code_autre(dit.code, name, dit.nom, other.code) if other else ""

    def _du_fichier(self, niveau: Niveau, dit: Dit, name: str) -> str:
        """Say which code most of the rows of this name have; two of them may have as many."""
        codes = self._codes.get(_cle(niveau, dit), Counter()).most_common(2)
        if not codes or (codes[0][0] == dit.code and len(codes) == 1):
            return ""
        if len(codes) == 2 and codes[0][1] == codes[1][1]:
            return mots.deux_codes(dit.nom, [code for code, _ in codes])
        right, _ = codes[0]
        return "" if right == dit.code else mots.code_autre(dit.code, name, dit.nom, right)


def _des_officiels(niveau: Niveau, dit: Dit, name: str) -> str:
    """Say that a name is another département's, or a région's where one is expected."""
    for level, known in sorted(OFFICIELS.items(), key=lambda pair: pair[0] is not niveau):
        for code, nom in known.items():
            if sans_article(nom) == sans_article(dit.nom):
                if level is niveau:
                    return mots.code_autre(dit.code, name, dit.nom, code)
                return mots.niveau_autre(dit.code, name, dit.nom, niveau.name)
    return ""


def _niveau(dit: Dit) -> Niveau | None:
    """Return the level of a row that has a code, when it is told."""
    if dit.niveau is not None or not dit.code:
        return dit.niveau if dit.code else None
    found = [some for form, some in FORMES.items() if form.fullmatch(dit.code)]
    return next(iter(found[0])) if found and len(found[0]) == 1 else None


def _cle(niveau: Niveau, dit: Dit) -> tuple[Niveau, str, str]:
    """Return what only one territoire is: parts of a large city may bear its name."""
    if niveau is not Niveau.COMMUNE:
        return niveau, "", avec_article(dit.nom)
    part = ARRONDISSEMENTS.fullmatch(dit.code)
    return niveau, dit.code if part else departement(dit.code), avec_article(dit.nom)
