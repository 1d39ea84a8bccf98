"""Rows whose code, name and level disagree: told with their place, never taken silently."""

import pytest

from psdt.domain.indicators import COLONNES, COLONNES_EN_PLUS, Niveau, Territoire
from psdt.sources import Perimetre
from psdt.words.grammar import NBSP, NNBSP
from tests.sources.conftest import ecrire
from tests.sources.tables import lu, refus

VILLARS = Territoire(code="01443", nom="Villars-les-Dombes", niveau=Niveau.COMMUNE)
CHANEINS = Territoire(code="01083", nom="Chaneins", niveau=Niveau.COMMUNE)
ST_ANDRE = Territoire(code="01333", nom="Saint-André-de-Corcy", niveau=Niveau.COMMUNE)
AIN = Territoire(code="01", nom="Ain", niveau=Niveau.DEPARTEMENT)
DOMBES = Perimetre(territoires=(VILLARS, CHANEINS, ST_ANDRE, AIN))


@pytest.fixture
def fichier(ligne):
    """Write rows of (name, code, level), a year each."""

    def fichier(*rows) -> bytes:
        lines = [
            [*ligne(territoire=nom, annee=2000 + n), code, niveau, None, None]
            for n, (nom, code, niveau) in enumerate(rows)
        ]
        return ecrire(lines, entete=COLONNES + COLONNES_EN_PLUS)

    return fichier


def phrases(*args) -> list[str]:
    return [a.phrase.replace(NBSP, " ").replace(NNBSP, " ") for a in refus("x.xlsx", *args)]


def test_a_name_of_another_code_is_told_with_its_place(fichier):
    contenu = fichier(("Villars-les-Dombes", "01083", None), ("Chaneins", "01443", "Commune"))

    first, second = phrases(contenu, DOMBES)

    assert first == (
        "Feuille Indicateurs, ligne 2, colonne code_territoire (I) : 01083 est Chaneins : le nom "
        "dit Villars-les-Dombes, dont le code est 01443. Corrigez le code ou le nom."
    )
    assert "01443 est Villars-les-Dombes : le nom dit Chaneins" in second


def test_a_name_of_ours_with_an_unknown_code_of_the_departement_is_told(fichier):
    (told,) = phrases(fichier(("Chaneins", "01084", None)), DOMBES)

    assert "dont le code est 01083 et non 01084" in told


def test_the_file_itself_knows_its_names(fichier):
    good = [("Chaneins", "01083", None)] * 2 + [("Villars-les-Dombes", "01443", None)] * 2

    (told,) = phrases(fichier(*good, ("Villars-les-Dombes", "01083", None)))

    assert "ligne 6" in told
    assert "dont le code est 01443 et non 01083" in told


@pytest.mark.parametrize(
    ("nom", "code"),
    [
        ("VILLARS LES DOMBES", "01443"),
        ("St André de Corcy", "01333"),
        ("Le Chaneins", "01083"),
        ("Chaneins-Nouveau-Nom", "01083"),
        ("Chaneins", "1083"),
        ("Chaneins", "71083"),
    ],
)
def test_what_is_no_disagreement(fichier, nom, code):
    (territoire,) = lu("x.xlsx", fichier((nom, code, None)), DOMBES).territoires

    assert territoire.code == code.zfill(5)


@pytest.mark.parametrize(
    ("code", "niveau", "said"),
    [
        ("01093", "Département", "le code 01093 est celui d'une commune"),
        ("200042497", "Commune", "est celui d'une intercommunalité"),
        ("01", "Commune", "d'un département ou d'une région ou de la France"),
    ],
)
def test_a_level_that_contradicts_the_code_is_told(fichier, code, niveau, said):
    (told,) = phrases(fichier(("Quelque part", code, niveau)), DOMBES)

    assert "colonne niveau (J)" in told
    assert said in told
    assert f"alors que le niveau dit {niveau}" in told


def test_a_name_almost_known_is_asked_about(fichier):
    (told,) = phrases(fichier(("Chanins", None, None)), DOMBES)

    assert "Chanins : vouliez-vous dire Chaneins ?" in told
    assert "colonne territoire (D)" in told
    assert lu("x.xlsx", fichier(("Vannes", None, None)), DOMBES).territoires[0].nom == "Vannes"
    assert lu("x.xlsx", fichier(("Chanins", "01999", None)), DOMBES).territoires


def test_everything_is_told_in_one_round(ligne):
    rows = [ligne(), ligne(annee="hier"), ligne(valeur="x"), ligne(), ligne(valeur="y")]

    found = [(a.genre, a.ligne) for a in refus("x.xlsx", ecrire(rows))]

    assert found == [
        ("valeur_illisible", 3),
        ("valeur_illisible", 4),
        ("doublon", 4),
        ("doublon", 5),
        ("valeur_illisible", 6),
        ("doublon", 6),
    ]


@pytest.mark.parametrize("entete", [["objectif", "enjeu", "table"], ["Objectifs"]])
@pytest.mark.parametrize("feuille", ["Objectifs", "Indicateurs"])
def test_a_file_of_objectifs_is_told_as_such(entete, feuille):
    (told,) = phrases(ecrire([["Ouvrir une crèche"]], feuille=feuille, entete=entete))

    assert "contient des objectifs" in told


def test_a_text_of_objectifs_too():
    (told,) = phrases(b"objectif;enjeu\nOuvrir;Enfance\n")

    assert "contient des objectifs" in told


def test_without_any_header_the_template_is_where_to_start():
    (told,) = phrases(b"Ouvrir une creche\nAider les aidants\n")

    assert "modèle à remplir" in told
