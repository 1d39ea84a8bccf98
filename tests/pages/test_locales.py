"""The page of local data: a grid that loses nothing, a questionnaire that names nobody."""

from dataclasses import replace

import pytest

from psdt.domain.people import Role
from psdt.services import import_abs
from psdt.services import locales as service
from psdt.services.ensemble import ensemble
from psdt.words import locales as mots
from tests.pages.test_territoire import text
from tests.services.test_locales import LIGNES_REPONSES
from tests.sources.test_saisie import ASKED
from tests.tables import tables

PAGE = "abs/locales"


def typed(page, key, **cells) -> None:
    """Type in a grid: ``typed(page, key, _0="12")`` fills the second column of row 0."""
    label = next(iter(page.data_editor)).value.columns[1]
    rows = {int(row[1:]): {label: written} for row, written in cells.items()}
    page.session_state[key] = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    page.run()


@pytest.fixture
def sample(db, agent):
    import_abs.import_sample(db, agent)


@pytest.mark.usefixtures("sample")
class TestFigures:
    def test_an_error_is_said_then_mended_and_nothing_is_lost(
        self, visit, agent_session, db, agent
    ):
        page = visit(PAGE, agent_session)
        page.text_input(key="locale-libelle").set_value("Places en crèche").run()
        typed(page, "grille-0", _0="12", _1="douze")
        page.button(key="verifier").click().run()

        assert not page.exception
        assert page.error[0].value.startswith("3")
        found = tables(page)[0]
        assert found["Où"] == [*["Dans l'ensemble"] * 2, "Ligne 2, colonne valeur"]
        assert "Unité" in found["Que faire"][0]
        assert "Source" in found["Que faire"][1]
        assert "douze" in found["Que faire"][2]

        page.text_input(key="locale-unite").set_value("places").run()
        typed(page, "grille-0", _0="-12", _1="14,5")
        page.text_input(key="locale-source").set_value("Service petite enfance").run()
        assert tables(page)[0]["Après"] == ["−12", "14,5"]
        assert mots.A_VERIFIER in page.warning[0].value
        page.button(key="enregistrer").click().run()

        assert not page.exception
        assert page.toast[0].value == mots.ENREGISTRES
        kept = ensemble(db, agent).de("LOCAL_PLACES_EN_CRECHE")
        assert kept["valeur"].tolist() == [-12.0, 14.5]
        said = page.success[0].value.replace("\u202f", " ").replace("\xa0", " ")
        assert said.replace("\\", "") == "Places en crèche, 2025 : 2 valeurs enregistrées."
        assert [link.label for link in page.get("page_link")][:2] == [mots.VOIR, mots.ANNULER]
        assert page.text_input(key="locale-libelle").value == ""
        assert all(button.key != "enregistrer" for button in page.button)

    def test_an_indicator_of_the_catalogue_keeps_its_words(self, visit, agent_session, db, agent):
        page = visit(PAGE, agent_session, indicateur="POP_MUN")
        assert len(page.text_input) == 1
        page.text_input(key="locale-source").set_value("Mairie").run()
        typed(page, "grille-0", _13="25 000")
        page.button(key="verifier").click().run()
        page.button(key="enregistrer").click().run()

        rows = ensemble(db, agent).de("POP_MUN")
        assert "Mairie" in set(rows["source"])

    def test_an_empty_grid_says_so(self, visit, agent_session):
        page = visit(PAGE, agent_session, indicateur="POP_MUN")
        page.text_input(key="locale-source").set_value("Mairie").run()
        page.button(key="verifier").click().run()

        assert "aucune ligne n'est remplie" in tables(page)[0]["Que faire"][0].lower()


def test_without_communes_the_screen_says_where_to_go(visit, agent_session):
    assert mots.VIDE in text(visit(PAGE, agent_session))


