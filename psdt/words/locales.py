"""Words of the screen « Données locales »: figures of the staff, results of questionnaires."""

from collections.abc import Sequence

from psdt.words.grammar import count, fine, number
from psdt.words.lieux import enumeration
from psdt.words.mesures import part

MENU = "Données locales"
TITRE = "Données locales"
NATURE = "Données locales"
PHRASE = fine(
    "Ce que votre organisme sait par lui-même : chiffres de la Caf, de la MSA, du Département ou "
    "de vos services, et réponses des habitants à vos questionnaires."
)
VUE = "Que saisir"
VUES = {"chiffres": "Des chiffres", "enquetes": "Un questionnaire"}

INDICATEUR = "Indicateur"
NOUVEAU = "Nouvel indicateur…"
NOM_INDICATEUR = "Nom de l'indicateur"
AXE = "Axe"
UNITE = "Unité"
UNITE_AIDE = "%, personnes…"
SENS = "Une valeur plus élevée est"
ANNEE = "Année"
SOURCE = "Source"
SOURCE_AIDE = fine("Qui a compté, et quand : « Caf, fichier des allocataires 2024 »")
LIEU = "territoire"
VALEUR = "valeur"
COLONNES = {"territoire": "Territoire", "valeur": "Valeur"}
GRILLE_AIDE = fine(
    "Tapez les valeurs, ou collez depuis votre tableur (Ctrl+V) une ou deux colonnes : les noms "
    "sont reconnus. « s » : secret statistique ; « nd » : non disponible. Une case vide ne change "
    "rien."
)
VERIFIER = "Vérifier"
ENREGISTRER = "Enregistrer"
ENREGISTRES = "Chiffres enregistrés"
VOIR = fine("Voir ces chiffres dans « Explorer »")
ANNULER = fine("Annuler cet enregistrement dans « Importer »")
A_VERIFIER = fine("À vérifier avant d'enregistrer :")
COLONNES_APERCU = ("Territoire", "Aujourd'hui", "Après")
APERCU = "Ce que l'enregistrement change."
AUCUN = "aucun chiffre"
ANNULABLE = fine("L'enregistrement s'annule dans l'écran « Importer », comme un fichier.")
VIDE = "Aucun territoire pour l'instant."
VIDE_AIDE = fine("Dites d'abord quelles sont vos communes dans l'écran « Territoire ».")
VERS_TERRITOIRE = "Choisir le territoire"

ENQUETE = "Titre de l'enquête"
QUESTION = "Question posée"
REPONDANTS = "Personnes ayant répondu à cette question"
PLUSIEURS_POSSIBLES = "Plusieurs réponses possibles"
PLUSIEURS_AIDE = fine(
    "À cocher si une même personne pouvait donner plusieurs réponses : elles ne sont alors jamais "
    "additionnées."
)
REPONSE = "réponse"
EFFECTIF = "effectif"
COLONNES_REPONSES = {"modalite": "Réponse", "effectif": "Personnes"}
REPONSES_AIDE = fine(
    "Une ligne par réponse proposée et le nombre de personnes qui l'ont donnée, jamais de nom. "
    "Collez deux colonnes depuis votre tableur si vous les avez."
)
SAISIR = "Saisir une question"
MODIFIER = "Modifier cette question"
MODIFIER_COURT = "Modifier"
RETIRER = "Retirer"
CONFIRMER = "Retirer la question et ses réponses"
CONFIRMATION = fine("Retirer cette question ? Ses réponses seront effacées.")
RETIREE = "Question retirée"
GARDEE = "Question enregistrée"
RENONCER = "Renoncer"
AUCUNE_QUESTION = "Aucune question pour l'instant."
AUCUNE_AIDE = fine(
    "Les résultats d'un questionnaire entrent dans le rapport d'analyse des besoins sociaux."
)
RESULTATS = "Réponses à la question."
COLONNES_RESULTATS = ("Réponse", "Personnes", "Part")
NOMBRES_RESULTATS = ("Personnes", "Part")
PEU = 5
"""Under which a number of people is not told."""
TROP_PEU = fine(
    "Trop peu de personnes ont répondu, ou donné certaines des réponses : pour protéger leur "
    "choix, rien n'est affiché."
)
ENSEMBLE = fine("ensemble, car moins de 5 personnes ont donné l'une d'elles")
PLUSIEURS = fine("Plusieurs réponses étaient possibles.")
PETITE_BASE = fine("À lire avec prudence : moins de 30 personnes ont répondu.")
GRAPHIQUE = "Barres, dans l'ordre du questionnaire"
FICHIERS = {"xlsx": "Tableau Excel", "csv": "Fichier CSV"}
FEUILLE = "Réponses"
COLONNES_FICHIER = (
    *("Question", "Réponse", "Personnes", "Part", "Personnes ayant répondu"),
    *("Remarque", "Source"),
)
NON_MONTRE = fine("Non montré, pour protéger le choix de quelques personnes.")
LECTURE_PART = fine("Parmi les personnes qui ont répondu à la question, non parmi les habitants.")
PROTECTION = fine(
    "Rien n'est écrit ici qui dise la réponse de moins de 5 personnes : ces réponses sont réunies "
    "avec d'autres, ou ne sont pas montrées. Une case vide n'est pas un zéro."
)


