"""The answers to a questionnaire, taken away: what the screen shows, and nothing more."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from psdt.domain.enquetes import Question, Reponse, resultat
from psdt.domain.indicators import Axe
from psdt.exports.enquete import HEADER, Depouillement, csv, workbook
from psdt.words import classeur
from psdt.words import locales as mots

HOSTILE = "=1+1"


def asked(question: str, repondants: int, *, multiple: bool = False, **reponses: int):
    """Return what may be shown of a question."""
    return resultat(
        Question(
            id=1,
            enquete="Enquête",
            annee=2025,
            source="Papier",
            axe=Axe.LOGEMENT,
            question=question,
            repondants=repondants,
            reponses=tuple(Reponse(modalite=m, effectif=n) for m, n in reponses.items()),
            multiple=multiple,
        )
    )


def file(*resultats) -> Depouillement:
    return Depouillement(
        organisme="CIAS de test",
        demonstration=True,
        enquete="Enquête",
        annee=2025,
        resultats=resultats,
        jour=date(2026, 3, 12),
    )


def rows(found: Depouillement) -> list[tuple]:
    book = openpyxl.load_workbook(BytesIO(workbook(found)))
    header, *lines = book[mots.FEUILLE].iter_rows(min_row=HEADER + 1, values_only=True)
    assert header == mots.COLONNES_FICHIER
    return lines


def test_each_answer_is_a_row_whose_numbers_are_numbers():
    first, second = rows(file(asked("Un toit ?", 40, Oui=10, Non=30)))

    assert first == ("Un toit ?", "Oui", 10, 0.25, 40, None, "Papier")
    assert second[1:5] == ("Non", 30, 0.75, 40)


def test_several_answers_and_few_people_carry_their_caution():
    lines = rows(file(asked("Quoi ?", 20, Bus=15, Velo=14)))

    assert {line[5] for line in lines} == {f"{mots.PLUSIEURS} {mots.PETITE_BASE}"}


@pytest.mark.parametrize(
    ("repondants", "reponses", "hidden"),
    [
        (40, {"A": 20, "B": 14, "C": 4, "D": 2}, {4, 2}),
        (40, {"A": 20, "B": 12, "C": 3}, {3}),
        (30, {"A": 27, "B": 12, "C": 2}, {27, 2}),
        (4, {"A": 3, "B": 1}, {3, 1}),
    ],
    ids=["one each", "perhaps none", "several each", "too few people"],
)
def test_what_few_people_said_is_in_no_cell(repondants, reponses, hidden):
    found = file(asked("Quoi ?", repondants, **reponses))

    lines = rows(found)
    told = {line[2] for line in lines} - {None}
    assert told.isdisjoint(hidden)
    shares = {line[3] for line in lines} - {None}
    assert not [n for n in hidden for share in shares if abs(share * repondants - n) < 0.1]
    text = csv(found).decode("utf-8-sig").splitlines()
    assert len(text) == len(lines) + 1
    assert not [n for n in hidden for line in text[1:] if line.split(";")[2] == f'"{n}"']


def test_an_answer_withheld_is_named_without_its_count_and_says_why():
    lines = rows(file(asked("Quoi ?", 30, A=20, B=14, C=2)))

    assert [(line[1], line[2], line[5]) for line in lines if line[2] is None] == [
        ("C", None, f"{mots.NON_MONTRE} {mots.PLUSIEURS}")
    ]


def test_several_answers_possible_is_said_in_every_row():
    lines = rows(file(asked("Quoi ?", 40, multiple=True, Aucune=35, RSA=3, Secours=2)))

    assert [line[1:4] for line in lines] == [
        ("Aucune", 35, 0.875),
        ("RSA", None, None),
        ("Secours", None, None),
    ]
    assert all(mots.PLUSIEURS in line[5] for line in lines)


def test_a_question_too_few_answered_is_one_row_that_says_so():
    (line,) = rows(file(asked("Quoi ?", 4, A=3, B=1)))

    assert line == ("Quoi ?", None, None, None, None, mots.TROP_PEU, "Papier")
    (line,) = rows(file(asked("Quoi ?", 7, A=3, B=4)))
    assert line[4:6] == (7, mots.TROP_PEU)


def test_the_first_sheet_says_how_to_read_it_and_whose_data_they_are():
    book = openpyxl.load_workbook(BytesIO(workbook(file(asked("Quoi ?", 40, A=10, B=30)))))
    said = {row[0]: row[1] for row in book[classeur.LISEZ_MOI].iter_rows(values_only=True)}

    assert said["Confidentialité"] == mots.PROTECTION
    assert said["Source"] == "Papier"
    assert "Données d'exemple" in book[mots.FEUILLE].oddFooter.left.text


def test_nothing_is_a_formula():
    found = file(asked(HOSTILE, 40, **{HOSTILE: 10, "@b": 30}))
    book = openpyxl.load_workbook(BytesIO(workbook(found)))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert (
        csv(found).decode("utf-8-sig").splitlines()[1].startswith(f'"\'{HOSTILE}";"\'{HOSTILE}"')
    )
