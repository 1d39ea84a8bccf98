"""Write the corpus in a folder: ``python -m tests.corpus DOSSIER``."""

import json
import sys
from pathlib import Path

from tests.corpus import hostiles, indicateurs, limites, objectifs, pieces
from tests.corpus.attendu import LIMITES

CAS = sorted(
    (cas for part in (indicateurs, hostiles, limites, pieces, objectifs) for cas in part.CAS),
    key=lambda cas: cas.fichier,
)


def ecrire_tout(dossier: Path) -> None:
    """Write every file, then the manifest."""
    for cas in CAS:
        (dossier / cas.fichier).write_bytes(cas.octets())
    manifest = {"limits": LIMITES, "cases": [cas.entree() for cas in CAS]}
    path = dossier / "manifest.json"
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    ecrire_tout(Path(sys.argv[1]))
