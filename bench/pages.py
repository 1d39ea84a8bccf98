"""How long a page takes to run again, once warm, as the server sees it."""

import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from psdt.services.access import COOKIE, Profil
from tests.server import serving

WARM, RUNS = 3, 15
VISITS = {
    "accueil-bienvenue": (Profil.ELU, 100),
    "abs-explorer": (Profil.ELU, 150),
    "participer-noter": (Profil.ELU, 100),
    "commission-themes": (Profil.COMMISSION, 100),
    "priorites-tableau": (Profil.AGENT, 100),
}


def measure() -> Iterator[str]:
    """Run each page again and again in one session, and give the median."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address:
        for page, (profil, limit) in VISITS.items():
            times = sorted(reruns(address, page, profil))
            median, worst = 1000 * statistics.median(times), 1000 * times[-1]
            yield f"{page} : {median:.0f} ms, au pire {worst:.0f} ms (≤ {limit})"


def reruns(address: str, page: str, profil: Profil) -> list[float]:
    """Return the seconds of each run, from the request to the end of the script."""
    entered = requests.post(
        f"{address}/connexion/demonstration/{profil}", allow_redirects=False, timeout=9
    )
    cookie = {"Cookie": f"{COOKIE}={entered.cookies[COOKIE]}"}
    stream = f"{address.replace('http', 'ws')}/_stcore/stream"
    ask = BackMsg()
    ask.rerun_script.page_name = "" if page == "accueil-bienvenue" else page
    times = []
    with connect(
        stream, subprotocols=["streamlit"], additional_headers=cookie, max_size=None
    ) as browser:
        for _ in range(WARM + RUNS):
            begun = time.perf_counter()
            browser.send(ask.SerializeToString())
            while True:
                message = ForwardMsg.FromString(browser.recv(timeout=30))
                if message.WhichOneof("type") == "script_finished":
                    break
            times.append(time.perf_counter() - begun)
    return times[WARM:]
