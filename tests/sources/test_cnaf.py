"""Files of the Cnaf: thousands with narrow spaces, a blank for secrecy, IRIS to add up."""

import pytest

from psdt.domain.indicators import Niveau, Statut, Territoire
from tests.sources.tables import genres, lu, refus, table, valeurs

ENTETE = "CODGEO;LIBGEO;DEPCOM;LIBCOM;EPCI;REG;NOTE;A;PERCOU;AM;ARSAS;AI"
ROWS = (
    "560070101;La Gare;56007;Auray;200043123;53;0;1\u202f145;2\u202f407;214;149;593",
    "560070102;Kerdrain;56007;Auray;200043123;53;0;855;1\u202f593;126;;247",
)


def test_the_figures_of_a_commune_are_those_of_its_iris():
    contenu = table(ENTETE, *ROWS, encoding="utf-8-sig", end="\r\n")

    tableau = lu("data_CAF_2016_IRIS_56.csv", contenu)

    values = valeurs(tableau)
    assert values["ALLOC_CAF", "56007", 2016] == 2000
    assert values["PERSONNES_CAF", "56007", 2016] == 4000
    assert values["PART_ALLOC_MONOPARENT", "56007", 2016] == 17.0
    assert values["PART_ALLOC_RSA", "56007", 2016] is Statut.SECRET
    assert tableau.territoires == (Territoire(code="56007", nom="Auray", niveau=Niveau.COMMUNE),)
    assert set(tableau.valeurs["source"]) == {
        "Cnaf, allocataires 2016",
        "Cnaf, allocataires 2016\u202f; calcul",
    }
    assert genres(tableau) == {"colonnes_ignorees": "AI"}


def test_newer_files_have_no_label():
    contenu = table("CODGEO;NOTE;A;PERCOU", "2A004;0;3\u202f000;7\u202f000", "560070101;0;10;20")

    values = valeurs(lu("BASE_ALLOCATAIRES_2020.csv", contenu))

    assert values["ALLOC_CAF", "2A004", 2020] == 3000
    assert values["ALLOC_CAF", "56007", 2020] == 10


def test_a_commune_is_never_called_after_one_of_its_iris():
    contenu = table("CODGEO;LIBGEO;A;PERCOU", "560070101;La Gare;10;20", "56015;Berric;9;18")

    assert [t.nom for t in lu("caf_2020.csv", contenu).territoires] == ["56007", "Berric"]


@pytest.mark.parametrize("nom", ["caf.csv", "caf_2016_2020.csv"])
def test_the_year_is_in_the_name_of_the_file(nom):
    (anomalie,) = refus(nom, table(ENTETE, *ROWS))

    assert anomalie.genre == "annee_a_dire"


@pytest.mark.parametrize("whole_first", [True, False])
def test_a_commune_is_not_counted_again_with_its_iris(whole_first):
    """The row of Auray holds its IRIS already: added up, there would be twice as many people."""
    whole = "56007;Auray;56007;Auray;200043123;53;0;2\u202f000;4\u202f000;340;;840"
    rows = (whole, *ROWS) if whole_first else (*ROWS, whole)

    anomalies = refus("caf_2016.csv", table(ENTETE, *rows))

    assert {anomalie.genre for anomalie in anomalies} == {"deux_fois"}
    assert anomalies[0].ligne == (3 if whole_first else 4)


def test_an_iris_is_counted_once():
    (anomalie,) = refus("caf_2016.csv", table(ENTETE, ROWS[0], ROWS[0]))

    assert (anomalie.genre, anomalie.ligne) == ("deux_fois", 3)


class TestPrecarite:
    ENTETE = (
        "ID;Niveau géographique;NOM;Revenu médian (Insee FiLoSoFi 2021);"
        "Taux de pauvreté au seuil de 60% (Insee FiLoSoFi 2021);"
        "Part des allocataires du RSA (CAF 2024) parmi les ménages (Insee 2022)"
    )

    def test_years_are_in_the_header_and_levels_in_a_column(self):
        contenu = table(
            self.ENTETE,
            "56015;Commune;Berric;23\u202f310;;2%",
            "245614383;EPCI;Questembert Communauté;22\u202f330;9%;3%",
            "D1;Département;Ain;24\u202f810;11%;3%",
            "X1;Quartier prioritaire;Kercado;;;",
        )

        tableau = lu("indicateurs-precarite.csv", contenu)

        assert valeurs(tableau) == {
            ("TX_PAUVRETE_60", "56015", 2021): Statut.VIDE,
            ("PART_RSA_MENAGES", "56015", 2024): 2,
            ("TX_PAUVRETE_60", "245614383", 2021): 9,
            ("PART_RSA_MENAGES", "245614383", 2024): 3,
            ("TX_PAUVRETE_60", "01", 2021): 11,
            ("PART_RSA_MENAGES", "01", 2024): 3,
        }
        assert "Revenu médian" in genres(tableau)["colonnes_ignorees"]
