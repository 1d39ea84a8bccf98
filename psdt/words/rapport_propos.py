"""Words of what an agent writes in the rapport, and of the enjeux it leads to."""

from psdt.words.grammar import fine

TITRE = fine("Vos textes dans le rapport (facultatif)")
PHRASE = fine(
    "Ce que les chiffres ne disent pas. Chaque texte est gardé dès que vous quittez sa case ; "
    "vide, il n'apparaît pas dans le rapport."
)
AIDES = {
    "PRESIDENCE": "Quelques lignes, en tête du rapport.",
    "SIGNATURE": "Prénom, nom, présidente ou président du centre d'action sociale",
    "QUESTIONNAIRE": fine("Période, façon de le diffuser, nombre de personnes visées…"),
    "OFFRE": "Services, lieux d'accueil et partenaires qui existent déjà.",
    "PERSPECTIVES": fine("Suites prévues, calendrier, questions au conseil d'administration…"),
}
ENJEUX = "Vers les enjeux"
ENJEUX_PHRASE = fine(
    "La démarche a retenu ces enjeux. Sous chacun, ce que les chiffres en disent, dans les mots "
    "du jour où ils y ont été rattachés."
)
NON_DOCUMENTES = {False: "Axe non documenté", True: "Axes non documentés"}
"""By whether there are several."""
NON_DOCUMENTES_PHRASE = "Aucun chiffre n'a encore été importé. Voici ce qui en apporterait."
