"""Figures that cannot be are told before they are imported, in every layout."""

from datetime import UTC, datetime

import pytest

from psdt import sources
from psdt.domain.indicators import Axe, Indicateur, Niveau, Sens, Territoire
from psdt.settings import app_dir
from psdt.sources import Perimetre, Tableau
from psdt.sources.anomalies import Genre
from tests.sources.conftest import ecrire
from tests.sources.tables import ICI, QUESTEMBERT, genres, lu, table, valeurs

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
        ("Part des logements vacants", "%", "-1,5", "A, Berric, 2021\u202f: −1,5"),
        ("Nouvelle part des 65 ans", "%", "412", "A, Berric, 2021\u202f: 412"),
        ("Taux de pauvreté", "%", "1250", "A, Berric, 2021\u202f: 1\u202f250"),
        ("Population", "habitants", "-5", "A, Berric, 2021\u202f: −5"),
        ("Part des logements vacants", "%", "100", ""),
        ("Part des logements vacants", "%", "0", ""),
        ("Part des logements vacants", "%", "s", ""),
        ("Évolution de la population", "%", "-12", ""),
        ("Part des impôts", "%", "-17,7", ""),
        ("Taux d'équipement", "%", "130", ""),
        ("Accroissement naturel", "personnes", "-4", ""),
        ("Migrations résidentielles nettes", "personnes", "-4", ""),
        ("Apport migratoire", "personnes", "-4", ""),
        ("Mouvement naturel", "personnes", "-4", ""),
        ("Baisse des effectifs", "élèves", "-4", ""),
        ("Déficit de places", "places", "-4", ""),
        ("Longitude", "degrés", "-4", ""),
        ("Internet, abonnés", "foyers", "-4", "A, Berric, 2021\u202f: −4"),
        ("Logements en rez-de-chaussée", "logements", "-4", "A, Berric, 2021\u202f: −4"),
        ("Part des enfants scolarisés pour 100 enfants résidents", "%", "120", ""),
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
        ("foyers", "42 %", "1 en « foyers » (à la ligne 2 : 42 %)"),
        ("€ par an", "12,5%", "1 en « € par an » (à la ligne 2 : 12,5%)"),
        ("pour 1 000 habitants", "12 %", "1 en « pour 1 000 habitants » (à la ligne 2 : 12 %)"),
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
        sheet["F2"].number_format = sheet["F3"].number_format = "0.0%"

    rows = [ligne(valeur=0.42), ligne(territoire="Le Cours")]
    told = lu("essai.xlsx", ecrire(rows, finish=percent))
    right = lu("essai.xlsx", ecrire([ligne(valeur=0.42, unite="%")], finish=percent))

    (remarque,) = (r for r in told.remarques if r.genre is Genre.POURCENTAGE_CONTRAIRE)
    assert (remarque.feuille, remarque.colonne) == ("Indicateurs", "valeur (F)")
    assert plain(remarque.detail) == "2 en « habitants » (le premier à la ligne 2 : 42 %)"
    assert right.valeurs["valeur"].tolist() == [42]
    assert "pourcentage_contraire" not in genres(right)


def test_the_unit_of_the_demarche_counts_too():
    described = {"libelle": "Foyers", "unite": "foyers", "definition": ""}
    known = Indicateur(code="A", theme=Axe.EMPLOI, sens=Sens.NEUTRE, **described)
    contenu = table("code;territoire;annee;valeur", "A;Berric;2021;42 %")

    found = sources.lire("modele.csv", contenu, {"A": known})

    assert isinstance(found, Tableau)
    assert "pourcentage_contraire" in genres(found)


CODES = ("56015", "56028", "56045", "56053", "56108", "56135")
COMMUNES = tuple(Territoire(code=c, nom=f"Lieu {c}", niveau=Niveau.COMMUNE) for c in CODES[:5])
ENSEMBLE = Perimetre(territoires=(*COMMUNES, QUESTEMBERT), epci=QUESTEMBERT.code)
"""A démarche of five communes."""


def several(
    libelle: str, unite: str, *rows: tuple[str, int, float | str], ici: Perimetre = ENSEMBLE
) -> dict[str, str]:
    """Return what is said of figures of one indicator: level, year, value."""
    places = {"C": iter(CODES), "E": iter([QUESTEMBERT.code])}
    levels = {"C": "Commune", "E": "Intercommunalité"}
    head = f"{ENTETE};niveau"
    lines = []
    for niveau, annee, valeur in rows:
        code = next(places[niveau])
        nom = QUESTEMBERT.nom if niveau == "E" else f"Lieu {code}"
        figure = f"{annee};{valeur};{unite};Insee;{code};{levels[niveau]}"
        lines.append(f"A;{libelle};Emploi;{nom};{figure}")
    found = genres(lu("a.csv", table(head, *lines), ici))
    return {name: plain(said) for name, said in found.items()}


