"""The whole ABS in memory: the same figures as the base, and never those of before."""

import pandas as pd
import pytest

from psdt import sources
from psdt.domain.indicators import Niveau
from psdt.domain.people import Role
from psdt.services import abs as service
from psdt.services.ensemble import ensemble
from psdt.store import demarches
from psdt.store import indicateurs as store
from tests.sources.conftest import ecrire

LIGNE = ("POP_MUN", "Population", "Démographie", "Berric", 2021, 2109, "habitants", "Insee")


def bring(db, agent, *rows) -> None:
    answer = sources.lire("essai.xlsx", ecrire(rows), {})
    service.import_table(db, agent, "essai.xlsx", answer)


class TestEnsemble:
    def test_it_holds_what_the_base_holds(self, db, agent):
        service.import_sample(db, agent)

        seen = ensemble(db, agent)

        with db.read() as session:
            known = [store.valeurs(session, agent.demarche_id, code) for code in seen.indicateurs]
        assert len(seen.valeurs) == 1339 + 708
        for code, values in zip(seen.indicateurs, known, strict=True):
            found = seen.de(code).reset_index(drop=True)
            pd.testing.assert_frame_equal(found, values, check_dtype=False)
        assert [len(seen.communes), len(seen.references)] == [13, 4]
        assert seen.lieu.niveau is Niveau.EPCI
        assert seen.habitants["56184"] == 8133

    def test_an_empty_demarche_has_no_figure(self, db, agent):
        seen = ensemble(db, agent)

        assert (len(seen.valeurs), seen.communes, seen.lieu) == (0, (), None)
        assert seen.de("POP_MUN").empty
        assert seen.habitants.empty
        assert seen.population is None

    def test_inhabitants_of_different_years_are_not_added_up(self, db, agent):
        bring(db, agent, LIGNE, (*LIGNE[:4], 2023, 2150, *LIGNE[6:]))
        assert ensemble(db, agent).population == (2150, 2023)

        bring(db, agent, (*LIGNE[:3], "Molac", 2021, 1600, *LIGNE[6:]))
        assert ensemble(db, agent).population == (3709, 2021)

        bring(db, agent, (*LIGNE[:3], "Larré", 2016, 1000, *LIGNE[6:]))
        assert ensemble(db, agent).population is None

    def test_it_is_read_once_until_something_changes(self, db, agent, invite):
        bring(db, agent, LIGNE)
        before = ensemble(db, agent)

        assert ensemble(db, invite(Role.ELU)) is before
        bring(db, agent, (*LIGNE[:5], 2200, *LIGNE[6:]))

        assert ensemble(db, agent).de("POP_MUN")["valeur"].tolist() == [2200]

    def test_what_is_computed_of_it_is_computed_once(self, db, agent):
        bring(db, agent, LIGNE)
        calls = []

        for _ in range(2):
            found = ensemble(db, agent).kept(
                "n", lambda seen: calls.append(1) or len(seen.valeurs)
            )

        assert (found, calls) == (1, [1])

    def test_the_demarche_may_be_of_a_commune(self, db, agent):
        bring(db, agent, LIGNE)
        assert ensemble(db, agent).lieu.nom == "Berric"

        bring(db, agent, (*LIGNE[:3], "Molac", *LIGNE[4:]))
        assert ensemble(db, agent).lieu is None

        with db.write() as session:
            demarches.set_lieu(session, agent.demarche_id, Niveau.COMMUNE, "molac")
            store.touch(session, agent.demarche_id)
        assert ensemble(db, agent).lieu.nom == "Molac"


@pytest.mark.parametrize("modifie", [False, True])
def test_an_import_leaves_the_words_of_the_cias_alone(db, agent, modifie):
    bring(db, agent, LIGNE)
    with db.write() as session:
        changed = store.IndicateurRow.__table__.update().values(libelle="À nous", modifie=modifie)
        session.execute(changed)

    bring(db, agent, LIGNE)

    with db.read() as session:
        (found,) = store.indicateurs(session, agent.demarche_id)
    assert found.libelle == ("À nous" if modifie else "Population")
