"""The list, at the end of the run, of what reference cases ask and the application does not do."""

import pytest

NOT_OFFERED = "méthode non proposée"


@pytest.fixture
def not_offered(request):
    """Take the methods that a case asks in vain: they come with its report, from any process."""
    missing: list[str] = []
    yield missing
    request.node.user_properties += [(NOT_OFFERED, line) for line in missing]


def pytest_terminal_summary(terminalreporter):
    reports = (report for group in terminalreporter.stats.values() for report in group)
    said = (pair for report in reports for pair in getattr(report, "user_properties", []))
    missing = {line for name, line in said if name == NOT_OFFERED}
    if missing:
        terminalreporter.section("cas de référence : méthodes non proposées")
        for line in sorted(missing):
            terminalreporter.line(line)
