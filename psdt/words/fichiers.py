"""Words of the files people bring: what is wrong in them, where, and what to do."""

from collections.abc import Iterable, Mapping
from typing import Any

from psdt.words import producteurs, saisie
from psdt.words.grammar import count, fine, majuscule, number

MODELE = "Modèle de l'application"

ANCIEN = "ancien format de document"
HTML = "page HTML"
XML = "fichier XML"
JSON = "fichier JSON"
PROGRAMME = "programme"
AUTRE_ARCHIVE = "archive sans classeur"
SANS_FEUILLE = "classeur sans feuille lisible"
STRICT = fine(
    "classeur « Open XML Strict » : choisissez « Classeur Excel (.xlsx) » en enregistrant"
)
MEMOIRE = "elle ne tient pas dans la mémoire permise"
TROP_DE_CASES = "trop de cases"
OCTET_NUL = "caractère nul, qui n'est pas du texte"
GUILLEMET = "guillemet ouvert et jamais refermé"
TROP_LONG = "sa lecture est trop longue"
AUCUNE = "aucune"
AUCUN_TITRE = "aucun titre"
LOIN = "cellule isolée très loin du tableau"
COURRIEL = "adresse électronique"
TELEPHONE = "téléphone"
NOM = "nom"

EXTRAIT = 60
"""Longest piece of a cell repeated in a sentence."""
LISTE = 600
"""Longest list of names, likewise: a workbook may have hundreds of sheets."""

QUE_FAIRE = {
    "fichier_vide": "le fichier {lu} est vide. Choisissez le fichier qui contient vos lignes.",
    "fichier_trop_gros": "le fichier {lu} est trop gros ({detail}). Gardez les lignes de votre "
    "territoire, sans image, et enregistrez de nouveau ; ou, pour des indicateurs de "
    "toute la France, lancez « psdt import-abs FICHIER ».",
    "fichier_abime": "le fichier {lu} est abîmé et ne se lit pas{raison}. Ouvrez-le dans votre "
    "tableur, enregistrez-le en .xlsx, puis réessayez.",
    "format_inconnu": "le fichier {lu} n'est pas un tableau que l'application sait lire "
    "({detail}). Enregistrez-le en .xlsx depuis votre tableur.",
    "macro_refusee": "le fichier {lu} contient des macros, refusées par sécurité. "
    "Enregistrez-le en .xlsx.",
    "mot_de_passe": "le fichier {lu} est protégé par un mot de passe. Retirez le mot de passe, "
    "puis enregistrez en .xlsx.",
    "encodage": "les accents de {lu} ne se lisent pas. Enregistrez-le en « CSV UTF-8 » "
    "ou en .xlsx.",
    "feuille_absente": "la feuille « {lu} » est introuvable. Feuilles trouvées : {detail}. "
    "Renommez celle qui contient vos lignes.",
    "feuille_trop_grande": "la feuille est trop grande ({detail}). Gardez les lignes de votre "
    "territoire et supprimez les cellules isolées loin du tableau.",
    "colonne_absente": "il manque {lu}. Colonnes trouvées : {detail}. Ajoutez ce qui manque à la "
    "ligne d'en-tête, dans les 30 premières lignes.",
    "colonne_en_double": "la colonne « {lu} » figure plusieurs fois ({detail}). "
    "N'en gardez qu'une.",
    "aucune_ligne": "la feuille n'a aucune ligne sous son en-tête. Ajoutez vos lignes.",
    "ligne_trop_longue": "la ligne a {detail}. Mettez entre guillemets les textes et les nombres "
    "qui contiennent le séparateur, ou enregistrez en .xlsx.",
    "valeur_absente": "la case est vide. Remplissez-la, ou supprimez la ligne.",
    "valeur_illisible": "« {lu} » ne se lit pas. Corrigez cette case.",
    "niveau_absent": "le code « {detail} » ne dit pas si « {lu} » est un département ou une "
    "région. Remplissez la colonne niveau.",
    "niveau_contraire": "{detail}, alors que le niveau dit {lu}. Corrigez l'un des deux.",
    "autre_nom": "{detail} Corrigez le code ou le nom.",
    "nom_proche": "{lu} : vouliez-vous dire {detail} ? Corrigez le nom ; s'il est juste, ajoutez "
    "le code du territoire.",
    "fichier_d_objectifs": "le fichier {lu} contient des objectifs{raison}. Il faut ici une "
    "feuille « Indicateurs », un chiffre par ligne, avec les colonnes code, territoire, annee et "
    "valeur : les objectifs s'écrivent au recueil du forum, et la commande « psdt "
    "check-objectifs » contrôle un tel fichier.",
    "formule_sans_valeur": "la formule n'a pas de résultat enregistré. Ouvrez le fichier dans "
    "votre tableur et enregistrez-le, ou remplacez la formule par sa valeur.",
    "texte_trop_long": "le texte est trop long ({detail}). Raccourcissez-le.",
    "doublon": "{lu} figure déjà à la ligne {detail}. Gardez une seule des deux lignes.",
    "trop_d_indicateurs": "avec le fichier {lu}, la démarche aurait {detail}. Ne gardez que les "
    "indicateurs dont l'analyse se sert.",
    "theme_inconnu": "le thème « {lu} » n'est pas un axe de l'analyse des besoins sociaux : "
    "l'indicateur est rangé dans « {detail} ».",
    "doublon_probable": "ce texte figure déjà à la ligne {detail} : les deux sont gardés.",
    "donnee_personnelle_probable": "ce texte semble nommer ou joindre quelqu'un ({detail}). "
    "Si c'est le cas, retirez-le.",
    "niveau_suppose": "rien ne dit le niveau de ces territoires, lus comme des communes : {lu}.",
    **producteurs.QUE_FAIRE,
    **saisie.QUE_FAIRE,
    "description_variable": "« {lu} » n'est pas décrit partout de la même façon ({detail}) : "
    "sa première ligne est retenue.",
}
SANS_ENTETE = fine(
    "il manque l'en-tête : {lu}. Partez du modèle à remplir de l'écran « Importer », ou déposez "
    "le fichier du producteur tel que vous l'avez téléchargé."
)
ILLISIBLE = {
    "annee": "« {lu} » n'est pas une année. Écrivez quatre chiffres, par exemple 2021.",
    "valeur": "« {lu} » n'est pas un nombre. Écrivez par exemple 12,5, ou « s » pour une valeur "
    "sous secret statistique, ou « nd » si elle n'est pas disponible.",
    "niveau": "« {lu} » n'est pas un niveau. Écrivez Commune, Intercommunalité, Département, "
    "Région ou France.",
    "axe": saisie.AXE_ILLISIBLE,
    "sens": "« {lu} » n'est pas un sens. Écrivez défavorable, favorable ou neutre.",
}


