"""Indicators of the axis « Démographie et territoire »."""

from psdt.words.catalogue.fiche import Fiche

AGES = {
    "0014": "de moins de 15 ans",
    "1529": "de 15 à 29 ans",
    "3044": "de 30 à 44 ans",
    "4559": "de 45 à 59 ans",
    "6074": "de 60 à 74 ans",
    "7589": "de 75 à 89 ans",
    "90P": "de 90 ans et plus",
}
"""Age classes of the census, for the age pyramid."""
SEXES = {"HOMMES": ("Hommes", "H"), "FEMMES": ("Femmes", "F")}

FICHES = (
    Fiche(
        "POP_MUN",
        "Population municipale",
        "habitants",
        "NEUTRE",
        "Nombre d'habitants qui ont leur résidence habituelle sur le territoire. Issu du "
        "recensement, qui fait la moyenne de cinq années d'enquête : deux années éloignées de "
        "moins de cinq ans se recouvrent et ne se comparent pas.",
        "P_POP",
        0,
    ),
    Fiche(
        "SOLDE_NAT_1000",
        "Solde naturel pour 1 000 habitants",
        "pour 1 000 habitants",
        "NEUTRE",
        "Naissances moins décès de personnes domiciliées sur le territoire, pour 1 000 habitants "
        "du recensement le plus proche. Négatif quand les décès l'emportent.",
        "1000 * (NAISD - DECESD) / P_POP",
    ),
    Fiche(
        "PART_1564",
        "Part des 15-64 ans dans la population",
        "%",
        "NEUTRE",
        "Personnes de 15 à 64 ans pour 100 habitants, au recensement. Un complément à 100 élevé "
        "signale beaucoup de jeunes ou de seniors.",
        "100 * P_POP1564 / P_POP",
    ),
    Fiche(
        "PART_1529",
        "Part des 15-29 ans",
        "%",
        "NEUTRE",
        "Personnes de 15 à 29 ans pour 100 habitants, au recensement.",
        "100 * P_POP1529 / P_POP",
    ),
    Fiche(
        "PART_3044",
        "Part des 30-44 ans",
        "%",
        "NEUTRE",
        "Personnes de 30 à 44 ans pour 100 habitants, au recensement. L'âge où l'on a le plus "
        "souvent des enfants à charge.",
        "100 * P_POP3044 / P_POP",
    ),
    Fiche(
        "PART_4559",
        "Part des 45-59 ans",
        "%",
        "NEUTRE",
        "Personnes de 45 à 59 ans pour 100 habitants, au recensement.",
        "100 * P_POP4559 / P_POP",
    ),
    Fiche(
        "TAILLE_MENAGE",
        "Nombre moyen d'habitants par ménage",
        "habitants par ménage",
        "NEUTRE",
        "Population municipale divisée par le nombre de ménages, au recensement. La valeur est un "
        "peu plus haute que la taille des ménages publiée par l'Insee, car la population "
        "municipale compte aussi les personnes en établissement.",
        "P_POP / P_MEN",
        2,
    ),
    Fiche(
        "DENSITE",
        "Densité de population",
        "habitants au km²",
        "NEUTRE",
        "Population municipale divisée par la superficie.",
        "P_POP / SUPERF",
    ),
    Fiche(
        "SOLDE_NAT",
        "Solde naturel de l'année",
        "personnes",
        "NEUTRE",
        "Naissances moins décès de l'année, selon le domicile de la mère ou du défunt. Négatif "
        "quand les décès l'emportent.",
        "NAISD - DECESD",
        0,
    ),
    Fiche(
        "DECES",
        "Décès de l'année",
        "décès",
        "NEUTRE",
        "Décès de l'année, comptés au domicile du défunt et non au lieu du décès.",
        "DECESD",
        0,
    ),
    Fiche(
        "MENAGES",
        "Nombre de ménages",
        "ménages",
        "NEUTRE",
        "Ensemble des personnes qui partagent le même logement comme résidence principale, "
        "qu'elles soient parentes ou non, au recensement.",
        "P_MEN",
        0,
    ),
    Fiche(
        "PART_ARRIVES_1AN",
        "Part des habitants arrivés d'une autre commune depuis moins d'un an",
        "%",
        "NEUTRE",
        "Personnes d'un an ou plus qui habitaient un an plus tôt une autre commune ou un autre "
        "pays, pour 100 personnes de cet âge, au recensement.",
        "100 * (P_POP01P - P_POP01P_IRAN1 - P_POP01P_IRAN2) / P_POP01P",
    ),
    Fiche(
        "SUPERFICIE",
        "Superficie",
        "km²",
        "NEUTRE",
        "Superficie du territoire, en kilomètres carrés.",
        "SUPERF",
        2,
    ),
    *(
        Fiche(
            f"{sexe}_{age}",
            f"{nom} {classe}",
            "personnes",
            "NEUTRE",
            f"{nom} {classe}, au recensement. Sert à dessiner la pyramide des âges.",
            f"P_{lettre}{age}",
            0,
        )
        for sexe, (nom, lettre) in SEXES.items()
        for age, classe in AGES.items()
    ),
)

PERIODES = (
    Fiche(
        "POP_TCAM_{debut}_{fin}",
        "Évolution annuelle moyenne de la population, {debut}-{fin}",
        "% par an",
        "NEUTRE",
        "Taux de croissance annuel moyen de la population municipale entre les recensements de "
        "{debut} et de {fin}, qui ne se recouvrent pas.",
        "P_POP",
        2,
    ),
    Fiche(
        "SOLDE_NAT_{debut}_{fin}",
        "Solde naturel cumulé, {debut}-{fin}",
        "personnes",
        "NEUTRE",
        "Naissances moins décès, additionnés sur les années {debut} à {fin}, selon le domicile. "
        "Un établissement pour personnes âgées pèse beaucoup dans une petite commune.",
        "NAIS_{debut} - DECE_{debut}",
        0,
    ),
)
