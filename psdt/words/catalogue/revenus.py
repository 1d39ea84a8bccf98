"""Indicators of income and poverty, part of the axis « Emploi, pauvreté et précarité »."""

from psdt.words.catalogue.famille import REVENU
from psdt.words.catalogue.fiche import Fiche

NIVEAU_DE_VIE = (
    "Le niveau de vie est le revenu disponible du ménage, après impôts et prestations, divisé par "
    "le nombre d'unités de consommation : 1 pour le premier adulte, 0,5 par autre personne de 14 "
    "ans ou plus, 0,3 par enfant plus jeune."
)
PAUVRE = (
    "Est pauvre une personne dont le niveau de vie est inférieur à 60 % du niveau de vie médian "
    "de France métropolitaine."
)
"""Who is poor, for Filosofi."""
ALLOCATAIRE = (
    "Un allocataire est un foyer : une personne seule ou un couple, et ses enfants. Les foyers "
    "que paie la MSA n'y sont pas."
)
RESSOURCES = (
    "La Caf n'étudie pas les ressources de la plupart des étudiants ni des 65 ans ou plus, "
    "comptés ici parmi les 100 : la part est un minimum."
)

FICHES = (
    Fiche(
        "MED_NIV_VIE",
        "Niveau de vie médian",
        "€ par an",
        "FAVORABLE",
        f"La moitié des habitants vit avec moins, l'autre moitié avec plus. {NIVEAU_DE_VIE} Une "
        "médiane ne s'additionne pas et ne se moyenne pas.",
        "MED ou Q2",
    ),
    Fiche(
        "TX_PAUVRETE_60",
        "Taux de pauvreté",
        "%",
        "DEFAVORABLE",
        "Part des habitants qui vivent sous le seuil de pauvreté. Est pauvre une personne dont le "
        "niveau de vie est inférieur à 60 % du niveau de vie médian de France métropolitaine. "
        "L'Insee ne le publie que pour les territoires assez peuplés : ailleurs, la valeur est "
        "sous secret statistique.",
        "TP60",
    ),
    Fiche(
        "TX_PAUVRETE_MOINS30",
        "Taux de pauvreté des moins de 30 ans",
        "%",
        "DEFAVORABLE",
        "Part des personnes pauvres parmi celles dont le ménage a un référent fiscal de moins de "
        f"30 ans. {PAUVRE}",
        "TP60AGE1",
    ),
    Fiche(
        "D1_NIV_VIE",
        "Niveau de vie des plus modestes (1er décile)",
        "€ par an",
        "FAVORABLE",
        f"Un habitant sur dix vit avec moins que ce montant. {NIVEAU_DE_VIE}",
        "D1",
    ),
    Fiche(
        "D9_NIV_VIE",
        "Niveau de vie des plus aisés (9e décile)",
        "€ par an",
        "NEUTRE",
        f"Un habitant sur dix vit avec plus que ce montant. {NIVEAU_DE_VIE}",
        "D9",
    ),
    Fiche(
        "RAPPORT_D9_D1",
        "Écart entre les plus aisés et les plus modestes (D9/D1)",
        "rapport",
        "DEFAVORABLE",
        "Niveau de vie au-dessus duquel vit un habitant sur dix, divisé par celui au-dessous "
        "duquel vit un habitant sur dix. Plus il est élevé, plus les inégalités sont fortes.",
        "RD",
    ),
    Fiche(
        "GINI",
        "Indice de Gini du niveau de vie",
        "indice",
        "DEFAVORABLE",
        "Résume les inégalités de niveau de vie : 0 si tous vivaient avec le même revenu, 1 si "
        "une seule personne avait tout.",
        "GI",
    ),
    Fiche(
        "PART_MINIMA_SOC",
        "Part des minima sociaux dans le revenu",
        "%",
        "DEFAVORABLE",
        "RSA, AAH, minimum vieillesse et autres minima, prime d'activité comprise, pour 100 € de "
        f"revenu disponible des ménages. {REVENU}",
        "PPMINI",
    ),
    Fiche(
        "PART_PREST_SOC",
        "Part des prestations sociales dans le revenu",
        "%",
        "NEUTRE",
        "Prestations familiales, aides au logement, minima sociaux et prime d'activité, pour "
        f"100 € de revenu disponible des ménages. {REVENU}",
        "PPSOC",
    ),
    Fiche(
        "PART_CHOM_REV",
        "Part des indemnités de chômage dans le revenu",
        "%",
        "NEUTRE",
        f"Indemnités de chômage pour 100 € de revenu disponible des ménages. {REVENU}",
        "PCHO",
    ),
    Fiche(
        "PART_REV_ACT",
        "Part des revenus d'activité dans le revenu",
        "%",
        "NEUTRE",
        "Salaires, indemnités de chômage et revenus d'activités non salariées, pour 100 € de "
        "revenu disponible des ménages. Baisse quand la population vieillit : ni favorable ni "
        f"défavorable. {REVENU}",
        "PACT",
    ),
    Fiche(
        "PART_MEN_IMPOSES",
        "Part des ménages imposés",
        "%",
        "NEUTRE",
        "Ménages qui paient un impôt sur le revenu, pour 100 ménages fiscaux : ceux dont on "
        "connaît la déclaration de revenus.",
        "PIMP",
    ),
    Fiche(
        "PART_ALLOC_RSA",
        "Part des allocataires du RSA parmi les allocataires",
        "%",
        "DEFAVORABLE",
        "Allocataires du revenu de solidarité active, pour 100 allocataires de la Caf. "
        f"{ALLOCATAIRE}",
        "100 * CAF_ARSAS / CAF_A",
    ),
    Fiche(
        "PART_ALLOC_PPA",
        "Part des allocataires de la prime d'activité parmi les allocataires",
        "%",
        "NEUTRE",
        "Allocataires de la prime d'activité, pour 100 allocataires de la Caf : des personnes qui "
        "travaillent avec un revenu modeste.",
        "100 * CAF_APPA / CAF_A",
    ),
    Fiche(
        "PART_ALLOC_DEPEND50",
        "Part des allocataires dont les prestations font au moins la moitié du revenu",
        "%",
        "DEFAVORABLE",
        "Allocataires de la Caf dont la moitié des ressources ou plus vient des prestations, pour "
        f"100 allocataires. {RESSOURCES}",
        "100 * CAF_APRES50 / CAF_A",
    ),
    Fiche(
        "PART_ALLOC_DEPEND100",
        "Part des allocataires qui n'ont que les prestations pour vivre",
        "%",
        "DEFAVORABLE",
        "Allocataires de la Caf dont toutes les ressources viennent des prestations, pour 100 "
        f"allocataires. {RESSOURCES}",
        "100 * CAF_APRES100 / CAF_A",
    ),
    Fiche(
        "ALLOC_RSA",
        "Nombre d'allocataires du RSA",
        "allocataires",
        "NEUTRE",
        f"Allocataires du revenu de solidarité active, versé par la Caf. {ALLOCATAIRE}",
        "CAF_ARSAS",
        0,
    ),
    Fiche(
        "PART_RSA_MENAGES",
        "Part des ménages allocataires du RSA",
        "%",
        "DEFAVORABLE",
        "Allocataires du revenu de solidarité active pour 100 ménages, arrondis au point. "
        f"{ALLOCATAIRE}",
    ),
    Fiche(
        "RSA_1000",
        "Allocataires du RSA pour 1 000 habitants de 20 à 64 ans",
        "pour 1 000",
        "DEFAVORABLE",
        "Allocataires du revenu de solidarité active à la fin de l'année, pour 1 000 habitants de "
        "20 à 64 ans.",
    ),
    Fiche(
        "ASS_1000",
        "Allocataires de l'ASS pour 1 000 habitants de 20 à 64 ans",
        "pour 1 000",
        "DEFAVORABLE",
        "Allocataires de l'allocation de solidarité spécifique (chômeurs en fin de droits) à la "
        "fin de l'année, pour 1 000 habitants de 20 à 64 ans.",
    ),
)
