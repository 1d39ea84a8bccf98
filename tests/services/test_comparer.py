"""Comparing: what is offered, and what each way of seeing says of real figures."""

from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO

import openpyxl
import pytest

from psdt import sources
from psdt.charts.comparer import points
from psdt.charts.comparer_evolution import courbes
from psdt.charts.comparer_grille import grille
from psdt.charts.comparer_multiples import multiples
from psdt.charts.pyramide import pyramide
from psdt.domain.indicators import COLONNES, Axe, Niveau, Statut
from psdt.domain.people import Role
from psdt.domain.territoire import Voulu
from psdt.errors import AccessDeniedError
from psdt.services import abs as explorer
from psdt.services import comparer as service
from psdt.services import territoire
from psdt.services.comparer_ages import CODES
from psdt.services.comparer_selection import Demande
from psdt.services.ensemble import ensemble
from psdt.store import demarches
from psdt.store import indicateurs as store
from psdt.words import abs as communs
from psdt.words import classeur
from psdt.words import comparer as mots
from psdt.words import comparer_notes as a_savoir
from psdt.words.grammar import NBSP, NNBSP
from tests.sources.conftest import ecrire
from tests.sources.tables import ICI, table

ROCHEFORT, QUESTEMBERT, BERRIC, LE_COURS = "56196", "56184", "56015", "56045"


@pytest.fixture
def sample(db, agent):
    """The démarche of the test, with the sample in it."""
    explorer.import_sample(db, agent)


@pytest.fixture
def show(db, agent):
    """Ask for something: ``show("points", codes=…)``."""
    return lambda vue, **asked: service.montrer(db, agent, Demande(vue=vue, **asked))


def bring(db, agent, *rows) -> None:
    answer = sources.lire("essai.xlsx", ecrire(rows), {})
    explorer.import_table(db, agent, "essai.xlsx", answer)


def bring_csv(db, agent, *rows) -> None:
    """Import figures: the columns of the template, then code, level, and direction if any."""
    columns = (*COLONNES, "code_territoire", "niveau", "sens")
    content = "\n".join(";".join(map(str, row)) for row in (columns, *rows)).encode()
    explorer.import_table(db, agent, "x.csv", sources.lire("x.csv", content, {}))


def bring_ages(db, agent, *people) -> None:
    """Import a « base-cc » file of some communes: ``(code, men, women)``, seven classes each."""
    names = [
        f"P21_{sex}{age}" for sex in "HF" for age in dict.fromkeys(a for a, _ in CODES.values())
    ]
    rows = [";".join(map(str, (code, *men, *women))) for code, men, women in people]
    content = table(";".join(["CODGEO", *names]), *rows)
    answer = sources.lire("base-cc-evol-struct-pop-2021.csv", content, {}, ICI)
    explorer.import_table(db, agent, "base-cc.csv", answer)


def plain(text: str) -> str:
    return text.replace(NBSP, " ").replace(NNBSP, " ")


class TestOffre:
    def test_it_starts_from_telling_indicators_of_every_axis_that_has_some(
        self, db, agent, sample
    ):
        offre = service.offre(db, agent)

        assert offre.depart == (
            *("MED_NIV_VIE", "TX_CHOM_1564", "D1_NIV_VIE"),  # all larger territoires have them
            *("TX_LOG_VACANTS", "ETAB_SERVICES_PUBLICS_1000"),  # one an axis that has any
        )
        assert offre.depart_grille == (
            *("MED_NIV_VIE", "TX_CHOM_1564", "TX_LOG_VACANTS", "ETAB_SERVICES_PUBLICS_1000"),
        )
        assert offre.depart_points("") == offre.depart
        assert offre.depart_points(BERRIC) == offre.depart_grille  # all are known of a commune
        assert len(offre.communes) == 13
        assert (offre.lieu, offre.vues) == ("", mots.VUES)
        assert "TX_PAUVRETE_75P" not in offre.axes[Axe.SENIORS]  # secret everywhere
        assert "TX_LOG_VACANTS" not in offre.evolutions  # one year
        assert "TX_CHOM_1564" not in offre.evolutions  # two rounds that overlap
        assert "PART_75P" in offre.evolutions
        assert "PART_75P" not in offre.multiples

    def test_a_commune_alone_has_nothing_beside_it(self, db, agent, sample):
        seen = ensemble(db, agent)
        only = [c for c in seen.communes if c.code == BERRIC]
        voulu = Voulu(communes=tuple(only), epci=seen.lieu, commune=BERRIC)
        territoire.adopt(db, agent, voulu)

        offre = service.offre(db, agent)

        assert offre.lieu == BERRIC
        assert list(offre.vues) == ["points", "evolution", "indicateurs", "ages"]

    def test_everybody_who_sees_the_abs_compares(self, db, invite, sample):
        assert service.offre(db, invite(Role.HABITANT)).axes

    def test_nothing_is_offered_of_an_empty_demarche(self, db, agent, show):
        offre = service.offre(db, agent)

        assert (offre.axes, offre.depart) == ({}, ())
        assert show("points").vide == mots.VIDES["rien"]
        assert show("ages").vide == mots.VIDES["ages"]

    def test_counts_alone_are_still_offered(self, db, agent):
        bring(db, agent, ("POP", "Population", "Démographie", "Berric", 2021, 9, "habitants", "I"))

        assert service.offre(db, agent).depart == ("POP",)


