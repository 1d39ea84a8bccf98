"""Say what the library that reads old workbooks (.xls) leaves out.

It gives the 0.125 of a cell that shows « 12,5 % », and nothing for a formula that failed:
both would be read as something else. Layouts: [MS-CFB] for the file, which is a small file
system, and [MS-XLS] for the stream « Workbook » inside, a list of records.
"""

from array import array
from collections.abc import Iterator
from struct import unpack_from

from psdt.sources.formats import POURCENTS, est_pourcent

POURCENT = "%"
ERREURS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
}
MAX_REMARQUES = 1_000_000

BOF, EOF, FEUILLE, FORMAT, STYLE = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0
CHIFFRE = 0x002F
NUMBER, RK, MULRK, FORMULA, BOOLERR = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205
BIFF8 = 0x0600
ECHEC = b"\2", b"\xff\xff"
"""First and last bytes of the result of a formula that failed."""

MAX_SECTEUR = 0xFFFFFFFA
"""Above, marks: the end of a chain, a free sector."""
EN_TETE = 512
ENTREE = 128
RACINE, FLUX = "root entry", ("workbook", "book")

Remarques = dict[tuple[int, int], str]
"""By row and column, from 0: « % » for a percentage, else the error that the cell shows."""


def chiffre(contenu: bytes) -> bool:
    """Say whether a password hides what is in the records; the library says « damaged »."""
    return any(kind == CHIFFRE for kind, _ in _enregistrements(_flux(contenu), 0))


def tronque(contenu: bytes) -> bool:
    """Say whether the file ends before the list of its streams."""
    if len(contenu) < EN_TETE:
        return True
    size, directory = contenu[30], int.from_bytes(contenu[48:52], "little")
    return (directory + 1) << min(size, 16) >= len(contenu)


def remarques(contenu: bytes) -> list[Remarques]:
    """Return what is to be known of each sheet, charts included, in the order of the file.

    Raises ``ValueError``, ``LookupError`` or ``struct.error`` when the file is damaged.
    """
    stream = _flux(contenu)
    starts: list[int] = []
    formats = set(POURCENTS)
    styles: list[int] = []
    version = 0
    for kind, data in _enregistrements(stream, 0):
        if kind == BOF:
            (version,) = unpack_from("<H", data)
        elif kind == FEUILLE:
            starts.append(unpack_from("<I", data)[0])
        elif kind == FORMAT and est_pourcent(_format(data, version)):
            formats.add(unpack_from("<H", data)[0])
        elif kind == STYLE:
            styles.append(unpack_from("<H", data, 2)[0])
    percents = {rank for rank, format_ in enumerate(styles) if format_ in formats}
    return [_feuille(stream, start, percents) for start in starts]


def _feuille(stream: bytes, start: int, percents: set[int]) -> Remarques:
    found: Remarques = {}
    for kind, data in _enregistrements(stream, start):
        for row, column, style in _nombres(kind, data):
            if style in percents:
                found[row, column] = POURCENT
        error = _erreur(kind, data)
        if error is not None:
            found[unpack_from("<HH", data)] = ERREURS.get(error, "#N/A")
        if len(found) > MAX_REMARQUES:
            raise ValueError("too many cells to correct")
    return found


def _nombres(kind: int, data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the row, the column and the style of the numbers of a record."""
    if kind in (NUMBER, RK, FORMULA):
        yield unpack_from("<HHH", data)
    elif kind == MULRK:
        row, first = unpack_from("<HH", data)
        for rank in range((len(data) - 6) // 6):
            yield row, first + rank, unpack_from("<H", data, 4 + 6 * rank)[0]


def _erreur(kind: int, data: bytes) -> int | None:
    """Return the code of the error in a cell, if that is what it holds."""
    if kind == BOOLERR and data[7:8] == b"\1":
        return data[6]
    if kind == FORMULA and (data[6:7], data[12:14]) == ECHEC:
        return data[8]
    return None


def _format(data: bytes, version: int) -> str:
    """Return the text of a format, after its number."""
    if version < BIFF8:
        return data[3 : 3 + data[2]].decode("latin-1")
    length, wide = unpack_from("<HB", data, 2)
    return data[5:].decode("utf-16-le" if wide & 1 else "latin-1", "replace")[:length]


def _enregistrements(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of the workbook, or of a sheet, without those of its drawings."""
    place, depth = start, 0
    while True:
        kind, size = unpack_from("<HH", stream, place)
        data = stream[place + 4 : place + 4 + size]
        place += 4 + size
        depth += (kind == BOF) - (kind == EOF)
        if depth < 1:
            return
        if depth == 1:
            yield kind, data


def _flux(contenu: bytes) -> bytes:
    """Return the stream of the workbook: sectors chained all over the file."""
    size = 1 << unpack_from("<H", contenu, 30)[0]
    listed, directory, small = (unpack_from("<I", contenu, at)[0] for at in (44, 48, 56))
    small_table, extension = (unpack_from("<I", contenu, at)[0] for at in (60, 68))

    def sector(n: int) -> bytes:
        return contenu[(n + 1) * size : (n + 2) * size]

    tables = list(unpack_from("<109I", contenu, 76))
    while extension < MAX_SECTEUR and len(tables) < listed:
        *more, extension = unpack_from(f"<{size // 4}I", sector(extension))
        tables += more
    following = array("I", b"".join(sector(n) for n in tables[:listed] if n < MAX_SECTEUR))

    def chain(n: int) -> bytes:
        return b"".join(map(sector, _chaine(n, following)))

    entries = dict(_entrees(chain(directory)))
    start, length = next(entries[name] for name in FLUX if name in entries)
    if length >= small:
        return chain(start)[:length]
    packed, ranks = chain(entries[RACINE][0]), array("I", chain(small_table))
    return b"".join(packed[64 * n : 64 * n + 64] for n in _chaine(start, ranks))[:length]


def _chaine(first: int, following: "array[int]") -> Iterator[int]:
    """Yield the numbers of a chain of sectors; a loop ends as a damaged file."""
    n, left = first, len(following)
    while n < MAX_SECTEUR:
        yield n
        n, left = following[n], left - 1
        if left < 0:
            raise ValueError("a chain of sectors without end")


def _entrees(directory: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the names of the directory, with their first sector and their length."""
    for place in range(0, len(directory) - ENTREE + 1, ENTREE):
        (length,) = unpack_from("<H", directory, place + 64)
        name = directory[place : place + max(min(length, 64) - 2, 0)].decode(
            "utf-16-le", "replace"
        )
        yield name.lower(), unpack_from("<II", directory, place + 116)
