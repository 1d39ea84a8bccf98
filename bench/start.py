"""How long the application takes to answer, against a bare one-page Streamlit."""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from psdt.settings import app_dir
from tests.server import free_port, started

RUNS = 5


def measure() -> Iterator[str]:
    """Start both in turn; the fastest of each is compared, the least disturbed by the rest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "vide"
        folder.mkdir()
        bare = folder / "page.py"
        bare.write_text('import streamlit as st\n\nst.write("Bonjour")\n')
        times = [(seconds(app_dir() / "streamlit_app.py"), seconds(bare)) for _ in range(RUNS)]
    ours, theirs = (min(column) for column in zip(*times, strict=True))
    yield f"démarrage : {ours:.2f} s ÷ Streamlit nu {theirs:.2f} s = {ours / theirs:.2f} (≤ 1,5)"


def seconds(entry: Path) -> float:
    """Return the time from the command to the first healthy answer."""
    port = free_port()
    options = [f"--server.port={port}", "--server.headless=true"]
    command = [sys.executable, "-m", "streamlit", "run", str(entry), *options]
    begun = time.perf_counter()
    with started(command, port, cwd=entry.parent) as address:
        assert address, "the server did not start"
        return time.perf_counter() - begun
