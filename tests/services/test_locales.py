"""Figures and answers that the CIAS types itself."""

from dataclasses import replace
from datetime import date

import pytest

from psdt.domain.indicators import Axe, Sens, Statut
from psdt.domain.people import Role
from psdt.domain.saisie import Saisie
from psdt.errors import AccessDeniedError, ImportRefuseError, QuestionInconnueError
from psdt.services import catalogue, import_abs
from psdt.services import locales as service
from psdt.services.ensemble import ensemble
from psdt.services.locales import Verification
from psdt.sources import Refus
from psdt.store import journal
from psdt.store.tables import JournalRow
from tests.sources.test_saisie import ASKED, CRECHES

DITE = Saisie(indicateur=replace(CRECHES, code=""), annee=2024, source="Service petite enfance")
JOUR = date(2026, 3, 12)
LIGNES = [("Berric", "12"), ("Caden", "s"), ("Questembert Communauté", "60"), ("Larré", "")]


@pytest.fixture
def sample(db, agent):
    import_abs.import_sample(db, agent)


@pytest.mark.usefixtures("sample")
class TestFigures:
    def test_a_new_indicator_is_previewed_then_kept(self, db, agent):
        found = service.verify(db, agent, LIGNES, DITE)
        assert isinstance(found, Verification)
        assert found.utile
        assert found.tableau().to_numpy().tolist() == [
            ["Berric", "aucun chiffre", "12"],
            ["Caden", "aucun chiffre", "secret statistique"],
            ["Questembert Communauté", "aucun chiffre", "60"],
        ]
        assert "LOCAL_PLACES_EN_CRECHE" not in ensemble(db, agent).indicateurs

        service.record(db, agent, LIGNES, DITE)

        whole = ensemble(db, agent)
        kept = whole.indicateurs["LOCAL_PLACES_EN_CRECHE"]
        assert (kept.libelle, kept.theme, kept.sens, kept.source) == (
            "Places en crèche",
            Axe.FAMILLE,
            Sens.FAVORABLE,
            "Service petite enfance",
        )
        assert whole.de(kept.code)["statut"].tolist().count(Statut.SECRET) == 1

    def test_a_negative_count_is_told_before_it_is_kept(self, db, agent):
        found = service.verify(db, agent, [("Berric", "-4"), ("Caden", "3")], DITE)

        assert isinstance(found, Verification)
        (said,) = found.remarques
        assert "Places en crèche, Berric, 2024" in said  # a code means nothing to who types
        assert found.utile

    def test_counts_are_shown_with_the_decimals_they_have(self, db, agent):
        found = service.verify(db, agent, [("Berric", "7890"), ("Caden", "3,5")], DITE)

        assert isinstance(found, Verification)
        assert found.tableau()["Après"].tolist() == ["7\u202f890", "3,5"]

    def test_a_new_indicator_needs_its_unit(self, db, agent):
        bare = replace(DITE, indicateur=replace(DITE.indicateur, unite=""))

        assert isinstance(service.verify(db, agent, LIGNES, bare), Refus)

    def test_the_same_name_is_the_same_indicator(self, db, agent):
        service.record(db, agent, LIGNES, DITE)
        service.record(db, agent, [("Berric", "14")], replace(DITE, annee=2025))

        added = [c for c in ensemble(db, agent).indicateurs if c.startswith("LOCAL_")]
        assert added == ["LOCAL_PLACES_EN_CRECHE"]
        assert ensemble(db, agent).de(added[0])["annee"].tolist() == [2024, 2024, 2024, 2025]

    def test_a_figure_that_replaces_another_is_shown_beside_it(self, db, agent):
        known = service.grille(db, agent).indicateurs["POP_MUN"]
        dite = Saisie(indicateur=known, annee=2023, source="Mairie")
        found = service.verify(db, agent, [("Berric", "4 000"), ("Caden", "nd")], dite)

        assert isinstance(found, Verification)
        table = found.tableau().replace("\u202f", " ", regex=True)
        assert table["Aujourd'hui"].tolist() == ["2 129", "1 641"]
        assert table["Après"].tolist() == ["4 000", "non disponible"]
        assert found.compte == "2\u00a0valeurs changées."
        assert found.surprises == ["Berric", "Caden"]

    def test_it_is_an_import_that_can_be_undone(self, db, agent):
        service.record(db, agent, LIGNES, DITE)
        (last, *_) = import_abs.history(db, agent)
        assert (last.provenance.nature, last.valeurs) == ("Données locales", 3)
        assert last.provenance.fichier.replace("\u202f", " ") == (
            "Saisie : Places en crèche, 2024"
        )

        import_abs.undo(db, agent, last.id)

        assert not len(ensemble(db, agent).de("LOCAL_PLACES_EN_CRECHE"))

    def test_sent_twice_it_is_one_import(self, db, agent):
        for _ in range(2):
            service.record(db, agent, LIGNES, DITE)
        service.record(db, agent, [*reversed(LIGNES)], DITE)
        last, *others = import_abs.history(db, agent)
        assert len(others) == 1

        import_abs.undo(db, agent, last.id)
        assert not len(ensemble(db, agent).de("LOCAL_PLACES_EN_CRECHE"))
        service.record(db, agent, LIGNES, DITE)
        service.record(db, agent, LIGNES, replace(DITE, source="Caf"))
        assert set(ensemble(db, agent).de("LOCAL_PLACES_EN_CRECHE")["source"]) == {"Caf"}

    def test_what_is_wrong_keeps_nothing(self, db, agent):
        wrong = [*LIGNES, ("Nulle part", "3")]
        assert isinstance(service.verify(db, agent, wrong, DITE), Refus)

        with pytest.raises(ImportRefuseError, match="Nulle part"):
            service.record(db, agent, wrong, DITE)
        assert "LOCAL_PLACES_EN_CRECHE" not in ensemble(db, agent).indicateurs

    def test_words_of_the_cias_stay(self, db, agent):
        former = catalogue.entries(db, agent)["POP_MUN"].indicateur
        catalogue.describe(db, agent, replace(former, libelle="Habitants"), vu=former)
        known = service.grille(db, agent).indicateurs["POP_MUN"]
        dite = Saisie(indicateur=known, annee=2025, source="Mairie")
        service.record(db, agent, [("Berric", "2300")], dite)

        assert ensemble(db, agent).indicateurs["POP_MUN"].modifie

    def test_no_outer_space_nor_invisible_letter_is_kept(self, db, agent):
        said = replace(CRECHES, code="", libelle="  Repas \u200b", unite=" repas ")
        dite = Saisie(indicateur=said, annee=2025, source="  CIAS \u202e ")
        service.record(db, agent, [("Berric", "3")], dite)

        whole = ensemble(db, agent)
        kept = whole.indicateurs["LOCAL_REPAS"]
        assert (kept.libelle, kept.unite, kept.source) == ("Repas", "repas", "CIAS")
        assert whole.de("LOCAL_REPAS")["source"].tolist() == ["CIAS"]
        (last, *_) = import_abs.history(db, agent)
        assert last.provenance.fichier.replace("\u202f", " ") == "Saisie : Repas, 2025"

    def test_an_indicator_without_figures_is_offered(self, db, agent):
        assert service.grille(db, agent).indicateurs["PART_SANS_SDB"].unite == "%"


