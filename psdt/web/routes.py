"""The routes beside Streamlit: codes, sign-in, and the health of the application.

Plain ``def`` functions: Starlette gives each a thread, so that the database and argon2
never stop the loop that serves every phone. The one ``async def`` only reads a form.
"""

from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from ipaddress import ip_address
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from psdt.errors import DemonstrationSeuleError, IdentifiantsError, PsdtError, TropDEssaisError
from psdt.services import access, health
from psdt.settings import demonstration, public_url
from psdt.store.database import Database, database
from psdt.web import pages
from psdt.words import acces as mots

LONGEST_FORM = 4096
"""Bytes of a sign-in form, at most."""


def framed(route: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """Turn what was not foreseen into a French page with an incident number."""

    def answer(request: Request) -> Response:
        try:
            return route(request)
        except Exception as error:  # noqa: BLE001 (whatever happens, people read a sentence)
            return pages.refusal(mots.incident(health.incident(error)), status=500)

    return answer


def invite(_request: Request) -> Response:
    """Show one button. Nothing more: scanners and link previews come here too."""
    return pages.invitation()


def enter(request: Request) -> Response:
    """Give the code to this browser, then show the home page."""
    token = request.path_params["token"]
    return _sign_in(request, lambda db, now: access.sign_in_code(db, token, now=now))


def connexion(_request: Request) -> Response:
    """Show the sign-in page."""
    return pages.sign_in()


async def connect(request: Request) -> Response:
    """Read the form, then check the password in a thread."""
    form = await _form(request)
    return await run_in_threadpool(framed(partial(_connect, form=form)), request)


def demo(request: Request) -> Response:
    """Sign in with one click: on this machine only, and only on a demonstration."""
    try:
        profil = access.Profil(request.path_params["profil"])
    except ValueError:
        return pages.refusal(str(DemonstrationSeuleError()), status=404)
    if not demonstration() or not _comes_from_here(request):
        return pages.refusal(str(DemonstrationSeuleError()))
    return _sign_in(request, lambda db, now: access.sign_in_demonstration(db, profil, now=now))


def sante(_request: Request) -> Response:
    """Answer 200 when people can work, 503 otherwise; the body says what is wrong."""
    state = health.examine(database())
    return JSONResponse(asdict(state), status_code=200 if state.ok else 503)


def _connect(request: Request, *, form: dict[str, str]) -> Response:
    identifiant, password = form.get("identifiant", ""), form.get("mot_de_passe", "")
    return _sign_in(
        request, lambda db, now: access.sign_in_account(db, identifiant, password, now=now)
    )


def _sign_in(request: Request, open_: Callable[[Database, datetime], str]) -> Response:
    """Open a session, give its cookie to the browser, and show the home page."""
    if request.headers.get("sec-fetch-site", "same-origin") == "cross-site":
        return pages.refusal(mots.AILLEURS)
    try:
        session_id = open_(database(), datetime.now(UTC))
    except (IdentifiantsError, TropDEssaisError) as error:
        return pages.sign_in(str(error), status=403)
    except PsdtError as error:
        return pages.refusal(str(error))
    response = RedirectResponse("/", status_code=303)
    response.set_cookie(
        access.COOKIE,
        session_id,
        max_age=int(access.SESSION_LIFE.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=public_url().startswith("https:"),
    )
    return response


def _comes_from_here(request: Request) -> bool:
    """Say whether the request comes from this machine, in IPv4, IPv6 or one in the other.

    Not through a proxy, which would speak for everybody: it says for whom.
    """
    if "x-forwarded-for" in request.headers or "forwarded" in request.headers:
        return False
    try:
        address = ip_address(request.client.host if request.client else "")
    except ValueError:
        return False
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback


async def _form(request: Request) -> dict[str, str]:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_FORM:
            return {}
    fields = parse_qs(body.decode("utf-8", "replace"))
    return {name: values[0] for name, values in fields.items()}


ROUTES = [
    Route("/r/{token}", invite, methods=["GET"]),
    Route("/r/{token}", framed(enter), methods=["POST"]),
    Route("/connexion", connexion, methods=["GET"]),
    Route("/connexion", connect, methods=["POST"]),
    Route("/connexion/demonstration/{profil}", framed(demo), methods=["POST"]),
    Route("/sante", sante),
]
