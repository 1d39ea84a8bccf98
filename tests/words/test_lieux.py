"""Names of territoires in a sentence."""

import pytest

from psdt.words import lieux


@pytest.mark.parametrize(
    ("nom", "de", "a"),
    [
        ("Berric", "de Berric", "à Berric"),
        ("Allaire", "d'Allaire", "à Allaire"),
        ("Île-aux-Moines", "d'Île-aux-Moines", "à Île-aux-Moines"),
        ("Œuilly", "d'Œuilly", "à Œuilly"),
        ("Hennebont", "d'Hennebont", "à Hennebont"),
        ("Houilles", "de Houilles", "à Houilles"),
        ("Le Cours", "du Cours", "au Cours"),
        ("Les Fougerêts", "des Fougerêts", "aux Fougerêts"),
        ("La Vraie-Croix", "de La Vraie-Croix", "à La Vraie-Croix"),
        ("L'Haÿ-les-Roses", "de L'Haÿ-les-Roses", "à L'Haÿ-les-Roses"),
        ("Lesneven", "de Lesneven", "à Lesneven"),
    ],
)
def test_communes(nom, de, a):
    assert (lieux.de(nom), lieux.a(nom)) == (de, a)
    assert lieux.article(nom, "COMMUNE") == nom
    assert lieux.d_article(nom, "COMMUNE") == de
    assert lieux.dans(nom, "COMMUNE") == a


@pytest.mark.parametrize(
    ("nom", "niveau", "article", "d_article", "dans"),
    [
        ("Morbihan", "DEPARTEMENT", "le Morbihan", "du Morbihan", "dans le Morbihan"),
        ("Sarthe", "DEPARTEMENT", "la Sarthe", "de la Sarthe", "dans la Sarthe"),
        ("Ain", "DEPARTEMENT", "l'Ain", "de l'Ain", "dans l'Ain"),
        ("Landes", "DEPARTEMENT", "les Landes", "des Landes", "dans les Landes"),
        ("Paris", "DEPARTEMENT", "Paris", "de Paris", "à Paris"),
        ("Hérault", "DEPARTEMENT", "l'Hérault", "de l'Hérault", "dans l'Hérault"),
        (
            "Loire-Atlantique",
            "DEPARTEMENT",
            "la Loire-Atlantique",
            "de la Loire-Atlantique",
            "en Loire-Atlantique",
        ),
        ("Bretagne", "REGION", "la Bretagne", "de la Bretagne", "en Bretagne"),
        ("Grand Est", "REGION", "le Grand Est", "du Grand Est", "dans le Grand Est"),
        ("Île-de-France", "REGION", "l'Île-de-France", "de l'Île-de-France", "en Île-de-France"),
        (
            "France métropolitaine",
            "FRANCE",
            "la France métropolitaine",
            "de la France métropolitaine",
            "en France métropolitaine",
        ),
        (
            "Questembert Communauté",
            "EPCI",
            "l'intercommunalité",
            "de l'intercommunalité",
            "dans l'intercommunalité",
        ),
    ],
)
def test_larger_territoires(nom, niveau, article, d_article, dans):
    assert lieux.article(nom, niveau) == article
    assert lieux.d_article(nom, niveau) == d_article
    assert lieux.dans(nom, niveau) == dans


def test_que_is_elided():
    assert lieux.que("le Morbihan") == "que le Morbihan"
    assert lieux.que("Allaire") == "qu'Allaire"


@pytest.mark.parametrize(
    ("noms", "said"),
    [(["A"], "A"), (["A", "B"], "A et B"), (["A", "B", "C"], "A, B et C")],
)
def test_enumerations(noms, said):
    assert lieux.enumeration(noms) == said
