"""Words of the screen « Catalogue » and of its files."""

from datetime import datetime

from psdt.words.grammar import NBSP, count, fine, moment, number
from psdt.words.imports import QUELQU_UN

MENU = "Catalogue"
TITRE = "Le catalogue des indicateurs"
PHRASE = fine(
    "Ce que mesure chaque indicateur, son unité, son sens, d'où il vient et comment il est "
    "calculé. Réécrivez ce qui ne convient pas : vos mots restent, même après un nouvel import."
)
VUE = "Que faire"
VUES = {"lire": "Parcourir", "ajouter": "Ajouter", "echanger": "Exporter, importer"}
AXE = "Axe"
TOUS = "Tous les axes"
CHERCHER = "Chercher"
CHERCHER_AIDE = fine("Un mot du nom ou de la définition")
COLONNES_LISTE = ("Indicateur", "Unité", "Sens", "Chiffres")
LISTE = fine("Les indicateurs : nom, unité, sens, chiffres connus.")
AUCUN = fine("Aucun indicateur ne répond à cette recherche. Essayez un autre mot ou un autre axe.")
INDICATEUR = "Voir ou modifier un indicateur"
SANS_CHIFFRE = "aucun chiffre encore"
MODIFIE = fine("Vos mots restent : les imports ne changent plus cette description.")
CODE = "Code"
LIBELLE = "Nom"
UNITE = "Unité"
UNITE_AIDE = "%, personnes, pour 1\u202f000 habitants…"
SENS = "Une valeur plus élevée est"
DEFINITION = "Définition"
SOURCE = "Source"
CALCUL = "Comment il est calculé"
CHIFFRES = "Chiffres"
MODIFIER = "Modifier"
ENREGISTRER = "Enregistrer"
ENREGISTRE = "Indicateur enregistré"
INCHANGE = fine("Rien à enregistrer : vous n'avez rien changé.")
ANNULER = "Annuler la dernière modification"
ANNULER_OUI = "Oui, annuler"
RETIRER = ("Retirer cet indicateur", "Oui, retirer")
RETIRER_AIDE = fine("Il disparaîtra du catalogue : c'est vous qui l'avez ajouté.")
RETOUR_TABLE = "Ce qui revient, un champ par ligne."
COLONNES_RETOUR = ("Quoi", "Aujourd'hui", "Ce qui reviendra")
RETOUR_PAREIL = fine(
    "Les mots restent les mêmes ; un prochain import pourra de nouveau les changer."
)
ORIGINE = "Revenir à la description d'origine"
ORIGINE_OUI = "Oui, y revenir"
ANNULEE = "Modification annulée"
ORIGINE_FAITE = "Description d'origine remise"
AJOUTER = "Ajouter un indicateur"
AJOUTER_AIDE = fine(
    "Pour un chiffre que vous êtes seuls à connaître : donnez-lui un nom et une unité, puis "
    "saisissez ses valeurs dans « Données locales »."
)
AJOUTE = "Indicateur ajouté"

EXPORTER = "Exporter"
EXPORTER_AIDE = fine(
    "Tout le catalogue, une ligne par indicateur. Modifiez le fichier dans votre tableur, puis "
    "redonnez-le ci-dessous."
)
FICHIERS = {"xlsx": "Tableau Excel", "csv": "Fichier CSV"}
IMPORTER = "Importer"
FICHIER = "Fichier du catalogue"
TAILLE = 2
"""Megabytes that this page takes."""
A_CORRIGER = fine("Ce fichier est à corriger : rien n'a changé.")
APERCU = "Ce qui changera"
COLONNES_APERCU = ("Indicateur", "Quoi", "Avant", "Après")
TABLE_APERCU = "Ce que le fichier change, un champ par ligne."
NOUVEAU = "nouvel indicateur"
CONFIRMER = "Importer ces descriptions"
IMPORTE = "Catalogue importé"
PASSES = "Fichiers importés"
AUCUN_PASSE = "Aucun fichier de catalogue importé pour l'instant."
FICHIER_ANNULER = "Annuler cet import"
FICHIER_ANNULER_AIDE = fine(
    "Toutes ses descriptions redeviennent ce qu'elles étaient avant lui. Celles que vous avez "
    "changées depuis restent comme elles sont."
)
FICHIER_OUI = "Oui, annuler cet import"
FICHIER_ANNULE = fine("Import annulé : les descriptions d'avant sont revenues.")
RIEN = fine("Ce fichier dit la même chose que le catalogue : rien à changer.")

FEUILLE = "Catalogue"
TITRE_CLASSEUR = "Catalogue des indicateurs"
NOMS = ("Code", "Indicateur", "Axe", "Unité", "Sens", "Définition", "Source", "Calcul")
"""Headers of the file, in the order of its columns."""
CHAMPS = dict(
    zip(
        ("code", "libelle", "axe", "unite", "sens", "definition", "source", "calcul"),
        NOMS,
        strict=True,
    )
)
MODE_D_EMPLOI = {
    "Code": fine("Ne le changez pas : c'est lui qui relie la description aux chiffres."),
    "Axe": fine("L'un des sept axes, écrit en entier."),
    "Unité": UNITE_AIDE,
    "Sens": fine("défavorable, favorable ou neutre : ce que dit une valeur plus élevée."),
    "Définition, source, calcul": fine("Libres. Une case vidée efface le texte."),
    "Une ligne de plus": fine("Un code nouveau ajoute un indicateur."),
    "Une ligne retirée": fine("Rien n'est supprimé : l'indicateur reste comme il est."),
}

