"""Signals of the ABS: one sentence each, with its figures, for whom, since when, with care."""

from collections.abc import Sequence

from psdt.words.abs import AXES as ABS_AXES
from psdt.words.constats import comparaison
from psdt.words.grammar import NBSP, count, fine, number
from psdt.words.lieux import INTERCOMMUNALITE, a, article, d_article, dans, enumeration
from psdt.words.mesures import complement, effectif, mesure, milliers, part
from psdt.words.sujets import sujet

Lieu = tuple[str, str]
"""Name of a territoire, and name of its level in the domain."""
CITES = 3
"""Communes named in a sentence, at most."""


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
        said = milliers(sujet(libelle))
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
            start += f" : {_croissance(avant[1], apres[1])}"
            if repere:
                start += f", contre {_croissance(*repere[1:])} {dans(*repere[0])}"
        elif repere:
            ends = f"de {self._mesure(repere[1])} à {self._mesure(repere[2])}"
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
        whole = float(round(value, self._places)).is_integer()
        return mesure(value, self._unite, 0 if whole else self._places)


def depuis(annee: int | None) -> str:
    """« C'était déjà le cas en 2014. »."""
    return f"C'était déjà le cas en {annee}." if annee else ""


def pour(noms: Sequence[str], sur: int) -> str:
    """« Caden et Saint-Gravé », « 5 communes sur 13 »."""
    return enumeration(list(noms)) if len(noms) <= CITES else f"{len(noms)} communes sur {sur}"


def tout(lieu: Lieu) -> str:
    """« toute l'intercommunalité », « le Morbihan », « Berric »."""
    return f"toute {INTERCOMMUNALITE}" if lieu[1] == "EPCI" else article(*lieu)


def petites(noms: Sequence[str], seuil: int) -> str:
    """« Caden a moins de 2 000 habitants : quelques ménages suffisent à changer ce chiffre. »."""
    if len(noms) > CITES:
        who, verb = f"{len(noms)} de ces communes", "ont"
    else:
        who, verb = enumeration(list(noms)), "a" if len(noms) == 1 else "ont"
    start = f"{who} {verb} moins de {number(seuil)} habitants"
    return fine(f"{start} : quelques ménages suffisent à changer ce chiffre.")


def secret(n: int, sur: int) -> str:
    """« Secret statistique dans 10 communes sur 13 : ce n'est pas zéro. »."""
    return fine(f"Secret statistique dans {_communes(n, sur)} : ce n'est pas zéro.")


def connu(n: int, sur: int) -> str:
    """« Connu dans 5 communes sur 13 seulement. »."""
    return f"Connu dans {_communes(n, sur)} seulement."


def plus_recent(annee: int, repere: Lieu) -> str:
    """« Des chiffres de 2021 existent, mais pas pour l'intercommunalité : on ne peut… »."""
    start = f"Des chiffres de {annee} existent, mais pas pour {article(*repere)}"
    return fine(f"{start} : on ne peut pas encore comparer.")


CONTEXTE = fine(
    f"Ce chiffre n'est publié ni par commune ni pour {INTERCOMMUNALITE} : il donne un contexte."
)
EUROS = fine("En euros de chaque année : une partie de la hausse vient des prix.")


def inconnus(libelles: Sequence[str], n: int, sur: int, annee: int) -> str:
    """« Sous secret statistique dans 10 communes sur 13 (2021) : le niveau de vie… »."""
    named = enumeration([milliers(sujet(libelle)) for libelle in libelles])
    return fine(
        f"Sous secret statistique dans {_communes(n, sur)} ({annee}) : {named}. Ce n'est pas zéro."
    )


def _communes(n: int, sur: int) -> str:
    return f"les {sur} communes" if n == sur else f"{count(n, 'commune', 'communes')} sur {sur}"


def _croissance(avant: float, apres: float) -> str:
    """« 7,5 % de plus »."""
    growth = apres / avant - 1
    return f"{part(abs(growth))} de {'plus' if growth > 0 else 'moins'}"


