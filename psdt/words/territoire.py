"""Words of the screen « Territoire »: communes, what they are compared with, outlines."""

from collections.abc import Sequence

from psdt.words.grammar import count, fine, number
from psdt.words.lieux import enumeration

MENU = "Territoire"
TITRE = "Le territoire"
INDECIS = fine(
    "Les chiffres sont ceux de plusieurs intercommunalités, et rien ne dit laquelle est la "
    "vôtre : tant qu'un agent ne l'a pas choisie, aucune n'est comparée ici."
)
"""Said where figures are compared."""
CHOISIR_LEQUEL = "Choisir le territoire"
PHRASE = fine(
    "Les communes de la démarche, et les territoires plus grands auxquels elles se comparent."
)
VIDE = "Le territoire n'est pas encore choisi."
VIDE_AIDE = fine(
    "Donnez ci-dessous la liste des communes : celle de l'Insee pour toute la France, la vôtre, "
    "ou quelques lignes collées."
)
INCONNU = "non disponible"
TERRITOIRE, CODE, CHIFFRES = "Territoire", "Code", "Chiffres"
TABLE = fine("Les territoires de la démarche : code, habitants s'ils sont connus, chiffres.")
CARTE_ALT = fine("Carte : le contour de chaque commune, avec son nom.")
FICHIERS = {"xlsx": "Tableau Excel", "csv": "Fichier CSV"}
FEUILLE = "Territoires"
CONTENU = fine("Les communes de la démarche, puis les territoires auxquels elles se comparent.")
LECTURE_CHIFFRES = fine("Nombre de valeurs connues du territoire, tous indicateurs réunis.")
VUE = "Changer"
VUES = {"communes": "Les communes", "contours": "Les contours"}

ORIGINE = "D'où vient la liste des communes"
ORIGINES = {"fichier": "D'un fichier", "colle": "D'une liste à coller"}
FICHIER = "Fichier des communes"
TAILLE = 10
"""Megabytes that this page takes."""
FICHIER_AIDE = fine(
    "La « composition communale des intercommunalités » de l'Insee (.xlsx), ou toute liste de "
    "communes avec leur code. 10 Mo au plus."
)
COLLE = "Une commune par ligne"
COLLE_AIDE = fine(
    "Le code Insee et le nom, ou le nom seul si la démarche connaît déjà la commune."
)
COLLE_EXEMPLE = "01004 Ambérieu-en-Bugey\n01007 Ambronay"
EPCI = "Intercommunalité"
CHOISIR = "Choisissez, ou tapez le début de son nom"
DE = "La démarche est celle"
DES = {"epci": "d'une intercommunalité (CIAS)", "commune": "d'une commune (CCAS)"}
COMMUNE = "Commune"
NOM_EPCI = "Nom de l'intercommunalité"
NOM_EPCI_AIDE = "Écrivez son nom et son code pour voir ce qui changera."
CODE_EPCI = "Son code (SIREN)"
CODE_EPCI_MAX = 20
"""Nine figures, and the blanks between them."""
CODE_EPCI_AIDE = fine("Neuf chiffres. Les fichiers de l'Insee la désignent par ce code.")
APERCU = "Ce qui changera"
ADOPTER = "Adopter ce territoire"
ADOPTE = "Territoire adopté"
LIRE = "Lire la liste"

A_CORRIGER = fine("Cette liste est à corriger : rien n'a changé.")
A_CORRIGER_CONTOURS = fine("Ce fichier ne convient pas : rien n'a changé.")
CONTOURS = "Fichier des contours"
CONTOURS_AIDE = fine(
    "GeoJSON en longitude et latitude, 10 Mo au plus : par exemple les communes de votre "
    "département, sur un site de données ouvertes. Les contours sont simplifiés, et rapprochés de "
    "vos communes par leur code ou leur nom."
)
SANS_CONTOURS = fine("Pas de carte : les contours des communes manquent.")
AJOUTER_CONTOURS = "Ajouter les contours"
GARDER = "Garder ces contours"
GARDES = "Contours enregistrés"
REMETTRE_AIDE = fine("Annule le dernier fichier de contours gardé.")
REMIS = "Contours d'avant remis"


