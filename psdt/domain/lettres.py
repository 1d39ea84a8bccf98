"""Letters of names: the same ones, however a keyboard or a producer writes them."""

import unicodedata

AUTREMENT = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "’": "'", "ʼ": "'", "–": "-", "—": "-", "‐": "-"}
)
"""What Unicode takes for other letters or signs than those it stands for."""


def sans_accent(texte: str) -> str:
    """Return a text in plain lower case letters: names are compared and sorted by it.

    Examples
    --------
    >>> sans_accent("Hœdic"), sans_accent("ÉTEL"), sans_accent("L’Île-d’Arz")
    ('hoedic', 'etel', "l'ile-d'arz")
    """
    if texte.isascii():
        return texte.lower()
    plain = unicodedata.normalize("NFKD", texte).translate(AUTREMENT)
    return plain.encode("ascii", "ignore").decode().lower()
