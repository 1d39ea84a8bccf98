"""Who may come in with one click: somebody sitting at the machine of the demonstration."""

import pytest
from starlette.requests import Request

from psdt.domain.people import Role
from psdt.services import access, participants
from psdt.web import routes
from tests.conftest import NOW, PASSWORD


def ask(host, profil="elu"):
    scope = {
        "type": "http",
        "headers": [],
        "path_params": {"profil": profil},
        "client": (host, 4242) if host else None,
    }
    return routes.demo(Request(scope))


@pytest.fixture
def demonstration(db, monkeypatch):
    monkeypatch.setenv("PSDT_DEMO", "1")
    access.install(db, "Exemple", "CIAS fictif", demonstration=True, now=NOW)
    agent = access.add_account(db, "agent@exemple.fr", PASSWORD, nom="Agent")
    participants.invite(db, agent, Role.ELU)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "127.8.8.8"])
def test_one_click_opens_from_this_machine(demonstration, host):
    answer = ask(host)

    assert answer.status_code == 303
    assert access.COOKIE in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    "host", ["192.168.1.20", "::ffff:192.168.1.20", "fe80::1", "testclient", "", None]
)
def test_one_click_opens_from_nowhere_else(demonstration, host):
    answer = ask(host)

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_one_click_opens_nothing_unless_psdt_demo_serves(demonstration, monkeypatch):
    monkeypatch.delenv("PSDT_DEMO")

    assert ask("127.0.0.1").status_code == 403


def test_a_profile_that_does_not_exist_opens_nothing(demonstration):
    assert ask("127.0.0.1", "root").status_code == 404