def constat(nom: str, communes: int, references: list[str]) -> str:
    """« CC Exemple : 13 communes, comparées à : l'Ain, Auvergne-Rhône-Alpes, France. »."""
    listed = f", comparées à : {', '.join(references)}" if references else ""
    head = f"{nom} : " if nom else ""
    agreed = listed if communes > 1 else listed.replace("comparées", "comparée")
    return fine(f"{head}{count(communes, 'commune', 'communes')}{agreed}.")


def habitants(annee: int) -> str:
    """« Habitants en 2022 », a column."""
    return f"Habitants en {annee}"


def colonnes(annee: int | None) -> list[str]:
    """Return the columns of the table of the territoires; no inhabitants without a year."""
    return [TERRITOIRE, CODE, *([habitants(annee)] if annee else []), CHIFFRES]


def nombres(annee: int | None) -> list[str]:
    """Return the columns of the table to align on the right."""
    return colonnes(annee)[1:]


def colonnes_fichier(annee: int | None) -> list[str]:
    """Return the columns of a file: there, each thing has its own."""
    nom, code, *others = colonnes(annee)
    return [code, nom, "Niveau", *others]


def lisez_moi(sources: Sequence[str]) -> dict[str, str]:
    """Return the lines of the first sheet of a file, by their label."""
    said = {"Contenu": CONTENU, CHIFFRES: LECTURE_CHIFFRES}
    return said | ({"Habitants": source(sources)} if sources else {})


def source(noms: Sequence[str]) -> str:
    """« Population : Insee, recensement 2022. »; nothing without a source."""
    return fine(f"Population : {' ; '.join(noms)}.") if noms else ""


def titre_carte(peuplement: Sequence[tuple[str, int | None]]) -> str:
    """Return the title of the map: how many communes, how many people, where most live.

    Nothing is said of people unless each commune has its figure; the most populated commune
    is named only when it is the only one.
    """
    known = [(n, nom) for nom, n in peuplement if n is not None]
    missing = len(peuplement) - len(known)
    named = count(len(peuplement), "commune", "communes")
    if not known:
        alone = f"Le territoire est une commune : {peuplement[0][0]}"
        return fine(alone) if len(peuplement) == 1 else f"Le territoire réunit {named}"
    if missing:
        return f"{named}, dont {number(missing)} sans chiffre de population"
    total = count(sum(n for n, _ in known), "habitant", "habitants")
    most = max(known)
    if len(known) == 1:
        return f"{most[1]} compte {total}"
    others = [n for n, _ in known if n == most[0]]
    largest = f" ; la plus peuplée, {most[1]}, en compte {number(most[0])}"
    return fine(f"{named} et {total}{largest if len(others) == 1 else ''}")


def sous_titre(annee: int | None, sans: int) -> str:
    """« Habitants en 2022. 1 commune sans contour : la carte la laisse en blanc. »."""
    said = [f"{habitants(annee)}." if annee else "", carte_partielle(sans) if sans else ""]
    return " ".join(filter(None, said))


def alt(titre: str) -> str:
    """Say what the map shows."""
    return f"{CARTE_ALT} {titre}."


def nomme(nom: str, niveau: str) -> str:
    """« Berric », « Morbihan (département) »; ``niveau`` is the label of a level."""
    return nom if niveau in {"Commune", "France"} else f"{nom} ({niveau.lower()})"


def epci(nom: str, communes: int) -> str:
    """« CC Exemple (13 communes) »."""
    return f"{nom} ({count(communes, 'commune', 'communes')})"