class TestYears:
    def test_a_year_to_come_or_long_past_is_told(self):
        found = several("Naissances", "personnes", ("C", 2098, 3), ("C", 1911, 2), ("C", 2020, 1))

        assert found["annee_a_verifier"] == "A : 1911 et 2098"

    @pytest.mark.parametrize("libelle", ["Population, projection Omphale", "Projections de 2050"])
    def test_a_projection_is_of_a_year_to_come(self, libelle):
        assert "annee_a_verifier" not in several(libelle, "habitants", ("C", 2050, 3))

    def test_the_next_year_and_old_censuses_are_of_use(self):
        next_year = datetime.now(tz=UTC).year + 1

        found = several("Population", "habitants", ("C", next_year, 3), ("C", 1962, 4))

        assert "annee_a_verifier" not in found


class TestFractions:
    SMALL = (0.097, 0.11, 0.082, 0.5, 1)

    @pytest.mark.parametrize(
        ("libelle", "unite", "values", "said"),
        [
            ("Part des 65 ans et plus", "%", SMALL, "A (de 0,08 à 1)"),
            ("Taux de chômage", "%", SMALL, "A (de 0,08 à 1)"),
            ("Taux de croissance annuel", "%", SMALL, ""),
            ("Évolution de la population", "%", SMALL, ""),
            ("Part des 65 ans et plus", "‰", SMALL, ""),
            ("Part des 65 ans et plus", "%", SMALL[:4], ""),
            ("Part des 65 ans et plus", "%", (0, 0, 0, 0, 0), ""),
            ("Part des 65 ans et plus", "%", (*SMALL, 1.2), ""),
        ],
    )
    def test_shares_written_as_fractions_are_told(self, libelle, unite, values, said):
        rows = [("C", 2021, value) for value in values]

        assert several(libelle, unite, *rows).get("parts_en_fractions", "") == said

    def test_a_share_that_is_computed_here_is_none(self):
        head = "CODGEO;LIBGEO;P21_ACTOCC15P;P21_ACTOCC15P_COMMUN"
        rows = [f"{lieu.code};{lieu.nom};500;{n}" for n, lieu in enumerate(COMMUNES, 1)]

        found = genres(lu("base-cc.csv", table(head, *rows), ENSEMBLE))

        assert "parts_en_fractions" not in found


class TestRange:
    COMMUNES = (10.1, 12, 15.2, 11, 13)

    @pytest.mark.parametrize(
        ("libelle", "unite", "whole", "said"),
        [
            ("Taux de chômage", "%", 15.4, "A, 2021 : 15,4 (communes : de 10,1 à 15,2)"),
            ("Niveau de vie médian", "€ par an", 9, "A, 2021 : 9,0 (communes : de 10,1 à 15,2)"),
            ("Taux de chômage", "%", 15.3, ""),  # both are rounded
            ("Taux de chômage", "%", 12, ""),
            ("Foyers", "foyers", 61.3, ""),
            ("Superficie", "km²", 61.3, ""),
            ("Aides versées", "€", 61.3, ""),
            ("Aides versées", "", 61.3, ""),
            ("Rapport interdécile du niveau de vie", "%", 61.3, ""),
            ("Part de la commune dans l'intercommunalité", "%", 100, ""),
            ("Poids démographique", "%", 60, ""),
            ("Part de la population dans le département", "%", 60, ""),
            ("Contribution au produit régional", "%", 60, ""),
        ],
    )
    def test_a_rate_is_within_those_of_the_communes(self, libelle, unite, whole, said):
        rows = [*(("C", 2021, value) for value in self.COMMUNES), ("E", 2021, whole)]

        assert several(libelle, unite, *rows).get("hors_des_communes", "") == said

    def test_nothing_is_said_when_a_commune_may_be_missing(self):
        few = [*(("C", 2021, value) for value in self.COMMUNES[:3]), ("E", 2021, 99)]
        secret = [*(("C", 2021, v) for v in (*self.COMMUNES[:4], "s")), ("E", 2021, 99)]

        for rows in (few, secret):
            assert "hors_des_communes" not in several("Taux de chômage", "%", *rows)

    def test_nothing_is_said_before_one_knows_which_communes_there_are(self):
        rows = [*(("C", 2021, v) for v in self.COMMUNES), ("E", 2021, 99)]

        found = several("Taux de chômage", "%", *rows, ici=Perimetre())

        assert "hors_des_communes" not in found

    def test_all_the_communes_of_the_demarche_are_needed(self):
        head = ENTETE
        row = "A;Taux de chômage;Emploi;{};2021;{};%;Insee;{}".format
        berric, cours = row("Berric", 5, 56015), row("Le Cours", 6, 56045)
        ours = row("Questembert Communauté", 9, 245614383)

        whole = lu("a.csv", table(head, berric, cours, ours), ICI)
        part = lu("a.csv", table(head, berric, ours), ICI)

        assert "hors_des_communes" in genres(whole)
        assert "hors_des_communes" not in genres(part)