class TestPoints:
    def test_a_commune_is_compared_with_the_intercommunalite(self, show, sample):
        shown = show("points", codes=("TX_CHOM_1564", "MED_NIV_VIE"), communes=(ROCHEFORT,))
        notes = plain(" ".join(shown.notes))

        assert shown.vue.titre.startswith("À Rochefort-en-Terre, la situation est plus")
        assert plain(shown.vue.titre).endswith("sur 1 indicateur sur 2")
        assert shown.dessin["lignes"]["fragile"].tolist() == [1, -1]
        assert "2019 à 2021" in notes
        assert "Moins de 2 000 habitants" in notes
        points(**shown.dessin)

    def test_without_a_commune_the_intercommunalite_is_compared(self, show, sample):
        shown = show("points", codes=("TX_CHOM_1564", "MED_NIV_VIE"))

        assert "est plus fragile que dans le Morbihan" in shown.vue.titre
        assert shown.dessin["choisi"] is None
        named = dict(shown.dessin["valeurs"][["niveau", "nom"]].to_numpy().tolist())
        assert named[Niveau.EPCI] == "Intercommunalité"

    def test_a_count_shows_communes_only(self, show, sample):
        shown = show("points", codes=("POP_MUN",), communes=(BERRIC,))

        assert set(shown.releve["niveau"]) == {Niveau.COMMUNE}
        assert shown.dessin["lignes"]["fragile"].tolist() == [0]
        assert "Seules les communes" in shown.notes[1]

    def test_a_secret_is_said_and_is_no_dot(self, show, sample):
        shown = show("points", codes=("TX_PAUVRETE_60",), communes=(ROCHEFORT,))

        assert shown.dessin["valeurs"]["code_territoire"].tolist() == ["56123", QUESTEMBERT]
        assert "Sans chiffre pour Rochefort-en-Terre : Taux de pauvreté (secret" in plain(
            " ".join(shown.notes)
        )

    def test_what_is_not_offered_is_left_out(self, show, sample):
        codes = ("x", *(f"C{n}" for n in range(30)), "TX_CHOM_1564", "TX_CHOM_1564")
        shown = show("points", codes=codes, communes=("99999",))

        assert shown.dessin["lignes"].index.tolist() == ["TX_CHOM_1564"]
        assert show("points", codes=("TX_PAUVRETE_75P",)).vide == mots.VIDES["inconnus"]


