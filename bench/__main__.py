"""``make bench``: every figure, on a demonstration played for the occasion."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import imports, large, pages, phone, rapport, start, themes


def main() -> None:
    """Play the demonstration in a folder of its own, then measure."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PSDT_DATA_DIR"] = folder
        command = [sys.executable, "-m", "psdt", "demo", "--preparer"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        os.environ["PSDT_DATA_DIR"] = str(Path(folder) / "demonstration")
        os.environ["PSDT_DEMO"] = "1"
        for module in (start, pages, rapport, large, phone, themes, imports):
            for line in module.measure():
                print(line, flush=True)


main()
