"""What a phone waits for, and what it downloads, to score its first enjeu."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.e2e.browser import LAUNCH, PHONE
from tests.server import serving

PAINTED = """() => performance.getEntriesByType('paint')
    .find(entry => entry.name === 'first-contentful-paint').startTime"""
RECEIVED = """() => performance.getEntriesByType('resource')
    .reduce((sum, entry) => sum + entry.encodedBodySize, 0)"""


def measure() -> Iterator[str]:
    """Open the scoring page on a new phone, and tell when it painted and what it took."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder)) as address,
        sync_playwright() as play,
        play.chromium.launch(**LAUNCH) as browser,
    ):
        page = browser.new_context(**PHONE).new_page()
        page.goto(address)
        page.locator('form[action$="/habitant"] button').click()
        page.wait_for_load_state("networkidle")
        yield from visit(page, f"{address}/participer-noter")


def visit(page: Page, url: str) -> Iterator[str]:
    """Open one page with an empty cache, and count what came."""
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url)
    page.get_by_role("radio").first.wait_for()
    page.wait_for_load_state("networkidle")
    plotly = [address for address in asked if "plotly" in address.lower()]
    yield f"téléphone, première image : {page.evaluate(PAINTED):.0f} ms"
    yield f"téléphone, reçu : {page.evaluate(RECEIVED) / 1024:.0f} Kio (Plotly : {len(plotly)})"
