"""Whose figures are wanted from a file: the territoires of a démarche, or all of them."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache

import numpy as np

from psdt.domain.indicators import Niveau, Territoire
from psdt.sources.cellules import cle
from psdt.sources.lieux import ARRONDISSEMENTS, departement, nommer
from psdt.words.regions import DEPARTEMENTS

ARTICLE = re.compile(r"^(le|la|les|l)_")
REJETE = re.compile(r"^(.+)_(le|la|les|l)$")
"""« COURS (LE) », as lists in capitals sort it."""
SAINTS = {"st": "saint", "ste": "sainte"}
PROCHE = 0.8
"""How alike two names are, of which one may be the other badly typed: of ``difflib``."""


@dataclass(frozen=True, kw_only=True)
class Perimetre:
    """The territoires one asks for; without any, all those of the file.

    ``epci`` is the code of the intercommunalité whose communes are all here: what counts
    people or things is then added up for it. ``niveau`` is that of the codes that do not
    tell theirs, ``annee`` the year of the figures that do not.
    """

    territoires: tuple[Territoire, ...] = ()
    epci: str = ""
    niveau: Niveau | None = None
    annee: int | None = None

    @cached_property
    def connus(self) -> dict[tuple[Niveau, str], Territoire]:
        """The territoires asked for, by level and code."""
        return {(lieu.niveau, lieu.code): lieu for lieu in self.territoires}

    @cached_property
    def communes(self) -> frozenset[str]:
        """Codes of the communes asked for."""
        return frozenset(code for niveau, code in self.connus if niveau is Niveau.COMMUNE)

    @cached_property
    def _noms(self) -> dict[str, list[Territoire]]:
        found: dict[str, list[Territoire]] = {}
        for lieu in self.territoires:
            found.setdefault(sans_article(lieu.nom), []).append(lieu)
        return found

    @cached_property
    def _par_niveau(self) -> "dict[Niveau | None, _Noms]":
        return {}

    def garde(self, niveau: Niveau, code: str) -> bool:
        """Say whether the figures of a territoire are wanted."""
        return not self.connus or (niveau, code) in self.connus

    def nomme(self, niveau: Niveau, code: str, nom: str) -> Territoire:
        """Return a territoire under the name it has here, else under the file's."""
        lieu = nommer(niveau, code, nom)
        known = self.connus.get((lieu.niveau, lieu.code), lieu)
        return lieu if known.nom == known.code else known  # a code was all that was known

    def par_nom(self, nom: str, niveau: Niveau | None) -> Territoire | None:
        """Return the one territoire of this name, with or without its article."""
        found = [
            lieu
            for lieu in self._noms.get(sans_article(nom), [])
            if niveau is None or lieu.niveau is niveau
        ]
        return found[0] if len(found) == 1 else None

    def autre(self, niveau: Niveau, code: str, nom: str) -> Territoire | None:
        """Return the territoire that has this name, when the code is not its own.

        Two communes of two départements may have the same name; in one of them they may
        differ by their article only: « Longeville » and « La Longeville ».
        """
        found = self.par_nom(nom, niveau)
        if found is None or found.code == code or not found.code[:1].isdigit():
            return None  # a territoire without an official code contradicts nothing
        if (niveau, code) in self.connus:
            return found
        near = niveau is not Niveau.COMMUNE or departement(found.code) == departement(code)
        return found if near and avec_article(found.nom) == avec_article(nom) else None

    def voisin(self, niveau: Niveau, code: str) -> bool:
        """Say whether a territoire may be one of ours under another code."""
        return niveau is not Niveau.COMMUNE or departement(code) in self._departements

    @cached_property
    def _departements(self) -> frozenset[str]:
        return frozenset(map(departement, self.communes))

    def proche(self, nom: str, niveau: Niveau | None) -> Territoire | None:
        """Return the territoire whose name is almost this one, which is nobody's."""
        if sans_article(nom) in self._noms:
            return None
        if niveau not in self._par_niveau:
            same = (
                name
                for name, lieux in self._noms.items()
                if niveau is None or any(lieu.niveau is niveau for lieu in lieux)
            )
            self._par_niveau[niveau] = _Noms(tuple(same))
        found = self._par_niveau[niveau].proche(sans_article(nom))
        return self._noms[found][0] if found else None

    def groupes(self, commune: str) -> tuple[Territoire, ...]:
        """Return the larger territoires asked for that a commune adds to."""
        if ARRONDISSEMENTS.fullmatch(commune):
            return ()
        groups = self._groupes(departement(commune))
        if self.epci and commune in self.communes and (Niveau.EPCI, self.epci) in self.connus:
            return (*groups, self.connus[Niveau.EPCI, self.epci])
        return groups

    @property
    def larges(self) -> bool:
        """Whether communes add up to something that is asked for."""
        return bool(self.epci) or any(niveau is not Niveau.COMMUNE for niveau, _ in self.connus)

    @cached_property
    def _par_departement(self) -> dict[str, tuple[Territoire, ...]]:
        return {}

    def _groupes(self, code: str) -> tuple[Territoire, ...]:
        if code not in self._par_departement:
            region = DEPARTEMENTS.get(code, ("", ""))[1]
            keys = [(Niveau.DEPARTEMENT, code), (Niveau.REGION, region)]
            if len(code) == 2:  # three digits are overseas
                keys.append((Niveau.FRANCE, "METRO"))
            found = tuple(self.connus[key] for key in keys if key in self.connus)
            self._par_departement[code] = found
        return self._par_departement[code]


class _Noms:
    """Names in which another is looked for: a file may have a hundred thousand of these."""

    def __init__(self, noms: tuple[str, ...]) -> None:
        self._noms = noms
        self._lettres = np.stack([_lettres(nom) for nom in noms]) if noms else np.zeros((0, 128))
        self._longueurs = self._lettres.sum(axis=1)

    def proche(self, nom: str) -> str | None:
        """Return the name that is almost this one.

        Two names are never more alike than the letters that they share, in any order, which
        is much faster to tell.
        """
        shared = np.minimum(self._lettres, _lettres(nom)).sum(axis=1)
        alike = np.flatnonzero(2 * shared >= (PROCHE - 1e-9) * (self._longueurs + len(nom)))
        names = [self._noms[place] for place in alike]
        return next(iter(get_close_matches(nom, names, n=1, cutoff=PROCHE)), None)


def _lettres(nom: str) -> np.ndarray:
    """Return how many of each ASCII letter a name has."""
    return np.bincount(np.frombuffer(nom.encode("ascii"), np.uint8), minlength=128)


PARTOUT = Perimetre()
"""No territoire in particular: everything a file holds is kept."""


def sans_article(nom: str) -> str:
    """Return a name to compare: « Le Cours » and « COURS », « St » and « Saint » are the same.

    Examples
    --------
    >>> sans_article("Le Cours"), sans_article("L'Isle-d'Abeau"), sans_article("ST MARCEL")
    ('cours', 'isle_d_abeau', 'saint_marcel')
    >>> sans_article("COURS (LE)")
    'cours'
    """
    return ARTICLE.sub("", avec_article(nom))


@lru_cache(maxsize=10_000)
def avec_article(nom: str) -> str:
    """Return a name to compare with its article, which comes first: « le_cours »."""
    words = REJETE.sub(r"\2_\1", cle(nom)).split("_")
    return "_".join(SAINTS.get(word, word) for word in words)