def que_faire(genre: str, colonne: str | None, *, lu: str, detail: str) -> str:
    """Say what is wrong and how to mend it."""
    template = QUE_FAIRE[genre]
    if genre == "format_inconnu":
        template = producteurs.SANS_TABLEAU.get(detail, template)
    if genre == "valeur_illisible" and colonne is not None:
        template = ILLISIBLE.get(colonne.split(" ")[0], template)
    if genre == "colonne_absente" and detail == AUCUNE:
        template = SANS_ENTETE
    known = _extrait(detail, LISTE)
    reason = f" ({known})" if known else ""
    return fine(template.format(lu=_extrait(lu), detail=known, raison=reason))


def _extrait(text: str, longest: int = EXTRAIT) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def lieu(feuille: str | None, ligne: int | None, colonne: str | None) -> str:
    """« Feuille Indicateurs, ligne 6, colonne annee (E) », or nothing for a whole file."""
    parts = (
        f"feuille {_extrait(feuille)}" if feuille else "",
        f"ligne {ligne}" if ligne else "",
        f"colonne {colonne}" if colonne else "",
    )
    return ", ".join(filter(None, parts))


def phrase(lieu: str, suite: str) -> str:
    """Join the place and what is wrong there into one sentence."""
    text = f"{lieu} : {suite}" if lieu else suite
    return fine(majuscule(text))


def verdict(trouve: Mapping[str, Any]) -> str:
    """Say what a file gives: « Ce fichier peut être repris : 12 lignes lues. »."""
    if trouve["expect"] == "error":
        return fine(f"Ce fichier est à corriger :\n{trouve['message']}")
    read = count(trouve["n_rows"], "ligne lue", "lignes lues")
    sentences = [warning["message"] for warning in trouve["warnings"]]
    checks = ["À vérifier :", *sentences] if sentences else []
    return fine("\n".join([f"Ce fichier peut être repris : {read}.", *checks]))


def bilan(nom: str, valeurs: int, de: tuple[int, int], *, secret: int, absentes: int) -> str:
    """« cc.csv : 221 valeurs de 17 indicateurs pour 13 territoires, dont 158 sous secret. »."""
    text = (
        f"{nom} : {count(valeurs, 'valeur', 'valeurs')} de "
        f"{count(de[0], 'indicateur', 'indicateurs')} pour "
        f"{count(de[1], 'territoire', 'territoires')}"
    )
    missing = [
        f"{number(n)} {why}"
        for n, why in ((secret, "sous secret statistique"), (absentes, "sans valeur publiée"))
        if n
    ]
    return fine(f"{text}{', dont ' if missing else ''}{' et '.join(missing)}.")


