"""What few of are enough to move a figure."""

import pytest

from psdt.words.catalogue import CATALOGUE
from psdt.words.peu import DIVERS, peu


@pytest.mark.parametrize(
    ("libelle", "said"),
    [
        ("Établissements de service public et d'action sociale", "établissements"),
        ("Médecins généralistes pour 10 000 habitants", "médecins"),
        ("Emplois sur place pour 100 actifs occupés", "emplois"),
        ("Part des logements vacants", "logements"),
        ("Part des ménages sans voiture", "ménages"),
        ("Part des moins de 15 ans", "personnes"),
        ("Part des 80 ans et plus qui vivent seuls", "personnes"),
        ("Taux de chômage des 15-64 ans", "personnes"),
        ("Taux de pauvreté des locataires", "ménages"),
        ("Part des minima sociaux dans le revenu", "ménages"),
        ("Taux de mortalité", "décès"),
        ("Indice de position sociale des écoles", "élèves"),
        ("IPS", ""),
        ("Part des très petites entreprises", "entreprises"),
        ("Part des plus de 75 ans", "personnes"),
        ("Part des sans emploi", "personnes"),
        ("Part de la précarité énergétique", DIVERS),
        ("Temps d'accès aux urgences", ""),
        ("Accès aux soins", ""),
        ("Délais d'attente", ""),
        ("Dépenses d'aide sociale par habitant", ""),
        ("Part des dépenses d'action sociale", ""),
        ("Distance moyenne au collège", ""),
        ("Loyer médian", ""),
        ("Durée du chômage", ""),
    ],
)
def test_it_is_what_the_figure_counts(libelle, said):
    assert peu(libelle) == said


def test_of_nearly_all_the_catalogue_it_is_known():
    unknown = {f.libelle for fiches in CATALOGUE.values() for f in fiches if not peu(f.libelle)}

    assert unknown == {"Superficie"}  # no few of anything change it
