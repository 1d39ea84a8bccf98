"""The workbook as a reader finds it, opened by another library than the one that wrote it."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pandas as pd
import pytest

from psdt.exports import EXPORTS
from psdt.words import classeur as mots

# openpyxl does not know the data bars of Excel 2010, and says so.
pytestmark = pytest.mark.filterwarnings("ignore:.*xtension is not supported")

HOSTILE = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    '=HYPERLINK("http://exemple.fr")',
    "https://exemple.fr",
    "\t=1+1",
    "\x0b=1+1",
    "seul \ud800 ici",
    "a\x00b\uffff",
    "<b>gras</b> & _x0041_",
    "x" * 40_000,
]


def opened(dossier, *, values: bool = False):
    return openpyxl.load_workbook(BytesIO(EXPORTS["xlsx"](dossier)), data_only=values)


def column(sheet, number: int, first: int) -> list:
    return [row[number].value for row in sheet.iter_rows(min_row=first)]


def formulas(workbook) -> dict[str, str]:
    return {
        f"{sheet.title}!{cell.coordinate}": cell.value
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def test_has_four_sheets_that_print_well(dossier):
    workbook = opened(dossier)

    assert workbook.sheetnames == ["Lisez-moi", "Priorités", "Critères", "Détail"]
    for sheet in workbook:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in {None, 1}  # one page wide is what is not written
        assert "CIAS de démonstration" in sheet.oddFooter.left.text
        assert "Données d'exemple" in sheet.oddFooter.left.text
    assert [sheet.print_title_rows for sheet in workbook][1:] == ["$5:$6", "$5:$5", "$5:$5"]
    assert [sheet.freeze_panes for sheet in workbook][1:] == ["C7", "B6", "B6"]
    assert [list(sheet.tables) for sheet in workbook][1:] == [
        ["Priorites"],
        ["Criteres"],
        ["Detail"],
    ]


def test_the_first_sheet_says_the_rule_the_dates_and_who_answered(dossier):
    text = "\n".join(filter(None, column(opened(dossier)["Lisez-moi"], 1, 1)))

    assert opened(dossier)["Lisez-moi"]["A4"].value == "Deux enjeux arrivent en tête"
    assert "12 décembre 2026" in text
    assert "1er avril 2027" in text
    assert "6\u00a0personnes (Élus 6)" in text
    assert mots.REGLE in text
    assert mots.SOURCE in text


def test_previewers_find_the_values_of_today(dossier):
    sheet = opened(dossier, values=True)["Priorités"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=7, max_row=9)]

    assert rows == [
        [1, "Soulager les aidants", 4, 1, 75, 6, "consensus"],
        [1, "Se déplacer sans voiture", 4, 1, 75, 6, "clivant"],
        [3, "Rompre l'isolement", 2.5, None, 50, 6, "partagé"],
    ]


def test_scores_and_ranks_follow_the_weights(dossier):
    live = formulas(opened(dossier))

    assert live["Priorités!C5"] == "='Critères'!$C$6"
    assert live["Priorités!D5"] == "='Critères'!$C$7"
    assert live["Priorités!A7"] == '=IF(ISNUMBER(E7),RANK(E7,$E$7:$E$9),"")'
    assert "SUMPRODUCT($C$5:$D$5*ISNUMBER(C9:D9)*(C9:D9-1))" in live["Priorités!E9"]
    assert live["Critères!C8"] == "=SUM(C6:C7)"
    assert len(live) == 2 + 3 + 3 + 1


def test_an_enjeu_without_answers_has_no_rank(dossier):
    enjeux = dossier.enjeux.copy()
    enjeux.loc[2, "rang"], enjeux.loc[2, "score"] = pd.NA, float("nan")
    sheet = opened(replace(dossier, enjeux=enjeux), values=True)["Priorités"]

    assert (sheet["A9"].value, sheet["E9"].value) == (None, None)


def test_has_a_native_chart_of_all_scores(dossier):
    (chart,) = opened(dossier)["Priorités"]._charts

    assert chart.series[0].val.numRef.f == "Priorités!$E$7:$E$9"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_of_people_becomes_a_formula(dossier, text):
    """Enjeux, criteria, and the names of the organism: all are typed by somebody."""
    enjeux, criteres, detail = (
        table.astype(object).assign(
            **{name: pd.Series(text, table.index, dtype=object) for name in names}
        )
        for table, names in (
            (dossier.enjeux, ["enjeu"]),
            (dossier.criteres, ["critere", "question", "niveau_1"]),
            (dossier.detail, ["enjeu", "critere"]),
        )
    )
    hostile = replace(
        dossier,
        enjeux=enjeux,
        criteres=criteres,
        detail=detail,
        organisme=text,
        demarche=text,
        titre=text,
        constat=text,
    )

    live = formulas(opened(hostile))
    expected = text.translate(dict.fromkeys([0, 0x0B, 0xD800, 0xFFFF]))[:32_000]

    assert live == formulas(opened(dossier))
    assert opened(hostile)["Priorités"]["B7"].value == expected
    assert opened(hostile)["Lisez-moi"]["A4"].hyperlink is None


def test_a_text_that_looks_like_a_formula_stays_a_text_when_edited(dossier):
    enjeux = dossier.enjeux.assign(enjeu=["=1+1", "+33 2 97", "un et un"])
    sheet = opened(replace(dossier, enjeux=enjeux))["Priorités"]

    assert [sheet[f"B{row}"].quotePrefix for row in (7, 8, 9)] == [True, True, False]


def test_the_empty_table_still_opens(dossier):
    nothing = replace(
        dossier,
        enjeux=dossier.enjeux.iloc[:0],
        moyennes=dossier.moyennes.iloc[:0],
        detail=dossier.detail.iloc[:0],
    )

    assert opened(nothing)["Priorités"]["B7"].value is None


def test_objectifs_by_the_hundred_are_drawn_up_to_what_is_readable(dossier):
    many = pd.concat([dossier.enjeux] * 60, ignore_index=True)
    workbook = opened(replace(dossier, enjeux=many, moyennes=pd.concat([dossier.moyennes] * 60)))
    (chart,) = workbook["Priorités"]._charts

    assert chart.series[0].val.numRef.f == "Priorités!$E$7:$E$36"
    assert workbook["Priorités"].page_setup.fitToHeight == 0


def test_the_text_file_has_the_numbers_behind_the_three_figures(dossier):
    header, first, *_, last = EXPORTS["csv"](dossier).decode("utf-8-sig").splitlines()

    criteres = '";"'.join(dossier.criteres["critere"])
    assert header == f'"Rang";"Enjeu";"{criteres}";"Score";"Réponses";"Accord"'
    assert first == '"1";"Soulager les aidants";"4";"1";"75";"6";"consensus"'
    assert last == '"3";"Rompre l\'isolement";"2,5";"";"50";"6";"partagé"'


def test_the_text_file_says_nothing_of_what_is_not_published(dossier):
    hidden = dossier.enjeux.assign(
        rang=pd.array([1, 1, None], dtype="Int64"),
        score=[75.0, 75.0, float("nan")],
        reponses=pd.array([6, 6, None], dtype="Int64"),
        accord=["consensus", "clivant", None],
    )
    moyennes = dossier.moyennes.copy()
    moyennes.iloc[2] = float("nan")
    text = EXPORTS["csv"](replace(dossier, enjeux=hidden, moyennes=moyennes)).decode("utf-8-sig")

    assert text.splitlines()[-1] == '"";"Rompre l\'isolement";"";"";"";"";""'