SENS_LONGS = {
    "DEFAVORABLE": "défavorable",
    "FAVORABLE": "favorable",
    "NEUTRE": "ni bonne ni mauvaise",
}
"""Continue « une valeur plus élevée est… »."""


def compte(n: int, avec: int) -> str:
    """« 122 indicateurs, dont 60 avec des chiffres. »."""
    known = f", dont {number(avec)} avec des chiffres" if avec else ", sans chiffre encore"
    return fine(f"{count(n, 'indicateur', 'indicateurs')}{known}.")


def chiffres(n: int, annees: tuple[int, int] | None) -> str:
    """« 231 chiffres, 2011-2022 »."""
    if not n or annees is None:
        return SANS_CHIFFRE
    first, last = annees
    when = str(last) if first == last else f"{first}-{last}"
    return f"{count(n, 'chiffre', 'chiffres')}, {when}"


def formule(par: int, haut: list[tuple[int, str]], bas: list[tuple[int, str]]) -> str:
    """« 100 × ménages d'une personne / ménages »; sums of several terms are in brackets."""
    times = f"{number(par)}{NBSP}×{NBSP}" if par != 1 else ""
    top = _somme(haut, brackets=bool(bas) or par != 1)
    return f"{times}{top}{f' / {_somme(bas, brackets=True)}' if bas else ''}"


def publie(producteur: str, variable: str) -> str:
    """« Publié tel quel par l'Insee, Filosofi (variable TP60) »."""
    return f"Publié tel quel par {producteur} (variable {variable})"


def nombre(quoi: str) -> str:
    """« Nombre publié : logements vacants »."""
    return fine(f"Nombre publié : {quoi}")


FILOSOFI = "l'Insee, Filosofi"
REPRIS = "Repris tel quel du fichier importé"


def meme_nom(libelle: str, code: str, connu: str) -> str:
    """Say that a new indicator has the name of another: its code was probably changed."""
    return fine(
        f"« {libelle} » a le code {code} dans le fichier et {connu} dans le catalogue : il y "
        f"aurait deux indicateurs du même nom, et les chiffres resteraient au premier. Si c'est "
        f"le même, remettez le code {connu}."
    )


def unite_sous_chiffres(libelle: str, avant: str, apres: str, n: int) -> str:
    """Say that figures would be read in another unit."""
    return fine(
        f"« {libelle} » a {count(n, 'chiffre', 'chiffres')} en « {avant} » : ce fichier les "
        f"ferait lire en « {apres} », sans les convertir."
    )


def modifie(instant: datetime, par: str, fichier: str) -> str:
    """« Modifié le 12 mars 2026 à 18 h 30 par Anne, avec le fichier catalogue.xlsx. »."""
    return _par("Modifié", instant, par, fichier)


def ajoute_par(instant: datetime, par: str, fichier: str) -> str:
    """« Ajouté le 12 mars 2026 à 18 h 30 par Anne. »."""
    return _par("Ajouté", instant, par, fichier)


def remise(instant: datetime, par: str) -> str:
    """« Description d'origine remise le 12 mars 2026 à 18 h 30 par Anne. »."""
    return _par("Description d'origine remise", instant, par, "")


def annule_par(instant: datetime, par: str) -> str:
    """« Annulé le 12 mars 2026 à 18 h 30 par Anne. »."""
    return _par("Annulé", instant, par, "")


def fichier_lu(instant: datetime, par: str) -> str:
    """« Importé le 12 mars 2026 à 18 h 30 par Anne. »."""
    return _par("Importé", instant, par, "")


def fichier_pris(instant: datetime, par: str, nombre: int, en_vigueur: int) -> str:
    """« Importé le 12 mars 2026 à 18 h 30 par Anne : 3 descriptions, dont 1 changée depuis. »."""
    later = nombre - en_vigueur
    said = count(nombre, "description", "descriptions")
    if later:
        said += f", dont {count(later, 'changée', 'changées')} depuis"
    return fine(f"{_par('Importé', instant, par, '')[:-1]} : {said}.")


def _par(quoi: str, instant: datetime, par: str, fichier: str) -> str:
    file = f", avec le fichier {fichier}" if fichier else ""
    return fine(f"{quoi} le {moment(instant)} par {par or QUELQU_UN}{file}.")


def changements(ajoutes: int, changes: int, inchanges: int) -> str:
    """« 2 ajoutés, 3 changés, 117 inchangés. »."""
    said = [
        count(ajoutes, "indicateur ajouté", "indicateurs ajoutés") if ajoutes else "",
        count(changes, "changé", "changés") if changes else "",
        count(inchanges, "inchangé", "inchangés") if inchanges else "",
    ]
    return f"{', '.join(filter(None, said))}."


def _somme(terms: list[tuple[int, str]], *, brackets: bool) -> str:
    first, *rest = terms
    text = first[1] + "".join(f" {'−' if sign < 0 else '+'} {name}" for sign, name in rest)
    return f"({text})" if rest and brackets else text
