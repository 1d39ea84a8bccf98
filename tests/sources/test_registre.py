"""Every layout: told by its header, named, and explained in the documentation."""

import pytest

from psdt.settings import app_dir
from psdt.sources import SOURCES
from psdt.sources.registre import reconnue
from tests.sources.conftest import ecrire
from tests.sources.tables import genres, lu, refus, table, valeurs

DOCS = app_dir() / "docs" / "sources"


@pytest.mark.parametrize("name", SOURCES)
def test_each_layout_has_its_page(name):
    source = SOURCES[name]

    page = (DOCS / f"{source.page}.md").read_text("utf-8")
    assert source.label in page
    assert f"({source.page}.md)" in (DOCS / "README.md").read_text("utf-8")


def test_no_page_is_about_a_layout_that_is_not_read():
    pages = {path.stem for path in DOCS.glob("*.md")} - {"README"}

    assert pages == {source.page for source in SOURCES.values()}


def test_an_unknown_header_is_none_of_them():
    assert reconnue(["a", "b", "c"]) is None
    assert reconnue([]) is None


def test_a_dictionary_is_told_from_data():
    (anomalie,) = refus("meta_base-cc.CSV", table("COD_VAR;LIB_VAR;TYPE_VAR", "P21_LOG;x;NUM"))

    assert anomalie.genre == "dictionnaire"
    assert "fichier de données qui l'accompagne" in anomalie.phrase


def test_a_workbook_of_a_producer_is_read_and_its_other_sheets_told():
    def finish(sheet):
        sheet.parent.create_sheet("Documentation").append(["Variables"])

    rows = [["Source : Insee"], [], ["Code", "Logements"], ["CODGEO", "P21_LOG"], ["01004", 900]]
    contenu = ecrire(rows, feuille="COM_2021", entete=["Logement en 2021"], finish=finish)

    tableau = lu("base-cc-logement-2021.xlsx", contenu)

    assert valeurs(tableau) == {("LOGEMENTS", "01004", 2021): 900}
    assert genres(tableau)["feuilles_non_lues"] == "Documentation"


def test_the_template_is_read_first_whatever_its_other_sheets():
    def finish(sheet):
        sheet.parent.create_sheet("COM_2021").append(["CODGEO", "P21_LOG"])

    assert refus("x.xlsx", ecrire([], finish=finish))[0].genre == "aucune_ligne"


def test_what_a_text_in_utf_16_holds_is_read_too():
    contenu = "CODGEO;P21_LOG\n56015;900\n".encode("utf-16")

    assert valeurs(lu("x.csv", contenu)) == {("LOGEMENTS", "56015", 2021): 900}


def test_a_file_too_large_for_the_screen_is_refused():
    contenu = table("CODGEO;P21_LOG", *(f"56015;{900}" for _ in range(1_100_000)))

    assert refus("france.csv", contenu)[0].genre == "fichier_trop_gros"


def test_a_page_of_errors_is_no_table():
    page = b"<!DOCTYPE html><html>500</html>"

    assert refus("GC_API_download.csv", page)[0].genre == "format_inconnu"
