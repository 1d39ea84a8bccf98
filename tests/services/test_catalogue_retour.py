"""What was written of an indicator comes back: typed or by a file, whatever came meanwhile."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psdt.domain.indicators import Axe, Indicateur, Niveau, Sens, Statut, Territoire
from psdt.domain.journal import Evenement
from psdt.errors import (
    ApercuPerimeError,
    DescriptionChangeeError,
    IndicateurTenuError,
    ModificationInconnueError,
    UniteRevenueError,
)
from psdt.services import access, import_abs
from psdt.services import catalogue as service
from psdt.services import catalogue_fichier as fichiers
from psdt.sources import Tableau
from psdt.store import journal
from psdt.store.tables import JournalRow
from tests.conftest import PASSWORD
from tests.services.test_catalogue import CRECHES, edited, last

JOUR = date(2026, 3, 12)
CODE = "PART_SANS_SDB"
"""An indicator of the application that has no figure."""


def now(db, agent, code=CODE) -> Indicateur:
    return service.entries(db, agent)[code].indicateur


def write(db, agent, code=CODE, **words) -> int:
    """Type other words, and return the number of this modification."""
    former = now(db, agent, code)
    assert service.describe(db, agent, replace(former, **words), vu=former)
    return last(db, agent, code)


def bring(db, agent, libelle: str, *, code=CODE, unite="%", annee=2022) -> int:
    """Import one figure, under a description."""
    lieu = Territoire(code="56001", nom="Allaire", niveau=Niveau.COMMUNE)
    row = (code, lieu.niveau, lieu.code, annee, 1.0, Statut.OK, "Insee")
    names = ["code", "niveau", "code_territoire", "annee", "valeur", "statut", "source"]
    said = Indicateur(
        code=code,
        libelle=libelle,
        theme=Axe.LOGEMENT,
        unite=unite,
        sens=Sens.NEUTRE,
        definition="",
    )
    table = Tableau(
        valeurs=pd.DataFrame([row], columns=names, dtype=object),
        indicateurs=(said,),
        territoires=(lieu,),
    )
    return import_abs.import_table(db, agent, f"{libelle}.xlsx", table)


def take(db, agent, changes, *added) -> int:
    """Take an edited catalogue, and return the number of this modification."""
    content = edited(fichiers.export(db, agent, "xlsx", today=JOUR), changes, *added)
    found = fichiers.preview(db, agent, "catalogue.xlsx", content)
    fichiers.keep(db, agent, "catalogue.xlsx", content, found.version)
    return fichiers.files(db, agent)[0].id


class TestTyped:
    def test_the_former_words_come_back_one_modification_at_a_time(self, db, agent):
        first = now(db, agent)
        write(db, agent, libelle="Sans douche", unite="pour 100 logements")
        write(db, agent, libelle="Sans bain", sens=Sens.FAVORABLE)

        back = service.past(db, agent, CODE)
        assert back.phrase.startswith("Modifié le")
        assert "par Agent d" in back.phrase
        assert back.tableau(back.passe.retour)["Ce qui reviendra"].tolist() == [
            "Sans douche",
            str(first.sens),
        ]
        service.undo(db, agent, CODE, back.passe.derniere.id)
        assert (now(db, agent).libelle, now(db, agent).unite) == (
            "Sans douche",
            "pour 100 logements",
        )
        assert now(db, agent).modifie
        service.undo(db, agent, CODE, last(db, agent, CODE))
        assert now(db, agent) == first
        assert service.past(db, agent, CODE) is None

    def test_the_first_description_is_what_the_file_said(self, db, agent):
        bring(db, agent, "Logements sans salle de bain")
        from_file = now(db, agent)
        write(db, agent, libelle="Sans douche")
        write(db, agent, libelle="Sans bain")

        service.restore(db, agent, CODE, last(db, agent, CODE))

        assert now(db, agent) == from_file
        assert "origine" in service.past(db, agent, CODE).phrase
        service.undo(db, agent, CODE, last(db, agent, CODE))
        assert now(db, agent).libelle == "Sans bain"

    def test_one_way_back_is_offered_when_both_are_the_same(self, db, agent):
        write(db, agent, libelle="Sans douche")
        assert service.past(db, agent, CODE).origine is None
        write(db, agent, libelle="Sans bain")
        assert service.past(db, agent, CODE).origine.libelle != "Sans douche"

    def test_what_imports_said_meanwhile_is_what_comes_back(self, db, agent):
        bring(db, agent, "Avant")
        write(db, agent, libelle="À nous")
        second = bring(db, agent, "Après", annee=2023)
        assert now(db, agent).libelle == "À nous"

        service.undo(db, agent, CODE, last(db, agent, CODE))
        assert now(db, agent).libelle == "Après"
        import_abs.undo(db, agent, second)
        assert now(db, agent).libelle == "Avant"

    @pytest.mark.parametrize("again", [False, True])
    def test_words_that_may_come_back_hold_what_an_import_brought(self, db, agent, again):
        first = bring(db, agent, "Du fichier", code="CRECHES")
        write(db, agent, code="CRECHES", libelle="À nous")
        service.restore(db, agent, "CRECHES", last(db, agent, "CRECHES"))

        import_abs.undo(db, agent, first)
        if again:
            import_abs.undo(db, agent, bring(db, agent, "D'un autre", code="CRECHES"))

        service.undo(db, agent, "CRECHES", last(db, agent, "CRECHES"))
        assert now(db, agent, "CRECHES").libelle == "À nous"
        service.undo(db, agent, "CRECHES", last(db, agent, "CRECHES"))
        assert "CRECHES" not in service.entries(db, agent)

    def test_nothing_is_written_when_nothing_is_new(self, db, agent):
        same = now(db, agent)
        assert not service.describe(db, agent, replace(same, libelle=f" {same.libelle} "), vu=same)
        assert service.past(db, agent, CODE) is None

    def test_an_indicator_that_was_added_is_taken_away(self, db, agent):
        code = service.add(db, agent, CRECHES)
        back = service.past(db, agent, code)
        assert back.passe.retour is None
        assert back.phrase.startswith("Ajouté")

        service.undo(db, agent, code, back.passe.derniere.id)

        assert code not in service.entries(db, agent)

    def test_unless_something_holds_it(self, db, agent):
        code = service.add(db, agent, CRECHES)
        one = bring(db, agent, "Places en crèche", code=code, unite="places")
        with db.write() as session:  # figures of before descriptions were kept
            session.connection().exec_driver_sql(
                "DELETE FROM description WHERE import_id IS NOT NULL"
            )

        with pytest.raises(IndicateurTenuError, match="Places en crèche"):
            service.undo(db, agent, code, last(db, agent, code))
        assert now(db, agent, code).modifie
        import_abs.undo(db, agent, one)
        service.undo(db, agent, code, last(db, agent, code))
        assert code not in service.entries(db, agent)

    def test_no_figure_comes_back_under_another_unit(self, db, agent):
        bring(db, agent, "Taux", unite="%")
        write(db, agent, unite="euros")
        bring(db, agent, "Montant", unite="euros", annee=2023)

        with pytest.raises(UniteRevenueError):
            service.undo(db, agent, CODE, last(db, agent, CODE))
        assert now(db, agent).unite == "euros"


class TestFile:
    def test_all_its_descriptions_come_back_at_once(self, db, agent):
        import_abs.import_sample(db, agent)
        before = {code: e.indicateur for code, e in service.entries(db, agent).items()}
        number = take(
            db,
            agent,
            {"POP_MUN": {"Indicateur": "Habitants"}, CODE: {"Définition": "À nous."}},
            ["CRECHES", "Places", Axe.FAMILLE.value, "places", "favorable", "", "", ""],
        )
        assert fichiers.files(db, agent)[0].nombre == 3
        assert "catalogue.xlsx" in service.past(db, agent, "POP_MUN").phrase

        fichiers.undo(db, agent, number)

        assert {c: e.indicateur for c, e in service.entries(db, agent).items()} == before
        assert fichiers.files(db, agent)[0].annule_le
        with pytest.raises(ModificationInconnueError):
            fichiers.undo(db, agent, number)

    def test_what_was_written_later_stays_and_what_was_before_comes_back(self, db, agent):
        first = write(db, agent, libelle="Un")
        number = take(db, agent, {CODE: {"Indicateur": "Deux"}, "MENAGES": {"Indicateur": "M"}})
        write(db, agent, libelle="Trois")
        assert fichiers.files(db, agent)[0].en_vigueur == 1

        fichiers.undo(db, agent, number)

        assert now(db, agent).libelle == "Trois"
        assert not now(db, agent, "MENAGES").modifie
        service.undo(db, agent, CODE, last(db, agent, CODE))
        assert (now(db, agent).libelle, last(db, agent, CODE)) == ("Un", first)

    def test_one_indicator_alone_comes_back(self, db, agent):
        number = take(db, agent, {CODE: {"Indicateur": "Un"}, "MENAGES": {"Indicateur": "M"}})

        service.undo(db, agent, CODE, number)
        assert (now(db, agent).modifie, now(db, agent, "MENAGES").libelle) == (False, "M")
        assert fichiers.files(db, agent)[0].annule_le is None
        service.undo(db, agent, "MENAGES", number)
        assert fichiers.files(db, agent)[0].annule_le

    def test_one_that_is_held_and_nothing_comes_back(self, db, agent):
        number = take(
            db,
            agent,
            {CODE: {"Indicateur": "Un"}},
            ["CRECHES", "Places", Axe.FAMILLE.value, "places", "favorable", "", "", ""],
        )
        bring(db, agent, "Places", code="CRECHES", unite="places")
        with db.write() as session:
            session.connection().exec_driver_sql(
                "DELETE FROM description WHERE import_id IS NOT NULL"
            )

        with pytest.raises(IndicateurTenuError):
            fichiers.undo(db, agent, number)
        assert now(db, agent).libelle == "Un"

    def test_a_unit_that_changes_under_figures_deserves_a_look(self, db, agent):
        import_abs.import_sample(db, agent)
        content = fichiers.export(db, agent, "xlsx", today=JOUR)

        found = fichiers.preview(
            db, agent, "c.xlsx", edited(content, {"POP_MUN": {"Unité": "%"}, CODE: {"Unité": "€"}})
        )

        (told,) = found.remarques
        assert told.replace("\u00a0", " ").startswith("« Population municipale » a 107 chiffres")


class TestTwoAgents:
    @pytest.fixture
    def other(self, db, agent):
        return access.add_account(db, "autre@exemple.fr", PASSWORD, nom="Anne")

    def test_nobody_writes_over_words_that_they_have_not_read(self, db, agent, other):
        seen = now(db, agent)
        write(db, other, libelle="D'Anne")

        with pytest.raises(DescriptionChangeeError):
            service.describe(db, agent, replace(seen, libelle="À moi"), vu=seen)
        assert now(db, agent).libelle == "D'Anne"
        assert "Anne" in service.past(db, agent, CODE).phrase

    def test_nobody_undoes_what_they_have_not_read(self, db, agent, other):
        mine = write(db, agent, libelle="À moi")
        write(db, other, libelle="D'Anne")

        for attempt in (service.undo, service.restore):
            with pytest.raises(DescriptionChangeeError):
                attempt(db, agent, CODE, mine)
        assert now(db, agent).libelle == "D'Anne"

    def test_a_second_click_undoes_nothing_more(self, db, agent, other):
        write(db, agent, libelle="Un")
        two = write(db, agent, libelle="Deux")
        service.undo(db, agent, CODE, two)

        with pytest.raises(ModificationInconnueError):
            service.undo(db, other, CODE, two)
        assert now(db, agent).libelle == "Un"

    def test_a_file_is_looked_at_again_when_somebody_wrote_since(self, db, agent, other):
        content = edited(
            fichiers.export(db, agent, "xlsx", today=JOUR), {CODE: {"Indicateur": "Du fichier"}}
        )
        found = fichiers.preview(db, agent, "c.xlsx", content)
        write(db, other, libelle="D'Anne")

        with pytest.raises(ApercuPerimeError):
            fichiers.keep(db, agent, "c.xlsx", content, found.version)
        assert now(db, agent).libelle == "D'Anne"

    def test_another_demarche_is_out_of_reach(self, db, agent):
        number = write(db, agent, libelle="Un")
        stranger = replace(agent, demarche_id=agent.demarche_id + 1)

        for attempt in (
            lambda: service.undo(db, stranger, CODE, number),
            lambda: fichiers.undo(db, stranger, number),
        ):
            with pytest.raises((DescriptionChangeeError, ModificationInconnueError)):
                attempt()
        assert now(db, agent).libelle == "Un"


def test_the_journal_tells_each_way_back_word_for_word(db, agent):
    first = now(db, agent)
    write(db, agent, libelle="Un")
    write(db, agent, libelle="Deux")
    service.undo(db, agent, CODE, last(db, agent, CODE))
    write(db, agent, libelle="Trois")
    service.restore(db, agent, CODE, last(db, agent, CODE))
    fichiers.undo(db, agent, take(db, agent, {CODE: {"Indicateur": "Du fichier"}}))

    with db.read() as session:
        lines = session.query(JournalRow).order_by("id").all()[-7:]
        told = [(line.action, line.details["indicateurs"][CODE]["libelle"]) for line in lines]
        assert lines[-1].objet == "catalogue.xlsx"
        assert lines[-1].acteur_id == agent.id
        assert journal.is_whole(session, agent.demarche_id)
    assert told == [
        (
            Evenement.INDICATEUR_DECRIT.name,
            [None, "Un"],
        ),  # the application's words are not in the base
        (Evenement.INDICATEUR_DECRIT.name, ["Un", "Deux"]),
        (Evenement.DESCRIPTION_ANNULEE.name, ["Deux", "Un"]),
        (Evenement.INDICATEUR_DECRIT.name, ["Un", "Trois"]),
        (Evenement.DESCRIPTION_D_ORIGINE.name, ["Trois", first.libelle]),
        (Evenement.CATALOGUE_IMPORTE.name, [first.libelle, "Du fichier"]),
        (Evenement.CATALOGUE_ANNULE.name, ["Du fichier", first.libelle]),
    ]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(["type", "file", "import", "origin"]), max_size=6))
def test_undone_one_by_one_the_first_words_are_back(db, agent, steps):
    """Whatever was done: each example leaves the base as it found it."""
    before, imports = now(db, agent), []
    for n, step in enumerate(steps):
        if step == "type":
            write(db, agent, libelle=f"Tapé {n}")
        elif step == "file":
            take(db, agent, {CODE: {"Indicateur": f"Fichier {n}"}})
        elif step == "import":
            imports.append(bring(db, agent, f"Import {n}", annee=2000 + n))
        elif (back := service.past(db, agent, CODE)) is not None:
            service.restore(db, agent, CODE, back.passe.derniere.id)
    while (back := service.past(db, agent, CODE)) is not None:
        service.undo(db, agent, CODE, back.passe.derniere.id)
    for number in imports:
        import_abs.undo(db, agent, number)

    assert now(db, agent) == before
