"""The ABS: who brings figures, who reads them, and what is made of them."""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy.exc import IntegrityError

from psdt import sources
from psdt.domain.indicators import COLONNES, Axe, Niveau, Statut
from psdt.domain.people import Role
from psdt.errors import AccessDeniedError, IndicateurInconnuError
from psdt.services import abs as service
from psdt.store import indicateurs as store
from psdt.store import journal
from tests.sources.conftest import ecrire

LIGNE = ("POP", "Population", "Démographie", "Berric", 2021, 2109, "habitants", "Insee")


def table(*rows) -> sources.Tableau:
    answer = sources.lire("essai.xlsx", ecrire(rows), {})
    assert isinstance(answer, sources.Tableau)
    return answer


class TestImport:
    def test_the_sample_arrives_whole(self, db, agent):
        service.import_sample(db, agent)

        with db.read() as session:
            codes = [i.code for i in store.indicateurs(session, agent.demarche_id)]
            values = pd.concat(store.valeurs(session, agent.demarche_id, code) for code in codes)
            lieux = store.territoires(session, agent.demarche_id)
            assert journal.is_whole(session, agent.demarche_id)
        assert values["statut"].value_counts().to_dict() == {
            Statut.OK: 1339,
            Statut.SECRET: 708,
        }
        assert (codes[0], len(codes)) == ("POP_MUN", 63)
        outlined = [lieu.niveau for lieu in lieux if lieu.contour]
        assert outlined == [Niveau.COMMUNE] * 13

    def test_a_second_import_replaces_and_adds(self, db, agent):
        service.import_table(db, agent, "un.xlsx", table(LIGNE, (*LIGNE[:4], 2016, 1843)))
        lieu = table((*LIGNE[:5], "s", *LIGNE[6:]))
        service.import_table(db, agent, "deux.xlsx", lieu, outlines={"berric": "{}"})
        service.import_table(db, agent, "trois.xlsx", lieu)

        with db.read() as session:
            values = store.valeurs(session, agent.demarche_id, "POP")
            (berric,) = store.territoires(session, agent.demarche_id)
        assert values[["annee", "statut"]].to_numpy().tolist() == [
            [2016, Statut.OK],
            [2021, Statut.SECRET],
        ]
        assert berric.contour == "{}"

    def test_all_or_nothing(self, db, agent):
        tableau = table(LIGNE)
        tableau.valeurs["annee"] = None
        with pytest.raises((IntegrityError, TypeError)):
            service.import_table(db, agent, "un.xlsx", tableau)

        with db.read() as session:
            assert store.territoires(session, agent.demarche_id) == []
            assert store.indicateurs(session, agent.demarche_id) == []

    @pytest.mark.parametrize("role", [Role.ANIMATEUR, Role.ELU, Role.HABITANT])
    def test_only_an_agent_imports(self, db, invite, role):
        with pytest.raises(AccessDeniedError):
            service.import_sample(db, invite(role))
        with pytest.raises(AccessDeniedError):
            service.import_table(db, invite(role), "un.xlsx", table(LIGNE))


@pytest.fixture
def sample(db, agent):
    """The démarche of the test, with the sample in it."""
    service.import_sample(db, agent)


class TestChoices:
    def test_opens_on_the_indicator_known_for_most_communes(self, db, agent, invite, sample):
        choix = service.choices(db, invite(Role.ELU), Axe.EMPLOI)

        assert choix.indicateurs[0].code == "MED_NIV_VIE"
        assert choix.annees["MED_NIV_VIE"] == (2021, 2019, 2018, 2016, 2015, 2014)
        assert choix.ouverture["MED_NIV_VIE"] == 2021
        assert choix.libelles["GINI"] == "Indice de Gini du niveau de vie"

    def test_offers_all_the_communes_first(self, db, agent, sample):
        choix = service.choices(db, agent, Axe.SENIORS)

        assert list(choix.noms.values())[:3] == [
            "Toutes les communes",
            "Berric",
            "Caden",
        ]
        assert len(choix.noms) == 14

    def test_an_indicator_without_any_known_figure_is_still_there(self, db, agent, sample):
        choix = service.choices(db, agent, Axe.SENIORS)

        assert choix.annees["TX_PAUVRETE_75P"] == (2021,)
        assert choix.annees["PART_75P"][0] == choix.ouverture["PART_75P"] == 2022

    @pytest.mark.parametrize(
        ("code", "axe"), [("GINI", Axe.EMPLOI), ("", Axe.DEMOGRAPHIE), ("x", Axe.DEMOGRAPHIE)]
    )
    def test_the_axis_is_that_of_the_indicator_or_the_first(self, db, agent, sample, code, axe):
        assert service.opening(db, agent, code) is axe

    def test_an_axis_without_figures_is_not_the_first_one_sees(self, db, agent):
        service.import_table(db, agent, "un.xlsx", table((*LIGNE[:2], "SENIORS", *LIGNE[3:])))

        assert service.opening(db, agent) is Axe.SENIORS

    def test_one_sees_first_the_axis_of_the_figure_known_for_most_communes(self, db, agent):
        secret = [(*LIGNE[:3], nom, 2021, "s", *LIGNE[6:]) for nom in ("Caden", "Molac")]
        known = [
            ("TX", "Taux", "LOGEMENT", nom, 2021, 3, "%", "Insee")
            for nom in ("Berric", "Caden", "Molac")
        ]
        service.import_table(db, agent, "un.xlsx", table(LIGNE, *secret, *known))

        assert service.opening(db, agent) is Axe.LOGEMENT

    def test_what_is_secret_everywhere_opens_on_a_year_of_the_communes(self, db, agent):
        rows = [
            (*LIGNE[:3], "Morbihan", 2022, 9, *LIGNE[6:], "Département"),
            (*LIGNE[:5], "s", *LIGNE[6:], "Commune"),
        ]
        content = ecrire(rows, entete=(*COLONNES, "niveau"))
        service.import_table(db, agent, "un.xlsx", sources.lire("un.xlsx", content, {}))
        choix = service.choices(db, agent, Axe.DEMOGRAPHIE)

        assert choix.annees["POP"] == (2021,)
        assert choix.ouverture["POP"] == 2021

    def test_an_empty_demarche_offers_nothing(self, db, agent):
        choix = service.choices(db, agent, Axe.EMPLOI)

        assert (choix.communes, choix.indicateurs) == ((), ())


