"""Files of all France: how long one intercommunalité takes out of them, and how much memory.

Against ``pandas.read_csv(dtype=str)`` of the same file, which is only its first step.
"""

import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from psdt.sources.calculs import VARIABLES
from psdt.words.regions import DEPARTEMENTS

SHAPES = {"base communale": 240, "dossier complet": 1_900}
"""Columns of the files that Insee publishes; both have 35,000 rows."""
PAR_DEPARTEMENT = 364
COMMUNES = ", ".join(f"'56{number:03}'" for number in range(10, 23))
RATIO, MEMORY = 0.6, 400
TRIES = 2

OURS = f"""
from pathlib import Path
from psdt.domain.indicators import Niveau, Territoire
from psdt.sources import Perimetre, national
from psdt.sources.lieux import nommer
lieux = [nommer(Niveau.COMMUNE, code, code) for code in ({COMMUNES})]
levels = (Niveau.EPCI, "245614383"), (Niveau.DEPARTEMENT, "56"), (Niveau.REGION, "53")
lieux += [nommer(niveau, code, "") for niveau, code in (*levels, (Niveau.FRANCE, "METRO"))]
wanted = Perimetre(territoires=tuple(lieux), epci="245614383")
def work(path):
    ((_, tableau),) = national.lire_fichier(Path(path), {{}}, wanted, lambda lus, total: None)
    assert len(tableau.territoires) == 17, tableau
"""
THEIRS = """
import pandas
def work(path):
    pandas.read_csv(path, sep=";", dtype=str)
"""
MEASURE = """
import sys, time
begun = time.perf_counter()
work(sys.argv[1])
spent = time.perf_counter() - begun
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(spent, int(status["VmHWM"].split()[0]) / 1024)
"""
"""``getrusage`` would count the memory of the process that started this one."""


def measure() -> Iterator[str]:
    """Generate each shape, then read it in turn, each time in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for name, columns in SHAPES.items():
            path = Path(folder) / "france.csv"
            generate(path, columns)
            size = path.stat().st_size >> 20
            runs = [(run(OURS, path), run(THEIRS, path)) for _ in range(TRIES)]
            ours, theirs = (min(side) for side in zip(*runs, strict=True))
            yield (
                f"import, {name} de {size} Mo : {ours[0]:.1f} s ÷ pandas {theirs[0]:.1f} s = "
                f"{ours[0] / theirs[0]:.2f} (≤ {RATIO}), {ours[1]:.0f} Mo (≤ {MEMORY})"
            )


def run(script: str, path: Path) -> tuple[float, float]:
    """Return the seconds and the megabytes that a script takes."""
    command = [sys.executable, "-c", script + MEASURE, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


def generate(path: Path, columns: int) -> None:
    """Write a file of 35,000 communes: the variables of three censuses, then others."""
    draw = random.Random(0)
    known = [name for name in sorted(VARIABLES) if name.startswith(("P_", "C_"))]
    kept = known[:: max(1, len(known) * 10 // columns)]  # a theme, or all of them
    dated = [f"{name[0]}{year}_{name[2:]}" for year in (22, 16, 11) for name in kept]
    names = (dated + [f"P22_AUTRE{number}" for number in range(columns)])[: columns - 1]
    tails = [
        ";".join(f"{draw.random() * 1000:.10f}" if draw.random() < 0.8 else "12" for _ in names)
        for _ in range(100)
    ]
    codes = [
        f"{code}{number:03}"
        for code in DEPARTEMENTS
        if len(code) == 2
        for number in range(1, PAR_DEPARTEMENT + 1)
    ]
    with path.open("w", encoding="utf-8") as file:
        print("CODGEO", *names, sep=";", file=file)
        for row, code in enumerate(codes):
            print(code, tails[row % len(tails)], sep=";", file=file)


if __name__ == "__main__":
    for line in measure():
        print(line, flush=True)
