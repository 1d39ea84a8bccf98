"""Words of the files that producers publish: their names, and the source of a figure."""

import re
from collections.abc import Iterable, Mapping

from psdt.words.grammar import fine, number
from psdt.words.lieux import enumeration
from psdt.words.mesures import decimale, mesure

COMPARATEUR = "Insee, base du comparateur de territoires"
DOSSIER = "Insee, dossier complet"
BASE_CC = "Insee, base communale du recensement"
FILOSOFI = "Insee, Filosofi par commune"
DISP = "Insee, Filosofi, revenu disponible (tous niveaux)"
OBSERVATOIRE = "Observatoire des territoires"
STATISTIQUES_LOCALES = "Statistiques locales (cartes interactives)"
MELODI = "Insee, catalogue de données (Melodi)"
CNAF = "Cnaf, allocataires par commune ou quartier"
PRECARITE = "Cnaf, indicateurs territoriaux de précarité"
DICTIONNAIRE = "Dictionnaire des variables de l'Insee"

ARCHIVE_SANS_TABLE = "archive sans fichier .csv de données"
EN_TETE_INCONNU = "aucun en-tête connu dans ses premières lignes"

PRODUCTEURS = {
    "etat_civil": ("Insee", "état civil"),
    "flores": ("Insee", "Flores"),
    "recensement": ("Insee", "recensement"),
    "filosofi": ("Insee-DGFiP-Cnaf-Cnav-CCMSA", "Filosofi"),
    "cnaf": ("Cnaf", "allocataires"),
}
"""Who publishes each family of variables, and what; in the order they are cited."""
SUPERFICIES = "Insee, superficie des communes"

OBSERVES = {"TX_MORTALITE": "Insee, recensements et état civil"}
"""Where the Observatoire takes its indicators from, by their code in the catalogue."""

QUE_FAIRE = {
    "code_illisible": "« {lu} » n'est pas le code d'un territoire. Une commune a cinq caractères "
    "(56015), une intercommunalité neuf chiffres.",
    "nombre_illisible": "« {lu} » n'est pas un nombre. Remettez ce que le producteur a publié, ou "
    "« s » pour une valeur sous secret statistique.",
    "deux_fois": "« {lu} » figure deux fois. Gardez une seule des deux lignes.",
    "niveau_a_dire": "rien ne dit si le code « {lu} » est celui d'un département ou d'une région. "
    "Choisissez le niveau du fichier.",
    "annee_a_dire": "rien ne dit de quelle année sont les chiffres du fichier {lu}. Mettez "
    "l'année dans son nom, par exemple caf_2023.csv.",
    "annee_absente": "l'en-tête « {lu} » ne dit pas l'année. Ajoutez-la, par exemple "
    "« {lu} 2021 ».",
    "annee_illisible": "« {lu} » n'est ni une année, ni une période comme 2013-2018.",
    "aucun_territoire": "aucune ligne du fichier {lu} ne concerne votre territoire. "
    "Choisissez-en un qui contient vos communes, ou vérifiez leurs codes.",
    "territoire_a_dire": "la démarche ne connaît pas encore son territoire, et le fichier {lu} "
    "peut en décrire d'autres. Dites d'abord quel est votre territoire, puis revenez ici.",
    "aucun_indicateur": "le fichier {lu} n'a aucune colonne que l'application sait lire. "
    "Reportez les chiffres voulus dans le modèle.",
    "dictionnaire": "le fichier {lu} décrit les variables et ne contient pas de chiffres. "
    "Importez le fichier de données qui l'accompagne.",
    "colonnes_ignorees": "colonnes non utilisées ({lu}) : {detail}.",
    "feuilles_non_lues": "autres feuilles du classeur, qui ne sont pas lues : {detail}.",
    "hors_perimetre": "territoires du fichier laissés de côté, car ils ne sont ni vos communes ni "
    "vos territoires de comparaison : {detail}.",
    "nom_ailleurs": "territoires qui ont le nom de l'un des vôtres sous un autre code, laissés de "
    "côté : {detail}. Si ce sont les vôtres, corrigez le code dans le fichier.",
    "noms_autres": "la plupart de vos territoires ont ici un autre nom ({detail}). Vérifiez "
    "qu'aucune colonne n'a été triée sans les autres.",
    "indicateur_a_decrire": "indicateurs que le catalogue ne connaît pas, gardés sous le nom du "
    "fichier : {detail}. Dites leur unité et leur sens.",
    "periodes_ecartees": "périodes laissées de côté, car elles en recouvrent d'autres et ne se "
    "comparent pas avec elles : {detail}.",
    "valeur_impossible": "chiffres impossibles ({lu}) : {detail}. Une part est entre 0 et 100 %, "
    "un nombre n'est pas au-dessous de zéro : vérifiez-les.",
    "lignes_masquees": "lignes masquées dans le tableur, et lues comme les autres ({lu}) : "
    "{detail}. Si elles ne comptent pas, supprimez-les du fichier.",
    "feuilles_masquees": "feuilles masquées dans le tableur, qui ne sont pas lues : {detail}.",
    "fichier_de_verrou": "le fichier {lu} n'est qu'un verrou, que le tableur crée tant que le "
    "classeur est ouvert. Choisissez le classeur lui-même, dont le nom commence sans « ~ ».",
    "pourcentage_contraire": "chiffres écrits avec « % », alors que leur unité est autre : "
    "{detail}. Ils seraient gardés sans le signe : vérifiez le chiffre et l'unité avant "
    "d'importer.",
    "annee_a_verifier": "années à venir, ou d'avant 1962 : {detail}. S'il s'agit d'une "
    "projection, dites-le dans le libellé de l'indicateur ; sinon, corrigez l'année avant "
    "d'importer.",
    "parts_en_fractions": "aucun chiffre ne dépasse 1 % : {detail}. Sont-ce des fractions ? "
    "Écrivez 12,5 pour 12,5 %.",
    "hors_des_communes": "le chiffre de l'intercommunalité n'est pas entre ceux de ses communes : "
    "{detail}. Un taux ou une médiane d'ensemble l'est toujours : vérifiez ces chiffres avant "
    "d'importer.",
    "somme_de_communes": "le fichier ne donne que les communes : leurs effectifs sont additionnés "
    "pour {detail}. Médianes et taux publiés ne le sont jamais.",
}
"""What is wrong in the files of producers, and how to mend it; then what was left aside."""

