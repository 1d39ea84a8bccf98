"""Findings in French: agreement, elision, and what is not said."""

import pytest

from psdt.words import abs as mots
from psdt.words import constats as dire
from psdt.words.grammar import NBSP, NNBSP

MORBIHAN = ("Morbihan", "DEPARTEMENT")
EPCI = ("Questembert Communauté", "EPCI")


def said(text: str) -> str:
    return text.replace(NBSP, " ").replace(NNBSP, " ")


@pytest.mark.parametrize(
    ("value", "unite", "places", "expected"),
    [
        (21070, "€ par an", 0, "760 € de moins que le Morbihan"),
        (21830, "€ par an", 0, "comme dans le Morbihan"),
        (21831.4, "€ par an", 0, "1 € de plus que le Morbihan"),
        (21830.04, "%", 1, "comme dans le Morbihan"),
        (21827.1, "%", 1, "2,9 points de moins que le Morbihan"),
        (3, "pour 1 000", 0, "contre 21 830 dans le Morbihan"),
    ],
)
def test_comparisons(value, unite, places, expected):
    assert said(dire.comparaison(value, 21830, MORBIHAN, unite, places)) == expected


@pytest.mark.parametrize(
    ("value", "total", "expected"),
    [
        (8133, 24757, "33 % de l'intercommunalité"),
        (0, 24757, ""),
        (-65, 24757, ""),
        (3, 2, ""),
        (3, 0, ""),
    ],
)
def test_shares(value, total, expected):
    assert said(dire.proportion(value, total, EPCI)) == expected


@pytest.mark.parametrize(
    ("reste", "said_more", "expected"),
    [
        ("habitants", {}, "habitants (2023)"),
        ("", {}, "en 2023"),
        ("", {"compare": "comme en Bretagne", "en": 2023}, "comme en Bretagne (2023)"),
        ("par an", {"compare": "x", "en": 2019}, "par an (2023) ; en 2019, x"),
        ("", {"ailleurs": "dans le Morbihan", "compare": "x", "en": 2023}, None),
    ],
)
def test_details(reste, said_more, expected):
    expected = expected or "dans le Morbihan, x (2023)"

    assert said(mots.detail(reste, 2023, **said_more)) == expected


@pytest.mark.parametrize(
    ("n", "sur", "oriente", "expected"),
    [
        (0, 13, True, "Aucune commune n'est plus fragile que l'intercommunalité"),
        (1, 13, True, "Une commune sur 13 est plus fragile que l'intercommunalité"),
        (9, 13, True, "9 communes sur 13 sont plus fragiles que l'intercommunalité"),
        (13, 13, False, "Les 13 communes sont au-dessus de l'intercommunalité"),
        (1, 1, True, "Une commune sur 1 est plus fragile que l'intercommunalité"),
    ],
)
def test_how_many(n, sur, oriente, expected):
    assert dire.combien(n, sur, oriente) == expected


@pytest.mark.parametrize(
    ("n", "sur", "nom", "oriente", "expected"),
    [
        (0, 12, "Allaire", True, "Aucune commune n'est plus fragile qu'Allaire"),
        (1, 12, "Berric", True, "Une commune est plus fragile que Berric"),
        (7, 12, "Le Cours", True, "7 communes sont plus fragiles que Le Cours"),
        (12, 12, "Berric", False, "Les 12 autres communes dépassent Berric"),
        (0, 12, "Berric", False, "Aucune commune ne dépasse Berric"),
        (1, 12, "Berric", False, "Une commune dépasse Berric"),
    ],
)
def test_who_comes_before(n, sur, nom, oriente, expected):
    assert dire.devant(n, sur, nom, oriente) == expected


@pytest.mark.parametrize(
    ("low", "high", "unite", "places", "expected"),
    [
        (
            (20040, "Saint-Gravé", "COMMUNE"),
            (23940, "Lauzach", "COMMUNE"),
            "€ par an",
            0,
            "3 900 € séparent Saint-Gravé de Lauzach",
        ),
        (
            (37.2, "Rochefort-en-Terre", "COMMUNE"),
            (38.6, "Le Cours", "COMMUNE"),
            "%",
            1,
            "1,4 point sépare Rochefort-en-Terre du Cours",
        ),
        (
            (9.9, "France métropolitaine", "FRANCE"),
            (12.1, "Morbihan", "DEPARTEMENT"),
            "%",
            1,
            "2,2 points séparent la France métropolitaine du Morbihan",
        ),
        (
            (647, "Rochefort-en-Terre", "COMMUNE"),
            (8133, "Questembert", "COMMUNE"),
            "habitants",
            0,
            "Au plus haut à Questembert (8 133), au plus bas à Rochefort-en-Terre (647)",
        ),
        (
            (3.1, "Le Cours", "COMMUNE"),
            (9.4, "Berric", "COMMUNE"),
            "pour 1 000",
            1,
            "Au plus haut à Berric (9,4), au plus bas au Cours (3,1) : du simple au triple",
        ),
        (
            (-48, "Le Cours", "COMMUNE"),
            (11, "Berric", "COMMUNE"),
            "personnes",
            0,
            "Au plus haut à Berric (11), au plus bas au Cours (−48)",
        ),
    ],
)
def test_what_separates(low, high, unite, places, expected):
    assert said(dire.separation(low, high, unite, places)) == expected


