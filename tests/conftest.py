"""Fixtures shared by all tests. No fake store: a real database, new for each test."""

from datetime import UTC, date, datetime
from itertools import count

import psycopg
import pytest
from argon2 import PasswordHasher
from hypothesis import settings

from psdt.domain.demarche import Etape
from psdt.domain.people import EQUIPE, Actor, Role
from psdt.services import access, health, participants, seances
from psdt.store.database import Database
from tests.postgres import Postgres

NOW = datetime(2026, 3, 12, 17, 30, tzinfo=UTC)  # 18 h 30 in Questembert
PASSWORD = "une phrase de passe"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)  # a test hashes hundreds

numbers = count()

settings.register_profile("psdt", deadline=None)  # an example is slow when it imports first
settings.load_profile("psdt")


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL server, for the whole session."""
    server = Postgres()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def data_dir(tmp_path, monkeypatch):
    """An empty data folder, which pages, routes and commands use too during the test."""
    monkeypatch.setenv("PSDT_DATA_DIR", str(tmp_path / "donnees"))
    for name in ("PSDT_DATABASE_URL", "PSDT_PUBLIC_URL", "PSDT_DEMO"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(access, "hasher", CHEAP)
    access.wrong_tries.reset()
    return tmp_path / "donnees"


@pytest.fixture
def sqlite_db(data_dir) -> Database:
    """An empty SQLite database."""
    db = health.prepare()
    yield db
    db.engine.dispose()


@pytest.fixture
def postgres_db(data_dir, postgres, monkeypatch) -> Database:
    """An empty PostgreSQL database."""
    name = f"test_{next(numbers)}"
    with psycopg.connect(postgres.dsn, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
    monkeypatch.setenv("PSDT_DATABASE_URL", postgres.url(name))
    db = health.prepare()
    yield db
    db.engine.dispose()


@pytest.fixture(params=["sqlite", "postgres"])
def db(request) -> Database:
    """An empty database: every test runs on both kinds."""
    return request.getfixturevalue(f"{request.param}_db")


@pytest.fixture
def agent(db) -> Actor:
    """The agent who runs the démarche of the test."""
    access.install(db, "Projet social 2027-2032", "CIAS de test", now=NOW)
    return access.add_account(db, "agent@exemple.fr", PASSWORD, nom="Agent d'essai")


@pytest.fixture
def demarche_id(agent) -> int:
    """The démarche of the test."""
    return agent.demarche_id


@pytest.fixture
def forum(db, agent) -> int:
    """A séance: the day of the forum."""
    jour = date(2026, 3, 12)
    return seances.add(db, agent, Etape.FORUM, "Forum", jour=jour, lieu="Salle Alan-Meur")


def sign_in(db, agent, role, **who) -> str:
    """Let somebody new in, by the way of their role, and return their session."""
    now = datetime.now(UTC)
    if role in EQUIPE:
        address = next_address()
        access.add_account(db, address, PASSWORD, nom="Équipe", role=role)
        return access.sign_in_account(db, address, PASSWORD, now=now)
    _, token = participants.invite(db, agent, role, **who)
    return access.sign_in_code(db, token, now=now)


def next_address() -> str:
    return f"equipe-{next(numbers)}@exemple.fr"


@pytest.fixture
def invite(db, agent):
    """Add somebody: ``invite(role, mandats=…)`` returns who acts."""

    def invite(role=Role.ELU, **who) -> Actor:
        if role in EQUIPE:
            return access.add_account(db, next_address(), PASSWORD, nom="Équipe", role=role)
        return participants.invite(db, agent, role, **who)[0]

    return invite


@pytest.fixture
def join(db, agent):
    """Add somebody and sign them in: ``join(role, mandats=…)`` returns their session."""

    def join(role=Role.ELU, **who) -> str:
        return sign_in(db, agent, role, **who)

    return join
