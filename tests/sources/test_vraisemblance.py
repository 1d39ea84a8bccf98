"""Figures that cannot be are told before they are imported, in every layout."""

import pytest

from psdt import sources
from psdt.settings import app_dir
from tests.sources.tables import genres, lu, table, valeurs

ENTETE = "code;libelle;theme;territoire;annee;valeur;unite;source;code_territoire"


def told(libelle: str, unite: str, valeur: str) -> str:
    """Return what is said of one figure of the template."""
    row = f"A;{libelle};Emploi;Berric;2021;{valeur};{unite};Insee;56015"
    return genres(lu("modele.csv", table(ENTETE, row))).get("valeur_impossible", "")


@pytest.mark.parametrize(
    ("libelle", "unite", "valeur", "expected"),
    [
        ("Part des logements vacants", "%", "200", "A, Berric, 2021\u202f: 200"),
        ("Part des logements vacants", "%", "-1,5", "A, Berric, 2021\u202f: −1,50"),
        ("Taux de pauvreté", "%", "1250", "A, Berric, 2021\u202f: 1\u202f250"),
        ("Population", "habitants", "-5", "A, Berric, 2021\u202f: −5"),
        ("Part des logements vacants", "%", "100", ""),
        ("Part des logements vacants", "%", "0", ""),
        ("Part des logements vacants", "%", "s", ""),
        ("Évolution de la population", "%", "-12", ""),
        ("Part des impôts", "%", "-17,7", ""),
        ("Taux d'équipement", "%", "130", ""),
        ("Solde naturel de l'année", "personnes", "-65", ""),
        ("Solde naturel pour 1 000 habitants", "pour 1 000 habitants", "-78,7", ""),
        ("Niveau de vie médian", "€ par an", "23310", ""),
    ],
)
def test_a_figure_is_told_when_it_cannot_be(libelle, unite, valeur, expected):
    assert told(libelle, unite, valeur) == expected


def test_a_shifted_column_shows():
    tableau = lu("cc.csv", table("CODGEO;P22_POP;P22_LOG;P22_LOGVAC", "56015;100;20;1000"))

    assert valeurs(tableau)["TX_LOG_VACANTS", "56015", 2022] == 5000
    assert "TX_LOG_VACANTS, 56015, 2022\u202f: 5\u202f000" in genres(tableau)["valeur_impossible"]


def test_real_figures_are_not_suspected():
    sample = app_dir() / "data" / "abs_sample.xlsx"

    found = sources.lire(sample.name, sample.read_bytes(), {})

    assert found.remarques == ()
