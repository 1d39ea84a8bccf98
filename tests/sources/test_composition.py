"""The list of the communes of an intercommunalité, as Insee publishes it or by hand."""

from psdt.domain.indicators import Niveau
from psdt.sources import Refus, composition
from tests.sources.conftest import ecrire
from tests.sources.tables import BERRIC, BRETAGNE, METROPOLE, MORBIHAN, QUESTEMBERT, table

SIREN = QUESTEMBERT.code
ENTETE = ["CODGEO", "LIBGEO", "EPCI", "LIBEPCI", "DEP", "REG"]


def test_the_list_of_all_france_gives_the_communes_of_one():
    rows = [
        ["Code géographique", "Libellé", "EPCI - Métropole", "", "", ""],
        [],
        ENTETE,
        ["56015", "Berric", SIREN, "Questembert Communauté", "56", "53"],
        ["01001", "L'Abergement-Clémenciat", "200069193", "CC de la Dombes", "01", "84"],
    ]

    contenu = ecrire(rows, feuille="Composition_communale", entete=["Base des EPCI"])

    found = composition.lire("epci.xlsx", contenu, SIREN)

    assert found.epci == SIREN
    assert set(found.territoires) == {BERRIC, QUESTEMBERT, MORBIHAN, BRETAGNE, METROPOLE}


def test_a_list_by_hand_gives_all_its_communes():
    contenu = table("Code Insee;Nom", "1004;Ambérieu-en-Bugey", "01001;L'Abergement", "Total;2")

    found = composition.lire("communes.csv", contenu, "240100750")

    assert found.communes == {"01004", "01001"}
    epci = found.connus[Niveau.EPCI, "240100750"]
    assert epci.nom == "240100750"  # the list does not tell it


def test_a_list_of_elsewhere_or_of_nothing_is_refused():
    for contenu in (table(";".join(ENTETE), "01001;A;200069193;CC;01;84"), table("a;b", "1;2")):
        found = composition.lire("x.csv", contenu, SIREN)
        assert isinstance(found, Refus)
        assert found.anomalies[0].genre == "aucun_territoire"


def test_a_list_that_cannot_be_opened_is_refused():
    assert isinstance(composition.lire("x.csv", b"", SIREN), Refus)
