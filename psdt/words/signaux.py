"""Signals of the ABS: one sentence each, with its figures, for whom, since when, with care."""

from collections.abc import Sequence

from psdt.words.abs import AXES as ABS_AXES
from psdt.words.constats import toutes
from psdt.words.diseur import CITES, Lieu
from psdt.words.grammar import count, fine, number
from psdt.words.lieux import INTERCOMMUNALITE, article, enumeration
from psdt.words.mesures import milliers, part
from psdt.words.sujets import sujet


def depuis(annee: int | None) -> str:
    """« C'était déjà le cas en 2014. »."""
    return f"C'était déjà le cas en {annee}." if annee else ""


def pour(noms: Sequence[str], sur: int) -> str:
    """« Caden et Saint-Gravé », « 5 communes sur 13 »."""
    return enumeration(list(noms)) if len(noms) <= CITES else f"{len(noms)} communes sur {sur}"


def tout(lieu: Lieu) -> str:
    """« toute l'intercommunalité », « le Morbihan », « Berric »."""
    return f"toute {INTERCOMMUNALITE}" if lieu[1] == "EPCI" else article(*lieu)


def petites(noms: Sequence[str], seuil: int, quoi: str) -> str:
    """« Caden a moins de 2 000 habitants : quelques emplois suffisent à changer ce chiffre. ».

    Nothing when ``quoi`` is not known.
    """
    if not quoi:
        return ""
    if len(noms) > CITES:
        who, verb = f"{len(noms)} de ces communes", "ont"
    else:
        who, verb = enumeration(list(noms)), "a" if len(noms) == 1 else "ont"
    start = f"{who} {verb} moins de {number(seuil)} habitants"
    return fine(f"{start} : quelques {quoi} suffisent à changer ce chiffre.")


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


CONTEXTES = {
    "EPCI": fine(
        f"Ce chiffre n'est publié ni par commune ni pour {INTERCOMMUNALITE} : "
        "il donne un contexte."
    ),
    "COMMUNE": fine("Ce chiffre n'est pas publié pour la commune : il donne un contexte."),
}
"""Said of a figure of a larger territoire, by the level of the démarche's own."""
EUROS = fine("En euros de chaque année : une partie de la hausse vient des prix.")


def inconnus(libelles: Sequence[str], n: int, sur: int, annee: int) -> str:
    """« Sous secret statistique dans 10 communes sur 13 (2021) : le niveau de vie… »."""
    named = enumeration([milliers(sujet(libelle)) for libelle in libelles])
    return fine(
        f"Sous secret statistique dans {_communes(n, sur)} ({annee}) : {named}. Ce n'est pas zéro."
    )


def _communes(n: int, sur: int) -> str:
    return toutes(sur) if n == sur else f"{count(n, 'commune', 'communes')} sur {sur}"


MENU = "Signaux"
TITRE = "Ce qui ressort des chiffres"
LIRE = fine(
    "Un signal est une question à se poser, pas une preuve : parmi tant de chiffres, "
    "quelques-uns s'écartent toujours des autres."
)
COLONNES = (
    *("Ce que cela dit", "Thème", "Signal", "Pour qui", "Depuis quand", "Prudence"),
    *("Écarts", "Indicateur", "Année", "Source"),
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
    "FORCE": "Ce qui est plus favorable",
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
    fine("Écrivez d'abord un enjeu : vous pourrez ensuite y rattacher ce constat."),
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


ORANGE = fine("Orange : plus fragile.")


def croissance(libelle: str, debut: int | None, fin: int) -> str:
    """« Population municipale, évolution depuis 2015 (%), 2015-2023 »."""
    return fine(f"{milliers(libelle)}, évolution depuis {debut} (%), {debut}-{fin}")


def parts(libelle: str, annee: int) -> str:
    """« Nombre d'emplois : part de chaque commune, puis sa part des habitants, 2024 »."""
    return fine(
        f"{milliers(libelle)} : part de chaque commune, puis sa part des habitants, {annee}"
    )


def part_et_habitants(share: float, habitants: float) -> str:
    """« 6,9 % pour 2,6 % », of the count and of the inhabitants."""
    return f"{part(share)} pour {part(habitants)}"


def coupees(n: int, *, fin: bool) -> str:
    """« Les 13 communes les plus fragiles », or the least."""
    return f"Les {n} communes les {'moins' if fin else 'plus'} fragiles"


def choisies(n: int, sur: int) -> str:
    """« 13 communes sur 90 », when those that the sentence is about are not at an end."""
    return f"{n} communes sur {sur}"


def autres(n: int) -> str:
    """« Voir les 4 autres », « Voir l'autre »."""
    return f"Voir les {n} autres" if n > 1 else "Voir l'autre"
