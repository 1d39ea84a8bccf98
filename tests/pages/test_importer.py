"""The page where figures are imported, as a busy agent finds it."""

from datetime import UTC, datetime
from html import unescape

import pytest

from psdt.domain.people import Role
from psdt.services import access, import_abs
from psdt.sources import lire
from psdt.store import indicateurs as store
from psdt.words import historique
from psdt.words import imports as mots
from psdt.words.grammar import NBSP, NNBSP
from tests.conftest import PASSWORD
from tests.sources.tables import BERRIC, table
from tests.tables import tables

PAGE = "abs/importer"
ENTETE = "code;libelle;theme;territoire;annee;valeur;unite;code_territoire"
LIGNES = (
    "TX;Taux;Emploi;Berric;2023;12,5;%;56015",
    "TX;Taux;Emploi;Le Cours;2023;s;%;56045",
)


@pytest.fixture
def session_id(db, agent) -> str:
    return access.sign_in_account(db, "agent@exemple.fr", PASSWORD, now=datetime.now(UTC))


@pytest.fixture
def page(visit, session_id):
    return visit(PAGE, session_id)


def drop(page, *rows, nom="chiffres.csv", contenu=None):
    contenu = table(ENTETE, *rows) if contenu is None else contenu
    return page.file_uploader[0].set_value((nom, contenu, "text/csv")).run()


def click(page, label):
    return next(button for button in page.button if button.label == label).click().run()


def said(page) -> str:
    kinds = ("title", "header", "subheader", "caption", "markdown", "error", "success", "warning")
    drawn = [element.value for kind in kinds for element in getattr(page, kind)]
    html = [unescape(element.proto.body) for element in page.get("html")]
    text = "\n".join([*drawn, *html]).replace("\\", "")
    return text.replace(NBSP, " ").replace(NNBSP, " ")


def test_a_file_with_errors_says_what_to_mend(page, db, agent):
    drop(page, LIGNES[0].replace("12,5", "douze"), LIGNES[1].replace("2023", ""))

    assert not page.exception
    assert "2 corrections à faire dans chiffres.csv" in said(page)
    (shown,) = tables(page)
    assert shown["Ligne"] == ["2", "3"]
    assert shown["Colonne"] == ["valeur (F)", "annee (E)"]
    assert shown["Valeur lue"] == ["douze", ""]
    assert {button.label for button in page.get("download_button")} >= set(mots.FICHIERS.values())
    assert import_abs.history(db, agent) == []


def test_mended_it_is_previewed_imported_and_undone(page, db, agent):
    drop(page, LIGNES[0].replace("12,5", "douze"))
    drop(page, *LIGNES)
    assert "2 chiffres, tous nouveaux" in said(page)
    assert "Reconnu : Modèle de l'application" in said(page)
    assert import_abs.history(db, agent) == []

    click(page, mots.IMPORTER)

    assert "chiffres.csv est importé : 2 chiffres nouveaux" in said(page)
    assert page.file_uploader[0].value is None
    assert [one.valeurs for one in import_abs.history(db, agent)] == [2]
    assert "par Agent d'essai" in said(page)

    click(page, historique.CONFIRMER)

    assert "L'import de chiffres.csv est annulé" in said(page)
    assert "Annulé le" in said(page)
    assert import_abs.catalogue(db, agent) == {}
    assert historique.CONFIRMER not in {button.label for button in page.button}


def test_what_changes_is_shown_before(page, db, agent):
    drop(page, *LIGNES)
    click(page, mots.IMPORTER)

    drop(page, LIGNES[0].replace("12,5", "40"))

    changed, counted = tables(page)
    assert changed["Dans le fichier"] == ["40,0 %".replace(" ", NNBSP)]
    assert changed["À regarder"] == [mots.MOITIE]
    assert counted["Changés"] == ["1"]
    assert "1 chiffre change de plus de la moitié" in said(page)


