"""Signals in French: agreement, elision, one sentence with its figures."""

import pytest

from psdt.words import signaux as mots
from psdt.words.diseur import Diseur
from psdt.words.grammar import NBSP, NNBSP
from psdt.words.sujets import sujet

EPCI, MORBIHAN, FRANCE = ("Questembert", "EPCI"), ("Morbihan", "DEPARTEMENT"), ("France", "FRANCE")
CADEN, COURS = ("Caden", "COMMUNE"), ("Le Cours", "COMMUNE")
VACANCE = Diseur("Part des logements vacants", "%", 1)
REVENU = Diseur("Niveau de vie médian", "€ par an", 0)
TRAJET = Diseur("Temps de trajet", "minutes", 0)
EMPLOIS = Diseur("Emplois sur place pour 100 actifs occupés", "pour 100", 1)


def plain(text: str) -> str:
    return text.replace(NBSP, " ").replace(NNBSP, " ")


@pytest.mark.parametrize(
    ("libelle", "said"),
    [
        ("Part des logements vacants", "la part des logements vacants"),
        ("Taux de chômage", "le taux de chômage"),
        ("Évolution de la population", "l'évolution de la population"),
        ("Indice de Gini", "l'indice de Gini"),
        ("Âge moyen", "l'âge moyen"),
        ("Bénéficiaires de l'APA", "le nombre de bénéficiaires de l'APA"),
        ("Habitants sans voiture", "le nombre d'habitants sans voiture"),
        ("Handicapés au travail", "le nombre de handicapés au travail"),
        ("Décès de l'année", "le nombre de décès de l'année"),
        ("Espaces France services", "le nombre d'espaces France services"),
        ("IPS des écoles", "l'indicateur « IPS des écoles »"),
        ("65-79 ans seuls", "l'indicateur « 65-79 ans seuls »"),
        ("Chiffre du service", "l'indicateur « Chiffre du service »"),
        ("", "l'indicateur «  »"),
    ],
)
def test_an_indicator_is_the_subject_of_a_sentence(libelle, said):
    assert sujet(libelle) == said


