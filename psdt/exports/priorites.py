"""The priority table as a workbook that recalculates: change a weight, ranks follow."""

from typing import Any

import pandas as pd
from xlsxwriter.utility import xl_range, xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from psdt.domain.priorites import NIVEAUX, SEUIL_PUBLICATION, Accord
from psdt.exports.dossier import Dossier
from psdt.exports.workbook import PRIMARY, Book, Column
from psdt.words import classeur as mots

WEIGHTS, HEADER, FIRST = 4, 5, 6
"""Rows of « Priorités »: the weights, the header of the table, its first line."""
MEANS = 2
"""Column of the first mean in « Priorités »."""
CRITERIA, WEIGHT = 4, 2
"""Row of the header of « Critères », and the column of the weights."""
ON_ONE_PAGE = 24
DRAWN = 30
"""Beyond this number of bars, a chart is no longer read."""
TINTS = {Accord.CONSENSUS: "#CFE2DD", Accord.CLIVANT: "#F6E3D3"}
LEVELS = [f"niveau_{niveau}" for niveau in NIVEAUX]


def workbook(dossier: Dossier) -> bytes:
    """Return the workbook: « Lisez-moi », « Priorités », « Critères », « Détail »."""
    book = Book(
        title=mots.TITRE,
        author=dossier.organisme,
        subject=dossier.demarche,
        demonstration=dossier.demonstration,
        jour=dossier.jour,
    )
    _read_me(book, dossier)
    _priorities(book, dossier)
    _criteria(book, dossier)
    _detail(book, dossier)
    return book.close()


def _read_me(book: Book, dossier: Dossier) -> None:
    sheet = book.sheet(mots.LISEZ_MOI)
    _title(book, sheet, mots.TITRE, dossier, "")
    book.text(sheet, 3, 0, dossier.constat, "finding")
    lines = mots.lignes(
        titre=dossier.titre,
        vue=dossier.vue,
        participation=mots.participation(dossier.n_personnes, dossier.effectifs),
        dates=mots.dates(dossier.clos_le, dossier.jour),
        confidentialite=mots.confidentialite(SEUIL_PUBLICATION),
    )
    book.explained(sheet, 5, lines.items())
    for row, (name, label) in enumerate(mots.LIENS.items(), start=6 + len(lines)):
        sheet.write_url(row, 1, f"internal:'{name}'!A1", book.style("link"), label)


def _priorities(book: Book, dossier: Dossier) -> None:
    sheet = book.sheet(mots.PRIORITES, repeat=(WEIGHTS, HEADER))
    lines = dossier.enjeux.astype(object).to_dict("records")
    n, score = len(lines), MEANS + len(dossier.criteres)
    last = HEADER + max(n, 1)
    _title(book, sheet, mots.TITRE, dossier, mots.AIDE_PRIORITES)
    rank, enjeu, *others = mots.NOMS_ENJEUX
    book.table(
        sheet,
        HEADER,
        "Priorites",
        [
            Column(rank, "integer", 8),
            Column(enjeu, "text", 52),
            *(Column(name, "decimal", 15) for name in dossier.criteres["critere"]),
            *(
                Column(name, style, 14)
                for name, style in zip(others, ("score", "integer", "text"), strict=True)
            ),
        ],
        [
            [None, line["enjeu"], *means, None, line["reponses"], line["accord"]]
            for line, means in zip(lines, dossier.moyennes.to_numpy(), strict=True)
        ],
    )
    book.text(sheet, WEIGHTS, 1, mots.POIDS_ACTUELS, "note")
    for j, weight in enumerate(dossier.criteres["poids"]):
        source = xl_rowcol_to_cell(CRITERIA + 1 + j, WEIGHT, row_abs=True, col_abs=True)
        formula = f"='{mots.CRITERES}'!{source}"
        sheet.write_formula(WEIGHTS, MEANS + j, formula, book.style("percent"), weight)
    for row, line in enumerate(lines, start=FIRST):
        _live(book, sheet, row, (score, last), (line["rang"], line["score"]))
    sheet.freeze_panes(FIRST, MEANS)
    _colours(book, sheet, score, last)
    _chart(book, sheet, score, n)
    if n <= ON_ONE_PAGE:
        sheet.fit_to_pages(1, 1)
    sheet.activate()


def _live(
    book: Book, sheet: Worksheet, row: int, area: tuple[int, int], cached: tuple[Any, Any]
) -> None:
    """Write the formulas of one line, with the rank and score they give today.

    The mean is over the criteria that have one: an empty cell takes its weight away. Scores
    are rounded far beyond what is shown, so that equal scores stay equal in floating point.
    """
    score, last = area
    rank, value = ("" if pd.isna(number) else number for number in cached)
    weights = xl_range_abs(WEIGHTS, MEANS, WEIGHTS, score - 1)
    means = xl_range(row, MEANS, row, score - 1)
    known = f"SUMPRODUCT({weights}*ISNUMBER({means}))"
    total = f"SUMPRODUCT({weights}*ISNUMBER({means})*({means}-1))"
    own = xl_rowcol_to_cell(row, score)
    column = xl_range_abs(FIRST, score, last, score)
    sheet.write_formula(
        row,
        score,
        f'=IF({known}=0,"",ROUND(100*{total}/{NIVEAUX[-1] - 1}/{known},9))',
        book.style("score"),
        value,
    )
    sheet.write_formula(
        row, 0, f'=IF(ISNUMBER({own}),RANK({own},{column}),"")', book.style("integer"), rank
    )


