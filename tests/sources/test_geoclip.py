"""Tables of interactive maps: titles, « Code;Libellé », the year in the header."""

import pytest

from psdt.domain.indicators import Statut
from tests.sources.conftest import ecrire
from tests.sources.tables import ICI, genres, lu, refus, table, valeurs

TITRES = ("Niveau de vie - Communes", "Source : Insee-DGFiP-Cnaf-Cnav-CCMSA, Filosofi 2021")
ENTETE = "Code;Libellé;Médiane du niveau de vie 2021;Taux de pauvreté 2021"
ROWS = ("56015;Berric;23310;N/A - secret statistique", "56045;Cours;22830,5;12")


@pytest.mark.parametrize("titles", [TITRES, (), TITRES * 5])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "iso-8859-15"])
def test_the_header_is_found_below_the_titles(titles, encoding):
    contenu = table(*titles, ENTETE, *ROWS, encoding=encoding, end="\r\n")

    values = valeurs(lu("stats.csv", contenu, ICI))

    assert values == {
        ("MED_NIV_VIE", "56015", 2021): 23310,
        ("TX_PAUVRETE_60", "56015", 2021): Statut.SECRET,
        ("MED_NIV_VIE", "56045", 2021): 22830.5,
        ("TX_PAUVRETE_60", "56045", 2021): 12,
    }


def test_the_source_is_the_one_that_is_cited():
    cited = lu("stats.csv", table(*TITRES, ENTETE, *ROWS)).valeurs["source"]
    alone = lu("stats.csv", table(ENTETE, *ROWS)).valeurs["source"]

    assert set(cited) == {"Insee-DGFiP-Cnaf-Cnav-CCMSA, Filosofi 2021"}
    assert set(alone) == {"Statistiques locales (cartes interactives), 2021"}


def test_a_workbook_has_the_same_layout():
    rows = [["Source : Insee"], [], ENTETE.split(";"), ["01004", "Ambérieu", 21000, "N/A - x"]]

    tableau = lu("stats.xlsx", ecrire(rows, feuille="Data", entete=["Niveau de vie"]))

    assert valeurs(tableau) == {
        ("MED_NIV_VIE", "01004", 2021): 21000,
        ("TX_PAUVRETE_60", "01004", 2021): Statut.NON_DISPONIBLE,
    }


def test_indicators_out_of_the_catalogue_are_kept_with_their_unit():
    entete = "Code;Libellé;Part des 65 ans ou plus (en %) 2022;Médecins (en nombre) 2024"

    tableau = lu("stats.csv", table(entete, "56015;Berric;21,4;2"))

    told = {i.code: (i.libelle, i.unite) for i in tableau.indicateurs}
    assert told == {
        "PART_DES_65_ANS_OU_PLUS": ("Part des 65 ans ou plus", "%"),
        "MEDECINS": ("Médecins", ""),
    }
    assert "Médecins" in genres(tableau)["indicateur_a_decrire"]


def test_only_a_unit_is_taken_out_of_a_label():
    entete = "Code;Libellé;Actifs (femmes) 2022;Actifs (hommes) 2022;Chômage trimestriel 2025-T4"

    found = valeurs(lu("stats.csv", table(entete, "56015;Berric;21;22;6,1")))

    assert found == {
        ("ACTIFS_FEMMES", "56015", 2022): 21,
        ("ACTIFS_HOMMES", "56015", 2022): 22,
        ("CHOMAGE_TRIMESTRIEL_T4", "56015", 2025): 6.1,
    }


def test_a_known_label_in_another_unit_is_another_indicator():
    """130 ‰ of poor people are not 130 %."""
    entete = "Code;Libellé;Taux de pauvreté (en ‰) 2021;Taux de pauvreté (en %) 2020"

    tableau = lu("stats.csv", table(entete, "56015;Berric;130;12,5"))

    assert valeurs(tableau) == {
        ("TAUX_DE_PAUVRETE_POUR_MILLE", "56015", 2021): 130,
        ("TX_PAUVRETE_60", "56015", 2020): 12.5,
    }
    assert {i.code: i.unite for i in tableau.indicateurs} == {
        "TAUX_DE_PAUVRETE_POUR_MILLE": "‰",
        "TX_PAUVRETE_60": "%",
    }


@pytest.mark.parametrize("dash", ["-", " - ", "–"])
def test_a_period_stays_in_the_label(dash):
    entete = f"Code;Libellé;Évolution (en %) 2011{dash}2016;Évolution (en %) 2016{dash}2022"

    tableau = lu("stats.csv", table(entete, "56015;Berric;−1,5;2"))

    assert valeurs(tableau) == {
        ("EVOLUTION_2011_2016", "56015", 2016): -1.5,
        ("EVOLUTION_2016_2022", "56015", 2022): 2,
    }
    assert tableau.indicateurs[1].libelle == f"Évolution 2016{dash}2022"


def test_two_long_labels_are_two_indicators():
    long = "Part des personnes " + "très " * 12
    entete = f"Code;Libellé;{long}âgées 2022;{long}jeunes 2022"

    tableau = lu("stats.csv", table(entete, "56015;Berric;21,4;2"))

    assert len({i.code for i in tableau.indicateurs}) == 2
    assert all(len(i.code) <= 60 for i in tableau.indicateurs)


def test_a_header_may_run_over_two_lines():
    contenu = table('Code;Libellé;"Médiane du\nniveau de vie 2021"', "56015;Berric;23310")

    assert list(valeurs(lu("stats.csv", contenu))) == [("MED_NIV_VIE", "56015", 2021)]


def test_the_year_may_be_a_column():
    contenu = table("Commune 2020;Libellé;Annee;Retraités agricoles", "56015;Berric;2020;31")

    assert valeurs(lu("msa.csv", contenu)) == {("RETRAITES_AGRICOLES", "56015", 2020): 31}


def test_a_column_without_a_year_is_refused():
    (anomalie,) = refus("stats.csv", table("Code;Libellé;Taux de pauvreté", "56015;Berric;12"))

    assert (anomalie.genre, anomalie.lu) == ("annee_absente", "Taux de pauvreté")
    assert "Taux de pauvreté 2021" in anomalie.phrase


def test_the_template_is_not_such_a_table():
    contenu = table("code;libelle;theme;territoire;annee;valeur", "P;Pop;;Berric;2021;2")

    assert lu("modele.csv", contenu).indicateurs[0].code == "P"
