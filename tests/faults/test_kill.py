"""A server killed at any moment: what people were told is recorded is there, and whole."""

import random
import subprocess
import sys
import time

from psdt.domain.people import Role
from psdt.services import notation

KILLS = 6


def test_no_note_that_was_acknowledged_is_lost(db, invite, notation_id, enjeux):
    elu = invite(Role.ELU)
    command = [
        *(sys.executable, "-m", "tests.faults.voter"),
        *map(str, (elu.id, elu.demarche_id, notation_id, *enjeux)),
    ]
    moments = random.Random(6)
    possible = {enjeu: {None} for enjeu in enjeux}  # the levels that the base may hold
    for _ in range(KILLS):
        for mark, enjeu, level in lines_until_killed(command, moments.uniform(0, 0.15)):
            kept = set() if mark == "!" else possible[enjeu]
            possible[enjeu] = kept | {level}

        notes = notation.grille(db, elu, notation_id).notes
        found = {enjeu: level for (enjeu, _), level in notes.items()}
        assert all(found.get(enjeu) in levels for enjeu, levels in possible.items())
    assert None not in possible[enjeux[0]]  # something was acknowledged


def lines_until_killed(command, delay):
    """Run the voter, kill it after a while; return what it said: (mark, enjeu, level)."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        begun = [process.stdout.readline(), process.stdout.readline()]
        time.sleep(delay)
        process.kill()
        said = "".join(begun) + process.stdout.read()
    whole = [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]
    return [(mark, int(enjeu), int(level)) for mark, enjeu, level in whole]
