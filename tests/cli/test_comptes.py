"""``psdt init`` and ``psdt agent``."""

import pytest

from psdt.domain.people import Role
from psdt.services import access, health
from tests.conftest import NOW, PASSWORD

INIT = (
    *("init", "--organisme", "CIAS de test", "--nom", "Projet social"),
    *("--identifiant", "agent@exemple.fr", "--mot-de-passe", PASSWORD),
)


def role_of(identifiant, password=PASSWORD) -> Role:
    db = health.prepare()
    session_id = access.sign_in_account(db, identifiant, password, now=NOW)
    return access.identify(db, session_id, now=NOW).role


def test_init_prepares_the_demarche_and_its_first_agent(psdt):
    status, output = psdt(*INIT)

    assert (status, "C'est prêt" in output) == (0, True)
    assert role_of("agent@exemple.fr") is Role.AGENT


def test_init_refuses_a_base_that_is_used(psdt):
    psdt(*INIT)

    status, output = psdt(*INIT)

    assert (status, "contient déjà une démarche" in output) == (1, True)


def test_init_with_a_short_password_prepares_nothing(psdt):
    status, output = psdt(*INIT[:-1], "court")

    assert (status, "12 caractères" in output) == (1, True)
    assert psdt(*INIT)[0] == 0


@pytest.mark.parametrize(
    ("options", "role"), [((), Role.AGENT), (("--animateur",), Role.ANIMATEUR)]
)
def test_agent_adds_an_account(psdt, options, role):
    psdt(*INIT)

    status, _ = psdt("agent", "autre@exemple.fr", "--mot-de-passe", PASSWORD, *options)

    assert status == 0
    assert role_of("autre@exemple.fr") is role


def test_agent_gives_another_password(psdt):
    psdt(*INIT)

    status, _ = psdt(
        *("agent", "agent@exemple.fr", "--reinitialiser"),
        *("--mot-de-passe", "une autre phrase"),
    )

    assert status == 0
    assert role_of("agent@exemple.fr", "une autre phrase") is Role.AGENT


@pytest.mark.parametrize("options", [(), ("--reinitialiser",)])
def test_agent_says_what_is_wrong(psdt, options):
    status, output = psdt("agent", "autre@exemple.fr", "--mot-de-passe", PASSWORD, *options)

    assert status == 1
    assert "psdt init" in output or "Aucun compte" in output
