"""A figure as a picture, without a browser, in a process apart.

The process is new every hundred pictures (its memory grows), killed when it is late, and
started again when it dies. Whoever asks for a picture must do without it when there is none:
a document shows the table of the data instead.
"""

import atexit
import json
import math
import subprocess
import sys
import threading
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from queue import LifoQueue
from typing import Any

import numpy as np

from psdt.exports import fonts, images_graveur

LARGEUR = 604
"""Pixels across the text of an A4 page (160 mm): 14 pixels are then 10.5 points."""
HAUTEUR = 480
"""Of a figure that has no height of its own: the map, which a style sheet stretches."""
LARGEUR_SEULE = 900
"""Of a picture that is shared alone."""
ZOOM = 2
SECONDES = 20
"""For one picture, which takes 0.1 to 0.6 s."""
RECYCLAGE = 100
PROCESSUS = 2
"""At most: a report draws on two cores, and the next picture never waits for all of it."""


class DessinError(Exception):
    """No picture could be drawn of a figure."""


def svg(fig: Any, *, largeur: int = LARGEUR, hauteur: int | None = None) -> bytes:
    """Return a figure as SVG, its texts as text in « PST Sans »; raise ``DessinError``."""
    return _graver(_demande(fig, largeur, hauteur, zoom=0))


def png(fig: Any, *, largeur: int = LARGEUR, hauteur: int | None = None) -> bytes:
    """Return a figure as PNG on white, at twice its size; raise ``DessinError``."""
    return _graver(_demande(fig, largeur, hauteur, zoom=ZOOM))


def image(
    fig: Any,
    *,
    titre: str,
    sous_titre: str = "",
    source: str = "",
    largeur: int = LARGEUR_SEULE,
) -> bytes:
    """Return a figure as PNG with its finding, what it measures and its source written on it.

    Raises
    ------
    DessinError
        When no picture could be drawn.
    """
    textes = [titre, sous_titre, source]
    return _graver(_demande(fig, largeur, None, zoom=ZOOM, textes=textes))


@dataclass(frozen=True, slots=True)
class Dessin:
    """A figure to draw, and its size in pixels."""

    fig: Any
    largeur: int = LARGEUR
    hauteur: int | None = None


def dessins(demandes: Sequence[Dessin]) -> Iterator[bytes | None]:
    """Yield figures as SVG, in order; None for one that cannot be drawn."""

    def draw(asked: Dessin) -> bytes | None:
        with suppress(DessinError):
            return svg(asked.fig, largeur=asked.largeur, hauteur=asked.hauteur)
        return None

    threads = ThreadPoolExecutor(PROCESSUS)
    try:
        yield from threads.map(draw, demandes)
    finally:
        threads.shutdown(cancel_futures=True)  # whoever asked may have left


def matrices(drawn: Sequence[bytes | None]) -> list[bytes | None]:
    """Return as PNG, at twice their size, the figures already drawn as SVG; None without one."""

    def draw(picture: bytes | None) -> bytes | None:
        with suppress(DessinError):
            return matrice(picture) if picture else None
        return None

    with ThreadPoolExecutor(PROCESSUS) as threads:
        return list(threads.map(draw, drawn))


def matrice(drawn: bytes) -> bytes:
    """Return a figure already drawn as SVG as PNG, at twice its size; raise ``DessinError``."""
    asked = {"svg": drawn.decode(), "zoom": ZOOM}
    return _graver(json.dumps(asked).encode() + b"\n")


def _demande(
    fig: Any, largeur: int, hauteur: int | None, *, zoom: int, textes: Sequence[str] = ()
) -> bytes:
    """Return what is asked of the process, on one line."""
    plain = _simple(fig.to_plotly_json())
    asked = {
        "data": plain.get("data", []),
        "layout": plain.get("layout", {}),
        "largeur": largeur,
        "hauteur": hauteur or fig.layout.height or round(HAUTEUR * largeur / LARGEUR),
        "zoom": zoom,
        "textes": [fonts.propre(text) for text in textes],
    }
    return json.dumps(asked, allow_nan=False).encode() + b"\n"


def _simple(value: Any) -> Any:
    """Return a figure as QuickJS reads it: lists, no NaN, our font, letters that it has."""
    if isinstance(value, Mapping):
        if "bdata" in value:
            return _simple(_tableau(value))
        return {k: fonts.FAMILLE if k == "family" else _simple(v) for k, v in value.items()}
    if isinstance(value, np.ndarray | np.generic):
        return _simple(value.tolist())
    if isinstance(value, list | tuple):
        return [_simple(v) for v in value]
    return _feuille(value)


def _feuille(value: Any) -> str | float | None:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, int):  # bool too
        return value
    text = fonts.propre(str(value))
    # Between two $, Plotly would look for the mathematics that it does not have here.
    return text.replace("$", "&#36;") if text.count("$") > 1 else text


def _tableau(typed: Mapping[str, Any]) -> np.ndarray:
    """Return an array that Plotly wrote as bytes."""
    array = np.frombuffer(b64decode(typed["bdata"]), dtype=typed["dtype"])
    shape = [int(n) for n in str(typed.get("shape", array.size)).split(",")]
    return array.reshape(shape)


class _Processus:
    """One process that draws, started when it is needed."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._drawn = 0

    def graver(self, demande: bytes) -> bytes:
        """Return a picture; raise ``DessinError`` when it fails, is late or dies twice."""
        for _ in range(2):
            with suppress(_MortError):
                return self._ask(demande)
        raise DessinError("the process died twice")

    def fermer(self) -> None:
        """End the process."""
        child, self._child, self._drawn = self._child, None, 0
        if child is not None:
            child.kill()
            with suppress(BrokenPipeError):  # what it will never read
                child.communicate()

    def _ask(self, demande: bytes) -> bytes:
        if self._drawn >= RECYCLAGE:
            self.fermer()
        child = self._child = self._child or _start()
        self._drawn += 1
        late = threading.Event()

        def stop() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(SECONDES, stop)
        timer.daemon = True
        timer.start()
        try:
            answer = _exchange(child, demande)
        except _MortError:
            self.fermer()
            if late.is_set():
                raise DessinError("too long") from None
            raise
        finally:
            timer.cancel()
        return answer


class _MortError(Exception):
    """The process ended before it answered."""


def _start() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", images_graveur.__file__]
    return subprocess.Popen(  # noqa: S603 (no shell, our own words)
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _exchange(child: subprocess.Popen[bytes], demande: bytes) -> bytes:
    if child.stdin is None or child.stdout is None:
        raise TypeError("a process without pipes")
    try:
        child.stdin.write(demande)
        child.stdin.flush()
    except OSError:
        raise _MortError from None
    header = child.stdout.readline()
    if not header.endswith(b"\n"):
        raise _MortError
    told = json.loads(header)
    picture = child.stdout.read(told["taille"])
    if len(picture) < told["taille"]:
        raise _MortError
    if told["erreur"]:
        raise DessinError(told["erreur"])
    return picture


_processus = [_Processus() for _ in range(PROCESSUS)]
_libres: LifoQueue[_Processus] = LifoQueue()
"""The last one used is taken first: a single person keeps a single process busy."""
for _one in _processus:
    _libres.put(_one)


@contextmanager
def _un() -> Iterator[_Processus]:
    one = _libres.get()
    try:
        yield one
    finally:
        _libres.put(one)


def _graver(demande: bytes) -> bytes:
    with _un() as processus:
        return processus.graver(demande)


@atexit.register
def fermer() -> None:
    """End the processes; the next picture starts one again."""
    for one in _processus:
        one.fermer()