IMAGE = fine(
    "le fichier {lu} est une image ({detail}) : ses chiffres ne se lisent pas. Demandez le "
    "tableau à qui l'a envoyée, ou recopiez-les dans le modèle à remplir."
)
PDF = fine(
    "le fichier {lu} est un document PDF : ses chiffres ne se lisent pas. Demandez le tableau à "
    "qui l'a envoyé, ou recopiez-les dans le modèle à remplir."
)
SANS_TABLEAU = {"JPEG": IMAGE, "PNG": IMAGE, "GIF": IMAGE, "PDF": PDF}
"""Formats that no spreadsheet opens: saving them otherwise is of no use."""
CALCUL = re.compile(r"\s*;\s*(calcul|somme des)\b.*", re.DOTALL)
"""How a figure was computed, after its source."""
CITES = 12
"""Names repeated in a sentence, at most."""


def source(annees: Mapping[str, str], *, calcule: bool, somme: bool) -> str:
    """« Insee, état civil 2024 et recensement 2022 ; calcul ».

    ``annees`` are the years by family of variables.
    """
    cited = [(PRODUCTEURS[name], annees[name]) for name in PRODUCTEURS if name in annees]
    if not cited:
        text = SUPERFICIES
    else:
        what = " et ".join(f"{product} {year}" for (_, product), year in cited)
        text = f"{cited[0][0][0]}, {what}"
    how = {
        (True, True): " ; calcul sur la somme des communes",
        (True, False): " ; calcul",
        (False, True): " ; somme des communes",
        (False, False): "",
    }
    return fine(text + how[calcule, somme])


def origine(source: str) -> str:
    """Return who publishes what a figure comes from, without how it was computed.

    Examples
    --------
    >>> origine("Insee, état civil 2024 ; calcul sur la somme des communes"), origine("Caf ; MSA")
    ('Insee, état civil 2024', 'Caf ; MSA')
    """
    return CALCUL.sub("", source)


def recensements(debut: int, fin: int, *, somme: bool) -> str:
    """« Insee, recensements 2016 et 2022 ; calcul »."""
    suite = " sur la somme des communes" if somme else ""
    return fine(f"Insee, recensements {debut} et {fin} ; calcul{suite}")


def observatoire(code: str, debut: int, fin: int) -> str:
    """« Insee, recensements et état civil, période 2013-2018 (Observatoire des territoires) »."""
    when = str(fin) if debut == fin else f"période {debut}-{fin}"
    origin = OBSERVES.get(code)
    return f"{origin}, {when} ({OBSERVATOIRE})" if origin else f"{OBSERVATOIRE}, {when}"


def carte(source: str, annee: int) -> str:
    """Return the source that a table cites, or where it was downloaded, and the year."""
    _, _, said = source.partition(":")
    return " ".join(said.strip(' ";,\t').split()) or f"{STATISTIQUES_LOCALES}, {annee}"


def precarite(annee: int) -> str:
    """« Cnaf, indicateurs territoriaux de précarité, 2024 »."""
    return f"{PRECARITE}, {annee}"


def enumerer(noms: Iterable[str]) -> str:
    """Name the first ones, and say how many follow."""
    listed = list(noms)
    more = len(listed) - CITES
    text = ", ".join(listed[:CITES])
    return f"{text} et {more} autres" if more > 1 else ", ".join(listed)


def figure(code: str, territoire: str, annee: int, valeur: float) -> str:
    """« TX_LOG_VACANTS, Berric, 2022 : 200 »."""
    return fine(f"{code}, {territoire}, {annee} : {decimale(valeur, _decimales(valeur))}")


def pourcentage(valeur: float) -> str:
    """« 12,5 % », « 42 % »."""
    return mesure(valeur, "%", _decimales(valeur))


def contraire(unite: str, n: int, ligne: int, lu: str) -> str:
    """« 18 en « foyers » (le premier à la ligne 12 : 42 %) »."""
    where = "à la ligne" if n == 1 else "le premier à la ligne"
    return fine(f"{number(n)} en « {unite} » ({where} {ligne} : {lu})")


def annees(code: str, trouvees: Iterable[int]) -> str:
    """« TX_CHOMAGE : 1911 et 2098 »."""
    return fine(f"{code} : {enumeration([str(annee) for annee in sorted(trouvees)])}")


def fractions(code: str, least: float, most: float) -> str:
    """« TX_CHOMAGE (de 0,08 à 0,12) »."""
    low, high = (decimale(value, _decimales(value)) for value in (least, most))
    return f"{code} (de {low} à {high})"


def hors_des_communes(code: str, annee: int, ensemble: float, bornes: tuple[float, float]) -> str:
    """« TX_CHOMAGE, 2021 : 15,4 (communes : de 10,1 à 15,2) »."""
    places = max(map(_decimales, (ensemble, *bornes)))
    whole, low, high = (decimale(value, places) for value in (ensemble, *bornes))
    return fine(f"{code}, {annee} : {whole} (communes : de {low} à {high})")


def _decimales(valeur: float) -> int:
    return next((n for n in (0, 1) if round(valeur, n) == valeur), 2)
