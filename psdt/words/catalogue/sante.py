"""Indicators of the axis « Santé et handicap »."""

from psdt.words.catalogue.fiche import Fiche

FICHES = (
    Fiche(
        "TX_MORTALITE",
        "Taux de mortalité",
        "‰",
        "NEUTRE",
        "Décès d'une année moyenne pour 1 000 habitants, entre deux recensements ; l'année "
        "indiquée est la fin de la période. Il dépend d'abord de l'âge : un territoire âgé a un "
        "taux élevé sans que l'on y soit en moins bonne santé.",
    ),
    Fiche(
        "PART_POP_LOIN_SOINS",
        "Part de la population à plus de 20 minutes d'un service de santé",
        "%",
        "DEFAVORABLE",
        "Habitants qui vivent à plus de 20 minutes d'un service de santé de proximité, pour 100 "
        "habitants.",
    ),
    Fiche(
        "PART_ALLOC_AAH",
        "Part des allocataires de l'AAH parmi les allocataires",
        "%",
        "NEUTRE",
        "Allocataires de l'allocation aux adultes handicapés, pour 100 allocataires de la Caf.",
        "100 * CAF_AAAH / CAF_A",
    ),
    Fiche(
        "ALLOC_AAH",
        "Nombre d'allocataires de l'AAH",
        "allocataires",
        "NEUTRE",
        "Allocataires de l'allocation aux adultes handicapés, versée par la Caf.",
        "CAF_AAAH",
        0,
    ),
    Fiche(
        "AAH_1000",
        "Allocataires de l'AAH pour 1 000 habitants de 20 à 64 ans",
        "pour 1 000",
        "NEUTRE",
        "Allocataires de l'allocation aux adultes handicapés à la fin de l'année, pour 1 000 "
        "habitants de 20 à 64 ans. Suit le handicap, mais aussi l'accès à ce droit.",
    ),
    Fiche(
        "PCH_POUR_1000",
        "Bénéficiaires de la PCH pour 1 000 habitants",
        "pour 1 000 habitants",
        "NEUTRE",
        "Personnes qui ont un droit ouvert à la prestation de compensation du handicap, pour "
        "1 000 habitants.",
    ),
)
