"""A real Chromium in front of a real server. Neither is ever skipped."""

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from psdt import demo
from psdt.domain.people import Actor, Role
from psdt.services import access, health
from psdt.store.database import Database, database
from tests.conftest import NOW, PASSWORD, sign_in
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
        return sign_in(self.db, self.agent, role, **who)

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
    """An empty démarche and its agent, served."""
    folder = tmp_path_factory.mktemp("e2e")
    with data_in(folder):
        db = health.prepare()
        access.install(db, "Projet social 2027-2032", "CIAS d'essai", now=NOW)
        agent = access.add_account(db, "agent@exemple.fr", PASSWORD, nom="Agent d'essai")
        with serving(folder) as address:
            yield World(address, db, agent)
        db.engine.dispose()


@pytest.fixture(scope="package")
def played(tmp_path_factory) -> Path:
    """The folder of the demonstration, played once."""
    folder = tmp_path_factory.mktemp("demo")
    with data_in(folder):
        demo.play()
        database().engine.dispose()
    return folder


@contextmanager
def data_in(folder):
    """Keep the data in a folder, for this process and the server it starts."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PSDT_DATA_DIR", str(folder / "donnees"))
        environment.setenv("PSDT_DEMO", "1")  # says nothing on a real démarche
        for name in ("PSDT_DATABASE_URL", "PSDT_PUBLIC_URL"):
            environment.delenv(name, raising=False)
        yield


@pytest.fixture
def visit(chromium, world):
    """Sit somebody at a screen: ``visit(session, phone=True)`` returns the visitor.

    A module that defines its own ``world`` sends its visitors there.
    """
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


@pytest.fixture(scope="module")
def demo_world(played, tmp_path_factory):
    """The demonstration, served from a copy: a module changes it as it likes."""
    folder = tmp_path_factory.mktemp("e2e")
    shutil.copytree(played, folder, dirs_exist_ok=True)
    with data_in(folder):
        db = health.prepare()
        session_id = access.sign_in_demonstration(db, access.Profil.AGENT, now=datetime.now(UTC))
        agent = access.identify(db, session_id, now=datetime.now(UTC))
        with serving(folder, "--server.address=127.0.0.1") as address:
            yield World(address, db, agent)
        db.engine.dispose()
