"""The ABS: who brings figures, who reads them, and what is made of them."""

import pytest
from sqlalchemy.exc import IntegrityError

from psdt import sources
from psdt.domain.indicators import Axe, Niveau, Statut
from psdt.domain.people import Role
from psdt.errors import AccessDeniedError
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
            values = store.valeurs(session, agent.demarche_id, codes)
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
            values = store.valeurs(session, agent.demarche_id, ["POP"])
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


def test_the_store_counts_what_is_known(db, agent):
    service.import_table(
        db,
        agent,
        "un.xlsx",
        table(LIGNE, (*LIGNE[:3], "Larré", 2021, "s"), ("TX", *LIGNE[1:])),
    )

    with db.read() as session:
        known = store.couverture(session, agent.demarche_id, Axe.DEMOGRAPHIE)
        none = store.couverture(session, agent.demarche_id, Axe.SANTE)
    assert sorted(known.to_numpy().tolist()) == [
        ["POP", 2021, Niveau.COMMUNE, 1],
        ["TX", 2021, Niveau.COMMUNE, 1],
    ]
    assert none.empty
