"""A large démarche: 90 communes, 400 indicators, 8 years; how long its pages take."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd

from bench.pages import measured, reruns, ways
from psdt.domain.indicators import Axe, Indicateur, Niveau, Sens, Statut, Territoire
from psdt.domain.people import Actor, Role
from psdt.services import access, health, import_abs, participants
from psdt.services.ensemble import POPULATION
from psdt.sources import Tableau
from psdt.store.database import Database, database
from tests.server import serving

COMMUNES, INDICATEURS, ANNEES = 90, 400, range(2015, 2023)
SIDE = 10
"""Communes on a row of the map."""
LIMIT = 400
PAGES = ("abs-explorer", "abs-comparer", "abs-signaux", "abs-fiche")
SECRET, MISSING = 0.15, 0.04
"""Shares: of indicators that are mostly withheld by commune, of figures that are missing."""


def measure() -> Iterator[str]:
    """Bring the figures in, through the services, then run each page again and again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with environment(folder / "donnees"):
            db = health.prepare()
            now = datetime.now(UTC)
            access.install(db, "Grand territoire", "CIAS d'essai", now=now)
            agent = access.add_account(db, "agent@exemple.fr", "une phrase de passe", nom="Essai")
            begun = time.perf_counter()
            tableau = generated()
            import_abs.import_table(db, agent, "grand.csv", tableau, outlines=outlines())
            seconds = time.perf_counter() - begun
            yield f"grand territoire, {len(tableau.valeurs)} valeurs importées : {seconds:.1f} s"
            yield from pages(db, agent, folder)
            database().engine.dispose()


def pages(db: Database, agent: Actor, folder: Path) -> Iterator[str]:
    """Give the time of each page for an élue, and of the import for the agent."""
    now = datetime.now(UTC)
    elue = access.sign_in_code(db, participants.invite(db, agent, Role.ELU)[1], now=now)
    own = access.sign_in_account(db, "agent@exemple.fr", "une phrase de passe", now=now)
    with serving(folder) as address:
        first = reruns(address, PAGES[0], elue)[0]
        yield f"grand territoire, première page après l'import : {first:.1f} s"
        for page in PAGES:
            yield f"grand territoire, {measured(address, page, elue, LIMIT)}"
        for line in ways(address, elue, LIMIT):
            yield f"grand territoire, {line}"
        others = [f"commune={56001 + n}" for n in range(COMMUNES)]
        for page in PAGES:
            line = measured(address, page, elue, LIMIT, others)
            yield f"grand territoire, une autre commune à chaque fois, {line}"
        yield f"grand territoire, {measured(address, 'abs-importer', own, LIMIT)}"


@contextmanager
def environment(data: Path) -> Iterator[None]:
    """Keep the data in a folder of its own, for this process and the server it starts."""
    before = {name: os.environ.pop(name, None) for name in ("PSDT_DATA_DIR", "PSDT_DEMO")}
    os.environ["PSDT_DATA_DIR"] = str(data)
    try:
        yield
    finally:
        os.environ.update({name: value for name, value in before.items() if value is not None})


def generated() -> Tableau:
    """Return figures as plausible as they are false: always the same ones."""
    rng = np.random.default_rng(2026)
    lieux = places()
    parts = [_figures(rng, number, lieux) for number in range(INDICATEURS)]
    return Tableau(
        valeurs=pd.concat(parts, ignore_index=True),
        indicateurs=tuple(map(_indicator, range(INDICATEURS))),
        territoires=lieux,
    )


def places() -> tuple[Territoire, ...]:
    """Return the communes, and one larger territoire a level."""
    communes = [
        Territoire(code=f"{56001 + n}", nom=f"Commune-{n + 1:02}", niveau=Niveau.COMMUNE)
        for n in range(COMMUNES)
    ]
    larger = [
        Territoire(code=code, nom=nom, niveau=niveau)
        for code, nom, niveau in (
            ("200000001", "Grande Communauté", Niveau.EPCI),
            ("56", "Morbihan", Niveau.DEPARTEMENT),
            ("53", "Bretagne", Niveau.REGION),
            ("METRO", "France métropolitaine", Niveau.FRANCE),
        )
    ]
    return (*communes, *larger)


def outlines() -> dict[str, str]:
    """Return a square a commune, with as many points as a simplified outline has."""
    steps = np.linspace(0, 1, 10, endpoint=False)
    sides = [(steps, 0 * steps), (1 + 0 * steps, steps), (1 - steps, 1 + 0 * steps)]
    sides.append((0 * steps, 1 - steps))
    ring = np.concatenate([np.stack(side, axis=1) for side in sides])
    found = {}
    for n in range(COMMUNES):
        corner = (-2.5 + 0.08 * (n % SIDE), 47.5 + 0.05 * (n // SIDE))
        points = np.round(corner + ring * (0.08, 0.05), 4).tolist()
        text = str([[*points, points[0]]])
        found[f"{56001 + n}"] = f'{{"type": "Polygon", "coordinates": {text}}}'
    return found


def _indicator(number: int) -> Indicateur:
    axe, sens = list(Axe)[number % len(Axe)], list(Sens)[number % len(Sens)]
    if number == 0:
        return Indicateur(
            code=POPULATION,
            libelle="Population municipale",
            theme=Axe.DEMOGRAPHIE,
            unite="habitants",
            sens=Sens.NEUTRE,
            definition="Habitants.",
        )
    count = number % 9 == 0
    return Indicateur(
        code=f"IND_{number:03}",
        libelle=f"{'Nombre' if count else 'Part'} de ce que mesure l'indicateur {number}",
        theme=axe,
        unite="personnes" if count else "%",
        sens=sens,
        definition=f"Ce que mesure l'indicateur {number}.",
    )


def _figures(rng: np.random.Generator, number: int, lieux: tuple[Territoire, ...]) -> pd.DataFrame:
    """Return the figures of an indicator: a level, a slow trend, its own spread."""
    indicateur, keys = _indicator(number), list(product(lieux, ANNEES))
    level, spread = rng.uniform(5, 60), rng.uniform(0.05, 0.4)
    own = np.exp(rng.normal(0, spread, len(lieux)))
    trend = 1 + rng.normal(0, 0.02) * np.arange(len(ANNEES))
    values = level * np.outer(own, trend) * rng.normal(1, 0.01, (len(lieux), len(ANNEES)))
    if indicateur.effectif:
        values = np.round(values * 40)
    withheld = rng.random() < SECRET and number > 0
    lost = rng.random(values.shape) < (0.7 if withheld else MISSING)
    lost[COMMUNES:] = False
    if number == 0:
        lost[:] = False
    reason = Statut.SECRET if withheld else Statut.NON_DISPONIBLE
    flat = lost.ravel()
    source = "Insee, recensement" if number % 3 == 0 else "Insee, Filosofi"
    return pd.DataFrame(
        {
            "code": indicateur.code,
            "niveau": pd.Series([lieu.niveau for lieu, _ in keys], dtype=object),
            "code_territoire": [lieu.code for lieu, _ in keys],
            "annee": [annee for _, annee in keys],
            "valeur": np.where(flat, np.nan, np.round(values.ravel(), 1)),
            "statut": pd.Series([reason if gone else Statut.OK for gone in flat], dtype=object),
            "source": [f"{source} {annee}" for _, annee in keys],
        }
    )