def laisse(nom: str) -> str:
    """« iris.csv n'est pas repris : »."""
    return fine(f"{nom} n'est pas repris :")


def mega(size: int) -> str:
    """« plus de 10 Mo »."""
    return fine(f"plus de {size} Mo")


def decompresse(taille: int, pieces: int) -> str:
    """« 1 220 Mo une fois décompressé, en 12 pièces »."""
    size = f"{number(taille)} Mo une fois décompressé"
    return fine(f"{size}, en {count(pieces, 'pièce', 'pièces')}")


def cases_max(n: int) -> str:
    """« plus de 4 millions de cases »."""
    return f"plus de {n // 1_000_000} millions de cases"


def texte_max(n: int) -> str:
    """« plus de 50 millions de caractères »."""
    return f"plus de {n // 1_000_000} millions de caractères"


def fusions_max(n: int) -> str:
    """« plus de 100 000 cases fusionnées »."""
    return f"plus de {number(n)} cases fusionnées"


def lignes_max(n: int) -> str:
    """« plus de 100 000 lignes »."""
    return f"plus de {number(n)} lignes"


def colonnes_max(n: int) -> str:
    """« plus de 200 colonnes »."""
    return f"plus de {n} colonnes"


def valeurs_max(n: int) -> str:
    """« plus de 100 000 valeurs »."""
    return f"plus de {number(n)} valeurs"


def caracteres(longueur: int, permis: int) -> str:
    """« 6 000 caractères, 5 000 au plus »."""
    return f"{number(longueur)} caractères, {number(permis)} au plus"


def feuilles(noms: str) -> str:
    """« feuilles trouvées : Feuil1, Objectifs »."""
    return fine(f"feuilles trouvées : {noms}")


def indicateurs_max(total: int, permis: int) -> str:
    """« 20 003 indicateurs, 2 000 au plus »."""
    return f"{count(total, 'indicateur', 'indicateurs')}, {number(permis)} au plus"


def largeurs(ligne: int, entete: int) -> str:
    """« 9 cases, son en-tête 8 »."""
    return f"{count(ligne, 'case', 'cases')}, son en-tête {entete}"


def colonnes(lettres: list[str]) -> str:
    """« colonnes F et G »."""
    return f"colonnes {' et '.join(lettres)}"


def manque(noms: list[str]) -> str:
    """« la colonne annee », « les colonnes annee et valeur »."""
    if len(noms) == 1:
        return f"la colonne « {noms[0]} »"
    return f"les colonnes {', '.join(f'« {nom} »' for nom in noms)}"


def cle(code: str, territoire: str, annee: int) -> str:
    """« POP_MUN, Berric, 2021 »."""
    return f"« {code}, {territoire}, {annee} »"


CODES_DE = {
    "COMMUNE": "d'une commune",
    "EPCI": "d'une intercommunalité",
    "DEPARTEMENT": "d'un département",
    "REGION": "d'une région",
    "FRANCE": "de la France",
}


UN = {"DEPARTEMENT": "un département", "REGION": "une région"}


def code_de(code: str, niveaux: Iterable[str]) -> str:
    """« le code 01093 est celui d'une commune »; levels are named as in the domain."""
    return f"le code {code} est celui {' ou '.join(CODES_DE[niveau] for niveau in niveaux)}"


def code_autre(code: str, connu: str, nom: str, juste: str) -> str:
    """« 01083 est Chaneins : le nom dit Villars-les-Dombes, dont le code est 01443. »."""
    if connu:
        return f"{code} est {connu} : le nom dit {nom}, dont le code est {juste}."
    return f"le nom dit {nom}, dont le code est {juste} et non {code}."


def niveau_autre(code: str, connu: str, nom: str, niveau: str) -> str:
    """« 53 est Mayenne : le nom dit Bretagne, qui n'est pas un département. »."""
    return f"{code} est {connu} : le nom dit {nom}, qui n'est pas {UN[niveau]}."


def deux_codes(nom: str, codes: list[str]) -> str:
    """« Chaneins a ici deux codes : 01083 et 01443. »."""
    return f"{nom} a ici deux codes : {' et '.join(codes)}."


def nom_ailleurs(nom: str, lu: str, connu: str) -> str:
    """« Chaneins (01084 au lieu de 01083) »."""
    return f"{nom} ({lu} au lieu de {connu})"


def nom_autre(code: str, lu: str, connu: str) -> str:
    """« 01083 : Villars-les-Dombes au lieu de Chaneins »."""
    return f"{code} : {lu} au lieu de {connu}"


def nom_echange(code: str, connu: str, nom: str, ailleurs: str) -> str:
    """« 01083 est Chaneins : le nom dit Monthieux, et Chaneins a ici le code 01261. »."""
    return f"{code} est {connu} : le nom dit {nom}, et {connu} a ici le code {ailleurs}."
