"""Names of columns, heights of rows, names of files."""

from datetime import date

import pytest

from psdt.exports.dossier import file_name
from psdt.exports.workbook import height, unique


def test_headers_are_one_line_and_never_twice():
    assert unique(["Accès\naux droits", "ACCÈS aux droits", " ", "\x0b"]) == [
        "Accès aux droits",
        "ACCÈS aux droits (2)",
        "(sans titre)",
        "(sans titre) (2)",
    ]


def test_a_row_is_as_high_as_its_longest_text():
    one = height(["court", 12, None], [20, 8, 8])

    assert height(["un texte assez long pour tenir sur trois lignes", 1], [20, 8]) > 2 * one
    assert height([], []) == one


@pytest.mark.parametrize(
    ("organisme", "name"),
    [
        ("CCAS de Vannes", "2026-03-01_ccas_priorites_v2.xlsx"),
        ("« L'Étoile »", "2026-03-01_l_priorites_v2.xlsx"),
        ("../../etc", "2026-03-01_etc_priorites_v2.xlsx"),
        ("日本", "2026-03-01_priorites_v2.xlsx"),
    ],
)
def test_a_file_name_travels_everywhere(organisme, name):
    assert file_name(date(2026, 3, 1), organisme, "Priorités", 2, "xlsx") == name
