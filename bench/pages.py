"""How long a page takes to run again, once warm, as the server sees it."""

import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from psdt.services.access import COOKIE, Profil
from psdt.words import comparer as mots
from tests.server import serving

WARM, RUNS = 3, 15
FEW = 6
"""Runs of each way of seeing, after ``WARM`` others: there are many."""
VUES = tuple(f"vue={vue}" for vue in mots.VUES)
"""Every way of seeing of « Comparer »."""
VISITS = {
    "accueil-bienvenue": (Profil.ELU, 100),
    "abs-explorer": (Profil.ELU, 150),
    "abs-comparer": (Profil.ELU, 150),
    "abs-signaux": (Profil.ELU, 150),
    "abs-fiche": (Profil.ELU, 150),
    "abs-importer": (Profil.AGENT, 150),
    "participer-noter": (Profil.ELU, 100),
    "commission-themes": (Profil.COMMISSION, 100),
    "priorites-tableau": (Profil.AGENT, 100),
}


def measure() -> Iterator[str]:
    """Run each page again and again in one session, and give the median."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address:
        for page, (profil, limit) in VISITS.items():
            yield measured(address, page, entered(address, profil), limit)
        yield from ways(address, entered(address, Profil.ELU), 150)


def ways(address: str, session_id: str, limit: int) -> Iterator[str]:
    """Return a line for each way of seeing of « Comparer »."""
    for vue in VUES:
        line = measured(address, "abs-comparer", session_id, limit, (vue,), FEW)
        yield f"{line} {vue}"


def entered(address: str, profil: Profil) -> str:
    """Come in with one click, and return the session."""
    way = f"{address}/connexion/demonstration/{profil}"
    return requests.post(way, allow_redirects=False, timeout=9).cookies[COOKIE]


def measured(
    address: str,
    page: str,
    session_id: str,
    limit: int,
    queries: Sequence[str] = ("",),
    runs: int = RUNS,
) -> str:
    """Return the line of a page: its median, its worst, what they should be under."""
    times = sorted(reruns(address, page, session_id, queries, runs)[WARM:])
    median, worst = 1000 * statistics.median(times), 1000 * times[-1]
    return f"{page} : {median:.0f} ms, au pire {worst:.0f} ms (≤ {limit})"


def reruns(
    address: str, page: str, session_id: str, queries: Sequence[str] = ("",), runs: int = RUNS
) -> list[float]:
    """Return the seconds of each run, from the request to the end of the script.

    The first ones find nothing in memory. Each run takes the next of the queries:
    « commune=56015 », then another.
    """
    cookie = {"Cookie": f"{COOKIE}={session_id}"}
    stream = f"{address.replace('http', 'ws')}/_stcore/stream"
    ask = BackMsg()
    ask.rerun_script.page_name = "" if page == "accueil-bienvenue" else page
    times = []
    with connect(
        stream, subprotocols=["streamlit"], additional_headers=cookie, max_size=None
    ) as browser:
        for run in range(WARM + runs):
            ask.rerun_script.query_string = queries[run % len(queries)]
            begun = time.perf_counter()
            browser.send(ask.SerializeToString())
            while True:
                message = ForwardMsg.FromString(browser.recv(timeout=30))
                if message.WhichOneof("type") == "script_finished":
                    break
            times.append(time.perf_counter() - begun)
    return times