class TestExplore:
    def figures(self, db, agent, axe, code, commune="") -> dict[str, service.Chiffre]:
        choix = service.choices(db, agent, axe)
        annee = choix.ouverture[code]
        seen = service.explore(db, agent, code=code, annee=annee, commune=commune)
        return {chiffre.libelle: chiffre for chiffre in seen.chiffres}

    def test_key_figures_are_said_in_words(self, db, agent, sample):
        figures = self.figures(db, agent, Axe.EMPLOI, "MED_NIV_VIE")

        assert len(figures) == 4
        median = figures["Niveau de vie médian"]
        assert median.valeur == "21\u202f070\u00a0€"
        assert median.detail == "par an, 760\u00a0€ de moins que le Morbihan (2019)"
        assert median.fragile

    def test_the_chosen_indicator_comes_first(self, db, agent, sample):
        assert next(iter(self.figures(db, agent, Axe.EMPLOI, "GINI"))) == (
            "Indice de Gini du niveau de vie"
        )

    def test_without_a_reference_the_communes_say_something(self, db, agent, sample):
        figure = self.figures(db, agent, Axe.LOGEMENT, "TX_LOG_VACANTS")[
            "Part des logements vacants"
        ]

        assert figure.detail == ("de 2,4\u202f% à 11,4\u202f% selon les communes (2022)")

    def test_who_has_no_figure_lets_a_larger_territoire_speak(self, db, agent, sample):
        figures = self.figures(db, agent, Axe.SENIORS, "PART_75P", commune="56015")

        assert figures["Part des 75 ans et plus"].detail == (
            "dans le Morbihan, 1\u00a0point de plus que la Bretagne (2022)"
        )

    def test_a_count_is_a_share(self, db, agent, sample):
        figure = self.figures(db, agent, Axe.DEMOGRAPHIE, "POP_MUN", "56184")[
            "Population municipale"
        ]

        assert figure.detail == "habitants, 33\u202f% de l'intercommunalité (2023)"
        assert not figure.fragile

    @pytest.mark.parametrize(("code", "commune"), [("x", ""), ("GINI", "75056")])
    def test_refuses_what_is_not_offered(self, db, agent, sample, code, commune):
        with pytest.raises(IndicateurInconnuError):
            service.explore(db, agent, code=code, annee=2021, commune=commune)

    def test_a_year_without_figures_is_an_empty_portrait(self, db, agent, sample):
        portrait = service.explore(db, agent, code="GINI", annee=1900).portrait

        assert portrait.connus.empty


class TestDownload:
    @pytest.mark.parametrize(("extension", "start"), [("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf")])
    def test_gives_all_the_figures(self, db, agent, invite, sample, extension, start):
        habitant = invite(Role.HABITANT)
        jour = date(2026, 3, 12)

        assert service.download(db, habitant, "GINI", extension, today=jour).startswith(start)

    def test_refuses_an_unknown_indicator(self, db, agent, sample):
        with pytest.raises(IndicateurInconnuError):
            service.download(db, agent, "x", "csv", today=date(2026, 3, 12))

    def test_the_file_has_a_name_that_sorts(self, db, agent, sample):
        seen = service.explore(db, agent, code="GINI", annee=2019)

        assert seen.fichier(date(2026, 3, 12), "xlsx") == "2026-03-12_cias_abs-gini_v1.xlsx"
