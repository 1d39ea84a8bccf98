"""The whole ABS in memory: the same figures as the base, and never those of before."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier, Event
from time import sleep

import pandas as pd
import pytest

from psdt import sources
from psdt.domain.indicators import COLONNES, Niveau
from psdt.domain.people import Role
from psdt.services import abs as service
from psdt.services import comparer, fiche, signaux, territoire
from psdt.services.comparer_selection import Demande
from psdt.services.ensemble import ensemble
from psdt.services.lieu import indecis
from psdt.store import demarches
from psdt.store import indicateurs as store
from tests.conftest import NOW
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

    def test_a_commune_may_be_called_as_what_else_is_computed(self, db, agent):
        codes = ("56001", "lignes", "inconnus", "redaction")
        header = (*COLONNES, "code_territoire", "niveau")
        rows = [
            (f"T{n}", "Taux", "Emploi", f"Commune {c}", 2020, n + len(c), "%", "X", c, "Commune")
            for n in range(4)
            for c in codes
        ]
        lines = [";".join(map(str, row)) for row in (header, *rows)]
        service.import_table(
            db, agent, "x.csv", sources.lire("x.csv", "\n".join(lines).encode(), {})
        )

        names = [fiche.fiche(db, agent, code).document.nom for code in codes]

        assert names == [f"Commune {code}" for code in codes]
        for code in codes:
            signaux.signaux(db, agent, commune=code)
        assert signaux.inconnus(db, agent) == []

    def test_the_demarche_may_be_of_a_commune(self, db, agent):
        bring(db, agent, LIGNE)
        assert ensemble(db, agent).lieu.nom == "Berric"

        bring(db, agent, (*LIGNE[:3], "Molac", *LIGNE[4:]))
        assert ensemble(db, agent).lieu is None

        with db.write() as session:
            demarches.set_lieu(session, agent.demarche_id, Niveau.COMMUNE, "molac")
            store.touch(session, agent.demarche_id)
        assert ensemble(db, agent).lieu.nom == "Molac"


class TestManyAtOnce:
    """After an import, a whole room asks for the same pages at the same time."""

    N = 8

    def together(self, ask):
        """Return what each of them is answered; nobody starts before all are there."""
        ready = Barrier(self.N)

        def one(_):
            ready.wait(5)
            return ask()

        with ThreadPoolExecutor(self.N) as people:
            return list(people.map(one, range(self.N), timeout=30))

    def test_the_base_is_read_once(self, db, agent):
        service.import_sample(db, agent)

        seen = self.together(lambda: ensemble(db, agent))

        assert len(set(map(id, seen))) == 1

    def test_each_thing_is_computed_once_even_from_another(self, db, agent):
        bring(db, agent, LIGNE)
        whole, calls = ensemble(db, agent), []

        def inner(_):
            calls.append("inner")
            sleep(0.05)
            return object()

        def outer(seen):
            calls.append("outer")
            return seen.kept("inner", inner)

        found = self.together(lambda: (whole.kept("outer", outer), whole.kept("inner", inner)))

        assert sorted(calls) == ["inner", "outer"]
        assert len({id(answer) for both in found for answer in both}) == 1

    def test_what_fails_is_computed_again(self, db, agent):
        bring(db, agent, LIGNE)
        answers = iter([ZeroDivisionError, None])

        def compute(_):
            if error := next(answers):
                raise error
            return 1

        with pytest.raises(ZeroDivisionError):
            ensemble(db, agent).kept("n", compute)
        assert ensemble(db, agent).kept("n", compute) == 1

    def test_nobody_waits_for_what_others_ask(self, db, agent):
        with db.write() as session:
            other = demarches.add(session, "Autre", "CCAS", demonstration=False, now=NOW).id
        elsewhere = replace(agent, demarche_id=other)
        bring(db, agent, LIGNE)
        whole, started, done = ensemble(db, agent), Event(), Event()

        def long(_):
            started.set()
            return done.wait(20)

        with ThreadPoolExecutor(2) as people:
            slow = people.submit(whole.kept, "long", long)
            assert started.wait(5)
            quick = people.submit(
                lambda: (ensemble(db, elsewhere).kept("long", len_), whole.kept("n", len_))
            )
            assert quick.result(5) == (0, 1)
            done.set()
            assert slow.result(5)


def len_(seen) -> int:
    return len(seen.valeurs)


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


class TestSeveralIntercommunalites:
    """The first code is not « l'intercommunalité »: nobody knows which one is."""

    @pytest.fixture(autouse=True)
    def figures(self, db, agent):
        lieux = [(f"Commune {n}", 10 + n / 10, f"560{n:02}", "commune") for n in range(1, 13)]
        lieux += [
            ("Commune 13", 22, "56013", "commune"),
            ("Voisine", 3, "200000001", "epci"),
            ("La nôtre", 10.7, "200066777", "epci"),
            ("Morbihan", 9, "56", "departement"),
        ]
        header = (*COLONNES, "code_territoire", "niveau", "sens")
        rows = [
            (
                "TX",
                "Taux de chômage",
                "Emploi",
                nom,
                annee,
                value,
                "%",
                "Insee",
                *place,
                "défavorable",
            )
            for annee in (2016, 2022)
            for nom, value, *place in lieux
        ]
        lines = [";".join(map(str, row)) for row in (header, *rows)]
        content = "\n".join(lines).encode()
        service.import_table(db, agent, "x.csv", sources.lire("x.csv", content, {}))

    def choose(self, db, agent):
        with db.write() as session:
            demarches.set_lieu(session, agent.demarche_id, Niveau.EPCI, "200066777")
            store.touch(session, agent.demarche_id)

    def test_none_speaks_while_nobody_has_chosen(self, db, agent, invite):
        seen = ensemble(db, agent)
        assert seen.lieu is None
        assert [t.nom for t in seen.references] == ["Morbihan"]
        assert [t.nom for t in seen.autres] == ["La nôtre", "Voisine"]
        assert indecis(db, invite(Role.ELU))
        assert len(seen.tout("TX")) == len(seen.de("TX")) + 4

        said = [s.phrase for s in signaux.signaux(db, agent)]
        assert said
        assert not any("intercommunalité" in phrase for phrase in said)
        portrait = service.explore(db, agent, code="TX", annee=2022).portrait
        assert portrait.repere is None
        assert set(portrait.serie["nom"]) == {"Morbihan"}
        grille = comparer.montrer(db, agent, Demande(vue="grille", codes=("TX",)))
        assert grille.dessin["classes"]["TX"].isna().all()

    def test_the_one_chosen_speaks_everywhere(self, db, agent):
        self.choose(db, agent)

        seen = ensemble(db, agent)
        assert [t.nom for t in seen.references] == ["La nôtre", "Morbihan"]
        assert not indecis(db, agent)
        said = [s.phrase for s in signaux.signaux(db, agent)]
        assert any("10,7" in phrase for phrase in said)
        assert not any("contre 3" in phrase for phrase in said)
        seen = service.explore(db, agent, code="TX", annee=2022, commune="56013")
        assert seen.portrait.reference == 10.7
        assert set(seen.portrait.serie["nom"]) == {"Commune 13", "La nôtre", "Morbihan"}
        assert "11,3" in seen.chiffres[0].detail
        grille = comparer.montrer(db, agent, Demande(vue="grille", codes=("TX",)))
        assert (grille.dessin["classes"]["TX"] < 0).sum() == 6
        shown = fiche.fiche(db, agent, "56013").document
        assert "10,7" in str(shown.themes)
        assert "3,0" not in str(shown.themes)

    def test_the_files_keep_them_all(self, db, agent):
        self.choose(db, agent)

        told = service.download(db, agent, "TX", "csv", today=date(2026, 3, 12)).decode()

        assert "Voisine" in told
        assert {t.nom for t in territoire.state(db, agent).references} >= {"Voisine"}
