"""The pages, run as Streamlit runs them: from the router, by one person."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from psdt.services import access
from psdt.settings import app_dir
from psdt.ui.server import ROUTER
from tests.conftest import PASSWORD


@pytest.fixture
def visit(db, monkeypatch):
    """Open a page with a session, or none: ``visit("abs/explorer", session, activite=1)``."""

    def visit(name: str, session_id: str | None, **address) -> AppTest:
        monkeypatch.setattr("psdt.ui.identity.session_token", lambda: session_id)
        app = AppTest.from_file(ROUTER, default_timeout=20).run()
        app.switch_page(str(app_dir() / "pages" / f"{name}.py"))
        app.query_params.update(address)
        return app.run()

    return visit


@pytest.fixture
def agent_session(db, agent) -> str:
    """The session of the agent of the test."""
    return access.sign_in_account(db, "agent@exemple.fr", PASSWORD, now=datetime.now(UTC))
