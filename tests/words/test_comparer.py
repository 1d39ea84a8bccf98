"""Findings of « Comparer »: French that agrees, whatever the names and the numbers."""

import pytest

from psdt.words import comparer as mots
from psdt.words import comparer_notes as a_savoir
from psdt.words import comparer_titres as titres
from psdt.words.grammar import NBSP, NNBSP

FOUGERETS, EPCI, AIN = ("Les Fougerêts", "COMMUNE"), ("Ici", "EPCI"), ("Ain", "DEPARTEMENT")


def plain(text: str) -> str:
    return text.replace(NBSP, " ").replace(NNBSP, " ")


@pytest.mark.parametrize(
    ("n", "sur", "montres", "end"),
    [
        (0, 5, 5, "au moins aussi favorable que dans l'intercommunalité sur les 5 indicateurs"),
        (1, 5, 5, "plus fragile que dans l'intercommunalité sur 1 indicateur sur 5"),
        (5, 5, 5, "plus fragile que dans l'intercommunalité sur les 5 indicateurs"),
        (
            1,
            2,
            7,
            (
                "plus fragile que dans l'intercommunalité sur 1 des 2 indicateurs que l'on peut "
                "comparer"
            ),
        ),
        (
            0,
            1,
            7,
            (
                "au moins aussi favorable que dans l'intercommunalité sur le seul indicateur "
                "que l'on peut comparer"
            ),
        ),
        (1, 1, 1, "plus fragile que dans l'intercommunalité sur l'indicateur choisi"),
    ],
)
def test_a_territoire_is_more_fragile_on_some_indicators(n, sur, montres, end):
    said = plain(titres.plus_fragile(FOUGERETS, EPCI, n, sur, montres))

    assert said == f"Aux Fougerêts, la situation est {end}"


def test_a_figure_that_is_neither_good_nor_bad_is_only_above():
    assert plain(titres.au_dessus(EPCI, AIN, 2, 3, 3)) == (
        "Dans l'intercommunalité, le chiffre dépasse celui de l'Ain sur 2 indicateurs sur 3"
    )
    assert "aucun chiffre ne dépasse" in titres.au_dessus(EPCI, AIN, 0, 3, 3)


@pytest.mark.parametrize(
    ("noms", "start"),
    [
        (["Molac"], "Molac est la commune le plus souvent fragile : 2 indicateurs sur 3"),
        (["Molac", "Larré"], "Molac et Larré sont les communes le plus souvent fragiles"),
        (list("abcd"), "4 communes sont plus fragiles que l'intercommunalité sur 2"),
    ],
)
def test_the_most_often_fragile_are_named_when_they_are_few(noms, start):
    said = titres.souvent_fragile(noms, 2, 3)
    assert plain(said).startswith(start)
    assert " :" not in said


@pytest.mark.parametrize(
    ("part", "reference", "end"),
    [
        (34.4, 29.0, ", 5 points de plus que dans l'Ain"),
        (28.0, 29.0, ", 1 point de moins que dans l'Ain"),
        (29.4, 29.0, ", comme dans l'Ain"),
        (29.4, None, ""),
    ],
)
def test_seniors_are_compared_as_they_are_written(part, reference, end):
    said = plain(titres.seniors(part, reference, AIN))

    assert said == f"Les 60 ans et plus sont {part:.0f} % de la population{end}"


@pytest.mark.parametrize(
    ("classe", "said"),
    [
        (0.0, "comme l'intercommunalité"),
        (1.0, "un peu plus fragile"),
        (-3.0, "très nettement moins fragile"),
        (float("nan"), ""),
    ],
)
def test_a_colour_is_said_in_words(classe, said):
    assert titres.degre(classe) == said


@pytest.mark.parametrize(
    ("n", "said"),
    [(0, "aucune commune"), (1, "1 commune sur 13"), (13, "les 13 communes")],
)
def test_changes_are_counted(n, said):
    assert said in plain(titres.augmente(n, 13, 13, 2014, 2020))
    assert said in plain(titres.plus_fragiles(n, 13, 13, 2014, 2020))


@pytest.mark.parametrize(
    ("avant", "apres", "annees", "said"),
    [
        ("Insee, Filosofi", "", [" 2021", " 2014"], "Insee, Filosofi 2014 à 2021"),
        ("Insee, recensement", ", ménages", [" 2008"], "Insee, recensement 2008, ménages"),
        ("Insee", " (Od)", [" 1968-1975", " 2013-2018"], "Insee 1968-1975 à 2013-2018 (Od)"),
        ("", "CIAS", [""], "CIAS"),
    ],
)
def test_years_of_a_source_are_said_once(avant, apres, annees, said):
    assert a_savoir.millesimes(avant, apres, annees) == said


@pytest.mark.parametrize(
    ("que_qui", "combien", "sur", "montres", "end"),
    [
        (EPCI, (3, 1), 8, 8, " se fragilise par rapport à celle de l'intercommunalité sur 3 "),
        (AIN, (0, 2), 4, 4, " s'améliore par rapport à celle de l'Ain sur 2 indicateurs sur 4"),
        (AIN, (1, 0), 2, 4, " se fragilise par rapport à celle de l'Ain sur 1 des 2 indicateurs"),
        (None, (1, 0), 1, 1, " se fragilise sur l'indicateur choisi"),
        (None, (0, 0), 3, 3, " n'a pas bougé sur les 3 indicateurs"),
    ],
)
def test_a_situation_moves_beside_another_one(que_qui, combien, sur, montres, end):
    said = plain(titres.bouge(FOUGERETS, que_qui, combien, sur, montres))

    assert said.startswith(f"Aux Fougerêts, la situation{end}")


def test_figures_that_are_neither_good_nor_bad_only_grow():
    said = [plain(titres.augmentent(EPCI, n, sur)) for n, sur in ((2, 3), (0, 3), (0, 1))]

    assert said == [
        "Dans l'intercommunalité, le chiffre augmente sur 2 indicateurs sur 3",
        "Dans l'intercommunalité, le chiffre n'augmente sur aucun des 3 indicateurs",
        "Dans l'intercommunalité, le chiffre n'augmente pas sur l'indicateur choisi",
    ]


def test_a_small_picture_says_the_unit_that_its_figures_lack():
    assert plain(mots.panneau("Taux de mortalité", "‰", variation=False)) == "Taux de mortalité"
    assert plain(mots.panneau("RSA", "pour 1 000", variation=False)) == "RSA (pour 1 000)"
    assert mots.panneau("Habitants", "habitants", variation=True) == "Habitants (évolution)"


def test_years_that_differ_are_told():
    assert a_savoir.annees([2021, 2021]) == "Chiffres de 2021."
    assert "de 2019 à 2024" in plain(a_savoir.annees([2024, 2019]))


def test_ways_of_seeing_all_have_their_kind():
    assert mots.VUES.keys() == mots.GENRES.keys()


@pytest.mark.parametrize(
    ("n", "connues", "said"),
    [
        (0, 3, "Dans aucune commune connue ces deux années la situation n'est plus fragile"),
        (1, 1, "dans la seule commune connue ces deux années"),
        (3, 3, "dans les 3 communes connues ces deux années"),
        (1, 3, "dans 1 des 3 communes connues ces deux années"),
    ],
)
def test_communes_unknown_in_one_of_the_years_are_not_counted(n, connues, said):
    assert said in plain(titres.plus_fragiles(n, connues, 13, 2014, 2020))
    assert titres.sans_bouts(2014, 2020).startswith("Aucune commune n'est connue")
