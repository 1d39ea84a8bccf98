"""The two pages that are not Streamlit's: a code's invitation, and the sign-in of agents."""

from html import escape
from pathlib import Path
from string import Template

from starlette.responses import HTMLResponse, Response

from psdt.words import acces as mots

PAGE = Template(Path(__file__).with_name("entry.html").read_text("utf-8"))

INVITATION = f'<form method="post"><button>{escape(mots.ENTRER)}</button></form>'
SIGN_IN = f"""<form method="post" action="/connexion">
<label for="identifiant">{escape(mots.IDENTIFIANT)}</label>
<input id="identifiant" name="identifiant" autocomplete="username" autocapitalize="none"
 required autofocus>
<label for="mot_de_passe">{escape(mots.MOT_DE_PASSE)}</label>
<input id="mot_de_passe" name="mot_de_passe" type="password" autocomplete="current-password"
 required>
<button>{escape(mots.SE_CONNECTER)}</button></form>"""
HOME = f'<p><a href="/">{escape(mots.RETOUR)}</a></p>'


def invitation() -> Response:
    """Return the page a QR code opens: one button, nothing more."""
    return _page(mots.ENTREE, _text(mots.ENTREE_TEXTE), INVITATION)


def sign_in(error: str = "", *, status: int = 200) -> Response:
    """Return the sign-in page, with what went wrong the time before."""
    text = _text(error, error=True) if error else _text(mots.CONNEXION_TEXTE)
    return _page(mots.CONNEXION, text, SIGN_IN + HOME, status=status)


def refusal(error: str, *, status: int = 403) -> Response:
    """Return a page that says why nothing was opened."""
    return _page(mots.PRODUIT, _text(error, error=True), HOME, status=status)


def _text(text: str, *, error: bool = False) -> str:
    kind = ' class="error" role="alert"' if error else ""
    return f"<p{kind}>{escape(text)}</p>"


def _page(title: str, text: str, form: str, *, status: int = 200) -> Response:
    html = PAGE.substitute(title=escape(title), text=text, form=form)
    return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})
