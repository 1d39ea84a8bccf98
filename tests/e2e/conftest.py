"""A real Chromium in front of a real server. Neither is ever skipped."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from playwright.sync_api import sync_playwright

from psdt.domain.people import Actor, Role
from psdt.services import access, health, participants
from psdt.store.database import Database
from tests.conftest import NOW, PASSWORD
from tests.e2e.browser import DESK, LAUNCH, PHONE, Visitor
from tests.server import serving


@dataclass(frozen=True)
class World:
    """A server of its own, and the base behind it."""

    address: str
    db: Database
    agent: Actor

    def session(self, role=Role.ELU, **who) -> str:
        """Let somebody new in, or the agent, and return their session."""
        now = datetime.now(UTC)
        if role is Role.AGENT:
            return access.sign_in_account(self.db, "agent@exemple.fr", PASSWORD, now=now)
        _, token = participants.invite(self.db, self.agent, role, **who)
        return access.sign_in_code(self.db, token, now=now)

    def actor(self, session_id) -> Actor:
        """Return the person behind a session."""
        return access.identify(self.db, session_id, now=datetime.now(UTC))


@pytest.fixture(scope="package")
def chromium():
    """The browser of the machine."""
    if LAUNCH["executable_path"] is None:
        pytest.fail("Chromium manque : « make test » l'installe, ou « apt-get install chromium ».")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**LAUNCH)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A démarche and its agent, served."""
    folder = tmp_path_factory.mktemp("e2e")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PSDT_DATA_DIR", str(folder / "donnees"))
        for name in ("PSDT_DATABASE_URL", "PSDT_PUBLIC_URL", "PSDT_DEMO"):
            environment.delenv(name, raising=False)
        db = health.prepare()
        access.install(db, "Projet social 2027-2032", "CIAS d'essai", now=NOW)
        agent = access.add_account(db, "agent@exemple.fr", PASSWORD, nom="Agent d'essai")
        with serving(folder) as address:
            yield World(address, db, agent)
        db.engine.dispose()


@pytest.fixture
def visit(chromium, world):
    """Sit somebody at a screen: ``visit(session, phone=True)`` returns the visitor."""
    contexts = []

    def visit(session_id=None, *, phone=False) -> Visitor:
        context = chromium.new_context(**(PHONE if phone else DESK))
        context.set_default_timeout(20_000)
        contexts.append(context)
        if session_id:
            cookie = {"name": access.COOKIE, "value": session_id, "url": world.address}
            context.add_cookies([cookie])
        return Visitor(context, world.address)

    yield visit
    for context in contexts:
        context.close()
