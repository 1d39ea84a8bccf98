"""Words of the annexes of the rapport: its tables, where figures come from, how they are read."""

import re

from psdt.words.abs import EXPLICATION_SECRET
from psdt.words.grammar import count, fine, majuscule
from psdt.words.mesures import milliers
from psdt.words.peu import DIVERS

AN = r"(19|20)\d\d([-/](19|20)\d\d)?(?!\d)"
ANNEE = re.compile(
    r",?( période)?( de| en| entre)?(?<!avant)(?<!après)(?<!depuis)"
    rf"[ \u00a0]+{AN}((,| et| à)( de| en)?[ \u00a0]+{AN})*"
)
"""When figures are of; « avant 1946 » tells what they count."""
TABLEAUX_TITRE = {False: "Les chiffres, commune par commune", True: "Tous les chiffres"}
COMMUNE_PAR_COMMUNE = {False: "commune par commune", True: "la commune et ce qui l'entoure"}
PEU_PUBLIE = {False: "peu publié par commune", True: "non publié pour la commune"}
"""What the figures of a table are; by whether the report is that of one commune."""
COMMUNE = "Commune"
INDICATEUR = "Indicateur"
COMMUNES = {False: "Communes", True: "La commune"}
EPCI = "EPCI"
DEFINITION = "Ce qu'il mesure"
SOURCE_ANNEES = "Source et années"
SENS_TITRE = "Plus haut veut dire"
SENS_COURTS = {
    "DEFAVORABLE": "plus fragile",
    "FAVORABLE": "plus favorable",
    "NEUTRE": "ni l'un ni l'autre",
}
EXPLIQUES = {
    "Niveau de vie": "Le niveau de vie est ",
    "Revenu disponible": "Le revenu disponible additionne ",
    "Pauvreté": "Est pauvre une personne ",
}
"""Words that definitions explain again and again, by how their explanation begins."""
NOTE_SOURCES = fine(
    "« Plus haut veut dire » : ce que signale une valeur plus élevée. Les mots niveau de vie, "
    "revenu disponible et pauvreté sont expliqués dans le lexique."
)
TITRE_LETTRES = 125
"""Letters of the title of a table, about."""
SECRET_COURT, ABSENT_COURT = "secret", fine("n. d.")
COURTS = {"secret statistique": SECRET_COURT, "non disponible": ABSENT_COURT}
NOTE_TABLEAU = fine(
    f"« {SECRET_COURT} » : secret statistique ; « {ABSENT_COURT} » : non disponible. Ni l'un ni "
    "l'autre n'est un zéro. Les unités et les années sont dans l'en-tête."
)
ANNEXES = "Annexes"
SOURCES = "Indicateurs, définitions et sources"
METHODE = "Comment lire et comment c'est calculé"
GLOSSAIRE = "Lexique"
ECARTS, QUESTIONNAIRES = "Les écarts", "Les questionnaires"
ECART = fine(
    "Un écart est une différence dans l'unité de l'indicateur (des points, des euros). Il "
    "ressort quand il est grand au regard de ce qui sépare d'habitude les communes entre "
    "elles (écart médian). "
)
COMPARES = {
    False: fine(
        "« Plus fragile », en orange, se dit à partir d'un quart de l'écart habituel, qui est la "
        "médiane des écarts des communes à l'intercommunalité, sans leur signe ; en dessous, un "
        "territoire est comme celui auquel on le compare. "
        "Les communes sont comparées à l'intercommunalité ; l'intercommunalité, au département, "
        "à la région et à la France, la même année."
    ),
    True: fine(
        "« Plus fragile », en orange, se dit dès que le chiffre l'est, même de peu. "
        "La commune est comparée à l'intercommunalité, au département, à la région et à la "
        "France, quand leur chiffre est connu, la même année."
    ),
}
METHODES = {
    "Des valeurs publiées, jamais recalculées": fine(
        "Chaque chiffre est celui que son producteur publie pour chaque territoire. Une médiane "
        "ou un taux ne se moyenne pas : la valeur de l'intercommunalité n'est jamais la moyenne "
        "de celles des communes. Quand elle n'est pas publiée, elle manque."
    ),
    ECARTS: ECART + COMPARES[False],
    "Les évolutions": fine(
        "Une évolution porte sur cinq ans au moins. Deux recensements éloignés de moins de cinq "
        "ans partagent des enquêtes : ils ne sont pas comparés."
    ),
    "Les petites communes": milliers(
        f"Dans une commune de moins de 2 000 habitants, quelques {DIVERS} suffisent à changer un "
        "taux : son écart pèse moins dans le classement, et la phrase le rappelle."
    ),
    "Ce qui n'est pas publié": EXPLICATION_SECRET,
    QUESTIONNAIRES: fine(
        "Les réponses données par moins de cinq personnes sont regroupées ou tues. Ce sont les "
        "avis des personnes qui ont répondu : ce n'est pas un sondage représentatif."
    ),
    "Ce que l'application ne fait pas": fine(
        "Elle ne décide pas de ce qui est grave : elle montre ce qui se détache. Aucun test ne "
        "dit qu'un écart est dû au hasard ou non ; parmi beaucoup de chiffres, certains "
        "s'éloignent toujours des autres."
    ),
}
TERMES = {
    "Secret statistique": EXPLICATION_SECRET,
    "Non disponible (n. d.)": "Le chiffre n'a pas été trouvé pour ce territoire et cette année.",
    "Non communiqué": "Le producteur ne l'a pas transmis.",
    "Sans objet": "La question ne se pose pas pour ce territoire.",
    "Non significatif": "Trop peu de réponses pour que le chiffre veuille dire quelque chose.",
    "Médiane": fine(
        "La valeur qui partage en deux : la moitié des ménages est au-dessous, l'autre au-dessus."
    ),
    "Point": fine("L'écart entre deux pourcentages : de 6 % à 8 %, il y a 2 points."),
    "Millésime": fine(
        "L'année à laquelle se rapporte un chiffre, souvent deux ou trois ans avant sa parution."
    ),
    "EPCI": fine("Établissement public de coopération intercommunale : l'intercommunalité."),
}
TERME, SENS = "Mot", "Ce qu'il veut dire ici"


