"""Indicators of the axis « Accès aux droits et au numérique »."""

from psdt.words.catalogue.fiche import Fiche
from psdt.words.catalogue.revenus import ALLOCATAIRE

FICHES = (
    Fiche(
        "ETAB_SERVICES_PUBLICS_1000",
        "Établissements de service public et d'action sociale pour 1 000 habitants",
        "pour 1 000 habitants",
        "FAVORABLE",
        "Établissements employeurs de l'administration publique, de l'enseignement, de la santé "
        "et de l'action sociale, pour 1 000 habitants du recensement le plus proche.",
        "1000 * ETOQ / P_POP (2017-)",
    ),
    Fiche(
        "ALLOC_CAF",
        "Nombre d'allocataires de la Caf",
        "allocataires",
        "NEUTRE",
        f"Foyers qui reçoivent au moins une prestation de la Caf. {ALLOCATAIRE}",
        "CAF_A",
        0,
    ),
    Fiche(
        "PERSONNES_CAF",
        "Personnes couvertes par la Caf",
        "personnes",
        "NEUTRE",
        "Allocataires de la Caf, leurs conjoints, leurs enfants et autres personnes à charge.",
        "CAF_PERCOU",
        0,
    ),
    Fiche(
        "FRANCE_SERVICES",
        "Espaces France services",
        "espaces",
        "FAVORABLE",
        "Lieux labellisés où l'on est aidé dans ses démarches administratives et numériques. Zéro "
        "dans une commune n'empêche pas un espace proche ou itinérant.",
    ),
)
