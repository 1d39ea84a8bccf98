"""Words of the rapport d'analyse des besoins sociaux: its screen, and the document."""

from datetime import date

from psdt.words.classeur import jour as dire_jour
from psdt.words.grammar import count, fine, number
from psdt.words.lieux import a, enumeration
from psdt.words.mesures import milliers

MENU = "Rapport d'ABS"
TITRE = "Le rapport d'analyse des besoins sociaux"
PHRASE = fine(
    "Un document pour le conseil d'administration : chiffres clés, cartes, ce qui ressort, "
    "axe par axe, avec les sources. L'application le prépare ; relisez-le avant de l'envoyer."
)
AXES = "Axes du rapport"
TABLEAUX = {
    False: "Joindre les tableaux commune par commune",
    True: "Joindre le tableau de tous les chiffres",
}
"""By whether the report is that of one commune."""
FORMATS = "Formats"
NOMS_FORMATS = {"pdf": "PDF", "docx": "Word"}
PREPARER = "Préparer le rapport"
EN_COURS = "Préparation du rapport…"
PRET = "Le rapport est prêt"
PERIME = fine("Les choix ou les chiffres ont changé : préparez de nouveau le rapport.")
TELECHARGER = {"pdf": "Télécharger le PDF", "docx": "Télécharger le document Word"}
VIDE = "Aucun indicateur pour l'instant."
VIDE_CONSEIL = "Le rapport se prépare dès que des chiffres ont été importés."
AUCUN_AXE = "Choisissez au moins un axe."
NOM_FICHIER = "rapport-abs"
LECTURE = "Lecture des chiffres"
MISE_EN_PAGE = {"pdf": "Mise en page du PDF", "docx": "Mise en page du document Word"}

DOCUMENT = "Analyse des besoins sociaux"
SOUS_TITRE = "Rapport au conseil d'administration"
SOMMAIRE = "Sommaire"
RETENIR = "Ce qu'il faut retenir"
TERRITOIRE = "Le territoire"
RESSORT = "Ce qui ressort"
RENVOI = {
    False: "Tous les chiffres de cet axe, commune par commune, sont en annexe.",
    True: "Tous les chiffres de cet axe sont en annexe.",
}
MANQUE = "Ce qui manque"
HABITANTS = "Ce que disent les habitants"
REPONSE, PERSONNES, PART = "Réponse", "Personnes", "Part"
ENTETES_AGES = ("Âge et sexe", "Territoire", "Nombre")
ENTETES_FIGURE = ("Nom", "Année", "Valeur")
SANS_FIGURE = fine("Les données du graphique :")

CADRE = fine(
    "Le code de l'action sociale et des familles (article R. 123-1) demande au centre d'action "
    "sociale une analyse des besoins sociaux de la population de son ressort, et un rapport "
    "présenté à son conseil d'administration au cours de l'année civile qui suit le "
    "renouvellement général des conseils municipaux."
)
RIEN = fine(
    "Aucun écart ni aucune évolution ne se détache nettement sur cet axe avec les chiffres "
    "disponibles."
)
AXE_VIDE = "Aucun chiffre n'a encore été importé pour cet axe."
FICHIERS = {
    "DEMOGRAPHIE": "la base du comparateur de territoires ou le dossier complet de l'Insee",
    "FAMILLE": fine(
        "le dossier complet de l'Insee (familles, âges) et les fichiers de la Caf sur les modes "
        "d'accueil et les prestations"
    ),
    "EMPLOI": fine(
        "le dossier complet de l'Insee (activité, diplômes), Filosofi (revenus) et les fichiers "
        "de la Caf (RSA, prime d'activité)"
    ),
    "LOGEMENT": "le dossier complet de l'Insee (logement) et les aides au logement de la Caf",
    "SENIORS": fine(
        "le dossier complet de l'Insee (âges, personnes vivant seules) et les chiffres du "
        "Département sur l'APA"
    ),
    "SANTE": fine(
        "l'Observatoire des territoires (accès aux soins) et les chiffres du Département et de "
        "la Caf sur le handicap (PCH, AAH)"
    ),
    "DROITS": fine(
        "la base des équipements de l'Insee, et les chiffres de vos accueils dans « Données "
        "locales »"
    ),
}

COMPARAISON = "du territoire de comparaison"


def figure(n: int, total: int) -> str:
    """« Figure 4 sur 22 »."""
    return f"Figure {n} sur {total}"