def communes(n: int, noms: list[str]) -> str:
    """« 13 communes : Berric, Caden… »."""
    return fine(f"{count(n, 'commune', 'communes')} : {', '.join(noms)}.")


def compare(noms: list[str]) -> str:
    """« Territoires de comparaison : … »."""
    noun = "Territoire" if len(noms) == 1 else "Territoires"
    return fine(f"{noun} de comparaison : {', '.join(noms)}.")


def nouvelles(noms: list[str], total: int) -> str:
    """Say which communes arrive."""
    if not noms:
        return "Aucune commune nouvelle."
    alone = len(noms) == 1
    if len(noms) == total:
        who, whose = ("Elle est nouvelle", "ses") if alone else ("Toutes sont nouvelles", "leurs")
        return fine(f"{who} : {whose} chiffres viendront des prochains imports.")
    who, whose = ("Nouvelle", "Ses") if alone else ("Nouvelles", "Leurs")
    return fine(f"{who} : {', '.join(noms)}. {whose} chiffres viendront des imports.")


def sortantes(noms: list[str], chiffres: int) -> str:
    """Say which territoires leave, and that their figures are kept."""
    if not noms:
        return "Aucun territoire ne disparaît."
    alone = len(noms) == 1
    start = "Ne sera plus comparé" if alone else "Ne seront plus comparés"
    said = f"{start} : {', '.join(noms)}."
    if not chiffres:
        return fine(said)
    kept = count(chiffres, "chiffre est gardé", "chiffres sont gardés")
    back = "reviendra" if chiffres == 1 else "reviendront"
    them = "le" if alone else "les"
    return fine(f"{said} {kept} de côté, et {back} si vous {them} remettez dans le territoire.")


def renommees(communes: list[tuple[str, str, str]]) -> str:
    """Say which communes take another name: code, name to come, name now."""
    said = [f"{avant} ({code}) devient {nom}" for code, nom, avant in communes]
    start = "Change de nom" if len(communes) == 1 else "Changent de nom"
    return fine(f"{start} : {', '.join(said)}. Vérifiez les codes de la liste.")


def remettre(communes: int) -> str:
    """« Remettre les contours d'avant (13 communes) », « Retirer ces contours »."""
    if not communes:
        return "Retirer ces contours"
    return fine(f"Remettre les contours d'avant ({count(communes, 'commune', 'communes')})")


def reconnues(noms: list[str]) -> str:
    """Say which communes take their official code."""
    if len(noms) == 1:
        return fine(f"Connue par son seul nom, elle prend son code : {noms[0]}.")
    return fine(f"Connues par leur seul nom, elles prennent leur code : {enumeration(noms)}.")


def ecartes(lieux: list[tuple[str, int]]) -> str:
    """Say whose figures are kept though they are no longer of the territoire."""
    said = [f"{nom} ({count(n, 'chiffre', 'chiffres')})" for nom, n in lieux]
    return fine(f"Hors du territoire, mais avec des chiffres gardés de côté : {', '.join(said)}.")


def traces(trouves: int, points: tuple[int, int], ignores: int) -> str:
    """« 13 communes trouvées, 24 757 points ramenés à 1 204. 237 objets laissés de côté. »."""
    text = (
        f"{count(trouves, 'commune trouvée', 'communes trouvées')} ; "
        f"{count(points[0], 'point ramené', 'points ramenés')} à {number(points[1])}."
    )
    if ignores:
        text += f" {count(ignores, 'autre objet laissé', 'autres objets laissés')} de côté."
    return fine(text)


def sans_contour(noms: list[str]) -> str:
    """Say which communes the file does not draw."""
    return fine(f"Sans contour dans ce fichier : {', '.join(noms)}.")


def carte_partielle(n: int) -> str:
    """Say that a map lacks communes."""
    them = "la" if n == 1 else "les"
    missing = count(n, "commune", "communes")
    return fine(f"{missing} sans contour : la carte {them} laisse en blanc.")
