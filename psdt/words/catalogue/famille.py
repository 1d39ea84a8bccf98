"""Indicators of the axis « Petite enfance, enfance, jeunesse et famille »."""

from psdt.words.catalogue.fiche import Fiche

REVENU = (
    "Le revenu disponible additionne les revenus d'activité, du patrimoine et de remplacement "
    "et les prestations sociales, et retranche les impôts directs."
)

FICHES = (
    Fiche(
        "PART_FAM_MONOPARENT",
        "Part des familles monoparentales",
        "%",
        "DEFAVORABLE",
        "Familles formées d'un parent seul et de ses enfants, pour 100 familles (couples avec ou "
        "sans enfant et familles monoparentales), au recensement.",
        "100 * C_FAMMONO / C_FAM",
    ),
    Fiche(
        "PART_MOINS15",
        "Part des moins de 15 ans",
        "%",
        "NEUTRE",
        "Enfants de moins de 15 ans pour 100 habitants, au recensement.",
        "100 * P_POP0014 / P_POP",
    ),
    Fiche(
        "PART_MOINS20",
        "Part des moins de 20 ans",
        "%",
        "NEUTRE",
        "Personnes de moins de 20 ans pour 100 habitants, au recensement ou, pour les grands "
        "territoires, d'après les estimations de population au 1er janvier.",
        "100 * (P_H0019 + P_F0019) / P_POP ou 100 * P_POP0019 / P_POP",
    ),
    Fiche(
        "TX_NATALITE",
        "Naissances pour 1 000 habitants",
        "pour 1 000 habitants",
        "NEUTRE",
        "Naissances de l'année selon le domicile de la mère, pour 1 000 habitants du recensement "
        "le plus proche.",
        "1000 * NAISD / P_POP",
    ),
    Fiche(
        "NAISSANCES",
        "Naissances de l'année",
        "naissances",
        "NEUTRE",
        "Naissances de l'année, comptées au domicile de la mère et non au lieu d'accouchement.",
        "NAISD",
        0,
    ),
    Fiche(
        "PART_MEN_MONOPARENT",
        "Part des ménages dont la famille est monoparentale",
        "%",
        "DEFAVORABLE",
        "Ménages dont la famille principale est formée d'un parent seul et de ses enfants, pour "
        "100 ménages, au recensement.",
        "100 * C_MENFAMMONO / C_MEN",
    ),
    Fiche(
        "PART_MEN_1PERS",
        "Part des ménages d'une seule personne",
        "%",
        "NEUTRE",
        "Ménages d'une seule personne, pour 100 ménages, au recensement.",
        "100 * C_MENPSEUL / C_MEN",
    ),
    Fiche(
        "PART_COUPLES_ENFANTS",
        "Part des couples avec enfants parmi les familles",
        "%",
        "NEUTRE",
        "Couples qui vivent avec au moins un enfant, pour 100 familles, au recensement.",
        "100 * C_COUPAENF / C_FAM",
    ),
    Fiche(
        "PART_FAM_NOMBREUSES",
        "Part des familles de trois enfants ou plus",
        "%",
        "NEUTRE",
        "Familles qui comptent au moins trois enfants de moins de 25 ans, pour 100 familles, au "
        "recensement.",
        "100 * (C_NE24F3 + C_NE24F4P) / C_FAM",
    ),
    Fiche(
        "FAM_MONOPARENT",
        "Nombre de familles monoparentales",
        "familles",
        "NEUTRE",
        "Familles formées d'un parent seul et de ses enfants, au recensement.",
        "C_FAMMONO",
        0,
    ),
    Fiche(
        "ENFANTS_0205",
        "Enfants de 2 à 5 ans",
        "enfants",
        "NEUTRE",
        "Enfants de 2 à 5 ans, au recensement : l'âge de l'école maternelle.",
        "P_POP0205",
        0,
    ),
    Fiche(
        "TX_SCOL_0205",
        "Part des 2-5 ans scolarisés",
        "%",
        "NEUTRE",
        "Enfants de 2 à 5 ans inscrits à l'école, pour 100 enfants de cet âge, au recensement.",
        "100 * P_SCOL0205 / P_POP0205",
    ),
    Fiche(
        "TX_SCOL_1517",
        "Part des 15-17 ans scolarisés",
        "%",
        "FAVORABLE",
        "Jeunes de 15 à 17 ans inscrits dans un établissement d'enseignement, pour 100 jeunes de "
        "cet âge, au recensement.",
        "100 * P_SCOL1517 / P_POP1517",
    ),
    Fiche(
        "TX_SCOL_1824",
        "Part des 18-24 ans scolarisés",
        "%",
        "NEUTRE",
        "Jeunes de 18 à 24 ans inscrits dans un établissement d'enseignement, pour 100 jeunes de "
        "cet âge qui habitent le territoire, au recensement. Les étudiants partis loger ailleurs "
        "n'y sont pas.",
        "100 * P_SCOL1824 / P_POP1824",
    ),
    Fiche(
        "PART_PREST_FAM",
        "Part des prestations familiales dans le revenu",
        "%",
        "NEUTRE",
        "Allocations familiales et autres prestations pour les familles, pour 100 € de revenu "
        f"disponible des ménages. {REVENU}",
        "PPFAM",
    ),
    Fiche(
        "PART_ALLOC_MONOPARENT",
        "Part des familles monoparentales parmi les allocataires",
        "%",
        "NEUTRE",
        "Allocataires de la Caf qui élèvent seuls un ou plusieurs enfants, pour 100 allocataires.",
        "100 * CAF_AM / CAF_A",
    ),
    Fiche(
        "PART_ALLOC_3ENFANTS",
        "Part des couples de trois enfants ou plus parmi les allocataires",
        "%",
        "NEUTRE",
        "Allocataires de la Caf en couple avec au moins trois enfants, pour 100 allocataires.",
        "100 * CAF_AC3ENF / CAF_A",
    ),
    Fiche(
        "CAF_ENFANTS_MOINS3",
        "Enfants de moins de 3 ans de familles allocataires",
        "enfants",
        "NEUTRE",
        "Enfants de moins de 3 ans couverts par au moins une prestation de la Caf.",
        "CAF_ENF_2",
        0,
    ),
    Fiche(
        "ASE_ACCUEILLIS_1000",
        "Enfants accueillis à l'aide sociale à l'enfance pour 1 000 moins de 20 ans",
        "pour 1 000",
        "NEUTRE",
        "Mineurs et jeunes majeurs confiés à l'aide sociale à l'enfance, pour 1 000 habitants de "
        "moins de 20 ans. Peu d'enfants accueillis peut aussi vouloir dire que l'on repère mal, "
        "ou que les places manquent.",
    ),
    Fiche(
        "IPS_ECOLES",
        "Indice de position sociale des écoles",
        "indice",
        "FAVORABLE",
        "Moyenne simple des indices des écoles de la commune, publiés par le ministère de "
        "l'Éducation nationale : il résume la situation sociale des familles des élèves (moyenne "
        "nationale proche de 100). Une ou deux écoles par commune : valeur à lire avec prudence.",
    ),
)
