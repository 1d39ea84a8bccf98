"""Streamlit's files weigh a third on the way, and nothing else changes."""

import asyncio
import gzip

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from psdt.web.compression import Compression

SCRIPT = b"const mot = 'bonjour';\n" * 500
served = []


def script(request):
    served.append(request.url.path)
    return Response(SCRIPT, media_type="text/javascript")


def image(_request):
    return Response(b"\x89PNG" + bytes(5000), media_type="image/png")


@pytest.fixture
def ask():
    served.clear()
    routes = [
        Route("/static/js/app.js", script),
        Route("/static/media/icone.png", image),
        Route("/sante", script),
    ]
    app = Compression(Starlette(routes=routes))

    def ask(path, **headers):
        return asyncio.run(get(app, path, headers))

    return ask


async def get(app, path, headers):
    sent = []

    async def send(message):
        sent.append(message)

    async def receive():
        return {"type": "http.request", "body": b""}

    named = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "headers": named,
        "query_string": b"",
        "server": ("127.0.0.1", 80),
        "scheme": "http",
    }
    await app(scope, receive, send)
    given = {k.decode(): v.decode() for k, v in sent[0]["headers"]}
    return sent[0]["status"], given, b"".join(message.get("body", b"") for message in sent[1:])


def test_a_script_is_compressed_once_for_everybody(ask):
    answers = [ask("/static/js/app.js", accept_encoding="gzip, br") for _ in range(3)]

    for status, headers, body in answers:
        assert (status, headers["content-encoding"]) == (200, "gzip")
        assert int(headers["content-length"]) == len(body) < len(SCRIPT) / 3
        assert gzip.decompress(body) == SCRIPT
    assert served == ["/static/js/app.js"]


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/static/js/app.js", {}),
        ("/static/js/app.js", {"accept_encoding": "gzip", "range": "bytes=0-9"}),
        ("/static/media/icone.png", {"accept_encoding": "gzip"}),
        ("/static/js/absent.js", {"accept_encoding": "gzip"}),
        ("/sante", {"accept_encoding": "gzip"}),
    ],
)
def test_the_rest_passes_unchanged(ask, path, headers):
    status, given, body = ask(path, **headers)

    assert "content-encoding" not in given
    assert status == (404 if "absent" in path else 200)
    assert len(body) == int(given["content-length"])
