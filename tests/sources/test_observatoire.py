"""The Observatoire des territoires: one indicator, a year or a period a row."""

from psdt.domain.indicators import Axe, Niveau, Statut
from tests.sources.tables import ICI, MORBIHAN, genres, lu, refus, table, valeurs

ENTETE = "codgeo;libgeo;an;tx_morta"


def test_a_period_is_known_by_its_last_year():
    rows = [
        "29;Finistère;2013-2018;11,20",
        "56;Morbihan;2008-2013;9,80",
        "56;Morbihan;2013-2018;10,50",
        ";;;",
    ]
    contenu = table(ENTETE, *rows, encoding="utf-8-sig", end="\r\n")

    tableau = lu("rp_evol_departement_2018.csv", contenu, ICI)

    assert valeurs(tableau) == {
        ("TX_MORTALITE", "56", 2013): 9.8,
        ("TX_MORTALITE", "56", 2018): 10.5,
    }
    assert tableau.territoires == (MORBIHAN,)
    assert genres(tableau) == {"hors_perimetre": "1"}
    assert tableau.valeurs["source"].tolist()[1] == (
        "Insee, recensements et état civil, période 2013-2018 (Observatoire des territoires)"
    )


def test_periods_that_overlap_are_left_aside():
    periods = ("2007-2012", "2008-2013", "2012-2017", "2013-2018")
    contenu = table(ENTETE, *(f"245614383;CC;{period};10,0" for period in periods))

    tableau = lu("rp_evol_epci.csv", contenu)

    assert sorted(tableau.valeurs["annee"]) == [2013, 2018]
    assert genres(tableau)["periodes_ecartees"] == "2007-2012, 2012-2017"


def test_years_never_overlap():
    contenu = table(ENTETE, *(f"56015;Berric;{year};{year}" for year in (2016, 2017, 2018)))

    assert sorted(lu("x.csv", contenu).valeurs["annee"]) == [2016, 2017, 2018]


def test_absences_keep_their_reason():
    contenu = table(ENTETE, "56015;Berric;2018;s", "56045;Le Cours;2018;")

    assert list(valeurs(lu("x.csv", contenu)).values()) == [Statut.SECRET, Statut.VIDE]


def test_an_indicator_out_of_the_catalogue_is_kept_and_told():
    contenu = table("codgeo;libgeo;an;part_logement_vacant", "56015;Berric;2021;7,1")

    tableau = lu("x.csv", contenu)

    (indicateur,) = tableau.indicateurs
    assert (indicateur.code, indicateur.theme) == ("PART_LOGEMENT_VACANT", Axe.LOGEMENT)
    assert genres(tableau) == {"indicateur_a_decrire": "part_logement_vacant"}


def test_a_year_that_is_none_is_refused():
    (anomalie,) = refus("x.csv", table(ENTETE, "56015;Berric;13-18;7,1"))

    assert (anomalie.genre, anomalie.ligne, anomalie.lu) == ("annee_illisible", 2, "13-18")


def test_the_names_tell_a_region_from_a_departement():
    contenu = table(ENTETE, "53;Bretagne;2018;9,7", "52;Pays de la Loire;2018;8,6")

    assert {t.niveau for t in lu("x.csv", contenu).territoires} == {Niveau.REGION}


def test_of_two_periods_that_end_together_the_shorter_one_is_cited():
    rows = ("56;Morbihan;2008-2018;10,5", "56;Morbihan;2013-2018;10,5")

    for ordre in (rows, rows[::-1]):
        tableau = lu("departement.csv", table("codgeo;libgeo;an;tx_morta", *ordre))
        assert "période 2013-2018" in tableau.valeurs["source"][0]


def test_two_periods_that_end_together_and_differ_are_refused():
    rows = ("56;Morbihan;2008-2018;10,2", "56;Morbihan;2013-2018;10,5")

    (anomalie,) = refus("departement.csv", table("codgeo;libgeo;an;tx_morta", *rows))

    assert (anomalie.genre, anomalie.ligne) == ("doublon", 3)
