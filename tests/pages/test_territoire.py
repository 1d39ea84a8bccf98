"""The page of the territoire, as an agent finds it."""

import pytest

from psdt.domain.people import Role
from psdt.services import import_abs
from psdt.services import territoire as service
from psdt.services.ensemble import ensemble
from psdt.words import territoire as mots
from tests.pages.test_explorer import said
from tests.services.test_territoire import CARTE, ENTETE, INSEE, wanted
from tests.sources.conftest import ecrire
from tests.tables import tables

PAGE = "abs/territoire"


def text(page) -> str:
    shown = [element.value.replace("\\", "") for element in page.markdown]
    return f"{said(page)}\n" + "\n".join(shown).replace("\u00a0", " ").replace("\u202f", " ")


def test_a_file_of_all_france_then_a_choice_by_name(visit, agent_session, db, agent):
    page = visit(PAGE, agent_session)
    assert mots.VIDE in text(page)
    assert page.header[0].value == mots.CHOISIR_LEQUEL
    content = ecrire(INSEE, entete=ENTETE)
    page.file_uploader(key="fichier-0").upload("epci.xlsx", content).run()
    assert all(button.key != "adopter" for button in page.button)
    page.selectbox(key="epci").select("240100883").run()

    assert not page.exception
    assert "2 communes : Ambérieu-en-Bugey, Ambronay." in text(page)
    page.button(key="adopter").click().run()

    assert page.toast[0].value == mots.ADOPTE
    assert all(button.key != "adopter" for button in page.button)  # there is nothing left to adopt
    assert page.header[0].value == mots.VUE
    assert [c.nom for c in ensemble(db, agent).communes] == ["Ambérieu-en-Bugey", "Ambronay"]
    assert "CC de la Plaine de l'Ain : 2 communes" in text(page)


def test_a_ccas_pastes_its_commune(visit, agent_session, db, agent):
    page = visit(PAGE, agent_session, origine="colle")
    page.text_area(key="colle").set_value("01007 Ambronay").run()
    page.segmented_control[2].select("commune").run()
    page.button(key="adopter").click().run()

    assert not page.exception
    assert ensemble(db, agent).lieu.nom == "Ambronay"
    assert "Ambronay : 1 commune, comparée à : Ain" in text(page)


def test_a_pasted_list_needs_the_name_of_its_intercommunalite(visit, agent_session, db, agent):
    page = visit(PAGE, agent_session, origine="colle")
    page.text_area(key="colle").set_value("01007 Ambronay\n01004 Ambérieu").run()
    assert mots.NOM_EPCI_AIDE in text(page)
    page.text_input[0].set_value("CC de la Plaine").run()
    page.text_input[1].set_value("2401").run()
    assert "neuf chiffres" in page.error[0].value.replace("\\", "")
    page.text_input[1].set_value("240 100\u00a0883").run()
    page.button(key="adopter").click().run()
    assert page.text_area(key="colle").value == ""

    assert ensemble(db, agent).lieu.nom == "CC de la Plaine"


def test_what_is_wrong_in_a_list_is_said_line_by_line(visit, agent_session):
    page = visit(PAGE, agent_session, origine="colle")
    page.text_area(key="colle").set_value("01007 Ambronay\nAmbérieu\nnulle part").run()

    (found,) = tables(page)
    assert found["Où"] == ["Ligne 2", "Ligne 3"]
    assert all("code Insee" in what for what in found["Que faire"])
    assert page.text_area(key="colle").value.startswith("01007")


def test_outlines_are_loaded_then_drawn(visit, agent_session, db, agent):
    service.adopt(db, agent, wanted())
    page = visit(PAGE, agent_session, vue="contours")
    assert not page.get("plotly_chart")
    page.file_uploader(key="contours-0").upload("carte.geojson", CARTE).run()
    assert "Sans contour dans ce fichier : Ambronay." in page.warning[0].value.replace(
        "\\", ""
    ).replace("\u00a0", " ").replace("\u202f", " ")
    page.button(key="garder").click().run()

    assert not page.exception
    assert len(page.get("plotly_chart")) == 1
    assert "1 commune sans contour" in text(page)
    assert "Le territoire réunit 2 communes" in text(page)  # and nobody knows how many people


def test_outlines_of_a_wrong_file_are_taken_back(visit, agent_session, db, agent):
    service.adopt(db, agent, wanted())
    page = visit(PAGE, agent_session, vue="contours")
    assert "remettre" not in [button.key for button in page.button]
    page.file_uploader(key="contours-0").upload("carte.geojson", CARTE).run()
    page.button(key="garder").click().run()
    assert page.button(key="remettre").label == "Retirer ces contours"

    page.button(key="remettre").click().run()

    assert not page.exception
    assert not page.get("plotly_chart")
    assert "remettre" not in [button.key for button in page.button]


def test_a_ccas_is_proposed_its_own_commune(visit, agent_session, db, agent):
    service.adopt(db, agent, wanted(commune="01007"))
    page = visit(PAGE, agent_session, origine="colle")
    page.text_area(key="colle").set_value("01004 Ambérieu-en-Bugey\n01007 Ambron").run()

    assert "Change de nom : Ambronay (01007) devient Ambron" in text(page)
    assert [c.code for c in ensemble(db, agent).communes] == ["01007"]


def test_the_map_is_a_finding_and_all_of_it_is_taken_away(visit, agent_session, db, agent):
    import_abs.import_sample(db, agent)
    page = visit(PAGE, agent_session)

    assert not page.exception
    finding = "13 communes et 24 757 habitants ; la plus peuplée, Questembert, en compte"
    assert finding in text(page)
    assert [button.proto.label for button in page.get("download_button")] == [
        "Image",
        *mots.FICHIERS.values(),
    ]
    (found,) = tables(page)
    assert found["Territoire"][0] == "Berric"
    assert [label for label in found if label.startswith("Habitants en ")]


def test_without_outlines_the_table_is_still_taken_away(visit, agent_session, db, agent):
    service.adopt(db, agent, wanted())
    page = visit(PAGE, agent_session)

    assert not page.get("plotly_chart")
    labels = [button.proto.label for button in page.get("download_button")]
    assert labels == list(mots.FICHIERS.values())


def test_a_wrong_file_of_outlines_is_a_sentence(visit, agent_session, db, agent):
    import_abs.import_sample(db, agent)
    page = visit(PAGE, agent_session, vue="contours")
    page.file_uploader(key="contours-0").upload("carte.json", b"SQLite format 3\x00").run()

    assert not page.exception
    assert "GeoPackage" in tables(page)[-1]["Que faire"][0]


@pytest.mark.parametrize("role", [None, Role.ELU, Role.ANIMATEUR])
def test_only_an_agent_finds_the_page(visit, join, agent, role):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit(PAGE, join(role) if role else None)