def du(jour: date) -> str:
    """« 24 novembre 2026 »."""
    return dire_jour(jour)


def preambule(repere: str) -> dict[str, str]:
    """Return what comes before the report: why it is made, and how to read it.

    ``repere`` is what the territoires are compared with, and its « de ».
    """
    said = fine(
        "Chaque titre de graphique dit ce que les chiffres montrent. L'orange signale une "
        f"situation plus fragile que celle {repere}, quel que soit le sens de l'indicateur. Ces "
        "constats sont des questions à débattre, non des conclusions : les annexes disent "
        "comment ils sont calculés."
    )
    return {"Pourquoi ce rapport": CADRE, "Comment le lire": said}


def population(communes: int, habitants: int, annee: int | None) -> str:
    """« 13 communes, 24 757 habitants (2023) », « 2 031 habitants (2023) »."""
    if communes == 1:
        return f"{number(habitants)} habitants ({annee})" if habitants and annee else ""
    said = count(communes, "commune", "communes")
    return f"{said}, {number(habitants)} habitants ({annee})" if habitants and annee else said


def presentation(nom: str, communes: int, habitants: int, annee: int | None) -> str:
    """« Questembert Communauté réunit 13 communes et 24 757 habitants (2023). »."""
    if communes < 2:
        people = population(communes, habitants, annee) if communes else ""
        return f"{nom} compte {people}." if people else f"{nom}."
    people = f" et {number(habitants)} habitants ({annee})" if habitants and annee else ""
    return f"{nom} réunit {count(communes, 'commune', 'communes')}{people}."


def introduction(
    indicateurs: int, communaux: int, debut: int, fin: int, *, seule: bool = False
) -> str:
    """« 19 indicateurs, de 2014 à 2024 ; 17 sont publiés par commune. »."""
    years = f"de {debut} à {fin}" if debut < fin else f"en {fin}"
    verb = "est publié" if communaux < 2 else "sont publiés"
    known = f"{communaux} {verb}" if communaux else "aucun n'est publié"
    known = "tous sont publiés" if communaux == indicateurs > 1 else known
    said = count(indicateurs, "indicateur", "indicateurs")
    return fine(f"{said}, {years} ; {known} {'pour la' if seule else 'par'} commune.")


def fichiers(axe: str) -> str:
    """Say which files would bring figures to an axis, from its name in the domain."""
    return fine(f"Pour le documenter : {FICHIERS[axe]}.")


def peu_communaux(n: int, *, seule: bool = False) -> str:
    """Say that figures of an axis are not those of the communes."""
    where = "pour la commune" if seule else "pour la plupart des communes"
    if n > 1:
        return f"Seuls {n} indicateurs de cet axe sont publiés {where}."
    start = "Un seul indicateur de cet axe est" if n else "Aucun indicateur de cet axe n'est"
    return f"{start} publié {where}."


def comparable(annee: int, derniere: int) -> str:
    """« 2019 est la dernière année comparable… » when later figures are shown; else nothing."""
    if annee >= derniere:
        return ""
    return fine(f"{annee} est la dernière année comparable ; le dernier chiffre : {derniere}.")


def publies_ailleurs(libelle: str, annee: int, connus: list[tuple[str, str]]) -> str:
    """« Taux de pauvreté, connu pour 2 communes seulement (2021) : 12 % à Malansac et… »."""
    said = enumeration([f"{texte} {a(nom)}" for nom, texte in connus])
    where = count(len(connus), "commune", "communes")
    return fine(f"{milliers(libelle)}, connu pour {where} seulement ({annee}) : {said}.")


def extremes(n: int, total: int) -> str:
    """« Les 15 premières communes, sur 90. »."""
    return f"Les {n} premières communes, sur {total}."


FACE_SOUS_TITRE = fine(
    "Chaque ligne a sa propre échelle, de la plus basse à la plus haute valeur. La flèche orange "
    "montre le côté le plus fragile."
)
FACE_ALT = "Points par territoire, un indicateur par ligne"
AUTRES_COMMUNES = "Communes"


def constat_face(n: int, total: int, ou: str) -> str:
    """« Sur 5 indicateurs, 3 montrent une situation plus fragile que le Morbihan ».

    ``ou`` comes with its « que ».
    """
    if n == 0:
        return f"Sur {total} indicateurs, aucun ne montre une situation plus fragile {ou}"
    verb = "montre" if n == 1 else "montrent"
    return f"Sur {total} indicateurs, {n} {verb} une situation plus fragile {ou}"
