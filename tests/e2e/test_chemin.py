"""The whole road, on the demonstration: from the figures of the territory to the table."""

import csv
from contextlib import closing

import pytest
from openpyxl import load_workbook

from psdt.services.access import Profil
from psdt.words import abs as besoins
from psdt.words import acces, accueil, notation, priorites, themes
from psdt.words import interface as pieces


@pytest.fixture(scope="module")
def world(demo_world):
    return demo_world


@pytest.fixture
def come_in(visit):
    """Come in with one click: ``come_in(Profil.ELU, phone=True)`` returns the home page."""

    def come_in(profil, *, phone=False):
        visitor = visit(phone=phone)
        page = visitor.open()
        page.get_by_role("button", name=acces.PROFILS[profil.value][0]).click()
        page.get_by_text(accueil.ETAPES).wait_for()
        visitor.ready()
        return visitor

    return come_in


def follow(visitor, label, title):
    """Follow a link of the page, and wait for the page it leads to."""
    visitor.page.get_by_test_id("stMain").get_by_role("link", name=label).click()
    visitor.page.get_by_role("heading", name=title, level=1, exact=True).wait_for()
    visitor.ready()
    visitor.charts()
    return visitor.page


def changed(page, selector, before):
    """Wait until the first such element says something else."""
    script = "([selector, before]) => document.querySelector(selector)?.innerText !== before"
    page.wait_for_function(script, arg=[selector, before])


def download(page, label, folder):
    """Click a button that builds a file, and return where the file is."""
    with page.expect_download() as waited:
        page.get_by_role("button", name=label).click()
    path = folder / waited.value.suggested_filename
    waited.value.save_as(path)
    return path


def test_an_elue_explores_the_figures_of_her_commune(come_in, tmp_path):
    visitor = come_in(Profil.ELU)
    page = follow(visitor, accueil.ABS, besoins.TITRE)
    before = page.locator(".psdt-figures").inner_text()

    page.get_by_role("combobox", name=besoins.COMMUNE).click()
    page.get_by_role("option", name="Malansac").click()
    changed(page, ".psdt-figures", before)
    page.get_by_role("radio", name="Seniors").click()
    visitor.ready()
    visitor.charts()

    assert page.get_by_test_id("stPlotlyChart").count() >= 2
    assert page.get_by_text("Source", exact=False).first.is_visible()
    path = download(page, besoins.FICHIERS["csv"], tmp_path)
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert any("Malansac" in row for row in rows)
    assert visitor.errors == []


def test_an_elue_scores_on_her_phone(come_in):
    visitor = come_in(Profil.ELU, phone=True)
    follow(visitor, "enjeux", notation.NOTER)

    visitor.page.get_by_test_id("stRadioOption").nth(2).tap()
    visitor.page.get_by_text(pieces.ENREGISTREE).wait_for()

    assert visitor.errors == []


def test_the_commission_keeps_a_suggestion_as_a_draft(come_in):
    visitor = come_in(Profil.COMMISSION)
    page = follow(visitor, accueil.THEMES, themes.TITRE)
    assert page.get_by_role("heading", name=themes.version(6)).is_visible()
    assert page.get_by_role("heading", name=themes.version(7)).is_visible()

    page.get_by_role("button", name=themes.retenir(6)).click()
    page.get_by_role("button", name=themes.REVENIR).wait_for()
    visitor.ready()
    visitor.charts()

    assert page.get_by_text(themes.DEPLACER).first.is_visible()
    assert visitor.errors == []


def test_the_agent_takes_the_table_away(come_in, tmp_path):
    visitor = come_in(Profil.AGENT)
    page = follow(visitor, accueil.PRIORITES, priorites.TITRE)

    path = download(page, priorites.FICHIERS["xlsx"], tmp_path)
    with closing(load_workbook(path, read_only=True)) as book:
        names = set(book.sheetnames)

    assert {"Lisez-moi", "Priorités", "Critères", "Détail"} <= names
    assert visitor.errors == []


def test_the_table_of_one_college_is_another_table(come_in):
    visitor = come_in(Profil.AGENT)
    page = follow(visitor, accueil.PRIORITES, priorites.TITRE)
    finding = page.get_by_role("heading", level=2).first
    everybody = finding.inner_text()

    page.get_by_role("radio", name="Habitants").click()
    changed(page, "h2", everybody)
    visitor.charts()

    assert visitor.errors == []


def test_the_projected_table_is_read_from_afar(come_in):
    visitor = come_in(Profil.AGENT)
    page = follow(visitor, accueil.PRIORITES, priorites.TITRE)
    page.set_viewport_size({"width": 1920, "height": 1080})

    page = follow(visitor, priorites.PROJETER, priorites.TITRE)
    page.locator(".psdt-projector").wait_for(state="attached")
    visitor.charts()

    assert page.get_by_test_id("stHeader").is_hidden()
    sizes = page.locator(".js-plotly-plot text").evaluate_all(
        "texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize))"
    )
    assert min(sizes) >= 19  # the numbers inside the dots; 20 for the words


def test_a_habitante_finds_neither_themes_nor_table(come_in):
    visitor = come_in(Profil.HABITANT, phone=True)

    for label in (accueil.THEMES, accueil.PRIORITES):
        assert visitor.page.get_by_text(label).count() == 0
    visitor.open("priorites/tableau")
    assert visitor.page.get_by_text(priorites.TITRE).count() == 0
