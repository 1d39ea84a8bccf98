"""Formulas of the catalogue: read once, then applied to the variables of a territoire."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from psdt.domain.indicators import Axe, Indicateur, Sens, Statut
from psdt.sources.variables import Cle, Famille, additionnable, famille
from psdt.words.catalogue import CATALOGUE, Fiche
from psdt.words.grammar import fine
from psdt.words.mesures import arrondi

Somme: TypeAlias = tuple[tuple[int, str], ...]
"""Variables to add (+1) and to take away (-1)."""

SOMME = r"[A-Z]\w*(?: [+-] [A-Z]\w*)*"
FORMULE = re.compile(
    rf"(?:(?P<par>\d+) \* )?(?P<haut>{SOMME}|\({SOMME}\))(?: / (?P<bas>{SOMME}|\({SOMME}\)))?"
    r"(?: \((?P<debut>\d{4})-(?P<fin>\d{4})?\))?"
)
TERME = re.compile(r"([+-]?) ?(\w+)")
NON_POSEES = {"P_RP_SDB"}
"""Counts that are zero where the question is not asked: of bathrooms, overseas."""
ANNUELLES = {Famille.ETAT_CIVIL, Famille.FLORES}
ECART_MAXIMAL = 2
"""Years between yearly counts and the census they are divided by."""


class Lecture(NamedTuple):
    """What a file says of a variable, and on which row."""

    valeur: float | None
    statut: Statut
    ligne: int


Mesures: TypeAlias = Mapping[Cle, Lecture]


@dataclass(frozen=True, slots=True)
class Formule:
    """``par × haut ÷ bas``; without ``bas``, a sum or a figure as published."""

    par: int
    haut: Somme
    bas: Somme
    annees: tuple[int, int] = (0, 9999)
    """First and last year it holds for: a variable may have meant another thing before."""

    @property
    def variables(self) -> tuple[str, ...]:
        """All the variables it needs."""
        return tuple(variable for _, variable in (*self.haut, *self.bas))

    @property
    def publiee(self) -> bool:
        """Whether the figure is its producer's own, kept as it is."""
        return not all(map(additionnable, self.variables))


@dataclass(frozen=True, slots=True)
class Recette:
    """How an indicator is computed, whatever the age of the file."""

    formules: tuple[Formule, ...]
    decimales: int

    @property
    def famille(self) -> Famille:
        """Where what it counts comes from: the same for all of its formulas."""
        return famille(self.formules[0].haut[0][1])


class Resultat(NamedTuple):
    """A figure of a territoire, or why there is none."""

    annee: int
    valeur: float | None
    statut: Statut
    ligne: int
    operandes: tuple[Cle, ...]
    """The variables it was read or computed from."""


class Calcul(NamedTuple):
    """One figure to compute: the formula, the year, and where each variable is found."""

    formule: Formule
    annee: int
    operandes: tuple[Cle, ...]
    decimales: int

    def evaluer(self, mesures: Mesures) -> Resultat:
        """Return the figure of a territoire; without one of its variables, say why."""
        lues = [mesures[key] for key in self.operandes]
        statut, valeur = _statut(self.operandes, lues), None
        if statut is Statut.OK:
            n = len(self.formule.haut)
            valeur = self.formule.par * _total(self.formule.haut, lues[:n])
            if self.formule.bas:
                bas = _total(self.formule.bas, lues[n:])
                statut = Statut.OK if bas else Statut.SANS_OBJET
                valeur = valeur / bas if bas else None
        if valeur is not None and not self.formule.publiee:
            valeur = arrondi(valeur, self.decimales) + 0.0  # never -0.0
        return Resultat(self.annee, valeur, statut, lues[0].ligne, self.operandes)


def lire_formules(calcul: str) -> tuple[Formule, ...]:
    """Read a formula of the catalogue; raise ``ValueError`` when it is not well formed.

    Examples
    --------
    >>> lire_formules("100 * P_LOGVAC / P_LOG")
    (Formule(par=100, haut=((1, 'P_LOGVAC'),), bas=((1, 'P_LOG'),), annees=(0, 9999)),)
    """
    return tuple(map(_formule, calcul.split(" ou "))) if calcul else ()


def planifier(recette: Recette, cles: Collection[Cle], derniere: int) -> Iterator[Calcul]:
    """Yield what can be computed of an indicator, from what a file says of a territoire.

    For each year, the first formula whose variables are known. ``derniere`` is the year of
    what has none of its own.
    """
    done: set[int] = set()
    for formule in recette.formules:
        first = formule.haut[0][1]
        for annee in sorted({year or derniere for name, year in cles if name == first} - done):
            keys = [_cle(variable, annee, cles, first) for variable in formule.variables]
            operandes = tuple(key for key in keys if key is not None)
            holds = formule.annees[0] <= annee <= formule.annees[1]
            if holds and len(operandes) == len(keys):
                done.add(annee)
                yield Calcul(formule, annee, operandes, recette.decimales)


def indicateurs() -> Iterator[tuple[Indicateur, Recette]]:
    """Yield the indicators that the application knows by itself, in the order of the axes."""
    for axe, fiches in CATALOGUE.items():
        for fiche in fiches:
            yield decrire(fiche, axe), Recette(lire_formules(fiche.calcul), fiche.decimales)


def decrire(fiche: Fiche, axe: str) -> Indicateur:
    """Return an indicator of the catalogue as the domain knows it."""
    return Indicateur(
        code=fiche.code,
        libelle=fine(fiche.libelle),
        theme=Axe[axe],
        unite=fiche.unite,
        sens=Sens[fiche.sens],
        definition=fine(fiche.definition),
    )


def _formule(written: str) -> Formule:
    match = FORMULE.fullmatch(written.strip())
    if match is None:
        raise ValueError(f"not a formula: {written}")
    return Formule(
        int(match["par"] or 1),
        _somme(match["haut"]),
        _somme(match["bas"] or ""),
        (int(match["debut"] or 0), int(match["fin"] or 9999)),
    )


def _somme(written: str) -> Somme:
    return tuple((-1 if sign == "-" else 1, name) for sign, name in TERME.findall(written))


def _cle(variable: str, annee: int, cles: Collection[Cle], first: str) -> Cle | None:
    """Return where a variable is: in that year, without a year, or of a census close by.

    Only what is registered every year is divided by a census of another year.
    """
    for year in (annee, None):
        if (key := Cle(variable, year)) in cles:
            return key
    if famille(variable) is not Famille.RECENSEMENT or famille(first) not in ANNUELLES:
        return None
    years = [year for name, year in cles if name == variable and year is not None]
    near = min(years, key=lambda year: abs(annee - year), default=None)
    if near is None or abs(annee - near) > ECART_MAXIMAL:
        return None
    return Cle(variable, near)


def _total(somme: Somme, lues: list[Lecture]) -> float:
    return sum(sign * (lue.valeur or 0.0) for (sign, _), lue in zip(somme, lues, strict=True))


def _statut(operandes: Iterable[Cle], lues: list[Lecture]) -> Statut:
    """Return why a figure cannot be computed: secrecy first, as it hides the rest."""
    statuts = {lue.statut for lue in lues} - {Statut.OK}
    if Statut.SECRET in statuts:
        return Statut.SECRET
    asked = all(
        lue.valeur != 0 or key.variable not in NON_POSEES
        for key, lue in zip(operandes, lues, strict=True)
    )
    otherwise = Statut.OK if asked else Statut.SANS_OBJET
    return next((lue.statut for lue in lues if lue.statut in statuts), otherwise)
