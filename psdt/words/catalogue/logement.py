"""Indicators of the axis « Logement, hébergement et mobilité »."""

from psdt.words.catalogue.famille import REVENU
from psdt.words.catalogue.fiche import Fiche
from psdt.words.catalogue.revenus import PAUVRE

FICHES = (
    Fiche(
        "TX_LOG_VACANTS",
        "Part des logements vacants",
        "%",
        "DEFAVORABLE",
        "Logements inoccupés (à vendre, à louer, en attente, ou sans usage), pour 100 logements, "
        "au recensement.",
        "100 * P_LOGVAC / P_LOG",
    ),
    Fiche(
        "TX_RES_SECOND",
        "Part des résidences secondaires",
        "%",
        "NEUTRE",
        "Résidences secondaires et logements occasionnels, pour 100 logements, au recensement. "
        "Elles font vivre le tourisme, et rendent plus difficile l'accès au logement à l'année.",
        "100 * P_RSECOCC / P_LOG",
    ),
    Fiche(
        "PART_SANS_VOITURE",
        "Part des ménages sans voiture",
        "%",
        "NEUTRE",
        "Ménages qui ne disposent d'aucune voiture, pour 100 ménages, au recensement. Loin des "
        "transports, c'est un frein à l'emploi, aux soins et aux démarches.",
        "100 * (P_RP - P_RP_VOIT1P) / P_RP",
    ),
    Fiche(
        "PART_HLM",
        "Part des logements HLM loués vides",
        "%",
        "NEUTRE",
        "Résidences principales louées vides à un organisme HLM, pour 100 résidences principales, "
        "au recensement.",
        "100 * P_RP_LOCHLMV / P_RP",
    ),
    Fiche(
        "TX_PROPRIETAIRES",
        "Part des propriétaires occupants",
        "%",
        "NEUTRE",
        "Résidences principales occupées par leur propriétaire, pour 100 résidences principales, "
        "au recensement.",
        "100 * P_RP_PROP / P_RP",
    ),
    Fiche(
        "PART_LOCATAIRES",
        "Part des locataires",
        "%",
        "NEUTRE",
        "Résidences principales louées, HLM compris, pour 100 résidences principales, au "
        "recensement.",
        "100 * P_RP_LOC / P_RP",
    ),
    Fiche(
        "PART_LOG_AVANT_1946",
        "Part des logements construits avant 1946",
        "%",
        "NEUTRE",
        "Résidences principales achevées avant 1946, pour 100 résidences principales, au "
        "recensement. Celles que l'Insee compte à part, car achevées dans les toutes dernières "
        "années, n'y sont pas. Souvent plus difficiles à chauffer.",
        "100 * (P_RP_ACH19 + P_RP_ACH45) / P_RP_ACHTOT ou 100 * (P_RP_ACH19 + P_RP_ACH45) / P_RP",
    ),
    Fiche(
        "PART_SUROCCUPATION",
        "Part des logements trop petits pour leurs occupants",
        "%",
        "DEFAVORABLE",
        "Logements où il manque au moins une pièce pour le ménage qui l'habite, pour 100 "
        "résidences principales hors studios d'une personne, au recensement.",
        "100 * C_RP_HSTU1P_SUROCC / C_RP_HSTU1P",
    ),
    Fiche(
        "PART_SANS_SDB",
        "Part des logements sans baignoire ni douche",
        "%",
        "DEFAVORABLE",
        "Résidences principales sans salle de bains équipée d'une baignoire ou d'une douche, "
        "pour 100 résidences principales, au recensement.",
        "100 * (P_RP - P_RP_SDB) / P_RP",
    ),
    Fiche(
        "PART_APPARTEMENTS",
        "Part des appartements",
        "%",
        "NEUTRE",
        "Appartements pour 100 logements, au recensement.",
        "100 * P_APPART / P_LOG",
    ),
    Fiche(
        "PART_PETITS_LOG",
        "Part des logements d'une ou deux pièces",
        "%",
        "NEUTRE",
        "Résidences principales d'une ou deux pièces, pour 100 résidences principales, au "
        "recensement. Peu nombreux, ils manquent aux jeunes et aux personnes seules.",
        "100 * (P_RP_1P + P_RP_2P) / P_RP",
    ),
    Fiche(
        "PART_GRANDS_LOG",
        "Part des logements de cinq pièces ou plus",
        "%",
        "NEUTRE",
        "Résidences principales de cinq pièces ou plus, pour 100 résidences principales, au "
        "recensement.",
        "100 * P_RP_5PP / P_RP",
    ),
    Fiche(
        "PART_EMMENAGES_2ANS",
        "Part des ménages arrivés dans leur logement depuis moins de deux ans",
        "%",
        "NEUTRE",
        "Ménages installés dans leur logement depuis moins de deux ans, pour 100 ménages, au "
        "recensement.",
        "100 * P_MEN_ANEM0002 / P_MEN",
    ),
    Fiche(
        "PART_2_VOITURES",
        "Part des ménages de deux voitures ou plus",
        "%",
        "NEUTRE",
        "Ménages qui disposent d'au moins deux voitures, pour 100 ménages, au recensement.",
        "100 * P_RP_VOIT2P / P_RP",
    ),
    Fiche(
        "PART_TRAVAIL_VOITURE",
        "Part des actifs qui vont travailler en voiture",
        "%",
        "NEUTRE",
        "Personnes de 15 ans ou plus en emploi qui vont travailler surtout en voiture, en camion "
        "ou en fourgonnette, pour 100 en emploi, au recensement.",
        "100 * P_ACTOCC15P_VOITURE / P_ACTOCC15P",
    ),
    Fiche(
        "PART_TRAVAIL_COMMUN",
        "Part des actifs qui vont travailler en transports en commun",
        "%",
        "NEUTRE",
        "Personnes de 15 ans ou plus en emploi qui vont travailler surtout en transports en "
        "commun, pour 100 en emploi, au recensement.",
        "100 * P_ACTOCC15P_COMMUN / P_ACTOCC15P",
    ),
    Fiche(
        "PART_TRAVAIL_SUR_PLACE",
        "Part des actifs qui travaillent dans leur commune",
        "%",
        "NEUTRE",
        "Personnes de 15 ans ou plus en emploi qui travaillent dans la commune où elles habitent, "
        "pour 100 en emploi, au recensement.",
        "100 * P_ACTOCC15P_ILT1 / P_ACTOCC15P",
    ),
    Fiche(
        "HAB_PAR_RP",
        "Nombre d'habitants par résidence principale",
        "habitants par résidence",
        "NEUTRE",
        "Population municipale divisée par le nombre de résidences principales, au recensement.",
        "P_POP / P_RP",
        2,
    ),
    Fiche(
        "LOGEMENTS",
        "Nombre de logements",
        "logements",
        "NEUTRE",
        "Résidences principales, résidences secondaires, logements occasionnels et vacants, au "
        "recensement.",
        "P_LOG",
        0,
    ),
    Fiche(
        "LOG_HLM",
        "Nombre de logements HLM loués vides",
        "logements",
        "NEUTRE",
        "Résidences principales louées vides à un organisme HLM, au recensement.",
        "P_RP_LOCHLMV",
        0,
    ),
    Fiche(
        "PART_PREST_LOG",
        "Part des aides au logement dans le revenu",
        "%",
        "NEUTRE",
        f"Aides personnelles au logement pour 100 € de revenu disponible des ménages. {REVENU}",
        "PPLOGT",
    ),
    Fiche(
        "TX_PAUVRETE_LOCAT",
        "Taux de pauvreté des locataires",
        "%",
        "DEFAVORABLE",
        f"Part des personnes pauvres parmi celles dont le ménage est locataire. {PAUVRE}",
        "TP60TOL2",
    ),
    Fiche(
        "TX_PAUVRETE_PROPR",
        "Taux de pauvreté des propriétaires",
        "%",
        "DEFAVORABLE",
        "Part des personnes pauvres parmi celles dont le ménage est propriétaire de son "
        f"logement. {PAUVRE}",
        "TP60TOL1",
    ),
    Fiche(
        "PART_ALLOC_LOGEMENT",
        "Part des allocataires aidés pour leur logement",
        "%",
        "NEUTRE",
        "Allocataires d'une aide au logement (APL, ALF ou ALS), pour 100 allocataires de la Caf.",
        "100 * CAF_AAL / CAF_A",
    ),
)
