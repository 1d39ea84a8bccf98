"""Figures that cannot be are told before they are imported, in every layout."""

import pytest

from psdt import sources
from psdt.domain.indicators import Axe, Indicateur, Sens
from psdt.settings import app_dir
from psdt.sources import Tableau
from psdt.sources.anomalies import Genre
from tests.sources.conftest import ecrire
from tests.sources.tables import genres, lu, table, valeurs

ENTETE = "code;libelle;theme;territoire;annee;valeur;unite;source;code_territoire"


def plain(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\u202f", " ").replace("\xa0", " ")


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


@pytest.mark.parametrize(
    ("unite", "valeur", "said"),
    [
        ("foyers", "42 %", "ligne 2 : 42 %, en « foyers »"),
        ("€ par an", "12,5%", "ligne 2 : 12,5%, en « € par an »"),
        ("pour 1 000 habitants", "12 %", "ligne 2 : 12 %, en « pour 1 000 habitants »"),
        ("%", "42 %", ""),
        ("% des ménages", "42 %", ""),
        ("points", "42 %", ""),
        ("", "42 %", ""),
        ("foyers", "42", ""),
    ],
)
def test_a_percentage_of_what_counts_is_told(unite, valeur, said):
    row = f"A;Aides;Emploi;Berric;2021;{valeur};{unite};Insee;56015"

    found = genres(lu("modele.csv", table(ENTETE, row))).get("pourcentage_contraire", "")

    assert plain(found) == said


def test_the_format_of_a_cell_is_a_percentage_too(ligne):
    def percent(sheet):
        sheet["F2"].number_format = "0.0%"

    rows = [ligne(valeur=0.42), ligne(territoire="Le Cours")]
    told = lu("essai.xlsx", ecrire(rows, finish=percent))
    right = lu("essai.xlsx", ecrire([ligne(valeur=0.42, unite="%")], finish=percent))

    (remarque,) = (r for r in told.remarques if r.genre is Genre.POURCENTAGE_CONTRAIRE)
    assert (remarque.feuille, remarque.colonne) == ("Indicateurs", "valeur (F)")
    assert plain(remarque.detail) == "ligne 2 : 42 %, en « habitants »"
    assert right.valeurs["valeur"].tolist() == [42]
    assert "pourcentage_contraire" not in genres(right)


def test_the_unit_of_the_demarche_counts_too():
    described = {"libelle": "Foyers", "unite": "foyers", "definition": ""}
    known = Indicateur(code="A", theme=Axe.EMPLOI, sens=Sens.NEUTRE, **described)
    contenu = table("code;territoire;annee;valeur", "A;Berric;2021;42 %")

    found = sources.lire("modele.csv", contenu, {"A": known})

    assert isinstance(found, Tableau)
    assert "pourcentage_contraire" in genres(found)
