"""A workbook in the look of the house: safe texts, real tables, page setup on every sheet."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from psdt.words import classeur as mots

PRIMARY, GREY = "#134A50", "#5A6872"
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
LINE_HEIGHT = 15.5
HEADING = 28
PARAGRAPH = 100
"""Width of a paragraph, in characters."""
LETTERS = 1.12  # in the width of ten digits, one writes eleven letters
LONGEST = 32_000  # Excel refuses more than 32 767 characters in a cell, and says nothing

BASE = {"font_name": "Calibri", "font_size": 11, "valign": "vcenter"}
HEADER = {
    "bold": True,
    "bg_color": PRIMARY,
    "font_color": "#FFFFFF",
    "text_wrap": True,
    "valign": "top",
}
STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 18, "font_color": PRIMARY},
    "finding": {"bold": True, "font_size": 13},
    "note": {"font_color": GREY},
    "label": {"bold": True, "text_wrap": True, "valign": "top"},
    "paragraph": {"text_wrap": True, "valign": "top"},
    "header": HEADER | {"align": "left", "indent": 1},
    "number header": HEADER | {"align": "center"},
    "figure header": HEADER | {"align": "right"},
    "text": {"text_wrap": True, "align": "left", "indent": 1},
    "code": {"num_format": "@", "align": "left", "indent": 1},
    "strong": {
        "text_wrap": True,
        "align": "left",
        "indent": 1,
        "bold": True,
        "font_color": PRIMARY,
    },
    "integer": {"num_format": "#,##0", "align": "center"},
    "decimal": {"num_format": "0.0", "align": "center"},
    "year": {"num_format": "0", "align": "center"},
    "figure": {"num_format": "General", "align": "right"},
    "fragile": {"align": "right", "bold": True, "font_color": "#B4611D", "underline": True},
    "axis": {"bold": True, "font_color": PRIMARY, "bottom": 1, "bottom_color": PRIMARY},
    "absent": {"font_color": GREY, "align": "right", "text_wrap": True},
    "score": {"num_format": "0.0", "bold": True, "align": "center"},
    "percent": {"num_format": "0.0 %", "align": "center"},
    "input": {
        "num_format": "0.0 %",
        "align": "center",
        "bg_color": "#FFF6D6",
        "border": 1,
        "border_color": "#E2C75C",
    },
    "link": {"font_color": PRIMARY, "underline": True},
}


WORDS = {"text", "strong"}


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure shown with its decimals and its unit; « 12,5 % » stays the number 12.5."""

    value: float | None
    places: int
    suffix: str = ""

    @property
    def num_format(self) -> str:
        """The same, as workbooks say it."""
        decimals = f".{'0' * self.places}" if self.places else ""
        unit = '"{}"'.format(self.suffix.replace('"', "")) if self.suffix else ""
        return f"#,##0{decimals}{unit}"


def clean(text: str) -> str:
    """Return a text that a workbook can hold: no control character, no lone surrogate."""
    return FORBIDDEN.sub("", text)[:LONGEST]


def unique(names: Iterable[str]) -> list[str]:
    """Return headers that a table accepts: one line, none empty, none twice.

    Examples
    --------
    >>> unique(["Score", "score", ""])
    ['Score', 'score (2)', '(sans titre)']
    """
    found: list[str] = []
    for name in names:
        base = " ".join(clean(name).split())[:200] or mots.SANS_NOM
        header, again = base, 1
        while header.casefold() in {other.casefold() for other in found}:
            again += 1
            header = f"{base} ({again})"
        found.append(header)
    return found