class TestQuestions:
    def test_a_question_is_typed_then_drawn(self, visit, agent_session, db, agent):
        page = visit(PAGE, agent_session, vue="enquetes")
        assert mots.AUCUNE_QUESTION in text(page)
        page.text_input(key="enquete-0").set_value("Enquête 2025")
        page.text_input(key="source-0").set_value("Papier")
        page.text_input(key="question-0-0").set_value("Du mal à finir le mois ?")
        page.number_input(key="repondants-0-0").set_value(40)
        rows = {
            n: dict(zip(mots.COLONNES_REPONSES, row, strict=True))
            for n, row in enumerate(LIGNES_REPONSES)
        }
        page.session_state["reponses-0-0"] = {
            "edited_rows": rows,
            "added_rows": [],
            "deleted_rows": [],
        }
        page.button(key="envoyer-0").click().run()

        assert not page.exception
        assert not page.error
        (kept,) = service.answers(db, agent).values()
        assert [r.effectif for r in kept.reponses] == [20, 12, 6, 2]
        assert page.text_input(key="enquete-0").value == "Enquête 2025"  # for the next one
        assert page.text_input(key="question-0-1").value == ""

    def test_a_wrong_count_is_said_and_nothing_is_lost(self, visit, agent_session, db, agent):
        page = visit(PAGE, agent_session, vue="enquetes")
        page.text_input(key="enquete-0").set_value("Enquête 2025")
        page.session_state["reponses-0-0"] = {
            "edited_rows": {0: {"modalite": "Oui", "effectif": "douze"}},
            "added_rows": [],
            "deleted_rows": [],
        }
        page.button(key="envoyer-0").click().run()

        assert "« douze »" in tables(page)[0]["Que faire"][-1].replace("\u202f", " ").replace(
            "\u00a0", " "
        )
        assert page.text_input(key="enquete-0").value == "Enquête 2025"
        assert service.answers(db, agent) == {}

    def test_what_is_shown_names_nobody(self, visit, agent_session, db, agent):
        service.ask(db, agent, ASKED, LIGNES_REPONSES)
        page = visit(PAGE, agent_session, vue="enquetes")

        assert not page.exception
        assert "50 % répondent « Jamais »" in text(page)
        assert "40 personnes ont répondu" in text(page)
        assert tables(page)[0]["Personnes"] == ["20", "12", "8"]
        assert len(page.get("plotly_chart")) == 1

    def test_each_chart_and_the_whole_questionnaire_are_taken_away(
        self, visit, agent_session, db, agent
    ):
        for question in ("Un ?", "Deux ?"):
            service.ask(db, agent, replace(ASKED, question=question), LIGNES_REPONSES)
        page = visit(PAGE, agent_session, vue="enquetes")

        assert not page.exception
        assert [button.proto.label for button in page.get("download_button")] == [
            *["Image"] * 2,
            *mots.FICHIERS.values(),
        ]
        assert "Tout le questionnaire : Enquête 2025, 2025 (2 questions)" in text(page)

    def test_several_answers_are_said_possible_by_a_box(self, visit, agent_session, db, agent):
        page = visit(PAGE, agent_session, vue="enquetes")
        for key in ("enquete-0", "source-0", "question-0-0"):
            page.text_input(key=key).set_value("Quelles aides ?")
        page.number_input(key="repondants-0-0").set_value(10)
        page.checkbox(key="multiple-0-0").check()
        answers = [("Aucune", "5"), ("RSA", "3"), ("Secours", "2")]
        rows = {
            n: dict(zip(mots.COLONNES_REPONSES, row, strict=True)) for n, row in enumerate(answers)
        }
        page.session_state["reponses-0-0"] = {
            "edited_rows": rows,
            "added_rows": [],
            "deleted_rows": [],
        }
        page.button(key="envoyer-0").click().run()

        assert not page.exception
        (kept,) = service.answers(db, agent).values()
        assert kept.multiple
        assert not page.checkbox(key="multiple-0-1").value
        said = text(visit(PAGE, agent_session, vue="enquetes"))
        assert mots.PLUSIEURS in said
        assert "Non montré, pour protéger le choix de quelques personnes : « RSA » et" in said
        page.button(key=f"edit-{kept.id}").click().run()
        assert page.checkbox(key=f"multiple-{kept.id}-1").value

    def test_few_answers_carry_a_caution(self, visit, agent_session, db, agent):
        service.ask(db, agent, ASKED, [("Oui", "12"), ("Non", "28")])
        assert mots.PETITE_BASE not in text(visit(PAGE, agent_session, vue="enquetes"))
        few = [
            (replace(ASKED, question="Deux ?", repondants=20), [("Oui", "12"), ("Non", "8")]),
            (replace(ASKED, question="Trois ?", repondants=3), [("Oui", "3")]),
        ]
        for question, lignes in few:
            service.ask(db, agent, question, lignes)
        page = visit(PAGE, agent_session, vue="enquetes")

        assert text(page).count("moins de 30 personnes ont répondu") == 2
        assert "2025. Moins de 5 personnes ont répondu." in text(page)
        assert page.info[0].value == mots.TROP_PEU

    def test_a_question_is_opened_then_removed(self, visit, agent_session, db, agent):
        kept = service.ask(db, agent, ASKED, LIGNES_REPONSES)
        page = visit(PAGE, agent_session, vue="enquetes")
        page.button(key=f"edit-{kept.id}").click().run()
        assert page.text_input(key=f"enquete-{kept.id}").value == "Enquête 2025"
        page.button(key="renoncer").click().run()
        assert page.text_input(key="enquete-0").value == ""
        page.button(key=f"edit-{kept.id}").click().run()
        page.text_input(key=f"enquete-{kept.id}").set_value("Enquête 2026")
        page.button(key=f"envoyer-{kept.id}").click().run()
        assert [q.enquete for q in service.questions(db, agent)] == ["Enquête 2026"]

        page.button(key=f"oui-{kept.id}").click().run()
        assert not page.exception
        assert service.questions(db, agent) == ()

    @pytest.mark.parametrize("address", ["", "99999", "-1", "un", "²", "9" * 30])
    def test_an_address_that_names_no_question_opens_a_new_one(
        self, visit, agent_session, address
    ):
        page = visit(PAGE, agent_session, vue="enquetes", question=address)

        assert not page.exception
        assert page.text_input(key="enquete-0").value == ""


@pytest.mark.parametrize("role", [None, Role.ELU, Role.ANIMATEUR])
def test_only_an_agent_finds_the_page(visit, join, agent, role):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit(PAGE, join(role) if role else None)
