"""The fiche communale as a workbook."""

from datetime import date
from io import BytesIO

import openpyxl
import pandas as pd
import pytest

from psdt.domain.indicators import Niveau, Statut
from psdt.exports.comparaison import Releve
from psdt.exports.fiche import FicheCommunale, Ligne, Rubrique
from psdt.exports.fiche_classeur import mesure, workbook
from psdt.exports.workbook import Measure
from psdt.words import comparer, fiche
from psdt.words.classeur import LISEZ_MOI

HOSTILE = "=1+1"


def line(libelle: str, *textes: str, fragile: bool = False) -> Ligne:
    known = tuple(text[:1].isdigit() for text in textes)
    return Ligne(
        libelle=libelle, textes=textes, connus=known, fragile=fragile, points=(), autres=()
    )


@pytest.fixture
def book():
    page = FicheCommunale(
        nom="Caden",
        population="1 641 habitants en 2023.",
        cles=(),
        fragilites=(HOSTILE, "Une phrase " * 40),
        forces=(),
        colonnes=("Caden", "Intercommunalité"),
        niveaux=("COMMUNE", "EPCI"),
        themes=(
            Rubrique(nom="Emploi", lignes=(line("Chômage", "12,5\u202f%", "9,0\u202f%"),)),
            Rubrique(
                nom="Logement",
                lignes=(line(HOSTILE, "20\u202f040\u00a0€", "secret statistique", fragile=True),),
            ),
        ),
        repere="l'intercommunalité",
        notes=("Une note.",),
    )
    rows = [
        ("Chômage", "%", "Caden", "1", Niveau.COMMUNE, 2022, 12.5, 3.5, Statut.OK, "Insee"),
        ("Chômage", "%", "Malansac", "2", Niveau.COMMUNE, 2022, 9.0, None, Statut.OK, "Insee"),
    ]
    columns = (
        *("libelle", "unite", "territoire", "code_territoire", "niveau", "annee"),
        *("valeur", "ecart", "statut", "source"),
    )
    releve = Releve(
        organisme="CIAS",
        demonstration=True,
        titre="Titre",
        sous_titre="",
        notes=(),
        lignes=pd.DataFrame(rows, columns=columns),
        jour=date(2026, 11, 24),
    )
    return openpyxl.load_workbook(BytesIO(workbook(page, releve)))


def test_opens_on_the_page_as_it_is_read(book):
    sheet = book.active
    rows = [
        [cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)
    ]

    assert book.sheetnames == [fiche.TITRE, LISEZ_MOI, comparer.FEUILLE]
    assert sheet.title == fiche.TITRE
    assert rows[0] == ["Caden"]
    assert [HOSTILE] in rows
    assert [fiche.INDICATEUR, "Caden", "Intercommunalité"] in rows
    assert ["Chômage", 12.5, 9.0] in rows
    assert [HOSTILE, 20040, "secret statistique"] in rows
    assert [fiche.CALME["forces"]] in rows
    assert ["Une note."] in rows


def test_numbers_have_their_decimals_and_their_unit(book):
    cells = {c.value: c for row in book.active.iter_rows() for c in row if c.value is not None}
    figures = [row[6].number_format for row in book[comparer.FEUILLE].iter_rows(min_row=4)]

    assert cells[12.5].number_format == '#,##0.0"\u202f%"'
    assert cells[20040].number_format == '#,##0"\u00a0€"'
    assert cells[20040].font.color.rgb == "FFB4611D"
    assert figures == ["#,##0.0", "#,##0.0"]


@pytest.mark.parametrize(
    ("texte", "dit"),
    [
        ("−1\u202f250,50\u00a0€", Measure(-1250.5, 2, "\u00a0€")),
        ("0", Measure(0.0, 0)),
        ("3 foyers", Measure(3.0, 0, " foyers")),
        ("secret statistique", "secret statistique"),
        ("2 à 3", "2 à 3"),
    ],
)
def test_a_text_is_the_number_it_shows(texte, dit):
    assert mesure(texte) == dit
