"""The page of the catalogue, as an agent finds it."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from urllib.parse import parse_qs

import pytest

from psdt.domain.people import Role
from psdt.services import catalogue as service
from psdt.services import catalogue_fichier as fichiers
from psdt.services import import_abs
from psdt.words import catalogue_ecran as mots
from tests.pages.test_explorer import said
from tests.tables import tables

PAGE = "abs/catalogue"


def keyed(widgets, start):
    """Return the widget whose key begins so: the rest follows what it describes."""
    return next(widget for widget in widgets if (widget.key or "").startswith(start))


def test_the_axis_one_looks_at_and_one_indicator(visit, agent_session, db, agent):
    import_abs.import_sample(db, agent)
    page = visit(PAGE, agent_session, axe="LOGEMENT", indicateur="TX_LOG_VACANTS")

    assert not page.exception
    assert "100 × logements vacants / logements" in said(page)
    found = tables(page)[0]
    assert "Part des logements vacants" in found["Indicateur"]
    assert mots.SANS_CHIFFRE in found["Chiffres"]


def test_a_word_is_looked_for_in_all_axes(visit, agent_session):
    page = visit(PAGE, agent_session)
    page.text_input(key="cherche").set_value("monoparental").run()

    assert len(tables(page)[0]["Indicateur"]) >= 3
    page.text_input(key="cherche").set_value("xyzxyz").run()
    assert page.info[0].value == mots.AUCUN


def test_an_indicator_is_described_then_put_back(visit, agent_session, db, agent):
    page = visit(PAGE, agent_session, axe="LOGEMENT", indicateur="PART_SANS_SDB")
    keyed(page.text_input, "libelle-").set_value("Sans <b>douche</b>")
    keyed(page.button, "garder-").click().run()

    assert not page.exception
    assert service.entries(db, agent)["PART_SANS_SDB"].indicateur.libelle == "Sans <b>douche</b>"
    assert "Sans <b>douche</b>" in said(page)
    assert "Modifié le" in page.caption[0].value
    keyed(page.button, "annuler-").click().run()
    assert not page.exception
    declared = service.entries(db, agent)["PART_SANS_SDB"].indicateur
    assert not declared.modifie
    assert keyed(page.text_input, "libelle-").value == declared.libelle


def test_the_first_words_are_a_click_away_after_two_modifications(visit, agent_session, db, agent):
    page = visit(PAGE, agent_session, axe="LOGEMENT", indicateur="PART_SANS_SDB")
    assert not [b for b in page.button if (b.key or "").startswith(("annuler-", "origine-"))]
    for words in ("Sans douche", "Sans bain"):
        keyed(page.text_input, "libelle-").set_value(words)
        keyed(page.button, "garder-").click().run()
    keyed(page.button, "origine-").click().run()

    assert not page.exception
    assert not service.entries(db, agent)["PART_SANS_SDB"].indicateur.modifie
    assert "origine remise" in page.caption[0].value
    keyed(page.button, "annuler-").click().run()
    assert service.entries(db, agent)["PART_SANS_SDB"].indicateur.libelle == "Sans bain"


def test_words_typed_while_somebody_else_wrote_are_not_lost(visit, agent_session, db, agent):
    page = visit(PAGE, agent_session, axe="LOGEMENT", indicateur="PART_SANS_SDB")
    former = service.entries(db, agent)["PART_SANS_SDB"].indicateur
    service.describe(db, agent, replace(former, libelle="D'Anne"), vu=former)
    keyed(page.text_input, "libelle-").set_value("À moi")
    keyed(page.button, "garder-").click().run()

    assert "vient de changer cette description" in page.error[0].value
    assert "D'Anne" in said(page)
    assert keyed(page.text_input, "libelle-").value == "À moi"
    keyed(page.button, "garder-").click().run()
    assert not page.error
    assert service.entries(db, agent)["PART_SANS_SDB"].indicateur.libelle == "À moi"
    keyed(page.button, "annuler-").click().run()
    assert service.entries(db, agent)["PART_SANS_SDB"].indicateur.libelle == "D'Anne"
    assert keyed(page.text_input, "libelle-").value == "D'Anne"


def test_an_indicator_that_was_added_is_taken_away(visit, agent_session, db, agent):
    page = visit(PAGE, agent_session, vue="ajouter")
    page.text_input(key="libelle-nouveau").set_value("Places en crèche")
    page.button(key="garder-nouveau").click().run()
    keyed(page.button, "annuler-").click().run()

    assert not page.exception
    assert "LOCAL_PLACES_EN_CRECHE" not in service.entries(db, agent)


def test_each_indicator_of_the_list_opens(visit, agent_session):
    page = visit(PAGE, agent_session, axe="LOGEMENT")

    links = re.findall(r'<td><a href="\?([^"]+)">', said(page))
    names = tables(page)[0]["Indicateur"]
    assert len(links) == len(names) > 20
    page.query_params.update(parse_qs(unescape(links[3])))
    assert page.run().subheader[0].value.replace("\\", "") == names[3]


def test_a_name_is_needed(visit, agent_session, db, agent):
    page = visit(PAGE, agent_session, vue="ajouter")
    page.button(key="garder-nouveau").click().run()

    assert page.error[0].value.startswith("Nom")
    page.text_input(key="libelle-nouveau").set_value("Places en crèche")
    page.button(key="garder-nouveau").click().run()
    assert "LOCAL_PLACES_EN_CRECHE" in service.entries(db, agent)


def test_a_file_is_previewed_then_taken(visit, agent_session, db, agent):
    content = fichiers.export(db, agent, "csv", today=date(2026, 3, 12))
    edited = content.replace(b"Part des logements vacants", b"Logements vides")
    page = visit(PAGE, agent_session, vue="echanger")
    page.file_uploader(key="fichier").upload("catalogue.csv", edited).run()

    assert tables(page)[0]["Après"] == ["Logements vides"]
    page.button(key="confirmer").click().run()
    assert not page.exception
    assert service.entries(db, agent)["TX_LOG_VACANTS"].indicateur.libelle == "Logements vides"
    assert page.info[0].value == mots.RIEN

    keyed(page.button, "defaire-").click().run()
    assert not page.exception
    assert service.entries(db, agent)["TX_LOG_VACANTS"].indicateur.libelle != "Logements vides"
    assert "Annulé le" in page.caption[-1].value


def test_a_file_with_errors_changes_nothing(visit, agent_session, db, agent):
    content = fichiers.export(db, agent, "csv", today=date(2026, 3, 12))
    page = visit(PAGE, agent_session, vue="echanger")
    wrong = content.replace(b"favorable", b"haut")
    page.file_uploader(key="fichier").upload("catalogue.csv", wrong).run()

    assert "n'est pas un sens" in tables(page)[0]["Que faire"][0]
    assert all(button.key != "confirmer" for button in page.button)


@pytest.mark.parametrize("role", [None, Role.ELU])
def test_only_an_agent_finds_the_page(visit, join, agent, role):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit(PAGE, join(role) if role else None)