class TestGrille:
    CODES = ("POP_MUN", "TX_CHOM_1564", "MED_NIV_VIE", "TX_PAUVRETE_60", "IPS_ECOLES")

    def test_orange_is_fragile_whatever_the_direction(self, show, sample):
        classes = show("grille", codes=self.CODES).dessin["classes"]

        assert classes.loc[ROCHEFORT, "TX_CHOM_1564"] == 3  # highest, and unfavourable
        assert classes["MED_NIV_VIE"].min() == -3
        assert classes[["POP_MUN", "TX_PAUVRETE_60", "IPS_ECOLES"]].isna().all(axis=None)

    def test_what_is_missing_or_not_coloured_says_why(self, show, sample):
        shown = show("grille", codes=self.CODES)
        texts, notes = shown.dessin["textes"], plain(" ".join(shown.notes))

        assert texts.loc[BERRIC, "TX_PAUVRETE_60"] == "secret"
        assert "ni meilleure ni pire : Population municipale." in notes
        assert (
            "Sans valeur publiée pour l'intercommunalité : Taux de pauvreté et Indice" in notes
            or ("Sans valeur publiée pour l'intercommunalité : Indice de position" in notes)
        )
        assert shown.dessin["reference"][1].count("n. d.") == 2
        assert "Ce n'est pas zéro." in shown.source
        grille(**shown.dessin)

    def test_rows_are_ordered_by_fragility_or_by_name(self, show, sample):
        codes = ("TX_CHOM_1564", "TX_LOG_VACANTS", "MED_NIV_VIE")
        first, second = (show("grille", codes=codes, ordre=o) for o in ("fragile", "nom"))

        often = (first.dessin["classes"] > 0).sum(axis=1).tolist()
        assert often == sorted(often, reverse=True)
        assert second.dessin["lieux"].tolist()[:3] == ["Berric", "Caden", "La Vraie-Croix"]

    def test_indicators_are_grouped_by_axis(self, show, sample):
        shown = show("grille", codes=("TX_LOG_VACANTS", "TX_CHOM_1564", "TX_RES_SECOND"))

        assert shown.dessin["colonnes"]["axe"].tolist() == [
            "Emploi et précarité",
            "Logement et mobilité",
            "Logement et mobilité",
        ]

    def test_a_phone_has_the_same_commune_by_commune(self, show, sample):
        shown = show("grille", codes=("TX_CHOM_1564", "TX_PAUVRETE_60", "POP_MUN"))
        _, summary, lines = next(
            liste for liste in shown.par_commune() if liste[0] == "Rochefort-en-Terre"
        )

        assert plain(summary) == "plus fragile sur 1 indicateur sur 1"
        assert [line[3] for line in lines] == ["fragile", "", ""]
        assert lines[0][2] == "très nettement plus fragile"
        assert {line[1] for line in lines} >= {"secret"}

    def test_without_the_figure_of_a_larger_territoire_nothing_is_coloured(self, db, agent, show):
        rows = [
            ("TX", "Taux", "Emploi, pauvreté", nom, 2021, 9, "%", "Insee")
            for nom in ("Berric", "Molac")
        ]
        bring(db, agent, *rows)
        shown = show("grille", codes=("TX",))

        assert shown.dessin["reference"] is None
        assert shown.dessin["classes"].isna().all(axis=None)
        grille(**shown.dessin)


