"""Files of producers into the base: whose figures, under which names, all or nothing."""

from dataclasses import replace

import pytest

from psdt.domain.indicators import Niveau
from psdt.domain.people import Role
from psdt.domain.territoire import Voulu
from psdt.errors import (
    AccessDeniedError,
    EpciInconnuError,
    FichierIntrouvableError,
    ImportRefuseError,
)
from psdt.services import import_abs, territoire
from psdt.sources import Perimetre, Refus, composition
from psdt.store import indicateurs as store
from psdt.store import journal, territoires
from tests.sources.tables import BERRIC, ICI, LE_COURS, MORBIHAN, QUESTEMBERT, lu, table

COMMUNES = table("CODGEO;LIBGEO;EPCI;LIBEPCI", f"56015;Berric;{QUESTEMBERT.code};CC Questembert")
DONNEES = table("CODGEO;P22_LOG;P22_LOGVAC", "56015;1000;20", "01004;5;1")


@pytest.fixture
def fichier(tmp_path):
    path = tmp_path / "base-cc-logement-2022.csv"
    path.write_bytes(DONNEES)
    return path


@pytest.fixture
def liste():
    return composition.lire("communes.csv", COMMUNES, QUESTEMBERT.code)


def take(db, agent, fichier, wanted, **options):
    return import_abs.import_file(
        db, agent, fichier, wanted, suivi=lambda lus, total: None, **options
    ).lus


def test_the_figures_of_the_territoire_arrive(db, agent, fichier, liste):
    wanted = import_abs.perimetre(db, agent, epci=QUESTEMBERT.code, liste=liste)

    ((nom, tableau),) = take(db, agent, fichier, wanted)

    with db.read() as session:
        values = store.valeurs(session, agent.demarche_id, "TX_LOG_VACANTS")
        lieux = store.territoires(session, agent.demarche_id)
        assert journal.is_whole(session, agent.demarche_id)
    assert (nom, len(tableau.valeurs)) == (fichier.name, 4)
    assert values["valeur"].tolist() == [2.0, 2.0]
    assert [lieu.nom for lieu in lieux] == ["Berric", "CC Questembert"]


def test_a_check_keeps_nothing(db, agent, fichier, liste):
    wanted = import_abs.perimetre(db, agent, epci=QUESTEMBERT.code, liste=liste)

    take(db, agent, fichier, wanted, garder=False)

    assert import_abs.catalogue(db, agent) == {}


class TestPerimetre:
    @pytest.fixture
    def known(self, db, agent):
        """A démarche that has its territoire already."""
        contenu = table("codgeo;libgeo;an;tx_morta", "56015;Berric;2018;9", "56;Morbihan;2018;9")
        tableau = lu("x.csv", contenu, ICI)
        import_abs.import_table(db, agent, "x.csv", replace(tableau, territoires=ICI.territoires))

    @pytest.mark.usefixtures("known")
    def test_is_that_of_the_demarche(self, db, agent):
        wanted = import_abs.perimetre(db, agent, epci=QUESTEMBERT.code)

        assert set(wanted.territoires) == set(ICI.territoires)
        assert wanted.epci == QUESTEMBERT.code

    @pytest.mark.usefixtures("known")
    def test_has_the_communes_of_the_list_and_the_names_of_the_demarche(self, db, agent, liste):
        wanted = import_abs.perimetre(db, agent, epci=QUESTEMBERT.code, liste=liste)

        assert wanted.communes == {BERRIC.code}
        assert LE_COURS not in wanted.territoires
        assert wanted.connus[Niveau.EPCI, QUESTEMBERT.code] == QUESTEMBERT
        assert MORBIHAN in wanted.territoires

    @pytest.mark.usefixtures("known")
    def test_adds_nothing_up_as_long_as_nobody_said_whose_it_is(self, db, agent, fichier):
        """Files may have brought two of its thirteen communes: their sum would be its figure."""
        wanted = import_abs.perimetre(db, agent)

        ((_, tableau),) = take(db, agent, fichier, wanted)

        assert wanted.epci == ""
        assert set(tableau.valeurs["code_territoire"]) == {BERRIC.code}

    def test_is_added_up_without_its_code_once_it_is_said(self, db, agent, fichier):
        territoire.adopt(db, agent, Voulu(communes=(BERRIC,), epci=QUESTEMBERT))

        ((_, tableau),) = take(db, agent, fichier, import_abs.perimetre(db, agent))

        assert set(tableau.valeurs["code_territoire"]) == {BERRIC.code, QUESTEMBERT.code}

    @pytest.mark.parametrize(
        ("commune", "epci", "added"),
        [("", QUESTEMBERT.code, QUESTEMBERT.code), (BERRIC.code, QUESTEMBERT.code, "")],
    )
    def test_adds_communes_up_for_their_own_intercommunalite(
        self, db, agent, commune, epci, added
    ):
        """The only commune of a CCAS is not its intercommunalité: its figures would be its own."""
        territoire.adopt(
            db,
            agent,
            Voulu(communes=(BERRIC, LE_COURS), epci=QUESTEMBERT, commune=commune),
        )

        wanted = import_abs.perimetre(db, agent, epci=epci)

        assert (wanted.epci, (Niveau.EPCI, epci) in wanted.connus) == (added, True)

    def test_adds_nothing_up_for_a_neighbour(self, db, agent):
        voisine = replace(QUESTEMBERT, code="200027027", nom="CC Arc Sud Bretagne")
        territoire.adopt(db, agent, Voulu(communes=(BERRIC, LE_COURS), epci=QUESTEMBERT))
        with db.write() as session:
            territoires.keep(
                session, agent.demarche_id, [BERRIC, LE_COURS, QUESTEMBERT, voisine], {}
            )

        assert import_abs.perimetre(db, agent, epci=voisine.code).epci == ""

    def test_of_an_intercommunalite_nobody_knows_is_asked_for(self, db, agent):
        with pytest.raises(EpciInconnuError, match="--communes"):
            import_abs.perimetre(db, agent, epci=QUESTEMBERT.code)

    def test_of_a_list_that_cannot_be_read_is_refused(self, db, agent):
        wrong = composition.lire("x.csv", b"", QUESTEMBERT.code)

        assert isinstance(wrong, Refus)
        with pytest.raises(ImportRefuseError, match="vide"):
            import_abs.perimetre(db, agent, epci=QUESTEMBERT.code, liste=wrong)


def test_a_file_that_is_not_there_or_not_ours(db, agent, fichier, tmp_path, liste):
    wanted = import_abs.perimetre(db, agent, epci=QUESTEMBERT.code, liste=liste)
    fichier.write_bytes(table("CODGEO;P22_LOG", "01004;5"))

    with pytest.raises(FichierIntrouvableError):
        take(db, agent, tmp_path / "absent.csv", wanted)
    with pytest.raises(ImportRefuseError, match="votre territoire"):
        take(db, agent, fichier, wanted)


@pytest.mark.parametrize("role", [Role.ANIMATEUR, Role.ELU, Role.HABITANT])
def test_only_an_agent_imports(db, invite, fichier, role):
    person = invite(role)
    for act in (
        lambda: import_abs.perimetre(db, person),
        lambda: import_abs.catalogue(db, person),
        lambda: take(db, person, fichier, Perimetre()),
    ):
        with pytest.raises(AccessDeniedError):
            act()
