"""The example data of ``data/demo``: what the fictitious démarche is made of."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from psdt.settings import app_dir
from psdt.words.grammar import fine

FOLDER = "data/demo"

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Donnees:
    """All of it, as read from the files."""

    demarche: Mapping[str, Any]
    """Name, séances, activités, participants: ``demarche.toml``."""
    elements: tuple[Row, ...]
    objectifs: tuple[Row, ...]
    reformulations: Mapping[str, str]
    """Code of an enjeu of the forum → code of the final enjeu that takes it up."""
    constats: tuple[Row, ...]
    signaux: tuple[Row, ...]
    """What the figures say, and the final enjeu that it grounds."""
    enquete: tuple[Row, ...]
    """Answers to the questionnaire to the residents, question by question."""
    avis: Mapping[str, Row]
    """Code of an enjeu → how each collège scores it; a final one, like one it takes up."""

    def elements_of(self, nature: str, seance: str | None = None) -> list[Row]:
        """Return the statements of one nature, of one séance or of all."""
        return [
            e for e in self.elements if e["nature"] == nature and seance in {None, e["seance"]}
        ]

    def constats_of(self, enjeu: str) -> tuple[str, ...]:
        """Return the codes of the indicators that ground an enjeu."""
        return tuple(c["indicateur"] for c in self.constats if c["enjeu"] == enjeu)


def read() -> Donnees:
    """Read the files of ``data/demo``."""
    reformulations = {r["enjeu"]: r["enjeu_final"] for r in _rows("reformulations.csv")}
    avis = {row["enjeu"]: row for row in _rows("avis.csv")}
    return Donnees(
        demarche=tomllib.loads((app_dir() / FOLDER / "demarche.toml").read_text("utf-8")),
        elements=tuple({**row, "texte": fine(row["texte"])} for row in _rows("elements.csv")),
        objectifs=_rows("objectifs.csv"),
        reformulations=reformulations,
        constats=_rows("constats.csv"),
        signaux=_rows("signaux.csv"),
        enquete=_rows("enquete.csv"),
        avis={final: avis[enjeu] for enjeu, final in reformulations.items()} | avis,
    )


def dates(seances: list[Mapping[str, Any]], *, today: date) -> dict[str, date]:
    """Return the day of each séance: none is in the future, the days of the week are kept."""
    late = (max(seance["date"] for seance in seances) - today).days
    shift = timedelta(weeks=-(-late // 7)) if late > 0 else timedelta()
    return {seance["code"]: seance["date"] - shift for seance in seances}


def _rows(name: str) -> tuple[dict[str, str], ...]:
    with (app_dir() / FOLDER / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter=";", strict=True))