def methodes(*, seule: bool, questionnaire: str = "") -> dict[str, str]:
    """Return how it is computed, of several communes or of one.

    ``questionnaire`` is how it was led, in the words of an agent.
    """
    asked = " ".join(filter(None, [" ".join(questionnaire.split()), METHODES[QUESTIONNAIRES]]))
    return METHODES | {ECARTS: ECART + COMPARES[seule], QUESTIONNAIRES: asked}


def tableau_communes(axe: str, libelles: list[str], *, seule: bool = False) -> str:
    """« Démographie et territoire, commune par commune : population municipale… »."""
    return fine(f"{axe}, {COMMUNE_PAR_COMMUNE[seule]} : {_enumeres(libelles, len(axe))}")


def tableau_autres(axe: str, libelles: list[str], *, seule: bool = False) -> str:
    """« Emploi, pauvreté et précarité, peu publié par commune : taux de pauvreté… »."""
    return fine(f"{axe}, {PEU_PUBLIE[seule]} : {_enumeres(libelles, len(axe))}")


def nom_court(nom: str) -> str:
    """« France métrop. », at the head of a narrow column."""
    return fine(nom.replace("métropolitaine", "métrop."))


def pareil(entete: str, texte: str, communes: int, ailleurs: list[str]) -> str:
    """« Part de la population à plus de 20 minutes (%), 2021 : 0 % dans les 13 communes. »."""
    suite = f" ({' ; '.join(ailleurs)})" if ailleurs else ""
    return fine(f"{entete} : {texte} dans les {communes} communes{suite}.")


def _enumeres(libelles: list[str], pris: int) -> str:
    """Return as many labels as a title holds, short, and « … » for the others."""
    shown: list[str] = []
    for libelle in libelles:
        name = sans_annee(re.split(r" \(|, ", libelle)[0])
        name = name[:1].lower() + name[1:] if name[1:2].islower() else name
        if shown and pris + sum(map(len, shown)) + len(name) > TITRE_LETTRES:
            return f"{', '.join(shown)}…"
        shown += [name] if name not in shown else []
    return ", ".join(shown)


def connues_ailleurs(secret: int, total: int, connus: list[str]) -> str:
    """« Secret dans 11 communes sur 13 ; Questembert : 11 % »; nothing when never published."""
    many = f"secret dans {count(secret, 'commune', 'communes')} sur {total}"
    hidden = "secret statistique" if total == 1 else many
    said = [hidden] if secret else []
    text = " ; ".join([*said, *connus])
    return fine(majuscule(text)) if text else "–"


def sans_annee(source: str) -> str:
    """« Insee, recensement 2022 » becomes « Insee, recensement »: years are said once, after."""
    return ANNEE.sub("", source).strip(" ,;.")


def source_annees(sources: list[str], annees: list[int]) -> str:
    """« Insee, Filosofi. 2014 à 2021 »."""
    years = f"{annees[0]} à {annees[-1]}" if len(annees) > 1 else str(annees[0])
    return fine(f"{' ; '.join(sources)}. Années : {years}.")
