"""The catalogue: read, described in one's own words, exported, imported, put back."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from psdt.domain.indicators import Axe, Indicateur, Sens
from psdt.domain.people import Role
from psdt.errors import (
    AccessDeniedError,
    ApercuPerimeError,
    ImportRefuseError,
    IndicateurInconnuError,
    NomTropLongError,
)
from psdt.services import catalogue as service
from psdt.services import catalogue_fichier as fichiers
from psdt.services import health, import_abs
from psdt.services.ensemble import ensemble
from psdt.settings import app_dir
from psdt.sources import Refus, Tableau, lire
from psdt.store import journal
from psdt.store.tables import JournalRow

JOUR = date(2026, 3, 12)
CRECHES = Indicateur(
    code="",
    libelle="Places en crèche",
    theme=Axe.FAMILLE,
    unite="places",
    sens=Sens.FAVORABLE,
    definition="Places agréées au 31 décembre.",
    source="Service petite enfance",
)


@pytest.fixture
def sample(db, agent):
    import_abs.import_sample(db, agent)


def last(db, agent, code: str) -> int:
    """Return the number of the last modification of an indicator."""
    return service.past(db, agent, code).passe.derniere.id


def taken(db, agent, nom: str, content: bytes) -> None:
    """Take a file that was just read, as often as somebody else writes meanwhile."""
    for _ in range(20):
        found = fichiers.preview(db, agent, nom, content)
        try:
            fichiers.keep(db, agent, nom, content, found.version)
        except ApercuPerimeError:
            continue
        return
    raise AssertionError("never taken")


def edited(content: bytes, changes: dict[str, dict[str, str]], *added) -> bytes:
    """Return the workbook of the catalogue with other texts: code → header → text."""
    book = openpyxl.load_workbook(BytesIO(content))
    sheet = book["Catalogue"]
    names = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for name, text in changes.get(row[0].value, {}).items():
            row[names.index(name)].value = text
    for row in added:
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


class TestEntries:
    def test_those_without_figures_are_there_too(self, db, agent, sample):
        found = service.entries(db, agent)

        assert len(found) > 135
        assert (found["POP_MUN"].chiffres, found["POP_MUN"].annees) == (107, (2010, 2023))
        assert not found["PART_SANS_SDB"].chiffres
        assert found["PART_SANS_SDB"].declare

    def test_they_follow_the_axes_those_with_figures_first(self, db, agent, sample):
        found = list(service.entries(db, agent).values())
        axes = [e.indicateur.theme for e in found]

        assert list(dict.fromkeys(axes)) == list(Axe)
        assert len(set(zip(axes, [e.chiffres > 0 for e in found], strict=True))) <= 14

    def test_the_calculation_is_said_even_of_what_a_file_described(self, db, agent, sample):
        found = service.entries(db, agent)["TX_LOG_VACANTS"].indicateur

        assert "logements vacants / logements" in found.calcul
        assert found.source

    def test_a_search_looks_at_names_codes_and_definitions(self, db, agent):
        assert "TX_LOG_VACANTS" in service.search(db, agent, Axe.LOGEMENT, "Vacants").noms
        assert not service.search(db, agent, Axe.SANTE, "vacants").entrees
        found = service.search(db, agent, None, "tx_pauvrete_75")
        assert list(found.noms) == ["TX_PAUVRETE_75P"]
        assert found.compte.replace("\u00a0", " ") == "1 indicateur, sans chiffre encore."


class TestDescribe:
    def test_words_of_the_cias_survive_an_import(self, db, agent, sample):
        former = service.entries(db, agent)["POP_MUN"].indicateur
        said = replace(former, libelle="Habitants", definition="À nous.")
        service.describe(db, agent, said, vu=former)
        import_abs.import_sample(db, agent)

        found = service.entries(db, agent)["POP_MUN"].indicateur
        assert (found.libelle, found.definition, found.modifie) == ("Habitants", "À nous.", True)
        assert ensemble(db, agent).indicateurs["POP_MUN"].libelle == "Habitants"
        with db.read() as session:
            assert journal.is_whole(session, agent.demarche_id)

    def test_the_first_description_comes_back(self, db, agent, sample):
        declared = service.entries(db, agent)["PART_SANS_SDB"].indicateur
        service.describe(db, agent, replace(declared, libelle="Sans douche"), vu=declared)
        assert service.entries(db, agent)["PART_SANS_SDB"].indicateur.modifie

        service.restore(db, agent, "PART_SANS_SDB", last(db, agent, "PART_SANS_SDB"))

        assert service.entries(db, agent)["PART_SANS_SDB"].indicateur == declared

    def test_words_that_are_replaced_stay_in_the_journal(self, db, agent, sample):
        former = service.entries(db, agent)["PART_SANS_SDB"].indicateur
        first = replace(former, definition="À nous.")
        service.describe(db, agent, first, vu=former)
        second = replace(former, definition="Mieux.", sens=Sens.FAVORABLE)
        service.describe(db, agent, second, vu=first)
        service.restore(db, agent, "PART_SANS_SDB", last(db, agent, "PART_SANS_SDB"))
        with db.read() as session:
            lines = session.query(JournalRow).order_by("id").all()[-2:]
            said = [line.details["indicateurs"]["PART_SANS_SDB"] for line in lines]

        assert said[0]["definition"] == ["À nous.", "Mieux."]
        assert said[0]["sens"] == [str(former.sens), str(Sens.FAVORABLE)]
        assert "libelle" not in said[0]
        assert said[1]["definition"] == ["Mieux.", former.definition]

    def test_while_another_imports_nobody_waits_for_ever(self, db, agent, sample):
        """Both write the same rows, in another order: one must wait for the other."""
        known = list(ensemble(db, agent).indicateurs.values())[::-1]
        book = edited(
            fichiers.export(db, agent, "xlsx", today=JOUR),
            {i.code: {"Définition": "À nous."} for i in known},
        )

        data = app_dir() / "data" / import_abs.EXEMPLE
        table = lire(data.name, data.read_bytes(), {})
        assert isinstance(table, Tableau)
        other = health.prepare()  # another process has its own

        def imported() -> None:
            for n in range(3):
                import_abs.import_table(other, agent, f"{n}.xlsx", table)

        with ThreadPoolExecutor() as pool:
            made = [
                pool.submit(imported),
                pool.submit(taken, db, agent, "catalogue.xlsx", book),
            ]
        other.engine.dispose()
        assert [one.exception() for one in made] == [None, None]

    def test_an_indicator_is_added_twice_under_two_codes(self, db, agent):
        first, second = (service.add(db, agent, CRECHES) for _ in range(2))

        assert (first, second) == ("LOCAL_PLACES_EN_CRECHE", "LOCAL_PLACES_EN_CRECHE_2")
        found = service.entries(db, agent)[first]
        assert (found.declare, found.chiffres, found.indicateur.source) == (
            False,
            0,
            "Service petite enfance",
        )

    @pytest.mark.parametrize(
        "changed", [{"libelle": " "}, {"libelle": "x" * 301}, {"unite": "u" * 61}]
    )
    def test_what_cannot_be_kept_is_refused(self, db, agent, changed):
        with pytest.raises(NomTropLongError):
            service.add(db, agent, replace(CRECHES, **changed))

    def test_what_does_not_exist_is_refused(self, db, agent):
        with pytest.raises(IndicateurInconnuError):
            service.describe(db, agent, replace(CRECHES, code="NULLE_PART"), vu=CRECHES)
        code = service.add(db, agent, CRECHES)
        with pytest.raises(IndicateurInconnuError):
            service.restore(db, agent, code, last(db, agent, code))


class TestFiles:
    @pytest.mark.parametrize("kind", ["xlsx", "csv"])
    def test_what_was_exported_changes_nothing(self, db, agent, sample, kind):
        service.add(db, agent, replace(CRECHES, definition="=1+1", source="-5 places"))
        content = fichiers.export(db, agent, kind, today=JOUR)
        found = fichiers.preview(db, agent, f"catalogue.{kind}", content)

        assert not isinstance(found, Refus)
        assert (found.ajoutes, found.changes) == ((), ())
        assert found.inchanges == len(service.entries(db, agent))
        assert (
            fichiers.named(db, agent, kind, today=JOUR) == f"2026-03-12_cias_catalogue_v1.{kind}"
        )

    def test_what_was_edited_is_previewed_then_taken(self, db, agent, sample):
        content = edited(
            fichiers.export(db, agent, "xlsx", today=JOUR),
            {"POP_MUN": {"Indicateur": "Habitants", "Sens": "favorable"}},
            ["CRECHES", "Places", Axe.FAMILLE.value, "places", "favorable", "", "", ""],
        )
        found = fichiers.preview(db, agent, "catalogue.xlsx", content)
        assert not isinstance(found, Refus)
        assert [i.code for i in found.ajoutes] == ["CRECHES"]
        assert [after.libelle for _, after in found.changes] == ["Habitants"]
        assert found.tableau()["Après"].tolist() == ["places", "Habitants", "favorable"]
        assert "CRECHES" not in service.entries(db, agent)

        fichiers.keep(db, agent, "catalogue.xlsx", content, found.version)

        entries = service.entries(db, agent)
        assert entries["CRECHES"].indicateur.modifie
        assert entries["POP_MUN"].indicateur.sens is Sens.FAVORABLE
        assert not entries["TX_LOG_VACANTS"].indicateur.modifie

    def test_a_code_that_was_changed_deserves_a_look(self, db, agent, sample):
        whole = fichiers.export(db, agent, "xlsx", today=JOUR)

        found = fichiers.preview(
            db, agent, "c.xlsx", edited(whole, {"PART_SANS_SDB": {"Code": "SANS_SDB"}})
        )

        (told,) = found.remarques
        assert "SANS_SDB dans le fichier et PART_SANS_SDB dans le catalogue" in told

    def test_one_error_and_nothing_changes(self, db, agent, sample):
        content = edited(
            fichiers.export(db, agent, "xlsx", today=JOUR),
            {"POP_MUN": {"Indicateur": "Habitants"}, "MENAGES": {"Sens": "haut"}},
        )

        assert isinstance(fichiers.preview(db, agent, "c.xlsx", content), Refus)
        with pytest.raises(ImportRefuseError, match="haut"):
            fichiers.keep(db, agent, "c.xlsx", content, "")
        assert service.entries(db, agent)["POP_MUN"].indicateur.libelle != "Habitants"


@pytest.mark.parametrize("role", [Role.ANIMATEUR, Role.ELU, Role.HABITANT])
def test_everybody_reads_the_catalogue_and_only_an_agent_writes_it(db, invite, role):
    actor = invite(role)

    assert service.entries(db, actor)
    assert fichiers.export(db, actor, "csv", today=JOUR)
    for attempt in (
        lambda: service.add(db, actor, CRECHES),
        lambda: service.describe(db, actor, CRECHES, vu=CRECHES),
        lambda: service.restore(db, actor, "POP_MUN", 1),
        lambda: service.past(db, actor, "POP_MUN"),
        lambda: service.undo(db, actor, "POP_MUN", 1),
        lambda: fichiers.preview(db, actor, "x", b""),
        lambda: fichiers.keep(db, actor, "x", b"", ""),
        lambda: fichiers.files(db, actor),
        lambda: fichiers.undo(db, actor, 1),
    ):
        with pytest.raises(AccessDeniedError):
            attempt()
