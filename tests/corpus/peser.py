"""Read every file of a folder, each in a process of its own, and weigh the reading.

``python -m tests.corpus.peser DOSSIER`` writes one line of JSON a file of the manifest:
``{"file", "ecarts": […], "secondes", "mo"}``. Seconds are those of the processor, the
memory is the peak of the process or of the ones it starts.
"""

import json
import math
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

from psdt.sources import controle

PATIENCE = 60
"""Seconds before a reading that does not end is killed."""
LECTEURS = {"abs": controle.indicateurs, "objectifs": controle.textes}


def main(dossier: Path) -> None:
    for cas in json.loads((dossier / "manifest.json").read_text("utf-8"))["cases"]:
        sys.stdout.write(json.dumps({"file": cas["file"], **peser(dossier, cas)}) + "\n")


def peser(dossier: Path, cas: dict[str, Any]) -> dict[str, Any]:
    """Read a file in a process that starts with the libraries loaded."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(PATIENCE)
        found = ecarts(cas, verdict(dossier, cas))
        helpers = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(into, json.dumps([found, helpers.ru_utime + helpers.ru_stime]).encode()[:4_000])
        os._exit(0)
    os.close(into)
    _, status, usage = os.wait4(child, 0)
    with os.fdopen(out, "rb") as pipe:
        said = pipe.read()
    found, theirs = json.loads(said) if status == 0 else ([f"process ended: {status}"], 0)
    seconds = usage.ru_utime + usage.ru_stime
    return {"ecarts": found, "secondes": max(seconds, theirs), "mo": usage.ru_maxrss / 1024}


def verdict(dossier: Path, cas: dict[str, Any]) -> dict[str, Any]:
    contenu = (dossier / cas["file"]).read_bytes()
    try:
        return json.loads(json.dumps(LECTEURS[cas["profile"]](cas["file"], contenu)))
    except Exception as error:  # noqa: BLE001 (nothing raw may come out: it is told)
        return {"expect": "nothing", "kind": type(error).__name__, "message": str(error)}


def ecarts(cas: dict[str, Any], verdict: dict[str, Any]) -> list[str]:
    """Return what a verdict lacks of what the manifest says."""
    if cas["expect"] != verdict["expect"]:
        return [f"{verdict['expect']}: {verdict.get('kind')} {verdict.get('message')}"]
    if cas["expect"] == "error":
        missing = [word for word in cas.get("mentions", ()) if word not in verdict["message"]]
        other = [] if cas["kind"] == verdict["kind"] else [f"kind {verdict['kind']}"]
        return [*other, *(f"no « {word} » in: {verdict['message']}" for word in missing)]
    codes = {warning["code"] for warning in verdict["warnings"]}
    said = [] if cas["n_rows"] == verdict["n_rows"] else [f"{verdict['n_rows']} rows"]
    said += [f"no warning {code}" for code in cas.get("warnings", ()) if code not in codes]
    for cell in cas.get("cells", ()):
        if not any(_tient(cell, row) for row in verdict["rows"]):
            said.append(f"no row {cell}")
    return said


def _tient(cell: dict[str, Any], row: dict[str, Any]) -> bool:
    return all(_egal(value, row[name]) for name, value in cell.items())


def _egal(expected: Any, found: Any) -> bool:
    if isinstance(expected, float) and isinstance(found, float):
        return math.isclose(expected, found, rel_tol=1e-12)
    return expected == found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
