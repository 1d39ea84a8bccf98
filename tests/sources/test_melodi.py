"""Insee's data catalogue: one observation a row, dimensions in columns."""

import pytest

from psdt.domain.indicators import Niveau, Statut
from psdt.sources.melodi import VARIABLES as DECLAREES
from psdt.sources.recettes import lire_formules
from psdt.words.catalogue import CATALOGUE
from tests.sources.tables import ICI, MORBIHAN, genres, lu, refus, table, valeurs

LOGEMENT = "GEO;GEO_OBJECT;OCS;TSH;BUILD_END;RP_MEASURE;FREQ;OBS_STATUS;TIME_PERIOD;OBS_VALUE"
POPULATION = "GEO;GEO_OBJECT;POPREF_MEASURE;TIME_PERIOD;OBS_VALUE"


def test_populations_of_each_year():
    contenu = table(
        "FREQ;GEO;GEO_OBJECT;POPREF_MEASURE;TIME_PERIOD;OBS_VALUE",
        'A;"56015";"COM";PMUN;2022;2119',
        "A;56;DEP;PMUN;2022;778000",
        "A;53;REG;PMUN;2022;3400000",
        "A;FM;FRANCE;PMUN;2022;66000000",
        "A;56015;BV2022;PMUN;2022;9999",
    )

    tableau = lu("DS_POPULATIONS_HISTORIQUES_data.csv", contenu, ICI)

    assert valeurs(tableau) == {
        ("POP_MUN", "56015", 2022): 2119,
        ("POP_MUN", "56", 2022): 778000,
        ("POP_MUN", "53", 2022): 3400000,
        ("POP_MUN", "METRO", 2022): 66000000,
    }
    assert MORBIHAN in tableau.territoires


def test_dimensions_are_totals_or_declared():
    contenu = table(
        LOGEMENT,
        "56015;COM;_T;_T;_T;DWELLINGS;A;A;2022;1000",
        "56015;COM;DW_MAIN;_T;_T;DWELLINGS;A;A;2022;800",
        "56015;COM;DW_VAC;_T;_T;DWELLINGS;A;A;2022;70",
        "56015;COM;DW_MAIN;221;_T;DWELLINGS;A;A;2022;40",
        "56015;COM;DW_MAIN;_T;Y_LT1919;DWELLINGS;A;A;2022;100",
        "56015;COM;DW_MAIN;_T;Y1919T1945;DWELLINGS;A;A;2022;60",
        "56015;COM;DW_MAIN;_T;Y1946T1970;DWELLINGS;A;A;2022;160",
        "56015;COM;DW_MAIN;_T;_T;DWELLINGS_ROOMS;A;A;2022;3000",
        "56015;COM;_T;_T;_T;DWELLINGS;A;K;2022;999999",
    )

    tableau = lu("DS_RP_LOGEMENT_PRINC_data.csv", contenu)

    values = valeurs(tableau)
    assert values["TX_LOG_VACANTS", "56015", 2022] == 7.0
    assert values["PART_HLM", "56015", 2022] == 5.0
    assert values["PART_LOG_AVANT_1946", "56015", 2022] == 20.0
    assert values["LOGEMENTS", "56015", 2022] == 1000
    assert genres(tableau)["colonnes_ignorees"] == "RP_MEASURE=DWELLINGS_ROOMS"


def test_confidential_figures_are_secret():
    contenu = table(
        "GEO;GEO_OBJECT;FILOSOFI_MEASURE;UNIT_MEASURE;UNIT_MULT;CONF_STATUS;OBS_STATUS;"
        "TIME_PERIOD;OBS_VALUE",
        "245614383;EPCI;MED_SL;EUR;0;F;A;2021;22330",
        "56015;COM;PR_MD60;PT;0;C;A;2021;",
        "56045;COM;PR_MD60;PT;0;F;O;2021;",
    )

    assert valeurs(lu("base-cc-filosofi-2021.csv", contenu)) == {
        ("MED_NIV_VIE", "245614383", 2021): 22330,
        ("TX_PAUVRETE_60", "56015", 2021): Statut.SECRET,
        ("TX_PAUVRETE_60", "56045", 2021): Statut.NON_DISPONIBLE,
    }


@pytest.mark.parametrize("status", ["C", "D", "N"])
def test_what_is_not_free_is_secret_even_when_it_is_there(status):
    """SDMX, code list of confidentiality: F free, D secondary secret, N not to publish."""
    contenu = table(f"{POPULATION};CONF_STATUS", f"56015;COM;PMUN;2022;2119;{status}")

    assert valeurs(lu("x.csv", contenu)) == {("POP_MUN", "56015", 2022): Statut.SECRET}


@pytest.mark.parametrize(
    ("written", "zeros", "expected"),
    [("2.119", "3", 2119), ("2119", "0", 2119), ("2119", "", 2119), ("2119000", "-3", 2119)],
)
def test_a_figure_in_thousands_is_not_a_thousand_times_smaller(written, zeros, expected):
    """SDMX, UNIT_MULT: the power of ten that an observation is to be multiplied by."""
    contenu = table(f"{POPULATION};UNIT_MULT", f"56015;COM;PMUN;2022;{written};{zeros}")

    assert valeurs(lu("x.csv", contenu)) == {("POP_MUN", "56015", 2022): expected}


def test_a_multiple_that_cannot_be_read_is_refused():
    contenu = table(f"{POPULATION};UNIT_MULT", "56015;COM;PMUN;2022;2119;milliers")

    (anomalie,) = refus("x.csv", contenu)

    assert (anomalie.genre, anomalie.lu, anomalie.ligne) == ("nombre_illisible", "milliers", 2)


def test_ages_and_sexes():
    contenu = table(
        "AGE;GEO;GEO_OBJECT;RP_MEASURE;SEX;TIME_PERIOD;OBS_VALUE",
        "_T;2024-COM-56015;COM;POP;_T;2022;2000",
        "Y_LT15;2024-COM-56015;COM;POP;_T;2022;400",
        "Y_LT15;2024-COM-56015;COM;POP;F;2022;190",
    )

    tableau = lu("DS_RP_POPULATION_PRINC_data.csv", contenu)

    assert valeurs(tableau)["PART_MOINS15", "56015", 2022] == 20.0
    assert valeurs(tableau)["FEMMES_0014", "56015", 2022] == 190
    assert tableau.territoires[0].niveau is Niveau.COMMUNE


def test_each_declared_variable_is_one_of_the_catalogue():
    used = {
        variable
        for fiches in CATALOGUE.values()
        for fiche in fiches
        for formule in lire_formules(fiche.calcul)
        for variable in formule.variables
    }
    for_the_pyramid = {name for name in DECLAREES.values() if name[:3] in ("P_H", "P_F")}

    assert set(DECLAREES.values()) - for_the_pyramid <= used