def test_the_same_file_again_has_nothing_to_import(page, db, agent):
    drop(page, *LIGNES)
    click(page, mots.IMPORTER)

    drop(page, *LIGNES)

    assert "Rien de nouveau" in said(page)
    assert mots.A_VERIFIER not in said(page)
    assert mots.A_SAVOIR in page.info[0].value
    assert mots.IMPORTER not in {button.label for button in page.button}
    click(page, mots.LAISSER)
    assert not tables(page)


def test_a_double_click_imports_once(page, db, agent):
    drop(page, *LIGNES)
    button = next(button for button in page.button if button.label == mots.IMPORTER)
    button.click()
    page.run()
    button.click()
    page.run()

    assert not page.exception
    assert len(import_abs.history(db, agent)) == 1


def test_when_the_base_has_changed_the_preview_is_made_again(page, db, agent, visit, session_id):
    other = visit(PAGE, session_id)
    drop(page, *LIGNES)
    drop(other, *LIGNES)
    click(other, mots.IMPORTER)

    click(page, mots.IMPORTER)

    assert "ont changé depuis cet aperçu" in said(page)
    assert "Rien de nouveau" in said(page)
    assert len(import_abs.history(db, agent)) == 1


def test_a_file_is_read_once_however_often_the_page_is_drawn(page, monkeypatch):
    from psdt.services import importer

    read, times = importer.lire, []
    monkeypatch.setattr(importer, "lire", lambda *args: times.append(1) or read(*args))
    drop(page, *LIGNES)
    page.run()
    page.run()

    assert len(times) == 1


def test_the_year_that_nothing_tells_is_asked(page, db, agent):
    with db.write() as session:
        store.save_territoires(session, agent.demarche_id, [BERRIC])
    contenu = table("CODGEO;LIBGEO;A;PERCOU", "56015;Berric;320;900")
    drop(page, nom="caf.csv", contenu=contenu)
    assert "Une question sur caf.csv" in said(page)

    page.selectbox[0].select(2022).run()
    assert "Vous avez dit : 2022." in said(page)
    click(page, mots.CHANGER)
    assert "Une question sur caf.csv" in said(page)
    page.selectbox[0].select(2023).run()
    assert "Vous avez dit : 2023." in said(page)
    click(page, mots.IMPORTER)

    assert not page.exception
    assert "Vous avez dit" not in said(page)
    assert [one.provenance.fichier for one in import_abs.history(db, agent)] == ["caf.csv"]


@pytest.mark.parametrize(
    ("nom", "contenu", "sentence"),
    [
        ("vide.csv", b"", "est vide"),
        ("photo.xlsx", b"\x89PNG\r\n\x1a\n", "est une image (PNG)"),
        ("<b>**x**</b>.csv", b"%PDF-1.4", "<b>**x**</b>.csv est un document PDF"),
    ],
)
def test_a_file_that_is_none_is_a_sentence(page, nom, contenu, sentence):
    drop(page, nom=nom, contenu=contenu)

    assert not page.exception
    assert "ne peut pas être importé tel quel" in said(page)
    assert sentence in said(page)
    assert not tables(page)
    assert "**x**" not in page.header[0].value  # Markdown: a name is a text


@pytest.mark.parametrize("role", [None, Role.ANIMATEUR, Role.ELU, Role.HABITANT])
def test_only_an_agent_finds_it(visit, join, agent, role):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit(PAGE, join(role) if role else None)


def test_a_unit_that_changes_is_refused_and_other_words_are_shown(page, db, agent):
    former = LIGNES[0].replace("2023", "2016").replace("%", "personnes")
    import_abs.import_table(db, agent, "avant.csv", lire("avant.csv", table(ENTETE, former), {}))
    drop(page, LIGNES[0])

    assert not page.exception
    assert "ne peut pas être importé" in said(page)
    assert "« personnes »" in page.error[0].value.replace(NBSP, " ")
    keys = {button.key for button in page.button}
    assert "psdt-laisser" in keys
    assert "psdt-importer" not in keys

    drop(page, former.replace("Taux", "Part"))
    assert [shown["Quoi"] for shown in tables(page) if "Quoi" in shown] == [["Nom"]]
    assert "psdt-importer" in {button.key for button in page.button}
