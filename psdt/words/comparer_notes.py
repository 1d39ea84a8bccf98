"""What « Comparer » says under a figure: cautions, what is missing and why, sources."""

from psdt.words.grammar import fine, number
from psdt.words.lieux import dans, enumeration
from psdt.words.peu import DIVERS

PAS_CLASSEMENT = fine(
    "Ce n'est pas un classement : les indicateurs n'ont pas le même poids et tous ne sont pas "
    "connus partout."
)
NON_COLORES = "Sans couleur, car une valeur plus élevée n'y est ni meilleure ni pire"
ABSENTS_GRILLE = fine(
    "« secret » : trop peu de ménages pour publier ; « n. d. » : non disponible."
)
RECENSEMENTS = fine(
    "Deux recensements éloignés de moins de cinq ans se recouvrent : ils ne sont pas comparés."
)
AUTRE_SOURCE = fine(
    "D'autres chiffres existent, d'une autre source : elle ne mesure pas la même chose, ils ne "
    "sont pas comparés."
)
INTERRUPTION = fine("Trait interrompu : une année n'est pas publiée, ou est secrète.")
PETITES = fine("Moins de {seuil} habitants, où quelques {quoi} suffisent à changer un taux : ")


def annees(connues: list[int]) -> str:
    """Say which year each indicator is of."""
    if len(set(connues)) == 1:
        return f"Chiffres de {connues[0]}."
    return fine(
        "Chaque indicateur est montré à la dernière année connue de la plupart des communes et "
        f"publiée pour les comparer : de {min(connues)} à {max(connues)}. Ces années ne sont pas "
        "les mêmes : on compare des territoires, pas des indicateurs."
    )


def petites(noms: list[str], seuil: int) -> str:
    """Say the caution that small communes ask for, naming them when they are few."""
    who = enumeration(noms) if len(noms) <= 6 else f"{len(noms)} communes"
    return fine(f"{PETITES.format(seuil=number(seuil), quoi=DIVERS)}{who}.")


def sans_chiffre(libelles: list[str]) -> str:
    """« Sans aucun chiffre connu : Taux de pauvreté. »."""
    return fine(f"Sans aucun chiffre connu : {enumeration(libelles)}.")


def absents(nom: str, raisons: list[str]) -> str:
    """« À savoir pour Molac : taux de pauvreté (secret statistique). »."""
    return fine(f"Sans chiffre pour {nom} : {enumeration(raisons)}.")


def raison(libelle: str, statut: str) -> str:
    """« Taux de pauvreté (secret statistique) »."""
    return f"{libelle} ({statut})"


def effectifs(libelles: list[str]) -> str:
    """Say that counts are shown of communes only."""
    return fine(
        f"{enumeration(libelles)} : des nombres, qui grandissent avec le territoire. Seules les "
        "communes y sont montrées."
    )


def non_colores(libelles: list[str]) -> str:
    """Say which columns have no colour, and why."""
    return fine(f"{NON_COLORES} : {enumeration(libelles)}.")


def sans_reference(libelles: list[str]) -> str:
    """Say which columns have no colour because nothing is published to compare with."""
    return fine(f"Sans valeur publiée pour l'intercommunalité : {enumeration(libelles)}.")


def sans_evolution(ou: tuple[str, str], libelles: list[str]) -> str:
    """« Connus à Berric pour une seule année, ou … : Taux de chômage. »."""
    return fine(f"Sans années que l'on puisse comparer {dans(*ou)} : {enumeration(libelles)}.")


def evolution_secrete(ou: tuple[str, str], libelles: list[str]) -> str:
    """« Sous secret statistique à Berric : Taux de pauvreté. »."""
    return fine(
        f"Sous secret statistique {dans(*ou)}, au moins une année : {enumeration(libelles)}."
    )


def sans_annees(noms: list[str]) -> str:
    """Say which territoires have no figure in the years of the picture."""
    who = enumeration(noms) if len(noms) <= 6 else f"{len(noms)} territoires"
    return fine(f"Sans chiffres comparables sur ces années : {who}.")


def millesimes(avant: str, apres: str, annees: list[str]) -> str:
    """« Insee, Filosofi 2014 à 2021 » from what sources have around their years.

    Examples
    --------
    >>> millesimes("Insee, période", " (Observatoire)", [" 1968-1975", " 2013-2018"])
    'Insee, période 1968-1975 à 2013-2018 (Observatoire)'
    """
    years = sorted({annee.strip() for annee in annees if annee.strip()})
    span = "".join(f" {year}" for year in years[:1]) + "".join(f" à {y}" for y in years[1:][-1:])
    return f"{avant}{span}{apres}"