def _colours(book: Book, sheet: Worksheet, score: int, last: int) -> None:
    sheet.conditional_format(
        FIRST,
        MEANS,
        last,
        score - 1,
        {
            "type": "2_color_scale",
            "min_type": "num",
            "max_type": "num",
            "min_value": NIVEAUX[0],
            "max_value": NIVEAUX[-1],
            "min_color": "#FFFFFF",
            "max_color": "#8FBDB6",
        },
    )
    sheet.conditional_format(
        FIRST,
        score,
        last,
        score,
        {
            "type": "data_bar",
            "bar_solid": True,
            "bar_color": "#CFE2DD",
            "min_type": "num",
            "max_type": "num",
            "min_value": 0,
            "max_value": 100,
        },
    )
    _agreement_colours(book, sheet, (FIRST, score + 2, last, score + 2))


def _agreement_colours(book: Book, sheet: Worksheet, area: tuple[int, int, int, int]) -> None:
    for accord, tint in TINTS.items():
        look = book.differential({"bg_color": tint})
        rule = {"type": "cell", "criteria": "==", "value": f'"{accord}"', "format": look}
        sheet.conditional_format(*area, rule)


def _chart(book: Book, sheet: Worksheet, score: int, n: int) -> None:
    if not n:
        return
    end = HEADER + min(n, DRAWN)
    chart = book.bar_chart()
    chart.add_series(
        {
            "name": mots.GRAPHIQUE,
            "categories": [mots.PRIORITES, FIRST, 1, end, 1],
            "values": [mots.PRIORITES, FIRST, score, end, score],
            "fill": {"color": PRIMARY},
            "gap": 40,
            "data_labels": {"value": True, "num_format": "0.0", "font": {"size": 10}},
        }
    )
    chart.set_title({"name": mots.GRAPHIQUE, "name_font": {"size": 13, "color": PRIMARY}})
    chart.set_y_axis(
        {
            "reverse": True,
            "line": {"none": True},
            "major_tick_mark": "none",
            "num_font": {"size": 10},
        }
    )
    chart.set_x_axis(
        {"visible": False, "major_gridlines": {"visible": False}, "min": 0, "max": 100}
    )
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": 1000, "height": 90 + 24 * min(n, DRAWN)})
    sheet.insert_chart(
        HEADER + n + 2, 1, chart, {"description": mots.GRAPHIQUE_ALT, "object_position": 3}
    )


def _criteria(book: Book, dossier: Dossier) -> None:
    sheet = book.sheet(mots.CRITERES, repeat=(CRITERIA, CRITERIA))
    _title(book, sheet, mots.TITRE_CRITERES, dossier, mots.AIDE_CRITERES)
    styles = ("strong", "text", "input", "text", *("text",) * len(LEVELS))
    widths = (30, 32, 11, 14, *(26,) * len(LEVELS))
    fields = dossier.criteres[["critere", "question", "poids", "accord", *LEVELS]]
    columns = map(Column, mots.NOMS_CRITERES, styles, widths)
    book.table(
        sheet, CRITERIA, "Criteres", list(columns), fields.astype(object).to_numpy().tolist()
    )
    first, last = CRITERIA + 1, CRITERIA + len(fields)
    weights = xl_range(first, WEIGHT, last, WEIGHT)
    book.text(sheet, last + 1, 0, mots.TOTAL, "label")
    total = float(dossier.criteres["poids"].sum())
    sheet.write_formula(last + 1, WEIGHT, f"=SUM({weights})", book.style("percent"), total)
    look = book.differential({"bg_color": TINTS[Accord.CLIVANT]})
    wrong = f"=ABS(${xl_rowcol_to_cell(last + 1, WEIGHT)}-1)>0.0005"
    sheet.conditional_format(
        last + 1, WEIGHT, last + 1, WEIGHT, {"type": "formula", "criteria": wrong, "format": look}
    )
    sheet.data_validation(
        first,
        WEIGHT,
        last,
        WEIGHT,
        {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": 1,
            "input_title": mots.POIDS_TITRE,
            "input_message": mots.POIDS_AIDE,
            "error_title": mots.POIDS_REFUS,
            "error_message": mots.POIDS_REFUS_AIDE,
        },
    )
    _agreement_colours(book, sheet, (first, WEIGHT + 1, last, WEIGHT + 1))
    sheet.freeze_panes(first, 1)


def _detail(book: Book, dossier: Dossier) -> None:
    sheet = book.sheet(mots.DETAIL, repeat=(CRITERIA, CRITERIA))
    _title(book, sheet, mots.TITRE_DETAIL, dossier, mots.aide_detail(SEUIL_PUBLICATION))
    styles = ("text", "text", "percent", "decimal", "integer", "text", *("integer",) * len(LEVELS))
    widths = (52, 32, 11, 13, 14, 14, *(12,) * len(LEVELS))
    fields = dossier.detail[
        ["enjeu", "critere", "poids", "moyenne", "reponses", "accord", *LEVELS]
    ]
    rows = fields.astype(object).to_numpy().tolist()
    book.table(
        sheet, CRITERIA, "Detail", list(map(Column, mots.NOMS_DETAIL, styles, widths)), rows
    )
    first, last = CRITERIA + 1, CRITERIA + max(len(rows), 1)
    _agreement_colours(book, sheet, (first, 5, last, 5))
    sheet.freeze_panes(first, 1)


def _title(book: Book, sheet: Worksheet, title: str, dossier: Dossier, help_: str) -> None:
    """Write what every sheet says on top: its title, where it comes from, how to use it."""
    book.text(sheet, 0, 0, title, "title")
    sheet.set_row(0, 28)
    book.text(sheet, 1, 0, _subtitle(dossier), "note")
    book.text(sheet, 2, 0, help_, "note")


def _subtitle(dossier: Dossier) -> str:
    example = (mots.EXEMPLE,) if dossier.demonstration else ()
    parts = (dossier.titre, dossier.vue, mots.jour(dossier.clos_le), *example)
    return " — ".join(parts)
