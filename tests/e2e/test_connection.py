"""A server that goes away: people read what happens, in French."""

from tests.e2e.browser import DESK, Visitor
from tests.server import serving


def test_a_lost_connection_is_said_in_french(chromium, sqlite_db, tmp_path):
    context = chromium.new_context(**DESK)
    with serving(tmp_path) as address:
        visitor = Visitor(context, address)
        page = visitor.open()
    page.get_by_role("dialog").wait_for()

    assert "Connexion perdue" in page.get_by_role("dialog").inner_text()
    assert "Vos réponses enregistrées sont conservées" in page.get_by_role("dialog").inner_text()
    assert visitor.english() == []
    context.close()
