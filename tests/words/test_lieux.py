"""Names of territoires in a sentence."""

import re

import pytest

from psdt.words import lieux
from psdt.words.regions import DEPARTEMENTS, REGIONS

# As French usage has them, read one by one: « l'Ain, dans l'Ain ».
DANS = """
01 dans l'Ain 02 dans l'Aisne 03 dans l'Allier 04 dans les Alpes-de-Haute-Provence
05 dans les Hautes-Alpes 06 dans les Alpes-Maritimes 07 en Ardèche 08 dans les Ardennes
09 en Ariège 10 dans l'Aube 11 dans l'Aude 12 dans l'Aveyron 13 dans les Bouches-du-Rhône
14 dans le Calvados 15 dans le Cantal 16 en Charente 17 en Charente-Maritime 18 dans le Cher
19 en Corrèze 2A en Corse-du-Sud 2B en Haute-Corse 21 en Côte-d'Or 22 dans les Côtes-d'Armor
23 dans la Creuse 24 en Dordogne 25 dans le Doubs 26 dans la Drôme 27 dans l'Eure
28 en Eure-et-Loir 29 dans le Finistère 30 dans le Gard 31 en Haute-Garonne 32 dans le Gers
33 en Gironde 34 dans l'Hérault 35 en Ille-et-Vilaine 36 dans l'Indre 37 en Indre-et-Loire
38 en Isère 39 dans le Jura 40 dans les Landes 41 en Loir-et-Cher 42 dans la Loire
43 en Haute-Loire 44 en Loire-Atlantique 45 dans le Loiret 46 dans le Lot 47 en Lot-et-Garonne
48 en Lozère 49 en Maine-et-Loire 50 dans la Manche 51 dans la Marne 52 en Haute-Marne
53 en Mayenne 54 en Meurthe-et-Moselle 55 dans la Meuse 56 dans le Morbihan 57 en Moselle
58 dans la Nièvre 59 dans le Nord 60 dans l'Oise 61 dans l'Orne 62 dans le Pas-de-Calais
63 dans le Puy-de-Dôme 64 dans les Pyrénées-Atlantiques 65 dans les Hautes-Pyrénées
66 dans les Pyrénées-Orientales 67 dans le Bas-Rhin 68 dans le Haut-Rhin 69 dans le Rhône
70 en Haute-Saône 71 en Saône-et-Loire 72 dans la Sarthe 73 en Savoie 74 en Haute-Savoie
75 à Paris 76 en Seine-Maritime 77 en Seine-et-Marne 78 dans les Yvelines
79 dans les Deux-Sèvres 80 dans la Somme 81 dans le Tarn 82 en Tarn-et-Garonne 83 dans le Var
84 dans le Vaucluse 85 en Vendée 86 dans la Vienne 87 en Haute-Vienne 88 dans les Vosges
89 dans l'Yonne 90 dans le Territoire de Belfort 91 en Essonne 92 dans les Hauts-de-Seine
93 en Seine-Saint-Denis 94 dans le Val-de-Marne 95 dans le Val-d'Oise 971 en Guadeloupe
972 en Martinique 973 en Guyane 974 à La Réunion 976 à Mayotte
"""
DANS_REGION = """
01 en Guadeloupe 02 en Martinique 03 en Guyane 04 à La Réunion 06 à Mayotte
11 en Île-de-France 24 en Centre-Val de Loire 27 en Bourgogne-Franche-Comté 28 en Normandie
32 dans les Hauts-de-France 44 dans le Grand Est 52 dans les Pays de la Loire 53 en Bretagne
75 en Nouvelle-Aquitaine 76 en Occitanie 84 en Auvergne-Rhône-Alpes
93 en Provence-Alpes-Côte d'Azur 94 en Corse
"""
CODE = re.compile(r"\b(\d{2,3}|2[AB]) ")
MASCULINS_EN = {
    *("Loir-et-Cher", "Lot-et-Garonne", "Maine-et-Loire", "Tarn-et-Garonne"),
    "Centre-Val de Loire",
}
"""Masculine, though « en » does not show it."""