def test_several_at_an_end_are_counted_and_not_named():
    ends = (0, "Larré", "COMMUNE"), (7, "Berric", "COMMUNE")

    assert said(dire.separation(*ends, "espaces", 0, egales=(3, 1))) == (
        "Au plus haut à Berric (7), au plus bas dans 3 communes (0)"
    )


def test_one_away_from_all_others():
    lieu = 55.0, "Larré", "COMMUNE"

    assert said(dire.detachee(lieu, (1.0, 9.5), "%", 1)) == (
        "Larré se détache : 55,0 %, contre 1,0 à 9,5 % ailleurs"
    )
    assert said(dire.detachee(lieu, (1.0, 1.0), "%", 1)) == (
        "Larré se détache : 55,0 %, contre 1,0 % ailleurs"
    )


@pytest.mark.parametrize(
    ("end", "unite", "compte", "expected"),
    [
        (21070, "€ par an", False, "À Berric, 1 539 € de plus en 2019 qu'en 2014"),
        (19531, "€ par an", False, "À Berric, autant en 2019 qu'en 2014"),
        (19530, "habitants", True, "À Berric, 1 habitant de moins en 2019 qu'en 2014"),
        (3, "pour 1 000", False, "À Berric, de 19 531 en 2014 à 3 en 2019"),
    ],
)
def test_evolutions(end, unite, compte, expected):
    text = dire.evolution("à Berric", (2014, 19531), (2019, end), unite, 0, compte=compte)

    assert said(text) == expected


def test_a_commune_has_its_place():
    assert said(dire.commune("Le Cours", "secret statistique")) == "Au Cours, secret statistique"
    assert said(dire.commune("Allaire", dire.decompte(5, 10, EPCI, "logements", 0))) == (
        "À Allaire, 5 logements : 50 % de l'intercommunalité"
    )
    assert said(dire.face(4.7, -2.6, EPCI, "pour 1 000", 1)) == (
        "4,7 contre −2,6 dans l'intercommunalité"
    )


def test_what_is_known_and_what_is_not():
    assert said(dire.connues(1, 13, secret=True)) == "Connu dans 1 commune sur 13 seulement"
    assert dire.connues(0, 13, secret=True) == "Sous secret statistique dans les 13 communes"
    assert dire.connues(0, 13, secret=False) == "Inconnu dans les 13 communes"
    assert dire.connues(0, 1, secret=True) == "Sous secret statistique dans la commune"
    assert dire.connues(0, 1, secret=False) == "Inconnu dans la commune"
    assert dire.aucun(2020, ailleurs=False) == "Aucun chiffre connu en 2020"
    assert dire.aucun(2020, ailleurs=True) == "Aucun chiffre par commune en 2020"
    assert said(dire.seul_niveau("12 %", ["Malansac"])) == "Malansac : 12 %"
    assert said(dire.seul_niveau("0 %", ["A", "B"])) == "La même valeur dans les 2 communes : 0 %"


def test_the_year_is_not_said_twice():
    assert mots.sous_titre("Évolution, 2016-2022", "indice", 2022) == "Évolution, 2016-2022"
    assert mots.sous_titre("Gini", "indice", 2022, "Suite.") == "Gini, 2022. Suite."


def test_sources():
    assert said(mots.source(["Insee"], secret=False)) == "Source : Insee."
    assert said(mots.source(["Insee", "Cnaf"], secret=True)).startswith(
        "Sources : Insee ; Cnaf. S"
    )
    assert mots.definition("") == ""
    assert said(mots.definition("Un nombre.")) == "Définition : Un nombre."


def test_classes_say_their_bounds():
    assert said(mots.classe(6.1, 7.3, "%", 1)) == "6,1 à 7,3 %"
    assert said(mots.classe(0, 0, "%", 0)) == "0 %"
    assert said(mots.selon_communes(2.4, 11.4, "%", 1)) == "de 2,4 % à 11,4 % selon les communes"
    assert mots.selon_communes(1, 1, "%", 0) == ""


@pytest.mark.parametrize(
    ("noms", "dit"),
    [
        ([], []),
        (["Insee, RP2010"], ["Insee, RP2010"]),
        (
            ["état civil, période 1968-1975 (OT)", "état civil, période 1975-1982 (OT)"],
            ["état civil, période 1968 à 1982 (OT)"],
        ),
        (["Filosofi 2014", "Filosofi 2019", "Filosofi 2015"], ["Filosofi 2014 à 2019"]),
        (
            ["état civil 2022 et recensement 2021", "état civil 2024"],
            ["état civil 2022 et recensement 2021", "état civil 2024"],
        ),
    ],
)
def test_sources_of_several_years_are_said_once(noms, dit):
    assert mots.par_periode(noms) == dit
