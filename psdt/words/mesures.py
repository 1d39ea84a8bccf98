"""Figures as people read them: « 22 410 € », « 12,5 % », « 2,9 points de moins »."""

from psdt.words.grammar import NBSP, NNBSP, fine, number

SYMBOLES = {"€": NBSP, "%": NNBSP, "‰": NNBSP}
"""Units written right after the figure, and the space before them."""
MUETTES = ("", "indice", "rapport")
"""Units that say nothing beside a figure."""


def decimale(value: float, places: int) -> str:
    """« 24 757 », « 12,5 », « −65 »."""
    rounded = round(abs(value), places)
    whole = int(rounded)
    digits = f"{rounded:.{places}f}".partition(".")[2]
    sign = "−" if value < 0 and rounded else ""
    return f"{sign}{number(whole)}{',' if digits else ''}{digits}"


def affichees(unite: str, places: int) -> int:
    """Return how many decimals are shown, of those the figures have: none for euros."""
    return 0 if unite.startswith("€") else places


def signe(value: float, places: int) -> str:
    """« +3,8 », « −570 », « 0 »."""
    if not round(value, places):
        return "0"
    return f"{'+' if value > 0 else ''}{decimale(value, places)}"


def suffixe(unite: str) -> str:
    """Return what follows a figure: « € », « % » with its space, or nothing."""
    symbol = unite[:1]
    return f"{SYMBOLES[symbol]}{symbol}" if symbol in SYMBOLES else ""


def mesure(value: float, unite: str, places: int) -> str:
    """« 22 410 € », « 12,5 % », and the figure alone when its unit has no symbol."""
    return f"{decimale(value, places)}{suffixe(unite)}"


def complement(unite: str, libelle: str) -> str:
    """Return what of the unit the figure and its label leave unsaid: « par an »."""
    rest = unite[1:].strip() if unite[:1] in SYMBOLES else unite
    return "" if _said(rest, libelle) else milliers(rest)


def entre_parentheses(libelle: str, unite: str) -> str:
    """« Niveau de vie médian (€ par an) »; the unit is not said twice."""
    return milliers(libelle if _said(unite, libelle) else f"{libelle} ({unite})")


def ecart(value: float, unite: str, places: int) -> str:
    """« 570 € », « 2,9 points », « 1 point »; nothing for a unit without natural gap."""
    size = round(abs(float(value)), places)
    said = decimale(size, 0 if size.is_integer() else places)
    if unite.startswith("€"):
        return f"{said}{NBSP}€"
    if unite.startswith("%"):
        return f"{said}{NBSP}{'point' if size < 2 else 'points'}"
    return ""


def effectif(value: float, unite: str, places: int) -> str:
    """« 2 967 habitants », « 1 logement », « −48 personnes »."""
    noun = unite
    if round(abs(value), places) < 2 and " " not in unite and unite != "décès":
        noun = unite.removesuffix("s")
    return f"{decimale(value, places)}{NBSP}{noun}"


def part(value: float) -> str:
    """« 33 % », « 0,3 % », « moins de 0,1 % », from a share between 0 and 1."""
    percent = 100 * value
    if 0 < percent < 0.1:
        return f"moins de 0,1{NNBSP}%"
    places = 0 if percent >= 10 or percent == 0 else 1
    return f"{decimale(percent, places)}{NNBSP}%"


def milliers(text: str) -> str:
    """Put narrow spaces inside « 1 000 », and French spaces elsewhere."""
    return fine(text.replace("1 000", f"1{NNBSP}000"))


def _said(unite: str, libelle: str) -> bool:
    return unite in MUETTES or unite.lower() in libelle.lower()
