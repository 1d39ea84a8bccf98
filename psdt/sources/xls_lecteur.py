"""An old workbook on standard input, its cells on standard output: a process of its own.

Started by its path and in isolated mode (``python -I``): it imports nothing of psdt, so that
it begins at once and holds nothing worth taking. It writes one line of JSON a sheet,
``{"feuille": name, "rang": n, "fusions": [[column, top, bottom], …]}``, then one a row,
``[number, cell, …]``; a date is ``{"date": "2021-05-12T00:00:00"}``.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

MEMOIRE = 320 * 1024 * 1024
MAX_SORTIE = 40 * 1024 * 1024
MOT_DE_PASSE, TROP_GRAND = 3, 4
"""Exit statuses; any other one says that the file is damaged."""


def main() -> int:
    """Read, write; return the exit status."""
    if sys.platform != "win32":  # there, the one who waits for us still watches the clock
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMOIRE, MEMOIRE))
    from python_calamine import PasswordError

    left = MAX_SORTIE
    try:
        for line in _lignes(sys.stdin.buffer.read()):
            written = json.dumps(line, default=_date)
            left -= len(written)
            if left < 0:
                return TROP_GRAND
            sys.stdout.write(f"{written}\n")
    except PasswordError:
        return MOT_DE_PASSE
    except MemoryError:
        return TROP_GRAND
    return 0


def _lignes(contenu: bytes) -> Iterator[Any]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum

    book = CalamineWorkbook.from_filelike(BytesIO(contenu))
    for rang, sheet in enumerate(book.sheets_metadata):
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        cells = book.get_sheet_by_name(sheet.name)
        merged = cells.merged_cell_ranges or []
        fusions = [
            [left, top + 1, bottom + 1] for (top, left), (bottom, right) in merged if left == right
        ]
        yield {"feuille": sheet.name, "rang": rang, "fusions": fusions}
        for numero, row in enumerate(cells.iter_rows(), 1):
            yield [numero, *row]


def _date(value: object) -> object:
    return {"date": value.isoformat()} if isinstance(value, date) else str(value)


if __name__ == "__main__":
    sys.exit(main())
