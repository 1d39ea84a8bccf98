"""A process that imports without end, one table then the other, and undoes one out of three."""

import sys
from itertools import count

from psdt.domain.people import Actor, Role
from psdt.services import import_abs
from psdt.sources import Tableau, lire
from psdt.store.database import database
from tests.faults.tables import FICHIERS


def main(participant: int, demarche_id: int) -> None:
    agent = Actor(id=participant, demarche_id=demarche_id, role=Role.AGENT)
    sys.stdout.reconfigure(line_buffering=True)
    for turn in count():
        table = lire("x.csv", FICHIERS[turn % 2], {})
        assert isinstance(table, Tableau)
        number = import_abs.import_table(database(), agent, f"{turn % 2}.csv", table)
        if turn % 3 == 2:
            import_abs.undo(database(), agent, number)
        sys.stdout.write(f"! {turn}\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