class TestEvolution:
    def test_communes_then_larger_territoires(self, show, sample):
        shown = show("evolution", code="MED_NIV_VIE", communes=(QUESTEMBERT, ROCHEFORT))
        frame = shown.dessin["frame"]

        assert frame["nom"].unique().tolist() == [
            *("Questembert", "Rochefort-en-Terre", "Intercommunalité"),
            *("Morbihan", "Bretagne", "France"),
        ]
        assert plain(shown.vue.titre) == "À Questembert, 2 789 € de plus en 2021 qu'en 2014"
        assert "la hausse des prix n'en est pas retirée" in " ".join(shown.notes)
        courbes(**shown.dessin)

    def test_counts_are_changes_so_that_all_have_one_scale(self, show, sample):
        shown = show("evolution", code="POP_MUN", communes=(BERRIC,))

        assert (
            plain(shown.vue.titre) == "Population municipale : +33,8 % à Berric entre 2010 et 2023"
        )
        assert sorted(shown.dessin["frame"]["annee"].unique()) == [2010, 2016, 2023]
        assert shown.releve["valeur"].max() > 20000  # the table keeps the counts
        assert a_savoir.RECENSEMENTS in shown.notes

    def test_at_most_four_communes(self, show, db, agent, sample):
        codes = tuple(commune.code for commune in service.offre(db, agent).communes)
        frame = show("evolution", code="MED_NIV_VIE", communes=codes).dessin["frame"]

        assert frame[frame["niveau"] == Niveau.COMMUNE]["nom"].nunique() == 4

    def test_one_year_is_no_evolution(self, show, sample):
        assert show("evolution", code="TX_LOG_VACANTS").vide == mots.VIDES["serie"]
        assert show("evolution", code="x").vide == mots.VIDES["serie"]
        assert show("evolution", code="MENAGES").vide == mots.VIDES["serie"]  # a count

    def test_figures_of_another_producer_are_left_out_and_said(self, db, agent, show):
        rows = [
            ("TX", "Taux", "Emploi", "Berric", annee, value, "%", source, BERRIC, "commune", "")
            for annee, value, source in (
                (2006, 10, "Insee, recensement 2006"),
                (2014, 12, "Insee, recensement 2014"),
                (2025, 6, "France Travail, demandeurs d'emploi 2025"),
            )
        ]
        bring_csv(db, agent, *rows)
        shown = show("evolution", code="TX", communes=(BERRIC,))

        assert "2 points de plus en 2014 qu'en 2006" in plain(shown.vue.titre)
        assert shown.dessin["frame"]["annee"].tolist() == [2006, 2014]
        assert a_savoir.AUTRE_SOURCE in shown.notes
        assert a_savoir.RECENSEMENTS not in shown.notes

    def test_a_secret_is_said_and_not_taken_for_a_single_year(self, db, agent, show):
        rows = [
            ("TX", "Taux", "Emploi", "Berric", annee, "s", "%", "Insee", BERRIC, "commune", "")
            for annee in (2014, 2021)
        ]
        bring_csv(db, agent, *rows)

        assert show("evolution", code="TX", communes=(BERRIC,)).vide == mots.VIDES["secrets"]
        assert show("multiples", code="TX").vide == mots.VIDES["secrets"]
        assert show("evolution", code="TX").vide == mots.VIDES["serie"]


