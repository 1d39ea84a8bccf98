"""An import stopped by a kill, at any moment, is there whole or not at all."""

import random
import subprocess
import sys
import time

from psdt.services import import_abs
from psdt.store import ensemble, journal
from tests.faults.tables import CHIFFRES

KILLS = 6


def test_no_import_is_ever_half_written(db, agent):
    command = [
        *(sys.executable, "-m", "tests.faults.importer"),
        *map(str, (agent.id, agent.demarche_id)),
    ]
    moments = random.Random(7)
    for _ in range(KILLS):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            process.stdout.readline()  # something was imported
            time.sleep(moments.uniform(0, 0.3))
            process.kill()

        past = import_abs.history(db, agent)
        live = [one for one in past if one.annule_le is None]
        with db.read() as session:
            found = ensemble.valeurs(session, agent.demarche_id)
            assert journal.is_whole(session, agent.demarche_id)
        last = live[0].provenance.fichier
        assert set(found["valeur"]) == {1.0 if last == "0.csv" else 2.0}
        assert len(found) == CHIFFRES == live[0].en_vigueur
        assert {one.en_vigueur for one in past if one is not live[0]} <= {0}
    for one in live:
        import_abs.undo(db, agent, one.id)
    assert import_abs.catalogue(db, agent) == {}
