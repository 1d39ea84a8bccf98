"""Streamlit's own files, compressed once for everybody.

They are 2.8 MB of text that Streamlit sends as they are: on the Wi-Fi of a forum, 200 phones
wait for that. Their names carry a hash of their content: what is compressed once stays true.
"""

import gzip

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FOLDER = "/static/"
TEXT = ("text/", "application/javascript", "application/json", "image/svg")
SMALLEST = 1024
"""Bytes under which compressing gains nothing."""


class Compression:
    """Send the compressed copy of a static text to those who accept it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._kept: dict[str, tuple[Message, bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request; what is not a whole static file passes through unchanged."""
        if not _may_be_compressed(scope):
            await self.app(scope, receive, send)
        elif kept := self._kept.get(scope["path"]):
            await _answer(send, *kept)
        else:
            await self.app(scope, receive, _Recorder(scope["path"], self._kept, send))


class _Recorder:
    """Take an answer in; when it is a text, keep it compressed, and send that."""

    def __init__(self, path: str, kept: dict[str, tuple[Message, bytes]], send: Send) -> None:
        self._path = path
        self._kept = kept
        self._send = send
        self._start: Message = {}
        self._body: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body.append(message.get("body", b""))
        if not message.get("more_body"):
            await self._finish(b"".join(self._body))

    async def _finish(self, body: bytes) -> None:
        headers = MutableHeaders(raw=self._start["headers"])
        kind = headers.get("content-type", "")
        if self._start["status"] == 200 and kind.startswith(TEXT) and len(body) >= SMALLEST:
            body = gzip.compress(body, compresslevel=6)
            headers["content-encoding"] = "gzip"
            headers["content-length"] = str(len(body))
            headers.add_vary_header("Accept-Encoding")
            self._kept[self._path] = (self._start, body)
        await _answer(self._send, self._start, body)


def _may_be_compressed(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    headers = Headers(scope=scope)
    accepted = "gzip" in headers.get("accept-encoding", "") and "range" not in headers
    return accepted and FOLDER in scope["path"]


async def _answer(send: Send, start: Message, body: bytes) -> None:
    await send(start)
    await send({"type": "http.response.body", "body": body})


COMPRESSION = Middleware(Compression)
