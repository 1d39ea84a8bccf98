"""Indicators of the axis « Seniors et vieillissement »."""

from psdt.words.catalogue.famille import REVENU
from psdt.words.catalogue.fiche import Fiche

ESTIMATIONS = (
    "au recensement ou, pour les grands territoires, d'après les estimations de population au "
    "1er janvier."
)
HORS_ETABLISSEMENT = "qui ne vivent pas en établissement, au recensement."
"""Insee, table FAM G2: « population des ménages »."""

FICHES = (
    Fiche(
        "PART_75P",
        "Part des 75 ans et plus",
        "%",
        "NEUTRE",
        f"Personnes de 75 ans et plus pour 100 habitants, {ESTIMATIONS}",
        "100 * (P_POP7589 + P_POP90P) / P_POP ou 100 * P_POP75P / P_POP",
    ),
    Fiche(
        "PART_80P_SEULS",
        "Part des 80 ans et plus qui vivent seuls",
        "%",
        "DEFAVORABLE",
        "Personnes de 80 ans et plus qui vivent seules dans leur logement, pour 100 personnes de "
        f"cet âge {HORS_ETABLISSEMENT}",
        "100 * P_POP80P_PSEUL / P_POPMEN80P",
    ),
    Fiche(
        "PART_65_79_SEULS",
        "Part des 65-79 ans qui vivent seuls",
        "%",
        "DEFAVORABLE",
        "Personnes de 65 à 79 ans qui vivent seules dans leur logement, pour 100 personnes de cet "
        f"âge {HORS_ETABLISSEMENT}",
        "100 * P_POP6579_PSEUL / P_POPMEN6579",
    ),
    Fiche(
        "INDICE_VIEILLISSEMENT",
        "Indice de vieillissement",
        "seniors pour 100 jeunes",
        "NEUTRE",
        "Personnes de 65 ans et plus pour 100 personnes de moins de 20 ans. Au-dessus de 100, les "
        "seniors sont plus nombreux que les jeunes.",
        "100 * (P_H65P + P_F65P) / (P_H0019 + P_F0019) ou 100 * P_POP65P / P_POP0019",
    ),
    Fiche(
        "PART_60P",
        "Part des 60 ans et plus",
        "%",
        "NEUTRE",
        f"Personnes de 60 ans et plus pour 100 habitants, {ESTIMATIONS}",
        "100 * (P_POP6074 + P_POP7589 + P_POP90P) / P_POP ou 100 * (P_POP6074 + P_POP75P) / P_POP",
    ),
    Fiche(
        "PART_65P",
        "Part des 65 ans et plus",
        "%",
        "NEUTRE",
        "Personnes de 65 ans et plus pour 100 habitants, au recensement.",
        "100 * (P_H65P + P_F65P) / P_POP ou 100 * P_POP65P / P_POP",
    ),
    Fiche(
        "PART_90P",
        "Part des 90 ans et plus",
        "%",
        "NEUTRE",
        "Personnes de 90 ans et plus pour 100 habitants, au recensement.",
        "100 * P_POP90P / P_POP",
    ),
    Fiche(
        "PART_85P",
        "Part des 85 ans et plus",
        "%",
        "NEUTRE",
        "Personnes de 85 ans et plus pour 100 habitants, d'après les estimations de population "
        "au 1er janvier.",
    ),
    Fiche(
        "POP_80P",
        "Nombre de personnes de 80 ans et plus",
        "personnes",
        "NEUTRE",
        "Personnes de 80 ans et plus, au recensement.",
        "P_POP80P",
        0,
    ),
    Fiche(
        "POP_80P_SEULS",
        "Nombre de personnes de 80 ans et plus qui vivent seules",
        "personnes",
        "NEUTRE",
        "Personnes de 80 ans et plus qui vivent seules dans leur logement, au recensement.",
        "P_POP80P_PSEUL",
        0,
    ),
    Fiche(
        "PART_RETRAITES",
        "Part des retraités parmi les 15 ans et plus",
        "%",
        "NEUTRE",
        "Retraités pour 100 habitants de 15 ans et plus, au recensement.",
        "100 * C_POP15P_CS7 / C_POP15P ou 100 * C_POP15P_STAT_GSEC32 / C_POP15P",
    ),
    Fiche(
        "PART_PENSIONS",
        "Part des pensions et retraites dans le revenu",
        "%",
        "NEUTRE",
        "Pensions, retraites et rentes pour 100 € de revenu disponible des ménages. Elle monte "
        f"avec le nombre de retraités. {REVENU}",
        "PPEN",
    ),
    Fiche(
        "TX_PAUVRETE_75P",
        "Taux de pauvreté des 75 ans et plus",
        "%",
        "DEFAVORABLE",
        "Part des personnes pauvres parmi celles dont le ménage a un référent fiscal de 75 ans ou "
        "plus. Est pauvre une personne dont le niveau de vie est inférieur à 60 % du niveau de "
        "vie médian de France métropolitaine.",
        "TP60AGE6",
    ),
    Fiche(
        "APA_POUR_100_75P",
        "Bénéficiaires de l'APA pour 100 habitants de 75 ans et plus",
        "pour 100",
        "NEUTRE",
        "Bénéficiaires de l'allocation personnalisée d'autonomie (60 ans et plus), à domicile ou "
        "en établissement, pour 100 habitants de 75 ans et plus.",
    ),
    Fiche(
        "APA_PART_DOMICILE",
        "Part des bénéficiaires de l'APA qui vivent à domicile",
        "%",
        "NEUTRE",
        "Bénéficiaires de l'allocation personnalisée d'autonomie vivant chez eux, pour 100 "
        "bénéficiaires.",
    ),
)
