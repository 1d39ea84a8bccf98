"""``psdt import-abs``: the figures of an intercommunalité, out of a file of all France."""

import pytest

from psdt.domain.territoire import Voulu
from psdt.services import access, health, territoire
from psdt.store import indicateurs as store
from psdt.store.database import database
from tests.conftest import NOW, PASSWORD
from tests.sources.tables import BERRIC, LE_COURS, QUESTEMBERT, table

SIREN = QUESTEMBERT.code
COMMUNES = table("CODGEO;LIBGEO;EPCI;LIBEPCI", f"56015;Berric;{SIREN};Questembert Communauté")
DONNEES = table("CODGEO;P22_LOG;P22_LOGVAC;P22_X", "56015;1000;20;1", "01004;5;1;1")


@pytest.fixture
def fichiers(tmp_path):
    paths = tmp_path / "base-cc-logement-2022.csv", tmp_path / "communes.csv"
    paths[0].write_bytes(DONNEES)
    paths[1].write_bytes(COMMUNES)
    return paths


@pytest.fixture
def installed(data_dir):
    db = health.prepare()
    access.install(db, "Projet social", "CIAS", now=NOW)
    access.add_account(db, "agent@cias.fr", PASSWORD, nom="Agent")
    return db


def codes() -> list[str]:
    with database().read() as session:
        return [i.code for i in store.indicateurs(session, 1)]


@pytest.mark.usefixtures("installed")
class TestImport:
    def test_the_figures_are_kept_and_told(self, psdt, fichiers):
        data, communes = fichiers

        status, output = psdt("import-abs", data, "--epci", SIREN, "--communes", communes)

        assert status == 0
        assert "4\u00a0valeurs de 2\u00a0indicateurs pour 2\u00a0territoires." in output
        assert "P22_X" in output
        assert "Les chiffres sont dans la démarche." in output
        assert codes() == ["TX_LOG_VACANTS", "LOGEMENTS"]

    def test_a_second_time_the_demarche_knows_its_communes(self, psdt, fichiers):
        data, communes = fichiers
        psdt("import-abs", data, "--epci", SIREN, "--communes", communes)

        assert psdt("import-abs", data, "--epci", SIREN)[0] == 0

    def test_a_check_keeps_nothing(self, psdt, fichiers):
        data, communes = fichiers

        status, output = psdt(
            "import-abs", data, "--epci", SIREN, "--communes", communes, "--verifier"
        )

        assert (status, "Rien n'a été gardé." in output, codes()) == (0, True, [])

    def test_without_an_epci_it_is_for_the_territoire_that_was_said(
        self, psdt, fichiers, installed
    ):
        data, communes = fichiers
        data.write_bytes(DONNEES + table("56045;500;20;1"))
        communes.write_bytes(COMMUNES + table(f"56045;Le Cours;{SIREN};Questembert Communauté"))
        first = psdt("import-abs", data, "--epci", SIREN, "--communes", communes, "--verifier")
        psdt("import-abs", data, "--epci", SIREN, "--communes", communes)
        unsaid = psdt("import-abs", data, "--verifier")
        voulu = Voulu(communes=(BERRIC, LE_COURS), epci=QUESTEMBERT)
        territoire.adopt(installed, access.first_agent(installed), voulu)

        assert psdt("import-abs", data, "--verifier") == first
        assert "6\u00a0valeurs de 2\u00a0indicateurs pour 3\u00a0territoires." in first[1]
        assert "4\u00a0valeurs de 2\u00a0indicateurs pour 2\u00a0territoires." in unsaid[1]

    def test_a_ccas_needs_no_epci_and_may_give_none(self, psdt, fichiers, installed):
        voulu = Voulu(communes=(BERRIC, LE_COURS), commune=BERRIC.code)
        territoire.adopt(installed, access.first_agent(installed), voulu)

        status, output = psdt("import-abs", fichiers[0])
        assert status == 0
        assert "2\u00a0valeurs de 2\u00a0indicateurs pour 1\u00a0territoire." in output

        for more in ((), ("--communes", fichiers[1])):
            status, output = psdt("import-abs", fichiers[0], "--epci", SIREN, *more)
            assert (status, "sans --epci" in output) == (1, True)

    def test_a_demarche_without_territoire_does_not_take_all_of_france(self, psdt, fichiers):
        status, output = psdt("import-abs", fichiers[0])

        assert (status, "--communes" in output, codes()) == (1, True, [])

    @pytest.mark.parametrize("epci", [["--epci", "56015"], []])
    def test_a_list_of_communes_needs_a_siren(self, psdt, fichiers, epci):
        status, output = psdt("import-abs", fichiers[0], *epci, "--communes", fichiers[1])

        assert (status, "SIREN" in output) == (1, True)

    def test_without_its_communes_the_command_asks_for_them(self, psdt, fichiers):
        status, output = psdt("import-abs", fichiers[0], "--epci", SIREN)

        assert (status, "--communes" in output) == (1, True)

    def test_a_table_that_is_not_ours_is_told(self, psdt, fichiers):
        data, communes = fichiers
        data.write_bytes(table("a;b", "1;2"))

        status, output = psdt("import-abs", data, "--epci", SIREN, "--communes", communes)

        assert (status, "Il manque" in output) == (1, True)


def test_there_must_be_an_agent_to_act_for(psdt, fichiers, data_dir):
    status, output = psdt("import-abs", fichiers[0], "--epci", SIREN)

    assert (status, "psdt init" in output) == (1, True)
