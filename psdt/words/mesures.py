"""Figures as people read them: « 22 410 € », « 12,5 % », « 2,9 points de moins »."""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from psdt.words.grammar import NBSP, NNBSP, fine, number
from psdt.words.nombre import singulier

SYMBOLES = {"€": NBSP, "%": NNBSP, "‰": NNBSP}
"""Units written right after the figure, and the space before them."""
MILLIERS = re.compile(r"(?<=\d) (?=\d{3}\b)")
MUETTES = ("", "indice", "rapport")
"""Units that say nothing beside a figure."""


CENTIMES = 1_000
"""Amounts in euros under this one are shown with their cents."""
MILLE = 1_000
ENORME = 1e15
"""Above, a float has no decimals."""
BRUIT = 9
"""Decimals from which a figure is but the noise of a computation."""


def arrondi(value: float, places: int = 0) -> float:
    """Round as people do, half away from zero: 12.5 is 13, where python says 12."""
    if abs(value) >= ENORME:
        return float(round(value))
    exact = Decimal(repr(round(float(value), BRUIT)))
    return float(exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))


def decimale(value: float, places: int) -> str:
    """« 24 757 », « 12,5 », « −65 »."""
    rounded = arrondi(abs(value), places)
    whole = int(rounded)
    digits = f"{rounded:.{places}f}".partition(".")[2]
    sign = "−" if value < 0 and rounded else ""
    return f"{sign}{number(whole)}{',' if digits else ''}{digits}"


def affichees(unite: str, places: int, values: Iterable[float]) -> int:
    """Return how many decimals all the figures of an indicator are shown with.

    ``places`` is how many they have. Amounts in euros have cents, « 12,50 € », or none when
    one of them is large.
    """
    if not unite.startswith("€") or not places:
        return places
    small = all(not abs(value) >= CENTIMES for value in values)  # NaN is neither
    return 2 if small else 0


def signe(value: float, places: int) -> str:
    """« +3,8 », « −570 », « 0 »."""
    if not arrondi(value, places):
        return "0"
    return f"{'+' if value > 0 else ''}{decimale(value, places)}"


def suffixe(unite: str) -> str:
    """Return what follows a figure: « € », « % » with its space, or nothing."""
    symbol = unite[:1]
    return f"{SYMBOLES[symbol]}{symbol}" if symbol in SYMBOLES else ""


def mesure(value: float, unite: str, places: int) -> str:
    """« 22 410 € », « 12,5 % », and the figure alone when its unit has no symbol.

    A whole figure in thousands has no decimals beside one that has: « 7 890 », « 3,5 ».
    """
    if abs(value) >= MILLE and float(value).is_integer():
        places = 0
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
    size = arrondi(abs(value), places)
    said = decimale(size, 0 if size.is_integer() else places)
    if unite.startswith("€"):
        return f"{said}{NBSP}€"
    if unite.startswith("%"):
        return f"{said}{NBSP}{'point' if size < 2 else 'points'}"
    return ""


def effectif(value: float, unite: str, places: int) -> str:
    """« 2 967 habitants », « 1 logement », « −48 personnes »."""
    noun = singulier(unite) if arrondi(abs(value), places) < 2 else unite
    return f"{decimale(value, places)}{NBSP}{noun}"


def part(value: float) -> str:
    """« 33 % », « 0,3 % », « moins de 0,1 % », from a share between 0 and 1."""
    percent = 100 * value
    if 0 < percent < 0.1:
        return f"moins de 0,1{NNBSP}%"
    places = 0 if percent >= 10 or percent == 0 else 1
    return f"{decimale(percent, places)}{NNBSP}%"


def milliers(text: str) -> str:
    """Put narrow spaces inside « 2 000 », and French spaces elsewhere."""
    return fine(MILLIERS.sub(NNBSP, text))


def _said(unite: str, libelle: str) -> bool:
    return unite in MUETTES or unite.lower() in libelle.lower()
