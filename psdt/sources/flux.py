"""Read a text table from top to bottom without holding it: an extract, or all of France.

A row is parsed only when its territoire is wanted: 35,000 rows of 2,000 columns take
seconds, and the memory of a block.
"""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol

from psdt.sources.anomalies import Anomalie, Genre, IllisibleError
from psdt.sources.cellules import cle, texte
from psdt.sources.feuillet import DERNIERE_ENTETE, Feuillet, Texte
from psdt.sources.grille import Ligne

BOM = b"\xef\xbb\xbf"
BLOC = 4 << 20
MAX_OCTETS_LIGNE = 1 << 20
MAX_OCTETS_SUITE = 8 << 20
"""Read at most, while looking for the end of a row that runs over two blocks."""
DEBUT = 4096
"""Where a zero byte tells that a file is no text."""
MAX_COLONNES = 5_000
"""The dossier complet has 1,900 of them."""
SEPARATEURS = ";\t,"
VIDE = b';,\t "\r'
"""All that a row without anything in it is made of."""
GUILLEMET = b'"'
CODES = ("depcom", "codgeo", "geo", "code", "commune", "id")
"""Columns that hold the code of a territoire, in the order they are looked for."""

AVANT = rb'\n[" ]*(?:\d{4}-)?(?:[A-Z]+-)?'
IRIS = rb"(?:\d{4})?"
APRES = rb'(?=["\s;,]|$)'
"""What may come before a code, « 2024-COM- », after that of a commune, and after any."""


@dataclass(frozen=True, slots=True)
class Voulu:
    """Which rows are wanted: all of them, or those of some codes."""

    codes: frozenset[str] = frozenset()
    """As they may begin in the file; « 56015 » stands for « COM-56015 » and its IRIS."""
    accepte: Callable[[str], bool] = bool
    """Says whether a code is wanted, once it is read."""

    def debut(self) -> re.Pattern[bytes]:
        """Return what the rows that are wanted may begin with, when the code comes first."""
        forms = (re.escape(code.encode()) + IRIS * (len(code) == 5) for code in self.codes)
        return re.compile(AVANT + b"(?:" + b"|".join(sorted(forms)) + b")" + APRES)


TOUT = Voulu()
Choix = Callable[[Sequence[str]], Voulu | None]
"""Says which rows are wanted below a header; nothing for a header that is not known."""


class Octets(Protocol):
    """Where bytes come from: a file, or the member of an archive."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, none at the end."""


def ouvrir(nom: str, octets: Octets, choix: Choix) -> Feuillet | None:
    """Return a text table from its header on; nothing when no header is recognised.

    While its rows are read, ``IllisibleError`` tells of a row that cannot be.
    """
    above: list[str] = []
    try:
        blocs = _blocs(nom, octets)
        first = next(blocs, b"")
        for numero, brute, end in islice(_rangees(nom, first, 1), DERNIERE_ENTETE):
            separator = max(SEPARATEURS, key=_decoder(brute).count)
            noms = tuple(texte(cell) for cell in _cellules(nom, numero, brute, separator))
            if (wanted := choix(noms)) is not None:
                written = Texte(separator, _place(noms))
                below = chain([first[end:]], blocs)
                corps = Corps(nom, written, wanted)
                return Feuillet(
                    fichier=nom,
                    feuille="",
                    haut=tuple(above),
                    noms=noms,
                    lignes=corps.lignes(below, numero + brute.count(b"\n") + 1),
                    texte=written,
                )
            above.append(_decoder(brute).strip())
    except IllisibleError:
        return None  # no table of ours: another reader will say why
    return None


