"""How long the rapport d'ABS of the demonstration takes, and how much memory drawing keeps."""

import os
import subprocess
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from psdt.domain.indicators import Axe
from psdt.exports import images
from psdt.exports.rapport import dessiner
from psdt.services import access, health, rapport

LIMIT = 10
"""Seconds, for the PDF of 13 communes."""


def measure() -> Iterator[str]:
    """Prepare the report in each format, twice: the first time starts the processes."""
    db = health.prepare()
    agent = access.first_agent(db)
    for times in ("la première fois", "ensuite"):
        for kind in rapport.FORMATS:
            asked = rapport.Commande(
                axes=tuple(Axe), formats=(kind,), tableaux=True, jour=date(2026, 11, 24)
            )
            begun = time.perf_counter()
            made = rapport.produire(db, agent, asked, len)
            seconds, size = time.perf_counter() - begun, len(made[kind]) // 1024
            yield f"rapport d'ABS {kind}, {times} : {seconds:.1f} s, {size} Ko (≤ {LIMIT} s)"
    content = rapport.contenu(db, agent, asked)
    begun = time.perf_counter()
    drawn = dessiner(content, len)
    seconds = time.perf_counter() - begun
    yield f"{len(drawn)} figures, dessinées à deux : {seconds:.1f} s, {memory()} Mo à elles deux"
    images.fermer()


def memory() -> int:
    """Return the memory of the processes that draw, in megabytes."""
    found = subprocess.run(
        ["pgrep", "-P", str(os.getpid()), "-f", Path(images.images_graveur.__file__).name],
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()
    pages = [Path(f"/proc/{pid}/status").read_text() for pid in found]
    lines = [line for text in pages for line in text.splitlines() if line.startswith("VmRSS")]
    return sum(int(line.split()[1]) for line in lines) // 1024