def _phrase(text: str) -> str:
    return fine(f"{text[0].upper()}{text[1:]}").replace(f"{NBSP}{NBSP}", NBSP)


MENU = "Signaux"
TITRE = "Ce qui ressort des chiffres"
LIRE = fine(
    "Un signal est une question à se poser, pas une preuve : parmi tant de chiffres, "
    "quelques-uns s'écartent toujours des autres."
)
COLONNES = (
    *("Ce que cela dit", "Thème", "Signal", "Pour qui", "Depuis quand", "Prudence"),
    *("Indicateur", "Année", "Source"),
)


def perimetre(commune: str, axe: str) -> str:
    """« Toutes les communes », « Caden — Logement, hébergement et mobilité »."""
    return f"{commune} — {axe}" if axe else commune


PHRASES = {
    True: fine(
        "Les écarts les plus nets et les évolutions, du plus marqué au moins marqué. "
        "Chaque phrase donne ses chiffres : rattachez-la à l'enjeu qu'elle éclaire."
    ),
    False: "Les écarts les plus nets et les évolutions, du plus marqué au moins marqué.",
}
"""What the page says of itself, by whether the person may attach signals to enjeux."""
TOUT = "tout"
"""What the address says when no axis is chosen."""
AXES = {TOUT: "Tous les thèmes", **ABS_AXES}
TITRES = {
    "FRAGILE": "Ce qui est plus fragile",
    "FORCE": "Ce qui va mieux",
    "NEUTRE": "À noter",
}
MARQUES = {"FRAGILE": "Plus fragile", "FORCE": "Plus favorable", "NEUTRE": "À noter"}
"""What each line is marked with, by tone."""
SECRETS = "Ce que l'on ne sait pas"
VIDE = ("Rien ne ressort ici.", "Choisissez un autre thème, ou toutes les communes.")
SANS_ABS = (
    "Aucun indicateur pour l'instant.",
    "Ce qui ressort s'affichera ici dès qu'un agent aura importé des chiffres.",
)
VOIR = "Voir l'indicateur"
PRESENTER = "Présenter sur grand écran"
FICHIERS = {"xlsx": "Tableau Excel", "csv": "Fichier CSV"}
RATTACHER = "Rattacher à un enjeu"
CHOISIR_ENJEU = "Enjeu que cette phrase éclaire"
VALIDER = "Rattacher"
ANNULER = "Annuler"
DETACHER = "Détacher"
RATTACHE = "Constat rattaché"
DETACHE = "Constat détaché"
AUCUN_ENJEU = (
    "Aucun enjeu pour l'instant.",
    "Écrivez d'abord un enjeu : vous pourrez ensuite y rattacher ce constat.",
)
CONSTATS = "Constats rattachés aux enjeux"


def pour_qui(qui: str) -> str:
    """« Pour : Caden et Saint-Gravé »."""
    return fine(f"Pour : {qui}")


def rattache_a(enjeu: str) -> str:
    """« Rattaché à l'enjeu « Rompre l'isolement » »."""
    return fine(f"Rattaché à l'enjeu « {enjeu} »")


MENU_PRESENTER = "Présenter"
BARRES = "Barres"
REVENIR = "Revenir aux signaux"


def position(place: int, total: int) -> str:
    """« 3 sur 12 »."""
    return f"{place} sur {total}"


def marque(ton: str, mesure: str) -> str:
    """« Plus fragile — Part des logements vacants (%), 2022 »."""
    return f"{MARQUES[ton]} — {mesure}"


def coupees(n: int, *, fin: bool) -> str:
    """« Les 13 communes les plus fragiles », or the least."""
    return f"Les {n} communes les {'moins' if fin else 'plus'} fragiles"


def autres(n: int) -> str:
    """« Voir les 4 autres », « Voir l'autre »."""
    return f"Voir les {n} autres" if n > 1 else "Voir l'autre"
