"""A real browser, and what one person's screen says and asks for."""

import re
import shutil
from urllib.parse import urlsplit

HOME = "accueil/bienvenue"  # at the root
LAUNCH = {
    "executable_path": shutil.which("chromium"),
    "args": [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ],
}
FRENCH = {"locale": "fr-FR", "timezone_id": "Europe/Paris", "reduced_motion": "reduce"}
DESK = FRENCH | {"viewport": {"width": 1366, "height": 900}}
PHONE = FRENCH | {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
}
READY = """() => {
  const app = document.querySelector("[data-testid='stApp']");
  return app?.dataset.testScriptState === "notRunning"
    && app.dataset.testConnectionState === "CONNECTED"
    && document.documentElement.lang === "fr"
    && !document.querySelector("[data-stale='true']");
}"""
SAID = """() => {
  const said = [];
  const nodes = document.createTreeWalker(document.body, 1 | 4);  // elements and texts
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      const silent = node.parentElement.closest("script, style, noscript, [translate='no']");
      if (!silent) said.push(node.nodeValue);
    } else for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      if (node.getAttribute(name)) said.push(node.getAttribute(name));
    }
  }
  return said.filter(text => text.trim());
}"""
DRAWN = """() => [...document.querySelectorAll("[data-testid='stPlotlyChart']")]
  .every(chart => chart.querySelector(".main-svg"))"""
SETTLED = """() => {
  const [now, before] = [document.body.innerHTML.length, window.psdtBefore];
  window.psdtBefore = now;
  return now === before;
}"""
TOO_WIDE = """() => [document.documentElement, document.querySelector("[data-testid='stMain']")]
  .some(element => element.scrollWidth > element.clientWidth)"""

# Words of interfaces that are not French words too: « menu », « options », « zoom » are.
ENGLISH = re.compile(
    r"\b(the|this|your|you|with|from|file|files|upload|drag|drop|browse|select|choose|search|"
    r"close|open|download|full ?screen|show|hide|view|loading|running|connecting|connected|error|"
    r"reset|autoscale|clear|add|remove|press|enter|submit|results?|skip|expand|collapse|sidebar|"
    r"settings|print|more|less|next|previous|day|month|year|sort|pin|rerun|deploy|stop|warning|"
    r"page not found|value|empty|undefined|null|none|nan)\b",
    re.IGNORECASE,
)


class Visitor:
    """One person at one screen: the page, the hosts it asked, the errors it met."""

    def __init__(self, context, address):
        self.address = address
        self.page = context.new_page()
        self.hosts = set()
        self.errors = []
        self.page.on("request", self._asked)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._logged)

    def open(self, name=HOME, query=""):
        """Open a screen by its name (« participer/noter »), and wait until it is drawn."""
        path = "" if name == HOME else name.replace("/", "-")
        self.page.goto(f"{self.address}/{path}{query}")
        return self.ready()

    def ready(self):
        """Wait until the page is drawn, and in French."""
        self.page.wait_for_function(READY)
        return self.page

    def charts(self):
        """Wait until the charts, which come after the page, are drawn."""
        self.page.wait_for_function(DRAWN)

    def settled(self):
        """Wait until nothing moves any more: a page that changes size is drawn again."""
        self.page.wait_for_function(SETTLED, polling=200)

    def english(self) -> list[str]:
        """Return what is on the screen, or read aloud, in English."""
        return sorted({text for text in self.page.evaluate(SAID) if ENGLISH.search(text)})

    def is_too_wide(self) -> bool:
        """Say whether the page scrolls sideways."""
        return self.page.evaluate(TOO_WIDE)

    def _asked(self, request):
        if not request.url.startswith(("data:", "blob:")):
            self.hosts.add(urlsplit(request.url).netloc)

    def _logged(self, message):
        # On a deep address Streamlit looks for its own files twice, and finds them at the root.
        if message.type == "error" and "404 (Not Found)" not in message.text:
            self.errors.append(message.text)