def formulaire(question: str) -> str:
    """Return the title of the form: of a new question, or of one that is changed."""
    return fine(f"{MODIFIER} : {question}") if question else SAISIR


def pourcent(share: float) -> str:
    """« 13 % », « 0,5 % »: a questionnaire says no more."""
    return part(share if share < 0.01 else round(share, 2)).replace(",0", "")


def constat(modalites: tuple[str, ...], share: float) -> str:
    """« 71 % répondent « Non » », the finding of a question."""
    said = " ou ".join(f"« {nom} »" for nom in modalites)
    return fine(f"{pourcent(share)} répondent {said}")


def effectif(n: int) -> str:
    """« 1 204 »."""
    return number(n)


def tues(noms: Sequence[str]) -> str:
    """« Non montré, pour protéger le choix de quelques personnes : « Dentiste ». »."""
    said = enumeration([f"« {nom} »" for nom in noms])
    return fine(f"Non montré, pour protéger le choix de quelques personnes : {said}.")


def notes(text: str, withheld: Sequence[str], *, fragile: bool, multiple: bool) -> list[str]:
    """Return the lines under the answers: source, what is withheld, then cautions."""
    lines = [source(text)]
    if withheld:
        lines.append(tues(withheld))
    return [*lines, *prudences(fragile=fragile, multiple=multiple)]


def prudences(*, fragile: bool, multiple: bool) -> list[str]:
    """Return how to read the shares of a question."""
    said = {PLUSIEURS: multiple, PETITE_BASE: fragile}
    return [sentence for sentence, true in said.items() if true]


def surprises(noms: list[str]) -> str:
    """Say which figures change by more than half."""
    return fine(f"Changent de plus de moitié, à vérifier : {enumeration(noms)}.")


def repondants(n: int) -> str:
    """« 214 personnes ont répondu », « Moins de 5 personnes ont répondu »."""
    if 0 < n < PEU:
        return f"Moins de {PEU} personnes ont répondu"
    return f"{count(n, 'personne a', 'personnes ont')} répondu"


def base(enquete: str, annee: int, n: int) -> str:
    """« Enquête auprès des habitants, 2025. 214 personnes ont répondu. »."""
    return fine(f"{enquete}, {annee}. {repondants(n)}.")


def questionnaire(enquete: str, annee: int) -> str:
    """« Enquête auprès des habitants, 2025 »."""
    return fine(f"{enquete}, {annee}")


def emporter(enquete: str, annee: int, n: int) -> str:
    """« Tout le questionnaire : Enquête auprès des habitants, 2025 (3 questions) »."""
    asked = count(n, "question", "questions")
    return fine(f"Tout le questionnaire : {questionnaire(enquete, annee)} ({asked})")


def lisez_moi(n: int, sources: Sequence[str]) -> dict[str, str]:
    """Return the lines of the first sheet of a file, by their label."""
    return {
        "Contenu": fine(f"{count(n, 'question', 'questions')}, une ligne par réponse."),
        "Source" if len(sources) == 1 else "Sources": " ; ".join(sources),
        "Part": LECTURE_PART,
        "Confidentialité": PROTECTION,
    }


def source(text: str) -> str:
    """« Source : questionnaire papier et en ligne, mars 2025. »."""
    return fine(f"Source : {text.rstrip('.')}.")


def modalites(noms: tuple[str, ...]) -> str:
    """« Oui », « Oui, souvent ou Tous les mois (ensemble, car…) »."""
    if len(noms) == 1:
        return noms[0]
    return fine(f"{' / '.join(noms)} ({ENSEMBLE})")


def alt(question: str, parts: list[str]) -> str:
    """Say what the bars of a question show."""
    return fine(f"{GRAPHIQUE} : {question} {enumeration(parts)}.")


def changements(nouvelles: int, changees: int, inchangees: int) -> str:
    """« 12 nouvelles valeurs, 1 changée, 3 inchangées. »."""
    said = [
        count(nouvelles, "nouvelle valeur", "nouvelles valeurs") if nouvelles else "",
        count(changees, "valeur changée", "valeurs changées") if changees else "",
        count(inchangees, "valeur inchangée", "valeurs inchangées") if inchangees else "",
    ]
    return f"{', '.join(filter(None, said))}."


def erreurs(n: int) -> str:
    """« 2 choses à corriger : rien n'est enregistré, et rien n'est perdu. »."""
    wrong = count(n, "chose", "choses")
    return fine(f"{wrong} à corriger : rien n'est enregistré, et rien n'est perdu.")


def enregistre(libelle: str, annee: int, n: int) -> str:
    """« Places en crèche, 2024 : 3 valeurs enregistrées. »."""
    kept = count(n, "valeur enregistrée", "valeurs enregistrées")
    return fine(f"{libelle}, {annee} : {kept}.")


def fichier(libelle: str, annee: int) -> str:
    """Return the name under which typed figures are kept: « Saisie : Places en crèche, 2024 »."""
    return fine(f"Saisie : {libelle}, {annee}")
