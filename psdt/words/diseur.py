"""The figures of one indicator, said in one sentence: agreement, elision, units."""

from collections.abc import Sequence

from psdt.words.constats import comparaison
from psdt.words.grammar import NBSP, fine, majuscule
from psdt.words.lieux import a, d_article, dans, enumeration
from psdt.words.mesures import complement, effectif, mesure, milliers, part
from psdt.words.sujets import sujet

Lieu = tuple[str, str]
"""Name of a territoire, and name of its level in the domain."""
CITES = 3
"""Communes named in a sentence, at most."""
STABLE = "stable"


class Diseur:
    """Says the figures of one indicator.

    Parameters
    ----------
    libelle, unite : str
        Of the indicator.
    places : int
        Decimals shown.
    """

    def __init__(self, libelle: str, unite: str, places: int) -> None:
        self._unite = unite
        self._places = places
        said = milliers(sujet(libelle, unite))
        self._sujet = f"{said}," if "," in said else said
        reste = complement(unite, libelle)
        self._reste = f" {reste}" if reste else ""

    def un_lieu(
        self, lieu: Lieu, value: float, reperes: Sequence[tuple[Lieu, float]], annee: int
    ) -> str:
        """« À Caden, la part des logements vacants est de 11,4 % : 4,9 points de plus que… ».

        The first of ``reperes`` counts; the last one, when it is another, is said too.
        """
        start = f"{dans(*lieu)}, {self._sujet} est de {self._mesure(value)}{self._reste}"
        return _phrase(f"{start}{self._face(value, reperes)} ({annee}).")

    def des_communes(
        self, lieux: Sequence[tuple[str, float]], repere: tuple[Lieu, float], sur: int, annee: int
    ) -> str:
        """« La part des résidences secondaires est de 24 % à Limerzel et de 23,7 % à… ».

        ``lieux`` are names and figures of several communes, the farthest first, of ``sur``.
        """
        ou, reference = repere
        if len(lieux) <= CITES:
            restes = [self._reste, *[""] * (len(lieux) - 1)]  # the unit is said once
            said = enumeration(
                [
                    f"de {self._mesure(value)}{reste} {a(nom)}"
                    for (nom, value), reste in zip(lieux, restes, strict=True)
                ]
            )
            against = f"contre {self._mesure(reference)} {dans(*ou)}"
            return _phrase(f"{self._sujet} est {said}, {against} ({annee}).")
        where = "au-dessus" if lieux[0][1] > reference else "au-dessous"
        said = ", ".join(f"{self._mesure(value)} {a(nom)}" for nom, value in lieux[:CITES])
        start = f"dans {len(lieux)} communes sur {sur}, {self._sujet} est bien {where}"
        middle = f"{d_article(*ou)} ({self._mesure(reference)}{self._reste})"
        return _phrase(f"{start} {middle} : {said}, entre autres ({annee}).")

    def evolution(
        self,
        lieu: Lieu,
        avant: tuple[int, float],
        apres: tuple[int, float],
        repere: tuple[Lieu, float, float] | None,
        *,
        compte: bool,
    ) -> str:
        """« Dans l'intercommunalité, le taux… passe de 9,9 % en 2014 à 10,4 % en 2019 ; … ».

        ``repere`` is what it is compared with, and its two figures; of a count, what is
        compared is growth.
        """
        first = self._mesure(avant[1]) + self._reste
        if compte:
            first = effectif(avant[1], self._unite, self._places)
        start = f"{dans(*lieu)}, {self._sujet} passe de {first} en {avant[0]}"
        start += f" à {self._mesure(apres[1])} en {apres[0]}"
        if compte:
            start += f" : {_croissance(avant[1], apres[1]) or STABLE}"
            if repere:
                there = _croissance(*repere[1:])
                start += f", {f'contre {there}' if there else f'mais {STABLE}'} {dans(*repere[0])}"
        elif repere:
            then, now = self._mesure(repere[1]), self._mesure(repere[2])
            ends = f"de {then} à {now}" if then != now else f"{STABLE} à {now}"
            start += f" ; {dans(*repere[0])}, {ends}"
        return _phrase(f"{start}.")

    def parts(self, lieux: Sequence[tuple[str, float, float]], repere: Lieu, annee: int) -> str:
        """« À Questembert, le nombre de chômeurs représente 38 % de celui de… ».

        ``lieux`` are names, shares of the count and shares of the inhabitants, in percent.
        """
        (nom, share, people), *others = lieux[:CITES]
        start = f"{a(nom)}, {self._sujet} représente {part(share / 100)} du total"
        start += f" {d_article(*repere)}, pour {part(people / 100)} de ses habitants"
        for nom, share, people in others:
            start += f" ; {a(nom)}, {part(share / 100)} pour {part(people / 100)}"
        return _phrase(f"{start} ({annee}).")

    def sous_zero(self, lieu: Lieu, value: float, communes: int, sur: int, annee: int) -> str:
        """« Dans l'intercommunalité, le solde naturel de l'année est au-dessous de zéro : … »."""
        said = effectif(value, self._unite, self._places)
        where = f", et il l'est dans {communes} communes sur {sur}" if communes > 1 else ""
        start = f"{dans(*lieu)}, {self._sujet} est au-dessous de zéro : {said}"
        return _phrase(f"{start}{where} ({annee}).")

    def ecarts(self, value: float, reperes: Sequence[tuple[Lieu, float]]) -> str:
        """« 4,7 points de plus que l'intercommunalité ; 4,4 points de plus que le Morbihan »."""
        said = (
            comparaison(value, reference, ou, self._unite, self._places)
            for ou, reference in reperes
        )
        return fine(" ; ".join(said))

    def _face(self, value: float, reperes: Sequence[tuple[Lieu, float]]) -> str:
        """Return how a figure stands beside one or two others."""
        ends = [reperes[0], *reperes[1:][-1:]]
        said = [
            comparaison(value, reference, ou, self._unite, self._places) for ou, reference in ends
        ]
        if said[0].startswith("contre"):
            figures = [f"{self._mesure(reference)} {dans(*ou)}" for ou, reference in ends]
            return f", contre {' et '.join(figures)}"
        if len(said) == 1:
            return f" : {said[0]}"
        opposed = (value - ends[0][1]) * (value - ends[1][1]) <= 0
        return f" : {said[0]}{', mais ' if opposed else ' et '}{said[1]}"

    def _mesure(self, value: float) -> str:
        return mesure(value, self._unite, self._places)


def _croissance(avant: float, apres: float) -> str:
    """« 7,5 % de plus »; nothing when it rounds to nothing."""
    growth = apres / avant - 1
    if not round(100 * growth, 1):
        return ""
    return f"{part(abs(growth))} de {'plus' if growth > 0 else 'moins'}"


def _phrase(text: str) -> str:
    return fine(majuscule(text)).replace(f"{NBSP}{NBSP}", NBSP)
