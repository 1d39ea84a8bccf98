"""Whose a row says it is: the level, the code and the name it gives must agree.

A figure under the code of another commune would be silently false. A commune that was renamed
is no disagreement: its new name is known nowhere else.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from psdt.domain.indicators import Niveau
from psdt.sources.anomalies import Genre
from psdt.sources.lieux import departement
from psdt.sources.perimetre import Perimetre, sans_article
from psdt.words import fichiers as mots

FORMES: dict[re.Pattern[str], Collection[Niveau]] = {
    re.compile(r"\d{5}|2[AB]\d{3}"): (Niveau.COMMUNE,),
    re.compile(r"\d{9}"): (Niveau.EPCI,),
    re.compile(r"\d{1,3}|2[AB]"): (Niveau.DEPARTEMENT, Niveau.REGION, Niveau.FRANCE),
}
"""What codes look like, and the levels that may have them."""
SANS_HOMONYMES = (Niveau.COMMUNE, Niveau.DEPARTEMENT, Niveau.REGION)
"""Two of them never have the same name, communes within a département."""
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

    def __init__(self, dits: Sequence[Dit], perimetre: Perimetre) -> None:
        self.perimetre = perimetre
        self._codes: dict[tuple[Niveau, str, str], Counter[str]] = defaultdict(Counter)
        for dit, times in Counter(dits).items():
            if (niveau := _niveau(dit)) in SANS_HOMONYMES:
                self._codes[niveau, _zone(niveau, dit.code), sans_article(dit.nom)][dit.code] += (
                    times
                )

    def faute(self, dit: Dit) -> Faute | None:
        """Return what is wrong in what a row says, if anything."""
        if not dit.code:
            return self._faute_de_nom(dit)
        if dit.niveau is not None and (dit.niveau, dit.code) in self.perimetre.connus:
            return self._faute_de_code(dit, dit.niveau)
        allowed = next((some for form, some in FORMES.items() if form.fullmatch(dit.code)), ())
        if allowed and dit.niveau is not None and dit.niveau not in allowed:
            detail = mots.code_de(dit.code, [niveau.name for niveau in allowed])
            return Faute(Genre.NIVEAU_CONTRAIRE, "niveau", str(dit.niveau), detail)
        niveau = _niveau(dit)
        return None if niveau is None else self._faute_de_code(dit, niveau)

    def _faute_de_nom(self, dit: Dit) -> Faute | None:
        close = self.perimetre.proche(dit.nom, dit.niveau)
        if close is None:
            return None
        return Faute(Genre.NOM_PROCHE, "territoire", dit.nom, close.nom)

    def _faute_de_code(self, dit: Dit, niveau: Niveau) -> Faute | None:
        """Say whose name it is, when it is known for the name of another code."""
        known = self.perimetre.connus.get((niveau, dit.code))
        if known is not None and sans_article(known.nom) == sans_article(dit.nom):
            return None
        other = self.perimetre.autre(niveau, dit.code, dit.nom)
        named = self._codes.get((niveau, _zone(niveau, dit.code), sans_article(dit.nom)))
        right = other.code if other else named.most_common(1)[0][0] if named else dit.code
        if right == dit.code:
            return None
        detail = mots.code_autre(dit.code, known.nom if known else "", dit.nom, right)
        return Faute(Genre.AUTRE_NOM, "code_territoire", dit.code, detail)


def _niveau(dit: Dit) -> Niveau | None:
    """Return the level of a row that has a code, when it is told."""
    if dit.niveau is not None or not dit.code:
        return dit.niveau if dit.code else None
    found = [some for form, some in FORMES.items() if form.fullmatch(dit.code)]
    return next(iter(found[0])) if found and len(found[0]) == 1 else None


def _zone(niveau: Niveau, code: str) -> str:
    return departement(code) if niveau is Niveau.COMMUNE else ""