class TestIndicateurs:
    CODES = ("MED_NIV_VIE", "D1_NIV_VIE", "RAPPORT_D9_D1", "TX_MORTALITE", "POP_MUN")

    def test_what_is_known_over_the_years_is_what_it_starts_from(self, db, agent, sample):
        offre = service.offre(db, agent)

        assert offre.depart_series("") == (*("MED_NIV_VIE", "D1_NIV_VIE", "RAPPORT_D9_D1"),)
        assert offre.depart_series(ROCHEFORT) == ("MED_NIV_VIE",)
        offered = {code for group in offre.groupes_evolutions.values() for code in group}
        assert offered == set(offre.evolutions)

    def test_counts_are_followed_when_there_is_nothing_else(self, db, agent):
        rows = [
            ("A", "Aide", "Emploi", nom, annee, annee, "familles", "Caf", code, "commune", "")
            for nom, annee, code in (
                ("Berric", 2015, BERRIC),
                ("Berric", 2020, BERRIC),
                ("Rochefort-en-Terre", 2020, ROCHEFORT),
            )
        ]
        bring_csv(db, agent, *rows)
        offre = service.offre(db, agent)

        assert offre.depart_series(BERRIC) == offre.depart_series(ROCHEFORT) == ("A",)

    def test_each_has_its_scale_its_years_and_the_larger_territoires(self, show, sample):
        shown = show("indicateurs", codes=self.CODES)
        frame, panels = shown.dessin["frame"], shown.dessin["panneaux"]

        assert set(panels.index) == set(self.CODES)
        own = frame[frame["propre"]]
        assert set(own["niveau"]) == {Niveau.EPCI}
        years = own.groupby("panneau")["annee"].agg(["min", "max"])
        assert years.loc["TX_MORTALITE"].tolist() == [1975, 2018]
        assert years.loc["POP_MUN"].tolist() == [2010, 2023]  # never overlapping rounds
        assert own[own["panneau"] == "POP_MUN"]["annee"].tolist() == [2010, 2016, 2023]
        assert shown.dessin["noms"][Niveau.DEPARTEMENT] == "Morbihan"
        assert panels["nom"]["POP_MUN"] == "Population municipale (évolution)"
        assert shown.releve.query("code == 'POP_MUN'")["valeur"].max() > 20000
        for columns in (0, 1):
            multiples(**shown.dessin, columns=columns)

    def test_the_title_says_on_how_many_the_situation_moved(self, show, sample):
        shown = show("indicateurs", codes=self.CODES)

        assert plain(shown.vue.titre) == (
            "Dans l'intercommunalité, la situation s'améliore par rapport à celle du Morbihan "
            "sur 2 des 3 indicateurs que l'on peut comparer"
        )
        assert shown.dessin["panneaux"]["dit"].tolist() == [
            *["moins fragile qu'avant"] * 2,
            *("comme avant", "", ""),
        ]
        assert "chaque petite courbe a sa propre échelle" in shown.vue.alt.lower()

    def test_what_became_more_fragile_comes_first_and_is_orange(self, show, sample):
        codes = ("RAPPORT_D9_D1", "D1_NIV_VIE", "MED_NIV_VIE")
        shown = show("indicateurs", codes=codes, communes=(QUESTEMBERT,))
        panels = shown.dessin["panneaux"]

        assert panels["fragile"].tolist() == [True, True, False]
        assert panels.index.tolist() == ["D1_NIV_VIE", "MED_NIV_VIE", "RAPPORT_D9_D1"]
        assert plain(shown.vue.titre).startswith(
            "À Questembert, la situation se fragilise par rapport à celle de l'intercommunalité "
            "sur 2 indicateurs sur 3"
        )
        assert "la situation de l'intercommunalité les mêmes années" in shown.vue.sous_titre

    def test_what_cannot_be_followed_is_said_and_why(self, show, sample):
        codes = ("MED_NIV_VIE", "TX_LOG_VACANTS", "D1_NIV_VIE")
        shown = show("indicateurs", codes=codes, communes=(ROCHEFORT,))
        notes = plain(" ".join(shown.notes))

        assert shown.dessin["panneaux"].index.tolist() == ["MED_NIV_VIE"]
        assert "comparer à Rochefort-en-Terre : Part des logements vacants." in notes
        assert (
            "Sous secret statistique à Rochefort-en-Terre, au moins une année : Niveau de vie des"
            in notes
        )
        assert communs.EUROS in shown.notes
        assert (
            show("indicateurs", codes=("D1_NIV_VIE",), communes=(ROCHEFORT,)).vide
            == (mots.VIDES["secrets"])
        )
        assert show("indicateurs", codes=("TX_LOG_VACANTS",)).vide == mots.VIDES["series"]
        assert show("indicateurs").vide == mots.VIDES["rien"]

    def test_small_communes_ask_for_caution(self, show, sample):
        notes = show("indicateurs", codes=("MED_NIV_VIE",), communes=(ROCHEFORT,)).notes

        assert "Moins de 2 000 habitants" in plain(" ".join(notes))

    def test_years_of_sources_are_said_once(self, show, sample):
        shown = show("indicateurs", codes=("TX_MORTALITE",))

        assert "période 1968-1975 à 2013-2018 (Observatoire des territoires)" in shown.source
        assert shown.dessous == (shown.source,)

    def test_without_a_larger_territoire_one_is_compared_with_oneself(self, db, agent, show):
        rows = [
            (*(code, nom, "Emploi", "Berric", annee, value, unite, "Caf"), BERRIC, "commune", sens)
            for code, nom, unite, sens, by_year in (
                ("A", "Taux", "%", "défavorable", {2015: 5, 2020: 7}),
                ("B", "Revenu moyen", "€ par an", "favorable", {2015: 100, 2020: 90}),
            )
            for annee, value in by_year.items()
        ]
        bring_csv(db, agent, *rows)
        shown = show("indicateurs", codes=("A", "B"), communes=(BERRIC,))

        assert shown.vue.titre == (
            "À Berric, la situation se fragilise sur le seul indicateur que l'on peut comparer"
        )
        assert shown.dessin["panneaux"]["dit"].tolist() == ["plus fragile qu'avant", ""]
        assert show("indicateurs", codes=("B",), communes=(BERRIC,)).vue.titre == (
            "À Berric, le chiffre n'augmente pas sur l'indicateur choisi"
        )
        assert show("indicateurs", codes=("A",)).vide == mots.VIDES["series"]


