"""What a file of the corpus must give: the entries of its manifest."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.corpus.ecrire import ENTETE, LIGNES

LIMITES = {
    "seconds": 5,
    "memory_mb": 400,
    "max_bytes": 10 * 1024 * 1024,
    "max_uncompressed": 200 * 1024 * 1024,
    "max_ratio": 200,
    "max_zip_entries": 2_000,
    "max_rows": 100_000,
    "max_cols": 200,
    "max_cell_chars": 5_000,
}

Attente = dict[str, Any]


@dataclass(frozen=True)
class Cas:
    """A file, how its bytes are written, and what it must give."""

    fichier: str
    octets: Callable[[], bytes]
    attente: Attente
    profil: str = "abs"

    def entree(self) -> Attente:
        """Return its entry in the manifest."""
        return {"file": self.fichier, "profile": self.profil, **self.attente}


def lu(n: int, *cells: Attente, warnings: tuple[str, ...] = ()) -> Attente:
    """Say that a file is read: how many rows, some of them, some remarks."""
    expected = {"expect": "ok", "n_rows": n, "cells": list(cells)}
    return {**expected, "warnings": list(warnings)} if warnings else expected


def refuse(kind: str, *mentions: str) -> Attente:
    """Say that a file is refused, and what its sentence names."""
    return {"expect": "error", "kind": kind, "mentions": list(mentions)}


def ligne(rang: int, **said: Any) -> Attente:
    """Say what the row of that rank gives, named by its key."""
    key = dict(zip(ENTETE, LIGNES[rang], strict=True))
    return {"code": key["code"], "territoire": key["territoire"], "annee": key["annee"], **said}


def valeurs(*values: float | None, debut: int = 0) -> list[Attente]:
    """Say what values the rows have, from a row on."""
    return [ligne(debut + rang, valeur=value) for rang, value in enumerate(values)]
