"""Damaged files through the whole import: a preview drawn and written, or a sentence."""

from datetime import date

import pytest

from psdt.domain.imports import Reponses
from psdt.domain.indicators import Niveau
from psdt.services import access, import_abs, importer
from psdt.services.apercu import ACorriger
from psdt.sources import Perimetre, Tableau, lire
from psdt.store import indicateurs as store
from tests.conftest import NOW, PASSWORD
from tests.faults.mutants import mutants
from tests.faults.test_fuzz_layouts import LAYOUTS
from tests.sources.conftest import ecrire
from tests.sources.tables import table

MODELE = table(
    "code;libelle;theme;territoire;annee;valeur;unite;code_territoire;niveau",
    "TX;Taux;Emploi;Berric;2023;12,5;%;56015;Commune",
    "TX;Taux;Emploi;Le Cours;2023;s;%;56045;Commune",
    "POP;Population;Démographie;Morbihan;2021;3;habitants;56;Département",
)
CLASSEUR = ecrire([("POP", "Population", "Démographie", "Berric", 2021, 2109, "habitants", "I")])
FICHIERS = {**LAYOUTS, "modele.csv": MODELE, "modele.xlsx": CLASSEUR}
TOLD = Reponses(niveau=Niveau.DEPARTEMENT, annee=2022)


@pytest.mark.parametrize("nom", FICHIERS)
def test_whatever_the_damage_the_agent_reads_something(sqlite_db, nom):
    access.install(sqlite_db, "Projet social", "CIAS", now=NOW)
    agent = access.add_account(sqlite_db, "a@exemple.fr", PASSWORD, nom="Agent")
    whole = lire(nom, FICHIERS[nom], {}, Perimetre(niveau=TOLD.niveau, annee=TOLD.annee))
    assert isinstance(whole, Tableau)
    with sqlite_db.write() as session:
        store.save_territoires(session, agent.demarche_id, whole.territoires)
    taken = 0
    for rank, contenu in enumerate(mutants(2027, [FICHIERS[nom]], 60)):
        found = importer.read(sqlite_db, agent, nom, contenu, TOLD if rank % 2 else Reponses())
        if isinstance(found, ACorriger):
            assert found.titre
            assert found.phrases or found.question or len(found.tableau())
            importer.corrections(sqlite_db, agent, found, "csv", today=date(2026, 3, 12))
            continue
        taken += 1
        assert len(found.cases()) == 4
        assert all(found.remarques())
        assert len(found.plus_grands()) <= found.bilan["CHANGEE"]
        assert len(found.par_indicateur()[0]) == len(found.tableau.indicateurs)
        if found.refus:  # damage to a unit
            continue
        importer.keep(sqlite_db, agent, found)
        assert not importer.renew(sqlite_db, agent, found).utile
    for one in import_abs.history(sqlite_db, agent):
        import_abs.undo(sqlite_db, agent, one.id)

    assert taken
    assert import_abs.catalogue(sqlite_db, agent) == {}