class TestMultiples:
    def test_the_most_fragile_commune_comes_first(self, show, sample):
        shown = show("multiples", code="MED_NIV_VIE")
        panels = shown.dessin["panneaux"]

        assert panels["nom"].iloc[0] == "Saint-Gravé"
        assert len(panels) == 13
        assert plain(shown.vue.titre) == (
            "Le chiffre augmente entre 2014 et 2021 dans les 13 communes"
        )
        for columns in (2, 4):
            multiples(**shown.dessin, columns=columns)

    def test_only_communes_known_in_both_years_are_counted(self, db, agent, show):
        rows = [
            (
                *("TX", "Taux de chômage", "Emploi", f"Commune {n}", annee, value, "%"),
                *(f"Insee, recensement {annee}", f"5600{n}", "commune", "défavorable"),
            )
            for n in range(1, 5)
            for annee, value in ((2006, 10), (2011, 12), (2022, "s" if n == 4 else 9 + n))
        ]
        bring_csv(db, agent, *rows)

        titre = show("multiples", code="TX").vue.titre
        assert titre == (
            "La situation est plus fragile en 2022 qu'en 2006 dans 2 des 3 communes connues ces "
            "deux années"
        )

    def test_orange_follows_the_one_rule(self, db, agent, show):
        lieux = [("Berric", "56015", 6.6), ("Larré", "56108", 3.0), ("Caden", "56028", 9.5)]
        places = [(nom, code, "commune", taux) for nom, code, taux in lieux]
        rows = [
            (
                *("LV", "Part des logements vacants", "Logement", nom, annee, taux, "%"),
                *(f"Insee, recensement {annee}", code, niveau, "défavorable"),
            )
            for nom, code, niveau, taux in [*places, ("Ici", "245614383", "epci", 6.5)]
            for annee in (2013, 2021)
        ]
        bring_csv(db, agent, *rows)

        panels = show("multiples", code="LV").dessin["panneaux"].set_index("nom")
        # 6.6 % is like 6.5 %, here as on the map and in the bars.
        assert panels["fragile"].to_dict() == {"Caden": True, "Berric": False, "Larré": False}

    def test_beyond_sixteen_communes_one_asks_for_the_others(self, db, agent, show):
        rows = [
            ("A", "Aide", "Emploi, pauvreté", f"Commune {n}", annee, n + annee, "%", "Caf")
            for n in range(20)
            for annee in (2015, 2020)
        ]
        bring(db, agent, *rows)

        shown = show("multiples", code="A")
        assert (len(shown.dessin["panneaux"]), shown.reste) == (16, 4)
        assert "16 communes sur 20" in plain(shown.vue.sous_titre)
        assert len(show("multiples", code="A", toutes=True).dessin["panneaux"]) == 20


class TestAges:
    MEN, WOMEN = (30, 20, 25, 30, 20, 8, 1), (28, 18, 26, 29, 22, 12, 3)

    def test_the_pyramid_says_the_share_of_seniors(self, db, agent, show, sample):
        bring_ages(db, agent, (BERRIC, self.MEN, self.WOMEN))
        shown = show("ages", communes=(BERRIC,))

        assert plain(shown.vue.titre) == "Les 60 ans et plus sont 24 % de la population"
        assert plain(shown.vue.sous_titre).endswith("à Berric en 2021, en % des 272 habitants")
        tranches = shown.dessin["tranches"]
        assert tranches["tranche"].iloc[0] == "Moins de 15 ans"
        assert tranches[["hommes", "femmes"]].to_numpy().sum() == pytest.approx(100)
        assert len(shown.releve) == 14
        pyramide(**shown.dessin)
        assert show("ages").vide == mots.VIDES["ages_lieu"]
        assert not CODES.keys() & service.offre(db, agent).libelles.keys()

    def test_a_commune_is_compared_with_its_intercommunalite(self, db, agent, show, sample):
        everybody = sorted(ICI.communes)
        young, old = (100, 20, 25, 30, 10, 2, 0), (20, 20, 25, 30, 100, 60, 10)
        bring_ages(
            db, agent, *((code, young, old if code == BERRIC else young) for code in everybody)
        )
        shown = show("ages", communes=(BERRIC,))

        assert "points de plus que dans l'intercommunalité" in plain(shown.vue.titre)
        assert shown.dessin["repere"].endswith("l'intercommunalité")
        assert shown.dessin["tranches"]["femmes_repere"].notna().all()
        assert show("ages").vue.titre.startswith("Les 60 ans et plus")

    def test_shares_of_a_small_commune_ask_for_caution(self, db, agent, show, sample):
        bring_ages(db, agent, (LE_COURS, self.MEN, self.WOMEN), (BERRIC, self.MEN, self.WOMEN))
        notes = " ".join(show("ages", communes=(LE_COURS,)).notes)

        assert plain(notes).startswith("Moins de 2 000 habitants")
        assert show("ages", communes=(BERRIC,)).notes == ()

    def test_without_ages_one_is_told_which_file_brings_them(self, show, sample):
        assert "base-cc-evol-struct-pop" in show("ages").vide[1]