@dataclass(slots=True)
class Corps:
    """What is below a header: blocks of whole rows, of which the wanted ones are parsed."""

    nom: str
    texte: Texte
    voulu: Voulu

    def lignes(self, blocs: Iterator[bytes], numero: int) -> Iterator[Ligne]:
        """Yield the rows that are wanted, the first of which has this number."""
        for bloc in blocs:
            for observe in self.texte.observateurs:
                observe(bloc)
            first = self.voulu.codes and self.texte.place == 0
            found = self._qui_commencent(bloc, numero) if first else self._toutes(bloc, numero)
            for at, brute in found:
                if self._est_voulue(brute):
                    yield Ligne(at, list(_cellules(self.nom, at, brute, self.texte.separateur)))
            numero += bloc.count(b"\n")

    def _toutes(self, bloc: bytes, numero: int) -> Iterator[tuple[int, bytes]]:
        return ((at, brute) for at, brute, _ in _rangees(self.nom, bloc, numero))

    def _qui_commencent(self, bloc: bytes, numero: int) -> Iterator[tuple[int, bytes]]:
        """Yield the rows that begin with a code that is wanted, without looking at the others."""
        text = b"\n" + bloc
        at, quotes, numero = 0, 0, numero - 1
        for match in self.voulu.debut().finditer(text):
            start = match.start() + 1
            numero += text.count(b"\n", at, start)
            quotes += text.count(GUILLEMET, at, start)
            at = start
            if quotes % 2:
                continue  # inside a cell
            end = text.find(b"\n", start)
            while end >= 0 and text.count(GUILLEMET, start, end) % 2:
                end = text.find(b"\n", end + 1)
            yield numero, text[start : end if end >= 0 else None].removesuffix(b"\r")

    def _est_voulue(self, brute: bytes) -> bool:
        if not self.voulu.codes:
            return True
        place = self.texte.place
        first = brute.split(self.texte.separateur.encode(), place + 1)[: place + 1]
        if len(first) <= place:
            return False
        if any(GUILLEMET in part and part.count(GUILLEMET) % 2 for part in first):
            return True  # a separator inside quotes: whoever reads the row will see
        return self.voulu.accepte(first[place].strip(b' "\r').decode("ascii", "replace"))


def _place(noms: Sequence[str]) -> int:
    """Return where the code of the territoire is: first, when no column has a known name."""
    keys = [cle(nom).partition("_")[0] for nom in noms]
    return next((keys.index(code) for code in CODES if code in keys), 0)


def _rangees(nom: str, bloc: bytes, numero: int) -> Iterator[tuple[int, bytes, int]]:
    """Yield the rows of a block that are not blank, their number, and where each ends.

    A quote left open goes on with the next line; raises ``IllisibleError`` when none closes it.
    """
    quoted = GUILLEMET in bloc
    pending, end, started = b"", 0, numero
    for at, line in enumerate(bloc.split(b"\n"), numero):
        end += len(line) + 1
        row = pending + b"\n" + line if pending else line
        started = started if pending else at
        if quoted and row.count(GUILLEMET) % 2:
            pending = row
            continue
        pending = b""
        if row.strip(VIDE):
            yield started, row.removesuffix(b"\r"), end
    if pending:
        raise _abime(nom, started)


def _blocs(nom: str, octets: Octets) -> Iterator[bytes]:
    """Yield blocks of whole rows; raise ``IllisibleError`` for one without end."""
    rest = octets.read(BLOC).removeprefix(BOM)
    if b"\0" in rest[:DEBUT]:
        raise _abime(nom)  # no text
    while rest:
        block = octets.read(BLOC)
        cut = rest.rfind(b"\n") + 1 if block else len(rest)
        whole, after = rest[:cut], rest[cut:]
        if block and whole.count(GUILLEMET) % 2 and len(rest) < MAX_OCTETS_SUITE:
            rest += block  # the last row goes on in the next block
            continue
        yield whole
        if len(after) > MAX_OCTETS_LIGNE:
            raise _abime(nom)
        rest = after + block


def _decoder(octets: bytes) -> str:
    try:
        return octets.decode()
    except UnicodeDecodeError:
        return octets.decode("cp1252", "replace")


def _cellules(nom: str, numero: int, brute: bytes, separator: str) -> list[str]:
    text = _decoder(brute)
    if '"' not in text:
        cells = text.split(separator)
    else:
        try:
            cells = next(csv.reader([text], delimiter=separator, strict=True))
        except csv.Error:
            raise _abime(nom, numero) from None
    if len(cells) > MAX_COLONNES or "\0" in text:
        raise _abime(nom, numero)
    return cells


def _abime(nom: str, numero: int | None = None) -> IllisibleError:
    return IllisibleError(Anomalie(genre=Genre.FICHIER_ABIME, ligne=numero, lu=nom))
