"""Whose démarche it is, and what a file may not change of it: no neighbour, no silence."""

import pytest

from psdt.domain.imports import Reponses
from psdt.domain.indicators import COLONNES, Niveau
from psdt.domain.people import Role
from psdt.domain.territoire import Voulu
from psdt.errors import ImportRefuseError
from psdt.services import import_abs, importer, territoire
from psdt.services.apercu import ACorriger, Apercu, Question
from psdt.services.ensemble import ensemble
from psdt.services.lieu import indecis
from psdt.sources import composition, lire
from psdt.store import demarches
from psdt.words.grammar import NBSP
from tests.sources.tables import table

ENTETE = ";".join((*COLONNES, "code_territoire", "niveau"))
BERRIC, CADEN, VANNES = (
    "POP;Population;Démographie;Berric;2021;2109;;Insee;56015;Commune",
    "POP;Population;Démographie;Caden;2021;1700;;Insee;56030;Commune",
    "POP;Population;Démographie;Vannes;2021;54000;;Insee;56260;Commune",
)
NOTRE, VOISINE = (
    "POP;Population;Démographie;La nôtre;2021;24396;;Insee;245614383;Intercommunalité",
    "POP;Population;Démographie;Voisine;2021;170000;;Insee;200067932;Intercommunalité",
)
MORBIHAN = "POP;Population;Démographie;Morbihan;2021;768687;;Insee;56;Département"
AUTRE_ANNEE = [row.replace("2021", "2022") for row in (BERRIC, NOTRE, VOISINE)]


def fichier(*rows: str) -> bytes:
    return table(ENTETE, *rows)


def bring(db, agent, *rows: str) -> int:
    """Import by the door that asks nothing."""
    lu = lire("x.csv", fichier(*rows), {})
    number = import_abs.import_table(db, agent, "x.csv", lu)
    assert number is not None
    return number


def preview(db, agent, *rows: str) -> Apercu:
    found = importer.read(db, agent, "x.csv", fichier(*rows), Reponses())
    assert isinstance(found, Apercu), found
    return found


def lieux(db, agent) -> set[str]:
    whole = ensemble(db, agent)
    return {t.code for t in (*whole.communes, *whole.references, *whole.autres)}


class TestWhichIntercommunalite:
    def test_the_one_that_was_alone_is_not_silenced_by_a_neighbour(self, db, agent, invite):
        bring(db, agent, BERRIC, CADEN, NOTRE)
        before = ensemble(db, agent).lieu

        bring(db, agent, *AUTRE_ANNEE)

        whole = ensemble(db, agent)
        assert whole.lieu == before
        assert before is not None
        assert before.nom == "La nôtre"
        assert [t.nom for t in whole.references] == ["La nôtre"]
        assert [t.nom for t in whole.autres] == ["Voisine"]
        assert not indecis(db, invite(Role.ELU))
        assert whole.valeurs["territoire"].tolist().count("La nôtre") == 2

    def test_goes_away_with_the_import_that_brought_it(self, db, agent):
        first = bring(db, agent, BERRIC, CADEN, NOTRE)
        bring(db, agent, BERRIC, CADEN, VOISINE.replace("2021", "2022"))

        import_abs.undo(db, agent, first)

        lieu = ensemble(db, agent).lieu
        assert lieu is not None
        assert lieu.nom == "Voisine"
        assert not indecis(db, agent)

    def test_stays_when_the_neighbour_goes(self, db, agent):
        bring(db, agent, BERRIC, CADEN, NOTRE)
        second = bring(db, agent, *AUTRE_ANNEE)

        import_abs.undo(db, agent, second)

        whole = ensemble(db, agent)
        assert whole.lieu is not None
        assert whole.lieu.nom == "La nôtre"
        assert whole.autres == ()

    def test_of_two_that_came_together_is_asked(self, db, agent):
        both = preview(db, agent, BERRIC, CADEN, NOTRE, VOISINE)
        assert any("Plusieurs intercommunalités" in text for text in both.remarques())
        importer.keep(db, agent, both)

        assert ensemble(db, agent).lieu is None
        assert indecis(db, agent)

    def test_that_was_chosen_speaks_though_another_came_first(self, db, agent):
        bring(db, agent, BERRIC, CADEN, VOISINE)
        bring(db, agent, NOTRE)
        with db.write() as session:
            demarches.set_lieu(session, agent.demarche_id, Niveau.EPCI, "245614383")

        assert ensemble(db, agent).lieu.nom == "La nôtre"