class TestGarde:
    def test_what_is_asked_again_is_kept_until_figures_change(self, db, agent, show, sample):
        first = show("points", codes=("TX_CHOM_1564",))

        assert show("points", codes=("TX_CHOM_1564",)) is first
        assert show("points", codes=("TX_CHOM_1564",), communes=(BERRIC,)) is not first
        with db.write() as session:
            store.touch(session, agent.demarche_id)
        assert show("points", codes=("TX_CHOM_1564",)) is not first

    def test_no_more_than_a_few_are_kept(self, db, agent, show, sample):
        first = show("points", codes=("TX_CHOM_1564",))
        for code in list(service.offre(db, agent).libelles)[: service.GARDES + 1]:
            show("evolution", code=code)

        assert show("points", codes=("TX_CHOM_1564",)) is not first


class TestDownload:
    def test_files_hold_what_is_shown(self, db, agent, sample):
        asked = Demande(vue="grille", codes=("TX_CHOM_1564", "TX_PAUVRETE_60"))
        shown = service.montrer(db, agent, asked)
        content = service.download(db, agent, asked, "xlsx", today=date(2026, 3, 12))
        text = service.download(db, agent, asked, "csv", today=date(2026, 3, 12)).decode(
            "utf-8-sig"
        )

        book = openpyxl.load_workbook(BytesIO(content))
        rows = list(book[mots.FEUILLE].iter_rows(min_row=4, values_only=True))
        assert book[classeur.LISEZ_MOI]["A1"].value == shown.vue.titre
        assert len(rows) == len(shown.releve) == len(text.splitlines()) - 1
        secret = next(row for row in rows if row[8] == str(Statut.SECRET))
        assert secret[6] is None
        assert {type(row[6]) for row in rows} <= {float, int, type(None)}

    def test_the_table_on_screen_is_in_words(self, show, sample):
        shown = show("points", codes=("TX_CHOM_1564",)).tableau

        assert list(shown.columns) == list(mots.COLONNES.values())
        assert len(shown) == 17
        assert "+4,1" in shown["Écart à l'intercommunalité"].tolist()


def test_nobody_compares_without_the_right(db, agent):
    stranger = replace(agent, role=None)

    for ask in (service.offre, partial(service.montrer, demande=Demande(vue="points"))):
        with pytest.raises(AccessDeniedError):
            ask(db, stranger)


def test_the_territoire_of_the_demarche_is_the_middle_even_beside_another(db, agent, show):
    rows = [
        (
            "TX",
            "Taux",
            "Emploi, pauvreté",
            nom,
            2021,
            value,
            "%",
            "Insee",
            code,
            niveau,
            "défavorable",
        )
        for nom, value, code, niveau in (
            ("Berric", 12, BERRIC, "commune"),
            ("Molac", 9, "56135", "commune"),
            ("D'à côté", 20, "200000001", "epci"),
            ("Chez nous", 10, "245614383", "epci"),
        )
    ]
    bring_csv(db, agent, *rows)
    with db.write() as session:
        demarches.set_lieu(session, agent.demarche_id, Niveau.EPCI, "245614383")
        store.touch(session, agent.demarche_id)

    classes = show("grille", codes=("TX",)).dessin["classes"]["TX"]

    assert classes[BERRIC] > 0 > classes["56135"]
    assert "D'à côté" not in show("points", codes=("TX",)).releve["territoire"].tolist()
