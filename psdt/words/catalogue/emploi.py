"""Indicators of the axis « Emploi, pauvreté et précarité »."""

from psdt.words.catalogue.fiche import Fiche
from psdt.words.catalogue.revenus import FICHES as REVENUS

NON_SCOLARISES = "pour 100 personnes de 15 ans ou plus qui ne font plus d'études, au recensement."

FICHES = (
    Fiche(
        "TX_CHOM_1564",
        "Taux de chômage des 15-64 ans",
        "%",
        "DEFAVORABLE",
        "Chômeurs au sens du recensement (personnes qui se déclarent au chômage ou à la recherche "
        "d'un emploi, inscrites ou non à France Travail), pour 100 actifs de 15 à 64 ans. Plus "
        "élevé que le taux de chômage dit « au sens du BIT ».",
        "100 * P_CHOM1564 / P_ACT1564",
    ),
    *REVENUS,
    Fiche(
        "TX_ACT_1564",
        "Taux d'activité des 15-64 ans",
        "%",
        "NEUTRE",
        "Personnes en emploi ou au chômage pour 100 habitants de 15 à 64 ans, au recensement. Les "
        "études et la retraite le font baisser, le chômage non.",
        "100 * P_ACT1564 / P_POP1564",
    ),
    Fiche(
        "TX_EMPLOI_1564",
        "Taux d'emploi des 15-64 ans",
        "%",
        "FAVORABLE",
        "Personnes en emploi pour 100 habitants de 15 à 64 ans, au recensement.",
        "100 * P_ACTOCC1564 / P_POP1564",
    ),
    Fiche(
        "TX_CHOM_1524",
        "Taux de chômage des 15-24 ans",
        "%",
        "DEFAVORABLE",
        "Chômeurs au sens du recensement pour 100 actifs de 15 à 24 ans. Les jeunes qui font des "
        "études sans travailler ne sont pas comptés parmi les actifs.",
        "100 * (P_HCHOM1524 + P_FCHOM1524) / P_ACT1524 ou 100 * P_CHOM1524 / P_ACT1524",
    ),
    Fiche(
        "TX_CHOM_FEMMES",
        "Taux de chômage des femmes de 15 à 64 ans",
        "%",
        "DEFAVORABLE",
        "Chômeuses au sens du recensement pour 100 femmes actives de 15 à 64 ans.",
        "100 * P_FCHOM1564 / P_FACT1564",
    ),
    Fiche(
        "TX_CHOM_HOMMES",
        "Taux de chômage des hommes de 15 à 64 ans",
        "%",
        "DEFAVORABLE",
        "Chômeurs au sens du recensement pour 100 hommes actifs de 15 à 64 ans.",
        "100 * P_HCHOM1564 / P_HACT1564",
    ),
    Fiche(
        "PART_PEU_DIPLOMES",
        "Part des personnes sans diplôme ou qui ont au plus le brevet",
        "%",
        "DEFAVORABLE",
        "Personnes qui n'ont aucun diplôme, le certificat d'études ou le brevet, "
        f"{NON_SCOLARISES}",
        "100 * (P_NSCOL15P_DIPLMIN + P_NSCOL15P_BEPC) / P_NSCOL15P "
        "ou 100 * (P_NSCOL15P_DIPL0 + P_NSCOL15P_CEP + P_NSCOL15P_BEPC) / P_NSCOL15P "
        "ou 100 * P_NSCOL15P_DIPLMIN / P_NSCOL15P (2013-2016)",
    ),
    Fiche(
        "PART_CAP_BEP",
        "Part des diplômés d'un CAP ou d'un BEP",
        "%",
        "NEUTRE",
        f"Personnes dont le diplôme le plus élevé est un CAP ou un BEP, {NON_SCOLARISES}",
        "100 * P_NSCOL15P_CAPBEP / P_NSCOL15P",
    ),
    Fiche(
        "PART_BAC",
        "Part des diplômés du baccalauréat",
        "%",
        "NEUTRE",
        "Personnes dont le diplôme le plus élevé est le baccalauréat ou un brevet professionnel, "
        f"{NON_SCOLARISES}",
        "100 * P_NSCOL15P_BAC / P_NSCOL15P",
    ),
    Fiche(
        "PART_DIPLOME_SUP",
        "Part des diplômés de l'enseignement supérieur",
        "%",
        "FAVORABLE",
        f"Personnes diplômées de l'enseignement supérieur, {NON_SCOLARISES}",
        "100 * (P_NSCOL15P_SUP2 + P_NSCOL15P_SUP34 + P_NSCOL15P_SUP5) / P_NSCOL15P "
        "ou 100 * (P_NSCOL15P_BACP2 + P_NSCOL15P_SUP) / P_NSCOL15P "
        "ou 100 * P_NSCOL15P_SUP / P_NSCOL15P (2013-2016)",
    ),
    Fiche(
        "PART_EMPLOIS_PRECAIRES",
        "Part des salariés en emploi précaire",
        "%",
        "DEFAVORABLE",
        "Salariés en contrat à durée déterminée, en intérim ou en emploi aidé, pour 100 salariés "
        "de 15 ans ou plus, au recensement. L'apprentissage n'y est pas compté.",
        "100 * (P_HSAL15P_CDD + P_HSAL15P_INTERIM + P_HSAL15P_EMPAID + P_FSAL15P_CDD "
        "+ P_FSAL15P_INTERIM + P_FSAL15P_EMPAID) / P_SAL15P",
    ),
    Fiche(
        "PART_TEMPS_PARTIEL",
        "Part des salariés à temps partiel",
        "%",
        "NEUTRE",
        "Salariés à temps partiel pour 100 salariés de 15 ans ou plus, au recensement.",
        "100 * P_SAL15P_TP / P_SAL15P",
    ),
    Fiche(
        "PART_TEMPS_PARTIEL_FEMMES",
        "Part des femmes salariées à temps partiel",
        "%",
        "NEUTRE",
        "Femmes salariées à temps partiel pour 100 femmes salariées de 15 ans ou plus, au "
        "recensement.",
        "100 * P_FSAL15P_TP / P_FSAL15P",
    ),
    Fiche(
        "PART_OUVRIERS_EMPLOYES",
        "Part des ouvriers et employés parmi les actifs",
        "%",
        "NEUTRE",
        "Ouvriers et employés pour 100 actifs de 15 à 64 ans, au recensement.",
        "100 * (C_ACT1564_CS5 + C_ACT1564_CS6) / C_ACT1564 "
        "ou 100 * (C_ACT1564_STAT_GSEC15_25 + C_ACT1564_STAT_GSEC16_26) / C_ACT1564",
    ),
    Fiche(
        "PART_CADRES",
        "Part des cadres parmi les actifs",
        "%",
        "NEUTRE",
        "Cadres et professions intellectuelles supérieures pour 100 actifs de 15 à 64 ans, au "
        "recensement.",
        "100 * C_ACT1564_CS3 / C_ACT1564 ou 100 * C_ACT1564_STAT_GSEC13_23 / C_ACT1564",
    ),
    Fiche(
        "EMPLOIS_POUR_100_ACTIFS",
        "Emplois sur place pour 100 actifs occupés",
        "pour 100",
        "NEUTRE",
        "Emplois situés sur le territoire, pour 100 habitants de 15 à 64 ans qui ont un emploi. "
        "Sous 100, une partie des habitants travaille ailleurs.",
        "100 * P_EMPLT / P_ACTOCC1564 ou 100 * P_EMPLT / (P_ACT1564 - P_CHOM1564)",
    ),
    Fiche(
        "CHOMEURS_1564",
        "Nombre de chômeurs de 15 à 64 ans",
        "personnes",
        "DEFAVORABLE",
        "Habitants de 15 à 64 ans au chômage au sens du recensement. Un effectif : à rapporter au "
        "nombre d'actifs pour comparer.",
        "P_CHOM1564",
        0,
    ),
    Fiche(
        "EMPLOIS",
        "Nombre d'emplois sur place",
        "emplois",
        "FAVORABLE",
        "Emplois situés sur le territoire, au recensement.",
        "P_EMPLT",
        0,
    ),
    Fiche(
        "ETAB_TOTAL",
        "Nombre d'établissements employeurs",
        "établissements",
        "FAVORABLE",
        "Établissements qui emploient des salariés, tous secteurs réunis, publics et privés.",
        "ETTOT (2017-)",
        0,
    ),
)