@pytest.mark.parametrize(
    ("libelle", "unite", "said"),
    [
        ("Dépenses d'aide sociale par habitant", "", "l'indicateur «"),
        ("Revenus du patrimoine", "", "l'indicateur «"),
        ("Loyers médians", "", "l'indicateur «"),
        ("Recettes fiscales", "", "l'indicateur «"),
        ("Aides versées", "€ par an", "l'indicateur «"),
        ("Logements vacants", "%", "l'indicateur «"),
        ("Logements vacants", "logements", "le nombre de logements"),
        ("Médecins pour 10 000 habitants", "pour 10 000 habitants", "le nombre de médecins"),
    ],
)
def test_what_is_not_counted_has_no_number(libelle, unite, said):
    assert sujet(libelle, unite).startswith(said)


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        (
            VACANCE.un_lieu(CADEN, 11.4, [(EPCI, 6.5)], 2022),
            (
                "À Caden, la part des logements vacants est de 11,4 % : "
                "4,9 points de plus que l'intercommunalité (2022)."
            ),
        ),
        (
            REVENU.un_lieu(EPCI, 21070, [(MORBIHAN, 21830), (FRANCE, 21930)], 2019),
            (
                "Dans l'intercommunalité, le niveau de vie médian est de 21 070 € par an : "
                "760 € de moins que le Morbihan et 860 € de moins que la France (2019)."
            ),
        ),
        (
            VACANCE.un_lieu(EPCI, 7, [(MORBIHAN, 6), (FRANCE, 8)], 2022),
            (
                "Dans l'intercommunalité, la part des logements vacants est de 7,0 % : "
                "1 point de plus que le Morbihan, mais 1 point de moins que la France (2022)."
            ),
        ),
        (
            EMPLOIS.un_lieu(COURS, 14.6, [(EPCI, 67.1)], 2022),
            (
                "Au Cours, le nombre d'emplois sur place pour 100 actifs occupés est de 14,6, "
                "contre 67,1 dans l'intercommunalité (2022)."
            ),
        ),
        (
            EMPLOIS.un_lieu(EPCI, 67.1, [(MORBIHAN, 90), (FRANCE, 100)], 2022),
            (
                "Dans l'intercommunalité, le nombre d'emplois sur place pour 100 actifs occupés "
                "est de 67,1, contre 90,0 dans le Morbihan et 100,0 en France (2022)."
            ),
        ),
        (
            VACANCE.des_communes([("Caden", 11.4), ("Le Cours", 8.0)], (EPCI, 6.5), 13, 2022),
            (
                "La part des logements vacants est de 11,4 % à Caden et de 8,0 % au Cours, "
                "contre 6,5 % dans l'intercommunalité (2022)."
            ),
        ),
        (
            VACANCE.des_communes(
                [("Caden", 2.0), ("Le Cours", 2.1), ("Larré", 2.2), ("Molac", 2.3)],
                (EPCI, 6.5),
                13,
                2022,
            ),
            (
                "Dans 4 communes sur 13, la part des logements vacants est bien au-dessous de "
                "l'intercommunalité (6,5 %) : 2,0 % à Caden, 2,1 % au Cours, 2,2 % à Larré, "
                "entre autres (2022)."
            ),
        ),
        (
            TRAJET.des_communes([("Caden", 42), ("Larré", 38)], (EPCI, 25), 13, 2022),
            (
                "Le temps de trajet est de 42 minutes à Caden et de 38 à Larré, "
                "contre 25 dans l'intercommunalité (2022)."
            ),
        ),
        (
            TRAJET.evolution(EPCI, (2016, 20), (2022, 25), None, compte=False),
            (
                "Dans l'intercommunalité, le temps de trajet passe de 20 minutes en 2016 "
                "à 25 en 2022."
            ),
        ),
        (
            VACANCE.evolution(EPCI, (2014, 6.0), (2019, 7.2), (MORBIHAN, 6.1, 6.2), compte=False),
            (
                "Dans l'intercommunalité, la part des logements vacants passe de 6,0 % en 2014 à "
                "7,2 % en 2019 ; dans le Morbihan, de 6,1 % à 6,2 %."
            ),
        ),
        (
            VACANCE.evolution(EPCI, (2014, 6.0), (2019, 7.2), (MORBIHAN, 6.1, 6.1), compte=False),
            (
                "Dans l'intercommunalité, la part des logements vacants passe de 6,0 % en 2014 à "
                "7,2 % en 2019 ; dans le Morbihan, stable à 6,1 %."
            ),
        ),
        (
            Diseur("Population municipale", "habitants", 0).evolution(
                EPCI, (2015, 23024), (2023, 24757), (MORBIHAN, 744813, 783390), compte=True
            ),
            (
                "Dans l'intercommunalité, la population municipale passe de 23 024 habitants en "
                "2015 à 24 757 en 2023 : 7,5 % de plus, contre 5,2 % de plus dans le Morbihan."
            ),
        ),
        (
            Diseur("Nombre de licenciés", "personnes", 0).evolution(
                EPCI, (2010, 1000), (2022, 1500), (MORBIHAN, 50000, 50010), compte=True
            ),
            (
                "Dans l'intercommunalité, le nombre de licenciés passe de 1 000 personnes en 2010 "
                "à 1 500 en 2022 : 50 % de plus, mais stable dans le Morbihan."
            ),
        ),
        (
            Diseur("Nombre de chômeurs", "personnes", 0).parts(
                [("Questembert", 44.0, 33.0), ("Caden", 10.0, 6.6)], EPCI, 2022
            ),
            (
                "À Questembert, le nombre de chômeurs représente 44 % du total de "
                "l'intercommunalité, pour 33 % de ses habitants ; à Caden, 10 % pour 6,6 % (2022)."
            ),
        ),
        (
            Diseur("Solde naturel cumulé, 2016-2021", "personnes", 0).sous_zero(
                EPCI, -65, 5, 13, 2021
            ),
            (
                "Dans l'intercommunalité, le solde naturel cumulé, 2016-2021, est au-dessous de "
                "zéro : −65 personnes, et il l'est dans 5 communes sur 13 (2021)."
            ),
        ),
        (
            Diseur("Solde naturel", "personnes", 0).sous_zero(CADEN, -1, 0, 1, 2021),
            "À Caden, le solde naturel est au-dessous de zéro : −1 personne (2021).",
        ),
        (
            mots.inconnus(["Taux de pauvreté", "Indice de Gini"], 11, 13, 2021),
            (
                "Sous secret statistique dans 11 communes sur 13 (2021) : le taux de pauvreté et "
                "l'indice de Gini. Ce n'est pas zéro."
            ),
        ),
        (
            mots.inconnus(["Taux de pauvreté"], 13, 13, 2021),
            (
                "Sous secret statistique dans les 13 communes (2021) : le taux de pauvreté. "
                "Ce n'est pas zéro."
            ),
        ),
    ],
)
def test_a_signal_is_one_sentence(phrase, said):
    assert plain(phrase) == said


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        (mots.depuis(2014), "C'était déjà le cas en 2014."),
        (mots.depuis(None), ""),
        (mots.pour(["Caden", "Larré"], 13), "Caden et Larré"),
        (mots.pour(["a", "b", "c", "d"], 13), "4 communes sur 13"),
        (mots.tout(EPCI), "toute l'intercommunalité"),
        (mots.tout(MORBIHAN), "le Morbihan"),
        (mots.tout(COURS), "Le Cours"),
        (
            mots.petites(["Caden"], 2000, "ménages"),
            "Caden a moins de 2 000 habitants : quelques ménages suffisent à changer ce chiffre.",
        ),
        (
            mots.petites(["Caden", "Larré"], 2000, "établissements"),
            (
                "Caden et Larré ont moins de 2 000 habitants : "
                "quelques établissements suffisent à changer ce chiffre."
            ),
        ),
        (
            mots.petites(["a", "b", "c", "d"], 2000, "emplois"),
            (
                "4 de ces communes ont moins de 2 000 habitants : "
                "quelques emplois suffisent à changer ce chiffre."
            ),
        ),
        (
            mots.secret(10, 13),
            "Secret statistique dans 10 communes sur 13 : ce n'est pas zéro.",
        ),
        (mots.secret(1, 1), "Secret statistique dans la commune : ce n'est pas zéro."),
        (mots.secret(13, 13), "Secret statistique dans les 13 communes : ce n'est pas zéro."),
        (
            mots.inconnus(["Taux de pauvreté"], 1, 1, 2021),
            (
                "Sous secret statistique dans la commune (2021) : le taux de pauvreté. "
                "Ce n'est pas zéro."
            ),
        ),
        (mots.connu(5, 13), "Connu dans 5 communes sur 13 seulement."),
        (
            mots.plus_recent(2021, EPCI),
            (
                "Des chiffres de 2021 existent, mais pas pour l'intercommunalité : "
                "on ne peut pas encore comparer."
            ),
        ),
        (mots.perimetre("Caden", ""), "Caden"),
        (mots.perimetre("Caden", "Logement"), "Caden — Logement"),
        (mots.pour_qui("Caden"), "Pour : Caden"),
        (mots.rattache_a("Se loger"), "Rattaché à l'enjeu « Se loger »"),
        (mots.position(3, 12), "3 sur 12"),
        (mots.autres(1), "Voir l'autre"),
        (mots.autres(4), "Voir les 4 autres"),
        (mots.coupees(13, fin=False), "Les 13 communes les plus fragiles"),
    ],
)
def test_what_is_said_around_it(phrase, said):
    assert plain(phrase) == said


def test_a_caution_says_of_what_or_is_not_said():
    assert mots.petites(["Caden"], 2000, "") == ""