class TestCommune:
    """The démarche of a CCAS is that of one commune, and may know its intercommunalité."""

    def test_that_is_alone_is_the_territoire(self, db, agent):
        bring(db, agent, BERRIC, NOTRE, MORBIHAN)

        whole = ensemble(db, agent)
        assert whole.lieu is not None
        assert whole.lieu.nom == "Berric"
        assert [t.nom for t in whole.references] == ["La nôtre", "Morbihan"]

    def test_keeps_its_territoire_when_a_file_has_neighbours(self, db, agent):
        bring(db, agent, BERRIC, NOTRE, MORBIHAN)

        found = preview(db, agent, BERRIC.replace("2021", "2022"), CADEN, VANNES)
        importer.keep(db, agent, found)

        assert found.hors == {"Caden": 1, "Vannes": 1}
        assert [c.nom for c in ensemble(db, agent).communes] == ["Berric"]
        assert ensemble(db, agent).lieu.nom == "Berric"

    def test_hears_the_first_of_two_intercommunalites(self, db, agent):
        bring(db, agent, BERRIC, NOTRE)
        bring(db, agent, VOISINE)

        assert [t.nom for t in ensemble(db, agent).references] == ["La nôtre"]
        assert not indecis(db, agent)

    def test_that_was_chosen_is_kept_by_imports(self, db, agent):
        bring(db, agent, BERRIC, CADEN, NOTRE)
        caden = composition.lire_texte("56030 Caden").de()
        territoire.adopt(db, agent, Voulu(communes=caden, commune="56030"))

        importer.keep(db, agent, preview(db, agent, CADEN.replace("2021", "2022"), VANNES))

        assert ensemble(db, agent).lieu.nom == "Caden"
        assert [c.nom for c in ensemble(db, agent).communes] == ["Caden"]


class TestNeighbours:
    def test_are_left_aside_and_told_at_the_preview(self, db, agent):
        importer.keep(db, agent, preview(db, agent, BERRIC, CADEN, NOTRE))
        before = lieux(db, agent)

        found = preview(db, agent, *AUTRE_ANNEE, VANNES)
        importer.keep(db, agent, found)

        assert found.hors == {"Voisine": 1, "Vannes": 1}
        (told,) = [text for text in found.remarques() if "ni de votre territoire" in text]
        assert "Voisine, Vannes" in told
        assert "écran « Territoire »" in told.replace(NBSP, " ")
        assert lieux(db, agent) == before

    def test_alone_in_a_file_lead_to_the_territoire(self, db, agent):
        importer.keep(db, agent, preview(db, agent, BERRIC, CADEN))

        found = importer.read(db, agent, "x.csv", fichier(VANNES), Reponses())

        assert isinstance(found, ACorriger)
        assert found.question is Question.TERRITOIRE

    def test_do_not_hide_larger_territoires_that_join(self, db, agent):
        importer.keep(db, agent, preview(db, agent, BERRIC, CADEN))

        importer.keep(db, agent, preview(db, agent, NOTRE, MORBIHAN))

        assert [t.nom for t in ensemble(db, agent).references] == ["La nôtre", "Morbihan"]

    def test_are_looked_at_again_when_the_demarche_changed_meanwhile(self, db, agent):
        found = preview(db, agent, BERRIC, CADEN, VANNES)
        bring(db, agent, BERRIC, CADEN)

        again = importer.renew(db, agent, found)

        assert isinstance(again, Apercu)
        assert again.hors == {"Vannes": 1}
        (past,) = import_abs.history(db, agent)
        import_abs.undo(db, agent, past.id)
        assert importer.renew(db, agent, again).hors == {}

    @pytest.mark.parametrize("dit", [False, True])
    def test_do_not_come_by_the_command_either(self, db, agent, tmp_path, dit):
        bring(db, agent, BERRIC, CADEN, NOTRE, MORBIHAN)
        if dit:
            with db.write() as session:
                demarches.set_lieu(session, agent.demarche_id, Niveau.EPCI, "245614383")
        before = lieux(db, agent)
        path = tmp_path / "chiffres.csv"
        path.write_bytes(fichier(*AUTRE_ANNEE, VANNES))
        wanted = import_abs.perimetre(db, agent, epci="245614383")

        done = import_abs.import_file(db, agent, path, wanted, suivi=lambda _lus, _total: None)

        assert len(done.imports) == 1
        assert lieux(db, agent) == before
        ((_, kept),) = done.lus
        (told,) = [r.phrase for r in kept.remarques if r.genre == "hors_perimetre"]
        assert "Voisine, Vannes" in told
        path.write_bytes(fichier(VANNES))
        with pytest.raises(ImportRefuseError, match="ne concerne votre territoire"):
            import_abs.import_file(db, agent, path, wanted, suivi=lambda _lus, _total: None)

    def test_of_a_list_given_to_the_command_do_not_join_a_territoire_that_was_said(
        self, db, agent
    ):
        bring(db, agent, BERRIC, NOTRE)
        whole = composition.lire(
            "x.csv", table("CODGEO;LIBGEO", "56015;Berric", "56260;Vannes"), "245614383"
        )
        assert import_abs.perimetre(db, agent, epci="245614383", liste=whole).communes == {
            "56015",
            "56260",
        }
        with db.write() as session:
            demarches.set_lieu(session, agent.demarche_id, Niveau.EPCI, "245614383")

        wanted = import_abs.perimetre(db, agent, epci="245614383", liste=whole)

        assert wanted.communes == {"56015"}
