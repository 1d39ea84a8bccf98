"""An agent who never saw the application: a file with errors, mended, imported, undone."""

import pytest

from psdt.domain.people import Role
from psdt.words import abs as besoins
from psdt.words import historique
from psdt.words import imports as mots

ENTETE = "code;libelle;theme;territoire;annee;valeur;unite;source;code_territoire;niveau"
FAUX = (
    "TX_AIDES;Part des ménages aidés;Emploi;Berric;2023;douze;%;Caf du Morbihan;56015;Commune",
    "TX_AIDES;Part des ménages aidés;Emploi;Le Cours;;9,5;%;Caf du Morbihan;56045;Commune",
    "TX_AIDES;Part des ménages aidés;Emploi;Morbihan;2023;11;%;Caf du Morbihan;56;Canton",
)
JUSTE = (
    FAUX[0].replace("douze", "12,4"),
    FAUX[1].replace(";;", ";2023;"),
    FAUX[2].replace("Canton", "Département"),
)


@pytest.fixture
def fichier(tmp_path):
    """Write a file as a spreadsheet does, and return its path: the agent keeps mending it."""

    def fichier(*rows):
        path = tmp_path / "aides.csv"
        path.write_text("\n".join([ENTETE, *rows, ""]), "utf-8-sig")
        return path

    return fichier


def choose(visitor, path):
    """Choose a file as one does with the mouse; the former one, if any, gives way to it."""
    zone = visitor.page.get_by_test_id("stFileUploaderDropzone")
    with visitor.page.expect_file_chooser() as waited:
        zone.get_by_role("button").last.click()
    waited.value.set_files(path)


def test_errors_are_understood_mended_and_the_import_undone(world, visit, fichier, tmp_path):
    visitor = visit(world.session(Role.AGENT))
    page = visitor.open("abs/importer")

    choose(visitor, fichier(*FAUX))
    page.get_by_role("heading", name=mots.a_corriger(3, "aides.csv")).wait_for()
    errors = page.locator(".psdt-table tbody tr").all_inner_texts()
    assert ["douze" in errors[0], "annee (E)" in errors[1], "Canton" in errors[2]] == [True] * 3
    with page.expect_download() as waited:
        page.get_by_role("button", name=mots.FICHIERS["xlsx"]).click()
    waited.value.save_as(tmp_path / "corrections.xlsx")
    assert (tmp_path / "corrections.xlsx").read_bytes().startswith(b"PK")
    assert visitor.english() == []

    choose(visitor, fichier(*JUSTE))
    page.get_by_role("heading", name="3\u00a0chiffres, tous nouveaux").wait_for()
    page.get_by_role("button", name=mots.IMPORTER, exact=True).click()
    page.get_by_text("aides.csv est importé").wait_for()
    assert not visitor.is_too_wide()

    page.get_by_test_id("stMain").get_by_role("link", name=mots.VOIR).click()
    page.get_by_role("heading", name=besoins.TITRE, level=1).wait_for()
    visitor.ready()
    assert page.get_by_text("Part des ménages aidés").first.is_visible()
    assert "12,4" in page.content()

    visitor.open("abs/importer")
    page.get_by_role("button", name=historique.ANNULER).first.click()
    page.get_by_role("button", name=historique.CONFIRMER).click()
    page.get_by_text(historique.annule("aides.csv")).wait_for()
    visitor.open("abs/explorer")
    assert page.get_by_text("Part des ménages aidés").count() == 0
    assert visitor.errors == []
