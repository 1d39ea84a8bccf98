"""Who may come in with one click: somebody sitting at the machine of the demonstration."""

import json

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


def test_a_proxy_does_not_make_everybody_sit_here(demonstration):
    scope = {
        "type": "http",
        "headers": [(b"x-forwarded-for", b"203.0.113.9")],
        "path_params": {"profil": "elu"},
        "client": ("127.0.0.1", 4242),
    }

    assert routes.demo(Request(scope)).status_code == 403


def test_what_was_not_foreseen_is_a_french_page_with_a_number(data_dir, caplog):
    def route(_request):
        raise RuntimeError("parole d'une habitante")

    answer = routes.framed(route)(Request({"type": "http", "headers": []}))

    page = answer.body.decode()
    number = page.split("incident ")[1][:6]
    assert answer.status_code == 500
    assert f"incident {number}: RuntimeError" in caplog.text
    assert "habitante" not in caplog.text + page


def test_sante_says_what_is_wrong(db):
    assert routes.sante(Request({"type": "http", "headers": []})).status_code == 200

    with db.write() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")

    answer = routes.sante(Request({"type": "http", "headers": []}))
    assert answer.status_code == 503
    assert json.loads(answer.body)["migration"] is False