LIGNES_REPONSES = [("Jamais", "20"), ("Parfois", "12"), ("Souvent", "6"), ("Tous les mois", "2")]


class TestQuestions:
    def test_a_question_is_kept_and_what_few_people_said_is_shown_together(self, db, agent):
        kept = service.ask(db, agent, ASKED, LIGNES_REPONSES)
        assert not isinstance(kept, Refus)

        (found,) = service.questions(db, agent)
        assert (found.id, found.enquete, found.annee) == (kept.id, "Enquête 2025", 2025)
        assert [(p.modalites, p.effectif) for p in found.parts] == [
            (("Jamais",), 20),
            (("Parfois",), 12),
            (("Souvent", "Tous les mois"), 8),
        ]
        (known,) = service.answers(db, agent).values()
        assert [r.effectif for r in known.reponses] == [20, 12, 6, 2]

    def test_several_answers_possible_is_kept_and_nothing_is_added(self, db, agent):
        asked = replace(ASKED, repondants=10, multiple=True)
        lignes = [("Aucune", "5"), ("RSA", "3"), ("Secours", "2")]
        kept = service.ask(db, agent, asked, lignes)
        assert not isinstance(kept, Refus)

        (found,) = service.questions(db, agent)
        assert [(p.modalites, p.effectif) for p in found.parts] == [(("Aucune",), 5)]
        assert (found.tues, found.multiple) == (("RSA", "Secours"), True)
        with db.read() as session:
            assert session.query(JournalRow).order_by("id").all()[-1].details["apres"]["multiple"]

        service.ask(db, agent, replace(kept, multiple=False), lignes)
        (found,) = service.questions(db, agent)
        assert (found.multiple, found.parts[-1].modalites) == (False, ("RSA", "Secours"))

    def test_no_outer_space_nor_invisible_letter_is_kept(self, db, agent):
        asked = replace(
            ASKED, enquete="   Enquête \u202e  ", source="  CIAS ", question="  Où ?\n\n "
        )
        kept = service.ask(db, agent, asked, LIGNES_REPONSES)

        assert not isinstance(kept, Refus)
        assert (kept.enquete, kept.source, kept.question) == ("Enquête", "CIAS", "Où ?")
        (found,) = service.questions(db, agent)
        assert (found.enquete, found.source, found.question) == ("Enquête", "CIAS", "Où ?")

    def test_it_is_changed_then_removed(self, db, agent):
        kept = service.ask(db, agent, ASKED, LIGNES_REPONSES)
        assert not isinstance(kept, Refus)
        again = replace(kept, question="Et vous ?", repondants=50)
        service.ask(db, agent, again, [("Oui", "25"), ("Non", "25")])

        (found,) = service.questions(db, agent)
        assert (found.id, found.question, len(found.parts)) == (kept.id, "Et vous ?", 2)

        service.withdraw(db, agent, kept.id)
        assert service.questions(db, agent) == ()
        with db.read() as session:
            assert journal.is_whole(session, agent.demarche_id)
        with pytest.raises(QuestionInconnueError):
            service.withdraw(db, agent, kept.id)
        with pytest.raises(QuestionInconnueError):
            service.ask(db, agent, again, [("Oui", "25")])

    def test_sent_twice_it_is_one_question(self, db, agent):
        for count in ("20", "21"):
            kept = service.ask(db, agent, ASKED, [("Oui", count), ("Non", "19")])
        assert not isinstance(kept, Refus)
        service.ask(db, agent, replace(ASKED, annee=2020), [("Oui", "20"), ("Non", "20")])

        latest, former = service.answers(db, agent).values()
        assert [q.annee for q in (latest, former)] == [2025, 2020]
        assert (latest.id, latest.reponses[0].effectif) == (kept.id, 21)

    def test_what_was_said_stays_in_the_journal_and_the_abs_has_changed(self, db, agent):
        marks = [ensemble(db, agent).version]
        kept = service.ask(db, agent, ASKED, LIGNES_REPONSES)
        assert not isinstance(kept, Refus)
        marks.append(ensemble(db, agent).version)
        service.ask(db, agent, replace(kept, question="Et vous ?"), [("Oui", "40")])
        service.withdraw(db, agent, kept.id)
        marks.append(ensemble(db, agent).version)

        assert len(set(marks)) == 3
        with db.read() as session:
            lines = session.query(JournalRow).order_by("id").all()[-2:]
            changed, withdrawn = [dict(line.details) for line in lines]
            assert journal.is_whole(session, agent.demarche_id)
        assert changed["avant"]["question"] == ASKED.question
        assert [(r["modalite"], str(r["effectif"])) for r in changed["avant"]["reponses"]] == (
            LIGNES_REPONSES
        )
        assert withdrawn["avant"] == changed["apres"]
        assert withdrawn["avant"]["question"] == "Et vous ?"

    def test_the_latest_year_comes_first_then_the_order_of_typing(self, db, agent):
        for year, text in ((2020, "Un"), (2025, "Deux"), (2025, "Trois")):
            asked = replace(ASKED, annee=year, question=text)
            service.ask(db, agent, asked, [("Oui", "30")])

        assert [q.question for q in service.questions(db, agent)] == ["Deux", "Trois", "Un"]

    def test_a_file_holds_all_the_questions_of_one_questionnaire(self, db, agent):
        for text, enquete in (
            ("Un ?", "Enquête 2025"),
            ("Deux ?", "ENQUETE 2025"),
            ("À part", "Autre"),
        ):
            asked = replace(ASKED, question=text, enquete=enquete)
            service.ask(db, agent, asked, LIGNES_REPONSES)

        found = {one.enquete: one for one in service.questionnaires(db, agent)}
        whole = next(one for one in found.values() if len(one.resultats) == 2)
        assert len(found) == 2
        content = service.download(db, agent, whole.resultats[-1].id, "csv", today=JOUR).decode()
        assert all(text in content for text in ("Un ?", "Deux ?", "Souvent / Tous les mois"))
        assert "À part" not in content
        xlsx = service.download(db, agent, whole.resultats[0].id, "xlsx", today=JOUR)
        assert xlsx.startswith(b"PK")

    def test_two_files_never_have_the_same_name(self, db, agent):
        for text in ("Un ?", "Deux ?"):
            asked = replace(ASKED, question=text * 30, enquete=f"{'Enquête ' * 15}{text}")
            service.ask(db, agent, asked, LIGNES_REPONSES)

        both = service.questionnaires(db, agent)
        names = {one.fichier(JOUR, "xlsx") for one in both}
        names |= {one.image(JOUR, resultat) for one in both for resultat in one.resultats}
        assert len(names) == 4
        assert max(map(len, names)) < 150

    def test_a_questionnaire_that_is_no_longer_there_gives_no_file(self, db, agent):
        with pytest.raises(QuestionInconnueError):
            service.download(db, agent, 99, "xlsx", today=JOUR)

    def test_what_is_wrong_keeps_nothing(self, db, agent):
        found = service.ask(db, agent, ASKED, [("Oui", "douze")])

        assert isinstance(found, Refus)
        assert service.questions(db, agent) == ()


@pytest.mark.parametrize("role", [Role.ANIMATEUR, Role.ELU, Role.HABITANT])
def test_everybody_reads_the_answers_and_only_an_agent_types_them(db, invite, role):
    actor = invite(role)

    assert service.questions(db, actor) == ()
    for attempt in (
        lambda: service.grille(db, actor),
        lambda: service.verify(db, actor, LIGNES, DITE),
        lambda: service.record(db, actor, LIGNES, DITE),
        lambda: service.answers(db, actor),
        lambda: service.ask(db, actor, ASKED, LIGNES_REPONSES),
        lambda: service.withdraw(db, actor, 1),
    ):
        with pytest.raises(AccessDeniedError):
            attempt()
