"""Add the counts of communes up, for the larger territoires they make.

A sum is given only when it is whole: every commune seen, every count known. What is no
count (a median, a share) is never added. Tables of all France are long: whole blocks of
them are read by Arrow, several columns at a time.
"""

import math
from collections.abc import Iterator, Mapping
from functools import partial

import numpy as np
from numpy.typing import NDArray

from psdt.domain.indicators import Niveau, Statut, Territoire
from psdt.sources.cellules import MARQUES
from psdt.sources.feuillet import Feuillet, Texte
from psdt.sources.lieux import lire_code
from psdt.sources.perimetre import Perimetre
from psdt.sources.recettes import Lecture
from psdt.sources.variables import Cle, additionnable

COMMUNES_DE_FRANCE = 34_000
"""A file with so many communes holds all of them (34 875 in 2025)."""
ABSENCES = sorted({form for mark in MARQUES for form in (mark, mark.upper())})


class Cumuls:
    """Sums of the counts of a table, block after block."""

    def __init__(
        self, feuillet: Feuillet, perimetre: Perimetre, columns: Mapping[int, Cle]
    ) -> None:
        self.perimetre = perimetre
        self.largeur = len(feuillet.noms)
        counts = {i: cle for i, cle in columns.items() if additionnable(cle.variable)}
        self.indices = list(counts)
        self.cles = list(counts.values())
        self.vues: set[str] = set()
        self.sommes: dict[Territoire, NDArray[np.float64]] = {}
        self.lisible = True
        if (text := feuillet.texte) is not None and counts:
            text.observateurs.append(partial(self.ajouter, text))

    def ajouter(self, text: Texte, bloc: bytes) -> None:
        """Add the counts of the communes of a block, each once."""
        if not bloc.strip() or not self.lisible or not self.perimetre.larges:
            return
        codes, counts = self._lire(text, bloc)
        members: dict[Territoire, list[int]] = {}
        for row, code in enumerate(codes):
            if code and code not in self.vues:
                self.vues.add(code)
                for group in self.perimetre.groupes(code):
                    members.setdefault(group, []).append(row)
        for group, rows in members.items():
            self.sommes[group] = self.sommes.get(group, 0.0) + counts[:, rows].sum(axis=1)

    def entiers(self) -> Iterator[tuple[Territoire, dict[Cle, Lecture]]]:
        """Yield the territoires all of whose communes were seen, with what is known of them."""
        for lieu, totals in self.sommes.items():
            if lieu.niveau is Niveau.EPCI:
                whole = self.vues >= self.perimetre.communes
            else:
                whole = len(self.vues) >= COMMUNES_DE_FRANCE
            if whole and self.lisible:
                yield (
                    lieu,
                    {
                        cle: Lecture(float(total), Statut.OK, 0)
                        for cle, total in zip(self.cles, totals, strict=True)
                        if math.isfinite(total)
                    },
                )

    def _lire(self, text: Texte, bloc: bytes) -> tuple[list[str], NDArray[np.float64]]:
        """Return the codes of a block and its counts, one row a column of the table."""
        import pyarrow as pa
        from pyarrow import csv

        code = str(text.place)
        names = [str(index) for index in self.indices]
        types = {code: pa.string(), **dict.fromkeys(names, pa.float64())}
        try:
            table = csv.read_csv(
                pa.py_buffer(bloc),
                read_options=csv.ReadOptions(column_names=list(map(str, range(self.largeur)))),
                parse_options=csv.ParseOptions(delimiter=text.separateur),
                convert_options=csv.ConvertOptions(
                    include_columns=[code, *names], column_types=types, null_values=ABSENCES
                ),
            )
        except pa.ArrowInvalid:  # a count that is no plain number: nothing is added up
            self.lisible = False
            return [], np.empty((0, 0))
        codes = [_commune(written) for written in table.column(0).to_pylist()]
        return codes, np.array([table.column(name).to_numpy() for name in names])


def _commune(written: str | None) -> str:
    """Return a code of commune as it is kept, nothing for another territoire."""
    try:
        niveau, code = lire_code(written)
    except ValueError:
        return ""
    return code if niveau is Niveau.COMMUNE else ""
