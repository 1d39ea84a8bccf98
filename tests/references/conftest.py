"""The list, at the end of the run, of what reference cases ask and the application does not do."""

import pytest

NOT_OFFERED = pytest.StashKey[list[str]]()


def pytest_configure(config):
    config.stash[NOT_OFFERED] = []


@pytest.fixture
def not_offered(request) -> list[str]:
    return request.config.stash[NOT_OFFERED]


def pytest_terminal_summary(terminalreporter, config):
    if missing := config.stash[NOT_OFFERED]:
        terminalreporter.section("cas de référence : méthodes non proposées")
        for line in sorted(set(missing)):
            terminalreporter.line(line)