def table(text: str) -> dict[str, str]:
    """Return « dans le Morbihan » by code."""
    _, *cells = CODE.split(" ".join(text.split()))
    return {code: said.strip() for code, said in zip(cells[::2], cells[1::2], strict=True)}


@pytest.mark.parametrize("code", DEPARTEMENTS)
def test_every_departement(code):
    check(DEPARTEMENTS[code][0], "DEPARTEMENT", table(DANS)[code])


@pytest.mark.parametrize("code", REGIONS)
def test_every_region(code):
    check(REGIONS[code], "REGION", table(DANS_REGION)[code])


def check(nom: str, niveau: str, dans: str) -> None:
    """Check « dans », and the article and « de » that go with it."""
    assert lieux.dans(nom, niveau) == dans
    article, d_article = lieux.article(nom, niveau), lieux.d_article(nom, niveau)
    if dans.startswith("à "):
        assert (article, d_article) == (nom, f"de {nom}")
    elif dans == f"dans le {nom}" or nom in MASCULINS_EN:
        assert (article, d_article) == (f"le {nom}", f"du {nom}")
    elif dans == f"dans les {nom}":
        assert (article, d_article) == (f"les {nom}", f"des {nom}")
    elif nom[0] in "AEIOUÎY" or nom == "Hérault":
        assert (article, d_article) == (f"l'{nom}", f"de l'{nom}")
    else:
        assert (article, d_article) == (f"la {nom}", f"de la {nom}")


def test_the_table_has_all_of_them():
    assert len(table(DANS)) == len(DEPARTEMENTS) == 101
    assert len(table(DANS_REGION)) == len(REGIONS) == 18


@pytest.mark.parametrize(
    "nom",
    [
        *("CC du Kreiz-Breizh", "CA Saint-Brieuc Armor Agglomération", "CA du Pays de Saint-Malo"),
        *("CC Châteaubriant-Derval", "Métropole d'Aix-Marseille-Provence"),
        *("CA de Saint-Dié-des-Vosges", "CA du Puy-en-Velay", "CC Haut-Jura Saint-Claude"),
        *("CA Saint-Avold Synergie", "CU Le Creusot Montceau-les-Mines", "Seine-et-Marne"),
    ],
)
def test_an_intercommunalite_is_never_named_by_its_hyphens(nom):
    assert lieux.dans(nom, "EPCI") == "dans l'intercommunalité"
    assert lieux.d_article(nom, "EPCI") == "de l'intercommunalité"


@pytest.mark.parametrize(
    ("nom", "dans"),
    [
        ("MORBIHAN", "dans le MORBIHAN"),
        ("Côtes-d\u2019Armor", "dans les Côtes-d\u2019Armor"),
        ("ILLE-ET-VILAINE", "en ILLE-ET-VILAINE"),
        ("ISERE", "en ISERE"),
        ("FINISTERE", "dans le FINISTERE"),
        ("LA REUNION", "à LA REUNION"),
        ("REUNION", "à la REUNION"),
        ("Métropole de Lyon", "dans la Métropole de Lyon"),
    ],
)
def test_a_departement_as_a_file_writes_it(nom, dans):
    assert lieux.dans(nom, "DEPARTEMENT") == dans


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


@pytest.mark.parametrize("nom", ["LA REUNION", "La Réunion", "Réunion", "REUNION"])
def test_la_reunion_is_a_region_on_an_island(nom):
    assert lieux.dans(nom, "REGION").lower().startswith("à la r")


def test_que_is_elided():
    assert lieux.que("le Morbihan") == "que le Morbihan"
    assert lieux.que("Allaire") == "qu'Allaire"


@pytest.mark.parametrize(
    ("noms", "said"),
    [(["A"], "A"), (["A", "B"], "A et B"), (["A", "B", "C"], "A, B et C")],
)
def test_enumerations(noms, said):
    assert lieux.enumeration(noms) == said