def height(values: Iterable[object], widths: Iterable[float]) -> float:
    """Return the height of a row, in points: not every reader adjusts it to wrapped texts."""
    lines = [
        len(textwrap.wrap(str(value), max(int(width * LETTERS) - 1, 1)))
        if isinstance(value, str)
        else 1
        for value, width in zip(values, widths, strict=True)
    ]
    return LINE_HEIGHT * max(lines, default=1) + 4


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its header, the look of its cells, its width in characters."""

    header: str
    style: str
    width: float

    @property
    def header_style(self) -> str:
        """The look of the header: numbers are centred, words are not."""
        return "header" if self.style in WORDS else "number header"


class Book:
    """A workbook being written. Every text goes through `text`: none becomes a formula."""

    def __init__(
        self,
        *,
        title: str,
        author: str,
        jour: date,
        demonstration: bool = False,
        subject: str = "",
    ) -> None:
        self._buffer = BytesIO()
        self._book = xlsxwriter.Workbook(
            self._buffer,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        created = datetime(jour.year, jour.month, jour.day)  # noqa: DTZ001 - Excel has no zone
        self._book.set_properties(
            {"title": clean(title), "author": clean(author), "created": created}
        )
        self._book.set_calc_mode("auto")
        footer = [mots.EXEMPLE] * demonstration + [author, subject or title]
        self._footer = f"&L&8{_literal(' — '.join(footer))}&R&8{mots.PAGE}"
        self._formats: dict[tuple[str, bool], Format] = {}

    def style(self, name: str, *, quoted: bool = False) -> Format:
        """Return a look; ``quoted`` keeps a cell a text even when somebody edits it."""
        if (name, quoted) not in self._formats:
            self._formats[name, quoted] = self._book.add_format(
                BASE | STYLES[name] | ({"quote_prefix": True} if quoted else {})
            )
        return self._formats[name, quoted]

    def _measured(self, name: str, num_format: str) -> Format:
        """Return a look with another format of numbers."""
        key = (f"{name} {num_format}", False)
        if key not in self._formats:
            look = BASE | STYLES[name] | {"num_format": num_format}
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]

    def differential(self, look: dict[str, Any]) -> Format:
        """Return the look of a conditional format."""
        return self._book.add_format(look)

    def sheet(self, name: str, *, repeat: tuple[int, int] | None = None) -> Worksheet:
        """Add a sheet that prints well: A4 landscape, one page wide, titles repeated."""
        sheet = self._book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer(self._footer)
        if repeat:
            sheet.repeat_rows(*repeat)
        return sheet

    def read_me(self, title: str, lines: Iterable[tuple[str, str]], *, labels: float = 20) -> None:
        """Add the sheet that says what the workbook is: a title, then `explained` lines."""
        sheet = self.sheet(mots.LISEZ_MOI)
        self.text(sheet, 0, 0, title, "title")
        self.explained(sheet, 2, lines, labels=labels)

    def explained(
        self, sheet: Worksheet, first: int, lines: Iterable[tuple[str, str]], *, labels: float = 20
    ) -> None:
        """Write labels and their paragraphs from a row down; a label alone is a heading."""
        sheet.set_column(0, 0, labels)
        sheet.set_column(1, 1, PARAGRAPH)
        for row, (label, text) in enumerate(lines, start=first):
            self.text(sheet, row, 0, label, "label" if text else "finding")
            self.text(sheet, row, 1, text, "paragraph")
            sheet.set_row(row, height([text], [PARAGRAPH]) if text else HEADING)

    def text(self, sheet: Worksheet, row: int, column: int, text: str, style: str) -> None:
        """Write words, whatever they look like: « =1+1 » stays four characters."""
        words = clean(text)
        quoted = words.lstrip()[:1] in {"=", "+", "-", "@"}
        sheet.write_string(row, column, words, self.style(style, quoted=quoted))

    def cell(self, sheet: Worksheet, row: int, column: int, value: Any, style: str) -> None:
        """Write a text, a number, or an empty cell for what is missing (``None`` or NaN)."""
        if isinstance(value, Measure):
            look = self._measured(style, value.num_format)
            sheet.write(row, column, value.value, look)
        elif isinstance(value, str):
            self.text(sheet, row, column, value, style)
        elif pd.isna(value):
            sheet.write_blank(row, column, None, self.style(style))
        else:
            sheet.write_number(row, column, value, self.style(style))

    def table(
        self,
        sheet: Worksheet,
        row: int,
        name: str,
        columns: Sequence[Column],
        rows: Sequence[Sequence[object]],
    ) -> None:
        """Write a real Excel table whose header is on ``row``, from the first column."""
        headers = unique(column.header for column in columns)
        for j, column in enumerate(columns):
            sheet.set_column(j, j, column.width)
        sheet.add_table(
            row,
            0,
            row + max(len(rows), 1),
            len(columns) - 1,
            {
                "name": name,
                "style": "Table Style Light 1",
                "columns": [
                    {"header": header, "header_format": self.style(column.header_style)}
                    for header, column in zip(headers, columns, strict=True)
                ],
            },
        )
        widths = [column.width for column in columns]
        sheet.set_row(row, height(headers, [width - 3 for width in widths]))  # a filter button
        for i, values in enumerate(rows, start=row + 1):
            sheet.set_row(i, height(values, widths))
            for j, (column, value) in enumerate(zip(columns, values, strict=True)):
                self.cell(sheet, i, j, value, column.style)

    def bar_chart(self) -> Any:
        """Return an empty chart of horizontal bars, to fill and insert."""
        return self._book.add_chart({"type": "bar"})

    def close(self) -> bytes:
        """Finish, and return the file."""
        self._book.close()
        return self._buffer.getvalue()


def _literal(text: str) -> str:
    """Return a text as a header or footer shows it: there, « & » starts a command."""
    return clean(text).replace("&", "&&")[:180]
