"""The whole application, as it is served: a real server, real sockets, real cookies."""

import pytest
import requests

from psdt.domain.people import Role
from psdt.services import access, participants
from psdt.ui.screens import SCREENS
from psdt.words import acces as mots
from tests.conftest import NOW, PASSWORD
from tests.server import log_of, says, serving

GATED = [name for name, screen in SCREENS.items() if screen.action]
WAY_IN = "le code QR qui vous a"
"""In both sentences that send people back to the way in, and free of what protobuf escapes."""


@pytest.fixture
def db(sqlite_db):
    """One kind of database is enough here: what differs is tested with the services."""
    return sqlite_db


@pytest.fixture(scope="module")
def empty_server(tmp_path_factory):
    """A server on an empty base, for what asks nothing of it."""
    folder = tmp_path_factory.mktemp("vide")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PSDT_DATA_DIR", str(folder / "donnees"))
        with serving(folder) as address:
            yield address


@pytest.mark.parametrize("name", GATED)
def test_a_fresh_server_asked_for_a_page_shows_only_the_way_in(agent, tmp_path, name):
    """Nothing ran before: not the router, not a person who would have set things up."""
    with serving(tmp_path) as address:
        drawn = says(address, name.replace("/", "-"))

    assert WAY_IN in drawn
    assert "CIAS de test" not in drawn
    assert "incident" not in drawn


def test_from_the_qr_code_to_the_home(db, agent, tmp_path):
    _, token = participants.invite(db, agent, Role.ELU)
    with serving(tmp_path) as address:
        seen = requests.get(f"{address}/r/{token}", timeout=5)
        entered = requests.post(f"{address}/r/{token}", timeout=5, allow_redirects=False)
        cookie = entered.cookies[access.COOKIE]
        drawn = says(address, "", cookie=cookie)

    assert mots.ENTRER in seen.text
    assert not seen.cookies  # scanners and previews open the address too
    assert (entered.status_code, entered.headers["Location"]) == (303, "/")
    assert {"HttpOnly", "SameSite=lax"} <= set(entered.headers["Set-Cookie"].split("; "))
    assert "CIAS de test" in drawn


def test_an_agent_signs_in_with_a_password(db, agent, tmp_path):
    form = {"identifiant": "agent@exemple.fr", "mot_de_passe": PASSWORD}
    with serving(tmp_path) as address:
        page = requests.get(f"{address}/connexion", timeout=5)
        wrong = requests.post(
            f"{address}/connexion", data=form | {"mot_de_passe": "faux"}, timeout=9
        )
        entered = requests.post(
            f"{address}/connexion", data=form, timeout=9, allow_redirects=False
        )

    assert '<html lang="fr">' in page.text
    assert (wrong.status_code, "inconnu" in wrong.text, len(wrong.cookies)) == (403, True, 0)
    session_id = entered.cookies[access.COOKIE]
    assert access.identify(db, session_id, now=NOW) == agent


def test_another_site_signs_nobody_in(db, agent, tmp_path):
    form = {"identifiant": "agent@exemple.fr", "mot_de_passe": PASSWORD}
    with serving(tmp_path) as address:
        answer = requests.post(
            f"{address}/connexion",
            data=form,
            headers={"Sec-Fetch-Site": "cross-site"},
            timeout=9,
            allow_redirects=False,
        )

    assert (answer.status_code, len(answer.cookies)) == (403, 0)


@pytest.mark.parametrize(
    "path", ["r/forgé", "connexion/demonstration/agent", "connexion/demonstration/root"]
)
def test_what_opens_nothing_says_so_in_french(empty_server, path):
    answer = requests.post(f"{empty_server}/{path}", timeout=5, allow_redirects=False)

    assert answer.status_code in {403, 404}
    assert '<html lang="fr">' in answer.text
    assert not answer.cookies


def test_a_form_too_long_is_refused(empty_server):
    answer = requests.post(f"{empty_server}/connexion", data={"x": "y" * 100_000}, timeout=5)

    assert (answer.status_code, len(answer.cookies)) == (403, 0)


def test_is_healthy_and_sends_its_headers(empty_server):
    health = requests.get(f"{empty_server}/sante", timeout=5)
    page = requests.get(empty_server, timeout=5)

    assert health.json()["base"]
    assert health.json()["migration"]
    assert health.json()["espace_libre_mo"] > 0
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["Referrer-Policy"] == "no-referrer"


def test_refuses_to_serve_with_other_settings(sqlite_db, tmp_path):
    with serving(tmp_path, "--runner.postScriptGC=true") as address:
        assert address is None

    assert "runner.postScriptGC" in log_of(tmp_path).read_text()
