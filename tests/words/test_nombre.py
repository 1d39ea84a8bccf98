"""The singular of the units that people type."""

import pytest

from psdt.words.mesures import effectif
from psdt.words.nombre import singulier


@pytest.mark.parametrize(
    ("unite", "one"),
    [
        ("repas", "repas"),
        ("repas livrés", "repas livré"),
        ("colis", "colis"),
        ("colis alimentaires", "colis alimentaire"),
        ("mois", "mois"),
        ("avis", "avis"),
        ("cas", "cas"),
        ("décès", "décès"),
        ("bus", "bus"),
        ("secours financiers", "secours financier"),
        ("rendez-vous", "rendez-vous"),
        ("jours", "jour"),
        ("ans", "an"),
        ("places", "place"),
        ("élus", "élu"),
        ("emplois", "emploi"),
        ("logements vacants", "logement vacant"),
        ("logements sociaux", "logement social"),
        ("travailleurs sociaux", "travailleur social"),
        ("centres médico-sociaux", "centre médico-social"),
        ("foyers allocataires", "foyer allocataire"),
        ("jeunes admis", "jeune admis"),
        ("assistantes maternelles agréées", "assistante maternelle agréée"),
        ("bénéficiaires de l'APA", "bénéficiaire de l'APA"),
        ("demandeurs d'emploi", "demandeur d'emploi"),
        ("personnes de 75 ans et plus", "personne de 75 ans et plus"),
        ("habitants au km²", "habitant au km²"),
        ("heures par semaine", "heure par semaine"),
        ("naissances pour 1 000 femmes", "naissance pour 1 000 femmes"),
        ("réseaux", "réseau"),
        ("travaux", "travail"),
        ("lieux", "lieu"),
        ("locaux", "local"),
        ("taux", "taux"),
        ("logements très sociaux", "logement très social"),
        ("inscrits auprès de France Travail", "inscrit auprès de France Travail"),
        ("enfants moins de 3 ans", "enfant moins de 3 ans"),
        ("logements depuis 2015", "logement depuis 2015"),
        ("entretiens vis-à-vis", "entretien vis-à-vis"),
        ("adultes-relais", "adultes-relais"),
        ("deux-roues", "deux-roues"),
        ("pass", "pass"),
        ("EHPAD", "EHPAD"),
        ("CMS", "CMS"),
        ("€", "€"),
        ("€ par an", "€ par an"),
        ("%", "%"),
        ("% des ménages", "% des ménages"),
        ("", ""),
        ("personne", "personne"),
        ("pour 1 000 habitants", "pour 1 000 habitants"),
    ],
)
def test_of_what_people_count(unite, one):
    assert singulier(unite) == one
    assert singulier(one) == one


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [(0, 0, "0 repas livré"), (1.4, 1, "1,4 repas livré"), (2, 0, "2 repas livrés")],
)
def test_zero_and_less_than_two_are_singular(value, places, said):
    assert effectif(value, "repas livrés", places).replace("\u00a0", " ") == said
