"""A process that scores without end, and says aloud each note it was told is recorded."""

import sys

from psdt.domain.people import Actor, Role
from psdt.services import notation
from psdt.store.database import database


def main(participant: int, demarche_id: int, activite_id: int, enjeux: list[int]) -> None:
    elu = Actor(id=participant, demarche_id=demarche_id, role=Role.ELU)
    db = database()
    (critere,) = notation.grille(db, elu, activite_id).criteres
    sys.stdout.reconfigure(line_buffering=True)
    level = 0
    while True:
        for enjeu in enjeux:
            level = level % 4 + 1
            sys.stdout.write(f"? {enjeu} {level}\n")
            notation.noter(db, elu, activite_id, enjeu, critere, level)
            sys.stdout.write(f"! {enjeu} {level}\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]), [int(enjeu) for enjeu in sys.argv[4:]])
